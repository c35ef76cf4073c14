import * as z from 'zod/mini';
import { type ActionRules, type Refusal, refusal } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { pageQuery } from '#kernel/page.ts';
import { numberOf, recordType, type Stored, UNDER_WAY } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { list } from '#kernel/stored.ts';

export const MATCH_RUN_STATES = ['running', 'done', 'failed', 'undoing', 'undone'] as const;

/** A line that was left as it was, and the code of the refusal. */
const LeftLine = z.object({ lineId: z.string(), code: z.string() });
export type LeftLine = Readonly<z.output<typeof LeftLine>>;
/** So many of them are named; all are counted. */
export const MOST_KEPT = 50;

const Counts = z.object({
  /** Lines looked at. */
  lines: z.int(),
  byRule: z.int(),
  byEngine: z.int(),
  /** Two explain the line about as well: a person chooses. */
  ties: z.int(),
  /** Sure enough, but the company has them accepted by a person. */
  proposed: z.int(),
  /** Sure enough, and refused by what it would have touched. */
  refused: z.int(),
});
export type MatchCounts = Readonly<z.output<typeof Counts>>;
export const NO_COUNTS: MatchCounts = { lines: 0, byRule: 0, byEngine: 0, ties: 0, proposed: 0, refused: 0 };

/** The engine and the rules over the lines of an account that wait: what was posted by itself, and what was left. */
export const MatchRun = z.object({
  state: z.enum(MATCH_RUN_STATES),
  bankAccountId: z.string(),
  accountName: z.string(),
  /** Its lines alone. */
  statementId: z.exactOptional(z.string()),
  madeAt: z.string(),
  finishedAt: z.exactOptional(z.string()),
  /** As the company's settings were then. */
  mode: z.enum(['rules', 'post']),
  threshold: z.number(),
  /** Whoever asked for it, with whose rights it works; absent: it came with a statement. */
  by: z.exactOptional(z.string()),
  /** Where it is in the queue, and where it began. */
  after: z.exactOptional(z.string()),
  from: z.exactOptional(z.string()),
  /** All lines were looked at: those that are left are looked at once more, since what the others settled is no rival any more. */
  again: z.exactOptional(z.literal(true)),
  counts: Counts,
  refused: list(LeftLine),
  undo: z.exactOptional(z.object({ by: z.string(), reason: z.string(), count: z.int(), kept: list(LeftLine) })),
  fault: z.exactOptional(z.string()),
});
export type MatchRun = Readonly<z.output<typeof MatchRun>>;
export type StoredMatchRun = Stored<MatchRun>;

export const MatchRuns = recordType<MatchRun, (typeof MATCH_RUN_STATES)[number]>({
  kind: 'bank-match-run',
  prefix: 'bmr',
  letter: 'CB',
  data: MatchRun,
  history: 'ends',
  list: {
    buckets: 'own',
    key: ({ madeAt, bankAccountId, accountName }, id, number) => ({
      bucket: 'all',
      sort: `${madeAt}#${id}`,
      label: `${number} ${accountName}`,
      party: bankAccountId,
    }),
  },
  open: ({ state, madeAt }, id) => (state === 'running' || state === 'undoing' ? { queue: UNDER_WAY, sort: `${madeAt}#${id}` } : undefined),
  lifecycle: {
    of: ({ state }) => state,
    next: { running: ['running', 'done', 'failed'], done: ['undoing'], failed: ['undoing'], undoing: ['undoing', 'undone', 'done'] },
  },
  state: ({ state }) => state,
  tones: { running: 'calm', done: 'good', failed: 'bad', undoing: 'calm', undone: 'plain' },
  related: ({ bankAccountId, statementId }) => [bankAccountId, statementId],
  screen: { none: 'The statement and the reconciliation show it.' },
  icon: 'cash',
  read: 'books.read',
});

export const CreateMatchRun = z.strictObject({ bankAccountId: idWith('bka'), statementId: z.optional(idWith('bst')) });
export const UndoMatchRun = z.strictObject({
  reason: z._default(z.string().check(z.trim(), z.minLength(1), z.maxLength(200)), 'Conciliación automática deshecha'),
});
export const ListMatchRuns = z.strictObject({ ...pageQuery, bankAccountId: z.optional(idWith('bka')) });

export const MatchRunView = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(MATCH_RUN_STATES),
  bankAccountId: z.string(),
  accountName: z.string(),
  statementId: z.optional(z.string()),
  madeAt: z.string(),
  finishedAt: z.optional(z.string()),
  mode: z.enum(['rules', 'post']),
  threshold: z.number(),
  by: z.optional(z.string()),
  counts: Counts,
  refused: z.array(LeftLine),
  undo: z.optional(z.object({ by: z.string(), reason: z.string(), count: z.int(), kept: z.array(LeftLine) })),
  fault: z.optional(z.string()),
  ...stampFields,
});
export const matchRunView = ({ after: _, from: __, again: ___, refused, undo, ...run }: StoredMatchRun) => ({
  ...stamped(run),
  number: numberOf(MatchRuns, run.id),
  refused: [...refused],
  undo: undo && { ...undo, kept: [...undo.kept] },
});

const refusalOfState = ({ state }: MatchRun, wanted: string): Refusal =>
  refusal('bank_match_run.state', `The run is ${state}: that is done with one that is ${wanted}.`, 'path.runId', { state, wanted });

/** Why a run takes an action now or not. */
export const matchRunActions = {
  undoMatchRun: (run) => (run.state === 'done' || run.state === 'failed' ? undefined : refusalOfState(run, 'done')),
} as const satisfies ActionRules<StoredMatchRun>;
