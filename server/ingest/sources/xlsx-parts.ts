import { StringDecoder } from 'node:string_decoder';

import { SaxesParser } from 'saxes';
import type { SaxesTagPlain } from 'saxes';
import yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';

import type { BytesSeen } from './source.js';

/** The parts of a workbook, which is a zip archive of XML files. */
export interface Parts {
  readonly has: (name: string) => boolean;
  /** Feed a part to handlers, piece by piece; after every piece the reader may take what has come up. */
  readonly read: (name: string, handlers: XmlHandlers, onBytes?: BytesSeen) => AsyncIterable<void>;
  readonly close: () => void;
}

export interface XmlHandlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

export async function openParts(path: string): Promise<Parts> {
  const zip = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true });
  const entries = new Map<string, Entry>();
  for (const entry of await entriesOf(zip)) entries.set(entry.fileName.toLowerCase(), entry);

  return {
    has: (name) => entries.has(name.toLowerCase()),
    read: (name, handlers, onBytes) => readPart({ zip, entry: entries.get(name.toLowerCase()), handlers, onBytes }),
    close: () => zip.close(),
  };
}

function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}

interface PartAsked {
  readonly zip: ZipFile;
  readonly entry: Entry | undefined;
  readonly handlers: XmlHandlers;
  readonly onBytes?: BytesSeen | undefined;
}

async function* readPart({ zip, entry, handlers, onBytes }: PartAsked): AsyncGenerator<void> {
  if (entry === undefined) return;

  const parser = parserWith(handlers);
  const decoder = new StringDecoder('utf8');
  const ratio = entry.compressedSize / Math.max(1, entry.uncompressedSize);
  for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    onBytes?.(piece.length * ratio);
    parser.write(decoder.write(piece));
    yield;
  }
  parser.write(decoder.end()).close();
  yield;
}

function parserWith({ open, text, close }: XmlHandlers): SaxesParser {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag: SaxesTagPlain) => open(localName(tag.name), tag.attributes));
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close !== undefined) parser.on('closetag', (tag) => close(localName(tag.name)));
  return parser;
}

/** Some writers prefix every element: `x:row`. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
