import {
  BookSeals,
  type LeavedPart,
  SEAL_HEAD_ID,
  type SealedYear,
  SealedYears,
  type SealFacts,
  type SealHead,
  SealHeads,
  sealedYearId,
  sealFile,
  sealId,
  sealKeptUntil,
  sealKey,
} from '#domain/finance/proof/book-seal.ts';
import { chainOf, treeRoot } from '#domain/finance/proof/merkle.ts';
import { type EntrySequence, sequenceName, sequenceNamed, sequenceNameOf } from '#domain/finance/proof/sequence.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { assert } from '#kernel/assert.ts';
import { dateIn, yearOf } from '#kernel/date.ts';
import { type Change, createNext, type Stored, update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { putObject } from '#runtime/documents.ts';
import type { Records } from '#runtime/records.ts';
import { readCheckpointsOf } from '../ledger/balance-store.ts';
import { digest, fromHex, hexOf } from './digest.ts';
import { orderedLeaves } from './entry-hashes.ts';
import { keepParts } from './part-store.ts';

/** Entries, and sequences, in one seal: of more the next one takes the rest. */
export const MOST_SEALED = { entries: 50_000, parts: 60 } as const;

/** Entries of a sequence that are in no seal yet. */
interface Unsealed extends EntrySequence {
  readonly from: number;
  readonly to: number;
  /** The chain of those before, in hexadecimal. */
  readonly chain: string | undefined;
}

type Years = ReadonlyMap<string, Stored<SealedYear>>;

/** What was counted and is in no seal yet, by period and shard. */
async function readUnsealed({ tenant }: Records, years: Years, calendar: readonly string[]): Promise<Unsealed[]> {
  const checkpoints = await readCheckpointsOf(tenant, calendar);
  const unsealed = [...checkpoints].flatMap(([key, { contiguousTo }]): Unsealed[] => {
    const name = sequenceNameOf(key);
    const tip = years.get(name.slice(0, 4))?.tips[name];
    const from = (tip?.seq ?? 0) + 1;
    return from > contiguousTo ? [] : [{ ...sequenceNamed(name), from, to: contiguousTo, chain: tip?.chain }];
  });
  return unsealed.sort((a, b) => (sequenceName(a) < sequenceName(b) ? -1 : 1));
}

/** As much as one seal takes, and whether something is left. */
function taken(unsealed: readonly Unsealed[]): { readonly parts: Unsealed[]; readonly more: boolean } {
  const parts: Unsealed[] = [];
  let room: number = MOST_SEALED.entries;
  for (const part of unsealed.slice(0, MOST_SEALED.parts)) {
    if (room === 0) break;
    const to = Math.min(part.to, part.from + room - 1);
    room -= to - part.from + 1;
    parts.push({ ...part, to });
  }
  const last = parts.at(-1);
  return { parts, more: parts.length < unsealed.length || last?.to !== unsealed[parts.length - 1]?.to };
}

async function leavedPart(records: Records, { chain, ...part }: Unsealed): Promise<LeavedPart> {
  const leaves = await orderedLeaves(records, part, part);
  return {
    ...part,
    leaves,
    root: hexOf(treeRoot(digest, leaves)),
    chain: hexOf(chainOf(digest, leaves, chain === undefined ? undefined : fromHex(chain))),
  };
}

const hashOfFile = (file: string): string => hexOf(digest(Buffer.from(file)));

/** Up to where the years of some parts are sealed after them. */
function yearsAfter(years: Years, parts: readonly LeavedPart[]): Change[] {
  return [...Map.groupBy(parts, ({ period }) => yearOf(period))].map(([year, mine]) => {
    const before = years.get(year);
    const tips = Object.fromEntries(mine.map((part) => [sequenceName(part), { seq: part.to, chain: part.chain }]));
    return before
      ? update(SealedYears, before, { ...before, tips: { ...before.tips, ...tips } })
      : createNext(SealedYears, sealedYearId(year), { year, tips });
  });
}

/** Puts the file of a seal where it is kept, and tells of each part by which seal it is held. Again is the same. */
async function keepSeal(records: Records, no: number): Promise<void> {
  const { tenant } = records;
  const seal = await records.getOrThrow(BookSeals, sealId(no));
  const parts = await Promise.all(seal.parts.map(async (part) => ({ ...part, leaves: await orderedLeaves(records, part, part) })));
  const file = sealFile(tenant, seal, parts);
  assert(hashOfFile(file) === seal.sha256, `the file of seal ${no} is the one that was sealed`);
  await keepParts(tenant, seal);
  await putObject('issued', sealKey(tenant, no), file, 'application/json', sealKeptUntil(seal.day));
  await untilCommitted(async () => {
    const head = await records.getOrThrow(SealHeads, SEAL_HEAD_ID);
    if (head.no === no && !head.kept) await records.commit([update(SealHeads, head, { ...head, kept: true })]);
  });
}

/**
 * Seals what came into a company's books since its last seal: once a day, and again where there was more than one seal takes.
 * The seal stands first; its file follows, or does with the next round where that is cut off.
 * @returns the number of the seal that was made; undefined where there was nothing to seal.
 */
export async function sealBooks(records: Records): Promise<number | undefined> {
  const company = await records.get(Companies, COMPANY_ID);
  if (!company) return undefined;
  const day = dateIn(company.timeZone, records.stamp.at);
  const made = await untilCommitted(async () => {
    const head = await records.get(SealHeads, SEAL_HEAD_ID);
    if (head && !head.kept) await keepSeal(records, head.no);
    if (head?.day === day && !head.more) return undefined;
    const calendar = [...company.fiscalYears];
    const known = await records.getMany(SealedYears, calendar.map(sealedYearId));
    const years: Years = new Map(known.flatMap((year) => (year ? [[year.year, year] as const] : [])));
    const { parts, more } = taken(await readUnsealed(records, years, calendar));
    if (parts.length === 0) return undefined;
    return commitSeal(records, { head, day, more, years, parts: await Promise.all(parts.map((part) => leavedPart(records, part))) });
  });
  if (made !== undefined) await keepSeal(records, made);
  return made;
}

interface SealToCommit {
  readonly head: Stored<SealHead> | undefined;
  readonly day: string;
  readonly more: boolean;
  readonly years: Years;
  readonly parts: readonly LeavedPart[];
}

async function commitSeal(records: Records, { head, day, more, years, parts }: SealToCommit): Promise<number> {
  const facts: SealFacts = {
    ...{ no: (head?.no ?? 0) + 1, day, at: records.stamp.at.toISOString() },
    ...(head ? { previous: head.sha256 } : {}),
  };
  const file = sealFile(records.tenant, facts, parts);
  const sha256 = hashOfFile(file);
  const { no } = facts;
  const entries = parts.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const after = { no, day, sha256, kept: false, ...(more ? { more: true as const } : {}) };
  const seal = { ...facts, entries, parts: parts.map(({ leaves: _, ...part }) => part), sha256, bytes: Buffer.byteLength(file) };
  await records.commit([
    createNext(BookSeals, sealId(no), seal),
    head ? update(SealHeads, head, after) : createNext(SealHeads, SEAL_HEAD_ID, after),
    ...yearsAfter(years, parts),
  ]);
  return no;
}
