/** Run a command's work and end with its exit code: an error is one message on the screen, never a stack. */
export async function run(
  work: () => Promise<number>,
  { failure }: { failure: number } = { failure: 1 },
): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = failure;
  }
}
