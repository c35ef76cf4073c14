import { MAX_BYTES } from '#domain/sales/imports/import.ts';
import { PROFILE_NAMES, type Profile, profileOf } from '#domain/sales/imports/profiles.ts';
import { columnsOf } from '#domain/sales/imports/rows.ts';
import { CreateImport } from '#domain/sales/imports/wire.ts';

/** How much of a file is looked at before it is sent: its first line, and whether it is text at all. */
const LOOKED_AT = 65_536;
const NAMED_CSV = /\.(csv|txt)$/i;
const TYPES = new Set(['', 'text/csv', 'text/plain', 'application/csv', 'application/vnd.ms-excel']);

/** Why a file is not sent: the codes of the API's own refusals, as far as a first look can tell them. */
export type FileFault =
  | { readonly code: 'empty' | 'tooLarge' | 'type' | 'name' | 'binary' | 'encoding' }
  | { readonly code: 'columns'; readonly missing: readonly string[]; readonly found: readonly string[] };

/** What a first look at the file tells: whose format it is, or what is wrong with it. */
export interface Look {
  readonly profile: string;
  readonly fault?: FileFault;
}

/** Looks at the name, the size and the first line. `chosen` is the profile that the person asked for; else the one that fits. */
export async function lookAt(file: File, chosen: string | undefined): Promise<Look> {
  const profile = chosen ?? PROFILE_NAMES[0];
  const outside = outsideFault(file);
  if (outside) return { profile, fault: { code: outside } };
  const text = textOf(new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer()));
  if ('fault' in text) return { profile, fault: { code: text.fault } };
  const header = text.text.split(/\r?\n/, 1)[0] ?? '';
  const fitting = chosen ?? PROFILE_NAMES.find((name) => !('missing' in columnsIn(profileOf(name), header))) ?? profile;
  const found = columnsIn(profileOf(fitting), header);
  if (!('missing' in found)) return { profile: fitting };
  return { profile: fitting, fault: { code: 'columns', missing: found.missing, found: cellsOf(profileOf(fitting), header) } };
}

function outsideFault({ name, size, type }: File): 'empty' | 'tooLarge' | 'type' | 'name' | undefined {
  if (!NAMED_CSV.test(name) || !TYPES.has(type)) return 'type';
  if (size === 0) return 'empty';
  if (size > MAX_BYTES) return 'tooLarge';
  return CreateImport.shape.fileName.safeParse(name).success ? undefined : 'name';
}

function textOf(bytes: Uint8Array): { readonly text: string } | { readonly fault: 'binary' | 'encoding' } {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return { fault: 'encoding' };
  if (bytes.includes(0)) return { fault: 'binary' };
  try {
    // As a stream: the last character may be cut in two.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }) };
  } catch (error) {
    if (error instanceof TypeError) return { fault: 'encoding' };
    throw error;
  }
}

const cellsOf = ({ delimiter }: Profile, header: string): string[] =>
  header
    .split(delimiter)
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    .map((cell) => cell.slice(0, 40));

const columnsIn = (profile: Profile, header: string) => columnsOf(profile, cellsOf(profile, header));
