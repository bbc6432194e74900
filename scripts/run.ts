/**
 * Run a command's work and end with its exit code: an error is one message on the screen, never a stack.
 *
 * @param codes exit codes of errors, by their names; `otherwise` for any other.
 */
export async function run(
  work: () => Promise<number>,
  { codes = {}, otherwise = 1 }: { codes?: Readonly<Record<string, number>>; otherwise?: number } = {},
): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = (error instanceof Error ? codes[error.name] : undefined) ?? otherwise;
  }
}
