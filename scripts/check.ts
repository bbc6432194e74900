import { spawn } from 'node:child_process';

/** Every check, in the order its failures are listed. */
const CHECKS: readonly (readonly [name: string, command: string])[] = [
  ['format', 'prettier --check .'],
  ['types', 'tsc -p .'],
  ['lint', 'eslint .'],
  ['floor plan', 'depcruise --config .dependency-cruiser.cjs schema server seeds scripts test'],
  ['dead code', 'knip'],
  ['spelling', 'cspell --no-progress --no-summary .'],
  ['style figures', 'tsx scripts/measure-style.ts'],
];

interface Outcome {
  readonly name: string;
  readonly hasPassed: boolean;
  readonly output: string;
}

async function outcomeOf(name: string, command: string): Promise<Outcome> {
  const child = spawn(`npx --no-install ${command}`, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  process.stdout.write(`${code === 0 ? 'passed' : 'FAILED'}  ${name}\n`);
  return { name, hasPassed: code === 0, output };
}

/** Two at a time: these machines have two cores. */
async function outcomes(): Promise<readonly Outcome[]> {
  const waiting = [...CHECKS];
  const done: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) done.push(await outcomeOf(...next));
  };
  await Promise.all([work(), work()]);
  return CHECKS.flatMap(([name]) => done.filter((outcome) => outcome.name === name));
}

const failed = (await outcomes()).filter(({ hasPassed }) => !hasPassed);
for (const { name, output } of failed) process.stdout.write(`\n--- ${name}\n${output}`);
process.stdout.write(
  failed.length === 0 ? '\nEvery check passed.\n' : `\nFailed: ${failed.map(({ name }) => name).join(', ')}\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
