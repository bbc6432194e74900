import { execFile } from 'node:child_process';
import { chown, mkdir } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The user a server process runs as. PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The account to drop to: `postgres` where it exists, else `nobody`; null when we are not root and need none. */
export async function serverAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;

  const account = (await accountOf('postgres')) ?? (await accountOf('nobody'));
  if (account !== null) return account;
  throw new Error(
    'PostgreSQL does not run as root, and there is no account `postgres` or `nobody` to run it as. ' +
      'Start Headwaters as another user, or set DATABASE_URL.',
  );
}

async function accountOf(name: string): Promise<Account | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

/** Whether the account can enter a folder: a home folder of root is closed to others. */
export async function canReach(account: Account, folder: string): Promise<boolean> {
  try {
    await run('ls', [folder], { uid: account.uid, gid: account.gid });
    return true;
  } catch {
    return false;
  }
}

/** Make a folder the account owns and nobody else can enter. */
export async function makeOwnFolder(folder: string, account: Account | null): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (account !== null) await chown(folder, account.uid, account.gid);
}
