import { canonical } from '#kernel/canonical.ts';
import type { Month } from '#kernel/date.ts';
import { CLOSING_SHARD, type Entry, SHARDS } from '../ledger/entry.ts';

/** A sequence of entries that are numbered without gaps: a shard of a period. They are chained in that order. */
export interface EntrySequence {
  readonly period: Month;
  readonly shard: number;
}

/** `2026-03.1` */
export const sequenceName = ({ period, shard }: EntrySequence): string => `${period}.${shard}`;
export const sequenceNamed = (name: string): EntrySequence => ({ period: name.slice(0, 7), shard: Number(name.slice(8)) });

/** `2026-03.1` of the key of a shard's checkpoint, `lumbre#checkpoint#2026/03.1`. */
export const sequenceNameOf = (shardKey: string): string => shardKey.slice(shardKey.lastIndexOf('#') + 1).replace('/', '-');

/** All sequences of a period, what closes a fiscal year with it last. */
export const sequencesIn = (period: Month): EntrySequence[] =>
  Array.from({ length: Math.max(SHARDS, CLOSING_SHARD + 1) }, (_, shard) => ({ period, shard }));

/** What is hashed of an entry: itself and the document that carries it, as JSON with sorted keys. Amounts are whole minor units, so that no program writes them otherwise. */
export const hashedText = (document: string, { date, text, lines, period, shard, seq }: Entry): string =>
  canonical({ document, date, text, lines, period, shard, seq });
