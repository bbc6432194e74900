import type { Readable } from 'node:stream';

import { errorCodeOf } from '../../lib/index.js';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const SAMPLE_BYTES = 65_536;

/**
 * Tell the encoding of a text: a byte order mark, the zero bytes of UTF-16, or whether all of it is UTF-8.
 *
 * The whole text is looked at: the first accent may stand in the last line. What is not UTF-8 is taken for
 * Windows-1252, in which every byte is a character.
 */
export async function encodingOf(bytes: Readable): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const piece of bytes as AsyncIterable<Buffer>) {
      const wide = isFirst ? wideEncodingOf(piece.subarray(0, SAMPLE_BYTES)) : null;
      if (wide !== null) return wide;
      utf8.decode(piece, { stream: true });
      isFirst = false;
    }
    utf8.decode();
    return 'utf-8';
  } catch (error) {
    if (errorCodeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'windows-1252';
    throw error;
  } finally {
    bytes.destroy();
  }
}

function wideEncodingOf(sample: Buffer): Encoding | null {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';

  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 4;
  if (odd > many) return 'utf-16le';
  return even > many ? 'utf-16be' : null;
}
