import * as z from 'zod/mini';
import { type ActionRules, refusal } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';
import { recordType, type Stored, UNDER_WAY } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';

/** The largest statement that is read: a hundred thousand lines of Norma 43. */
export const MAX_STATEMENT_BYTES = 20_000_000;

export const BANK_FILE_STATES = ['waiting', 'running', 'done', 'failed'] as const;

/** What became of a statement of a file. */
export const TakenStatement = z.object({
  statementId: z.string(),
  lines: z.int(),
  /** Lines that other statements had brought already. */
  already: z.int(),
  /** The same file had brought it before: only what is missing of it was taken. */
  same: z.exactOptional(z.boolean()),
});
export type TakenStatement = Readonly<z.output<typeof TakenStatement>>;

/** Why nothing was taken of a file. */
export const BankFileFault = z.object({
  code: z.string(),
  message: z.string(),
  params: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))),
});

/** A file of a bank, from its upload until its statements are there: one or several, all of them or none. */
export const BankFile = z.object({
  state: z.enum(BANK_FILE_STATES),
  fileName: z.string(),
  /** The account that whoever sent it named: for formats that name none. */
  bankAccountId: z.exactOptional(z.string()),
  /** The original in the documents bucket, unchanged, and its version. */
  key: z.string(),
  version: z.exactOptional(z.string()),
  /** ISO instants. */
  madeAt: z.string(),
  finishedAt: z.exactOptional(z.string()),
  sha256: z.exactOptional(z.string()),
  bytes: z.exactOptional(z.int()),
  statements: z.exactOptional(list(TakenStatement)),
  fault: z.exactOptional(BankFileFault),
});
export type BankFile = Readonly<z.output<typeof BankFile>>;
export type StoredBankFile = Stored<BankFile>;

export const BankFiles = recordType<BankFile, (typeof BANK_FILE_STATES)[number]>({
  kind: 'bank-file',
  prefix: 'bkf',
  letter: 'FB',
  data: BankFile,
  history: 'ends',
  list: {
    buckets: 'own',
    key: (f, id, number) => ({ bucket: 'all', sort: `${f.madeAt}#${id}`, label: [number, f.fileName].join(' ') }),
  },
  open: (f, id) => {
    const queue = f.state === 'waiting' || f.state === 'running' ? UNDER_WAY : f.state === 'failed' ? 'look' : undefined;
    return queue && { queue, sort: `${f.madeAt}#${id}` };
  },
  state: (f) => f.state,
  tones: { waiting: 'warn', running: 'calm', done: 'good', failed: 'bad' },
  summary: (f) => ({ title: f.fileName, date: f.madeAt.slice(0, 10) }),
  related: (f) => [f.bankAccountId, ...(f.statements ?? []).map(({ statementId }) => statementId)],
  screen: '/banking/files',
  icon: 'upload',
  read: 'books.read',
});

/** Why a file takes an action now or not. */
export const bankFileActions = {
  readBankFileAgain: ({ state }) =>
    state === 'failed'
      ? undefined
      : refusal('bank_file.state', `The file is ${state}: only one that was refused is read again.`, 'path.fileId', {
          state,
          wanted: 'failed',
        }),
} as const satisfies ActionRules<StoredBankFile>;

/** A refused file that waits to be read once more. @param bankAccountId whose it is, where that is told anew. */
export function waitingForReading(
  { fault: _, finishedAt: __, sha256: ___, bytes: ____, statements: _____, ...file }: StoredBankFile,
  bankAccountId: string | undefined,
): BankFile {
  return { ...file, ...defined({ bankAccountId: bankAccountId ?? file.bankAccountId }), state: 'waiting' };
}

/** Where files are dropped: `statements/<tenant>/<file>`. What is there is kept as it came. */
export const statementKey = (tenant: string, id: string): string => `statements/${tenant}/${id}`;
export const STATEMENT_KEY = /^statements\/([a-z][a-z0-9-]{1,30})\/([^/]{1,200})$/;

export const newBankFile = (file: Pick<BankFile, 'fileName' | 'bankAccountId' | 'key' | 'madeAt'>): BankFile => ({
  ...file,
  state: 'waiting',
});
