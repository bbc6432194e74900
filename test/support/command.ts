import { execFile } from 'node:child_process';

/** What a command of the house said, and the code it ended with. */
export interface CommandAnswer {
  readonly words: string;
  readonly exitCode: number;
}

/** Run a command of package.json as a person would, without npm around it. */
export async function command(
  name: string,
  args: readonly string[],
  { token = '' }: { token?: string } = {},
): Promise<CommandAnswer> {
  const env = { PATH: process.env['PATH'], HEADWATERS_TOKEN: token };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', `scripts/${name}.ts`, ...args], { env }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : Number(error.code ?? 1);
      resolve({ words: stdout + stderr, exitCode });
    });
  });
}
