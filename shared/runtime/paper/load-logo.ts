import { readObject } from '../documents.ts';
import type { PaperLogo } from './paper.ts';

/** The picture that a letterhead bears; undefined where it is gone: a document without it rather than none. */
export async function loadLogo(key: string, format: PaperLogo['format']): Promise<PaperLogo | undefined> {
  const bytes = await readObject('documents', key);
  return bytes && { format, bytes };
}
