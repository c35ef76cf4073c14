import { inflateSync } from 'node:zlib';

/** The text of a PDF that pdfkit wrote with standard fonts, one line per piece, in the order it was written. */
export function pdfText(bytes: Buffer): string {
  const raw = bytes.toString('latin1');
  const pieces: string[] = [];
  for (const match of raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    const content = inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1');
    for (const [, shown] of content.matchAll(/\[([^\]]*)\] TJ/g))
      pieces.push(
        [...(shown ?? '').matchAll(/<([0-9a-f]*)>/gi)].map(([, hex]) => windows1252.decode(Buffer.from(hex ?? '', 'hex'))).join(''),
      );
  }
  return pieces.join('\n');
}

const windows1252 = new TextDecoder('windows-1252');

/** How many pages it has. */
export const pdfPages = (bytes: Buffer): number => Number(/\/Type \/Pages\s*\/Count (\d+)/.exec(bytes.toString('latin1'))?.[1] ?? 0);
