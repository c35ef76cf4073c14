import * as z from 'zod/mini';
import { storageOf } from '../../shared/domain/kinds.ts';
import { fromStored } from '../../shared/runtime/record-item.ts';
import { writtenItems } from './written.ts';

/** A record as it lies in the table. */
export interface Item {
  readonly kind: string;
  readonly id: string;
  readonly rev: number;
  // biome-ignore lint/suspicious/noExplicitAny: records of every kind.
  readonly data: any;
  readonly history: readonly { readonly rev: number; readonly action: string }[];
}

/** The company's records, without what projections and executions keep beside them. */
export const recordsIn = (items: Iterable<Record<string, unknown>>): Item[] =>
  [...items]
    .filter((item) => Array.isArray(item.history))
    .map((item) => {
      const { id, rev, history, ...data } = fromStored<object>(
        { ...storageOf(String(item.kind)), kind: String(item.kind), data: z.any() },
        item,
      );
      return { kind: String(item.kind), id, rev, data, history };
    });

/** An id made of a hash: 26 characters, others in each company. */
const TOKENS = /[0-9A-HJKMNP-TV-Z]{26}/g;

/**
 * What a company's books and stock say, so that two companies that did the same say the same: ids of a hash are masked,
 * shards (which follow from ids) are added up, and who asked when is left out.
 */
export function stateOf(records: readonly Item[]): string[] {
  const gates = new Map<string, number>();
  const lines: string[] = [];
  for (const { kind, id, rev, data, history } of records) {
    if (kind === 'period') {
      gates.set(data.period, (gates.get(data.period) ?? 0) + data.seq);
      continue;
    }
    const steps = history.map((step) => `${step.rev} ${step.action}`);
    const masked = JSON.stringify(canonical(data)).replace(TOKENS, '…');
    lines.push(`${kind} ${id.replace(TOKENS, '…')} rev ${rev} [${steps.join(', ')}] ${masked}`);
  }
  for (const [period, entries] of gates) if (entries > 0) lines.push(`period ${period}: ${entries} entries`);
  return lines.sort();
}

/** Keys in order; an entry's shard and its number in it left out. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'shard' && key !== 'seq')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, canonical(item)]),
  );
}

/** Every record that the tests' process has written for a company, as it is now. */
export const recordsOfTenant = async (tenant: string): Promise<Item[]> => recordsIn(await writtenItems(tenant));

/** The state of a company, read from the table, without its own name, which its founder's address bears: two companies compare. */
export const snapshotOf = async (tenant: string): Promise<string[]> =>
  stateOf(await recordsOfTenant(tenant)).map((line) => line.replaceAll(tenant, '…'));
