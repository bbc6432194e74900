import { SingleBar } from 'cli-progress';
import { Command } from 'commander';

import { sendFile, writeProblems } from '../server/courier/index.js';

import { hubOf, withHub } from './hub.js';
import { run } from './run.js';

const command = withHub(new Command('submit'), { holder: 'a data steward' })
  .description('Send an anonymised file to the hub. Sending it again is safe: the same file gives the same receipt.')
  .argument('<file>', 'anonymised CSV, gzipped or not, as the anonymise command makes it')
  .option('--agency <id>', 'agency the file is of; needed with an operator’s token')
  .addHelpText(
    'after',
    '\nExit code 0: every row was taken in. 2: some rows were rejected, and are listed in <file>.rejected.csv. 1: nothing was.',
  )
  .parse();

interface Options {
  readonly agency?: string;
}

await run(async () => {
  const { agency } = command.opts<Options>();
  const [file = ''] = command.args;
  const bar = new SingleBar({ format: 'sending {bar} {percentage} %', noTTYOutput: false });
  bar.start(1, 0);
  const receipt = await sendFile(
    { ...hubOf(command), file, agencyId: agency ?? null },
    { onProgress: (done, all) => bar.update(done / all) },
  ).finally(() => {
    bar.stop();
  });

  const problems = await writeProblems(file, receipt.problems);
  const { submissionId, status, rowsAccepted, rowsRejected, firstMonth, lastMonth, contentSha256, isRepeat } = receipt;
  process.stdout.write(
    `Receipt ${submissionId}${isRepeat ? ' (this file came before; nothing was written again)' : ''}\n` +
      `  rows taken in  ${rowsAccepted}, ${firstMonth ?? 'no month'} to ${lastMonth ?? 'no month'}\n` +
      `  rows rejected  ${rowsRejected}${problems === null ? '' : `, listed in ${problems}`}\n` +
      `  status         ${status}\n  sha256         ${contentSha256}\n` +
      (status === 'RECEIVED' ? `Next: npm run accept -- ${submissionId}\n` : ''),
  );
  return rowsRejected > 0 ? 2 : 0;
});
