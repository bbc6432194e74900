/** The form in which two spellings of a value are the same: NFKC, single spaces, trimmed, lower case. */
export function foldValue(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** The form in which two spellings of a column name are the same: its letters and digits, single-spaced. */
export function foldColumn(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
