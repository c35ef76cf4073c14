import * as z from 'zod/mini';
import { list } from '#kernel/stored.ts';

/** A file of a pack, by the name that it has within the ZIP. */
const PackedFile = z.object({
  name: z.string(),
  bytes: z.int(),
  /** Of what it holds, in hexadecimal. */
  sha256: z.string(),
});

/** What a month was closed with: statements, what was owed, and the checks with what they found, in one ZIP. */
export const ClosePack = z.object({
  /** Of which run of the close: a month that was reopened has one of each. */
  run: z.int(),
  /** The day on which the month was closed. */
  closedOn: z.string(),
  /** ISO instant of the lock: the books as known then are those of the pack. */
  knownAt: z.string(),
  /** Of the ZIP. */
  bytes: z.int(),
  sha256: z.string(),
  files: list(PackedFile),
});
export type ClosePack = Readonly<z.output<typeof ClosePack>>;
export type ClosePackFile = ClosePack['files'][number];

/** Packs that a close names; older ones stay where they are kept. */
export const MOST_PACKS = 24;

/** Where a run's pack is kept; a name: one file of it. */
export const packKey = (tenant: string, closeId: string, run: number, name?: string): string =>
  `${tenant}/closes/${closeId}.${run}${name === undefined ? '.zip' : `/${name}`}`;

/** What a person saves it as. */
export const packName = (period: string, run: number, language: 'es' | 'en'): string =>
  `${language === 'es' ? 'cierre' : 'close'}-${period}${run > 1 ? `-${run}` : ''}.zip`;
