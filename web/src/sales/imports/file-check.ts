import { MAX_FILE_BYTES } from '#domain/sales/imports/import.ts';
import { type ImportProfile, importProfileOf, PROFILE_NAMES } from '#domain/sales/imports/profiles.ts';
import { columnsOf, statedSeparator } from '#domain/sales/imports/rows.ts';
import { CreateImport } from '#domain/sales/imports/wire.ts';
import { cut } from '#kernel/text.ts';

/** How much of a file is looked at before it is sent: its first line, and whether it is text at all. */
const LOOKED_AT = 65_536;
const NAMED_CSV = /\.(csv|txt)$/i;
const TYPES = new Set(['', 'text/csv', 'text/plain', 'application/csv', 'application/vnd.ms-excel']);

/** Why a file is not sent: the codes of the API's own refusals, as far as a first look can tell them. */
export type FileFault =
  | { readonly code: 'empty' | 'tooLarge' | 'type' | 'name' | 'binary' | 'encoding' }
  | {
      readonly code: 'columns';
      readonly missing: readonly string[];
      readonly twice?: readonly string[];
      readonly found: readonly string[];
    };

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
  const lines = text.text.split(/\r?\n/, 2);
  const fitting = chosen ?? PROFILE_NAMES.find((name) => 'columns' in columnsIn(importProfileOf(name), lines)) ?? profile;
  const found = columnsIn(importProfileOf(fitting), lines);
  if ('columns' in found) return { profile: fitting };
  return { profile: fitting, fault: { code: 'columns', ...found, found: headerOf(importProfileOf(fitting), lines) } };
}

function outsideFault({ name, size, type }: File): 'empty' | 'tooLarge' | 'type' | 'name' | undefined {
  if (!NAMED_CSV.test(name) || !TYPES.has(type)) return 'type';
  if (size === 0) return 'empty';
  if (size > MAX_FILE_BYTES) return 'tooLarge';
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

const cellsOf = ({ delimiter }: ImportProfile, header: string): string[] =>
  header
    .split(delimiter)
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    .map((cell) => cut(cell, 40));

/** The line with the names: the second, where the first states the profile's separator. */
function headerOf(profile: ImportProfile, [first = '', second = '']: readonly string[]): string[] {
  const cells = cellsOf(profile, first);
  return statedSeparator(profile, cells) === profile.delimiter ? cellsOf(profile, second) : cells;
}

const columnsIn = (profile: ImportProfile, lines: readonly string[]) => columnsOf(profile, headerOf(profile, lines));
