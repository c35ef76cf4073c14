import * as z from 'zod/mini';
import { BookSealDetail, BookSealView, EntryProofView } from '#domain/finance/proof/wire.ts';
import { type ActionSpec, defineModule, type WorkerSpec } from '#kernel/action.ts';
import { datedQuery, pageOf } from '#kernel/page.ts';

const workers = {
  sealBooks: {
    file: 'seal-books.event',
    summary: 'Seals once a day what came into the books of each company',
    on: { schedule: 'cron(50 * * * ? *)' },
    grants: ['records:write', 'seals:keep'],
    timeoutSeconds: 900,
    memoryMb: 1024,
  },
} as const satisfies Record<string, WorkerSpec>;

const actions = {
  listBookSeals: {
    route: 'GET /proof/seals',
    summary: 'List the seals of the books, the newest first',
    permission: 'books.read',
    query: z.strictObject({ ...datedQuery }),
    output: pageOf(BookSealView),
  },
  getBookSeal: {
    route: 'GET /proof/seals/{sealId}',
    summary: 'Get a seal of the books with a link to its file',
    description:
      'A seal holds the entries that came into the books since the one before: of each sequence a Merkle root (RFC 6962), the chain up to there, and the hash of every entry. Its file names the hash of the file before, and is kept where nobody can change it. Whoever keeps copies of these files can prove, with the export `books-proof` and either of the programs that come with the product, that no entry has been changed, taken away, added or moved since.',
    permission: 'books.export',
    profile: 'documents',
    path: z.strictObject({ sealId: z.string().check(z.regex(/^bsl_\d{6}$/, 'must be the id of a seal: bsl_000012')) }),
    output: BookSealDetail,
    errors: ['book-seal.not_found'],
  },
  getEntryProof: {
    route: 'GET /proof/{entryId}',
    summary: 'Get the proof of an entry: its hash, and what leads from that to the root of its seal',
    permission: 'books.read',
    path: z.strictObject({
      entryId: z.string().check(z.regex(/^je_[a-z]{3}_[0-9A-Za-z.-]{1,60}$/, 'must be an entry id such as je_inv_F2026-000001')),
    }),
    output: EntryProofView,
    errors: ['entry.not_found', 'proof.not_sealed'],
  },
} as const satisfies Record<string, ActionSpec>;

export const proof = defineModule('finance/proof', { title: 'Proof of the books', workers }, actions);
