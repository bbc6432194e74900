/** The code Node and its libraries put on an error, or an empty text. Works for errors of another realm too. */
export function errorCodeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}
