/** Close in order when the process is told to stop. A second signal does not wait. */
export function closeOnSignal(close: () => Promise<void>): void {
  let isClosing = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (isClosing) process.exit(1);
    isClosing = true;
    process.stdout.write(`\n${signal}: answering what was asked, then closing.\n`);
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Closing failed: ${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
