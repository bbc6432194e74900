/** A setting as the operator sees it. `.env.example` lists the same, in the same order. */
export interface Setting {
  readonly name: string;
  /** What holds when it is not set; null when nothing does. */
  readonly fallback: string | null;
  readonly description: string;
}

/** Every setting the house reads from the environment. */
export const settings: readonly Setting[] = [
  { name: 'PORT', fallback: '4000', description: 'Port of the API and the explorer, 1 to 65535.' },
  { name: 'HOST', fallback: '127.0.0.1', description: 'Address to listen on; 0.0.0.0 for every one.' },
  {
    name: 'DATABASE_URL',
    fallback: null,
    description:
      'A PostgreSQL 15 or newer: postgresql://user:password@host:5432/name. Without it an embedded one is started.',
  },
  {
    name: 'DATA_DIR',
    fallback: '.headwaters',
    description: 'Folder of the embedded PostgreSQL, its secrets and the demo tokens.',
  },
  {
    name: 'MASTER_REC',
    fallback: null,
    description:
      'Secret of the record keys, 64 hexadecimal digits. Made and kept in DATA_DIR with the embedded PostgreSQL; required with DATABASE_URL.',
  },
  {
    name: 'MASTER_PERT',
    fallback: null,
    description: 'Secret of the noise, 64 hexadecimal digits. As MASTER_REC, and different from it.',
  },
  {
    name: 'SIGNING_KEY',
    fallback: null,
    description:
      'Secret that signs releases and policies, 64 hexadecimal digits. As MASTER_REC, and different from both.',
  },
  {
    name: 'KEY_FILE',
    fallback: null,
    description:
      'A JSON file with MASTER_REC, MASTER_PERT and SIGNING_KEY, readable by its owner alone, instead of the three settings.',
  },
  {
    name: 'DEMO',
    fallback: null,
    description:
      'true loads the synthetic demo region into an empty database. Holds with the embedded PostgreSQL unless false.',
  },
  {
    name: 'LOG_LEVEL',
    fallback: 'warn',
    description: 'fatal, error, warn, info, debug or silent. No level logs a row, a key or an unprotected count.',
  },
];
