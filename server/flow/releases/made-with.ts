import type { Release } from '../../../schema/records/index.js';
import { keyId } from '../../protect/index.js';
import { signerFrom } from '../../release/index.js';

import type { Secrets } from '../house.js';

/** Whether a release was made with these secrets, and its manifest is as it was signed. */
export function madeWith({ manifest, signature }: Release, { record, perturbation, signing }: Secrets): boolean {
  const signer = signerFrom(signing);
  const { keyIds } = manifest;
  return (
    keyIds.record === keyId(record) &&
    keyIds.perturbation === keyId(perturbation) &&
    keyIds.signing === signer.keyId &&
    signer.isSigned(JSON.stringify(manifest), signature)
  );
}
