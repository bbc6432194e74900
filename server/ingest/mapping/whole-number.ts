/** A whole number, thousands commas allowed: `1,234`, `-5`, `12.0`. Null when the text is none. */
export function wholeNumberOf(text: string): number | null {
  const bare = text.trim();
  const isNumber = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.0+)?$/.test(bare);
  return isNumber ? Number(bare.replaceAll(',', '')) : null;
}

/** `5.00E+93` was an incident number 5E93, and `00:05.0` a time, before a spreadsheet rewrote them. */
export function isExcelDamage(text: string): boolean {
  return /^\d(\.\d+)?E\+\d+$/i.test(text.trim()) || /^\d{1,2}:\d{2}\.\d$/.test(text.trim());
}
