/** The secrets of the house, 32 bytes each. */
export interface SecretBytes {
  readonly record: Buffer;
  readonly perturbation: Buffer;
  readonly signing: Buffer;
}

/** Secrets as settings: 64 hexadecimal digits each. */
export interface SecretSettings {
  readonly MASTER_REC?: string | undefined;
  readonly MASTER_PERT?: string | undefined;
  readonly SIGNING_KEY?: string | undefined;
}

/** The settings that hold secrets. */
export const SECRET_NAMES = ['MASTER_REC', 'MASTER_PERT', 'SIGNING_KEY'] as const;

interface Fault {
  readonly path: string;
  readonly message: string;
}

/** What is wrong with the secrets together. Each alone is checked before. */
export function secretFaults(
  given: SecretSettings & { readonly DATABASE_URL?: string | undefined; readonly KEY_FILE?: string | undefined },
): readonly Fault[] {
  const present = SECRET_NAMES.filter((name) => given[name] !== undefined);
  if (given.KEY_FILE !== undefined) return present.map(besideFile);

  const areNeeded = given.DATABASE_URL !== undefined || present.length > 0;
  const missing = areNeeded ? SECRET_NAMES.filter((name) => given[name] === undefined).map(missingSecret) : [];
  const repeated = present.filter((name, index) =>
    present.slice(0, index).some((earlier) => given[earlier] === given[name]),
  );
  return [...missing, ...repeated.map(repeatedSecret)];
}

/** The secrets in bytes; null when they are not all there. */
export function secretsFrom({ MASTER_REC, MASTER_PERT, SIGNING_KEY }: SecretSettings): SecretBytes | null {
  if (MASTER_REC === undefined || MASTER_PERT === undefined || SIGNING_KEY === undefined) return null;
  return {
    record: Buffer.from(MASTER_REC, 'hex'),
    perturbation: Buffer.from(MASTER_PERT, 'hex'),
    signing: Buffer.from(SIGNING_KEY, 'hex'),
  };
}

function missingSecret(path: string): Fault {
  return {
    path,
    message:
      'is missing: every secret is required with DATABASE_URL or with another one. Make one with: openssl rand -hex 32',
  };
}

function repeatedSecret(path: string): Fault {
  return { path, message: 'equals another secret: all must differ. Make another with: openssl rand -hex 32' };
}

function besideFile(path: string): Fault {
  return { path, message: 'is given beside KEY_FILE: the secrets come from one place. Leave out one of the two' };
}
