export { pastBlocks } from './blocks.js';
export type { Block } from './blocks.js';
export { draftMonths } from './draft.js';
export type { Drafted } from './draft.js';
export { manifestOf } from './manifest.js';
export { rotated, sealedBlocks } from './rotate.js';
export { signerFrom } from './signature.js';
export { vintageOf } from './vintage.js';
export type { Signer } from './signature.js';
