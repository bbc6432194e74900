/** Why a hub did not answer, in words its user can act on. */
export function hubFailure(hub: string, error: unknown): Error {
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  return new Error(
    `The hub at ${hub} did not answer (${reason}). Nothing was written unless a receipt says so. ` +
      'Check the address and that the hub runs, and send the same again: that is safe.',
  );
}
