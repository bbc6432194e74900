export { AskerError } from './asker-error.js';
export type { AskerErrorCode } from './asker-error.js';
export { systemClock } from './clock.js';
export type { Clock } from './clock.js';
export { errorCodeOf } from './error-code.js';
export { product } from './product.js';
export { newId, randomHex, randomToken } from './random.js';
export { identifierNameOf, identifierShapeOf } from './value-shape.js';
export type { IdentifierShape } from './value-shape.js';
