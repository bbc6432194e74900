export type Delimiter = ',' | ';' | '|' | '\t';

const candidates: readonly Delimiter[] = [',', ';', '|', '\t'];

/** The delimiter a header is written with: the candidate that occurs most outside quotes, the comma in doubt. */
export function delimiterOf(header: string): Delimiter {
  const bare = header.replace(/"(?:[^"]|"")*"/g, '').split(/\r\n|\n|\r/, 1)[0] ?? '';
  const counted = candidates.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}
