export { draftRelease } from './draft-release.js';
export { madeWith } from './made-with.js';
export { publishRelease } from './publish-release.js';
export { rotateSecrets } from './rotate-secrets.js';
