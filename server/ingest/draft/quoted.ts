/** JSON text is YAML text. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}
