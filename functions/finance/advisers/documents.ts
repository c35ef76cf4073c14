import { advisers } from '#api/finance/advisers.ts';
import { AdviserParties, Advisers, partiesIdOf, type StoredAdviser } from '#domain/finance/advisers/adviser.ts';
import {
  type AdviserExport,
  AdviserExports,
  type Covered,
  nextNumberIn,
  notSent,
  refusalOfExport,
  requireSame,
  type StoredAdviserExport,
  sentTo,
} from '#domain/finance/advisers/adviser-export.ts';
import { adviserExportView } from '#domain/finance/advisers/wire.ts';
import { throwIf } from '#kernel/errors.ts';
import { type Change, create, update } from '#kernel/record.ts';
import { creates, plainQuery } from '#runtime/action.ts';
import { linkTo, putObject } from '#runtime/documents.ts';
import { optional, required } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { command, serveModule } from '../../platform/service.ts';
import { adviserBooks, readSequences } from './adviser-books.ts';
import { adviserZip } from './adviser-file.ts';

const linked = async (made: StoredAdviserExport, now: Date) => ({
  ...adviserExportView(made),
  ...(await linkTo('reports', made.key, made.fileName, now)),
});

/** What is sent: what the firm has not got, or what an earlier export had. */
async function selection(records: Records, adviser: StoredAdviser, period: string, before: StoredAdviserExport | undefined) {
  if (before) return { covered: before.covered, firstNumber: before.firstNumber, sentBefore: true };
  const sequences = await readSequences(records, period);
  const sentBefore = sequences.some(({ seq }) => seq > 0);
  return { covered: notSent(adviser, sequences), firstNumber: nextNumberIn(adviser, period), sentBefore };
}

type Books = Awaited<ReturnType<typeof adviserBooks>>;

/** The changes that keep the subaccounts that parties were given. */
function partyChanges(adviserId: string, { kept, given }: Books): Change[] {
  const byRecord = Map.groupBy(given, ({ account, party }) => partiesIdOf(adviserId, account, party));
  return [...byRecord].map(([id, all]) => {
    const before = kept.find((each) => each.id === id);
    const parties = { ...before?.parties, ...Object.fromEntries(all.map(({ party, subaccount }) => [party, subaccount])) };
    return before ? update(AdviserParties, before, { ...before, parties }) : create(AdviserParties, id, { parties });
  });
}

const fileNameOf = (adviser: StoredAdviser, period: string, firstNumber: number): string =>
  `${adviser.name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 30)}-${period}-${firstNumber}.zip`;

export const createAdviserExport = command(
  advisers.actions.createAdviserExport,
  creates(AdviserExports, 'axp', ({ path, body }) => ({
    adviser: required(Advisers, path.adviserId, 'path.adviserId'),
    before: body.again ? required(AdviserExports, body.again.exportId, 'body.again.exportId') : optional(AdviserExports, undefined),
  })),
  async ({ body: { period, again }, adviser, before, records, company, today, now, newId, tenant }) => {
    if (before) requireSame(before, adviser.id, period);
    const { covered, firstNumber, sentBefore } = await selection(records, adviser, period, before);
    throwIf(refusalOfExport({ period }, covered, { unmapped: [], sentBefore }));
    const books = await adviserBooks(records, adviser, covered, firstNumber);
    throwIf(refusalOfExport({ period }, covered, { unmapped: books.unmapped.map(({ account }) => account), sentBefore }));
    const id = newId('axp');
    const key = `${tenant}/exports/${id}.zip`;
    const bytes = await adviserZip(adviser, books, { period, company: company.name, taxId: company.taxId });
    await putObject('reports', key, bytes, 'application/zip');
    const made: AdviserExport = {
      ...{ adviserId: adviser.id, adviserName: adviser.name, period, on: today, at: now.toISOString(), covered: covered as Covered[] },
      ...{ entries: books.entries, total: Number(books.debit), firstNumber, key, bytes: bytes.length },
      fileName: fileNameOf(adviser, period, firstNumber),
      ...(again ? { again } : {}),
    };
    const sent = before ? [] : [update(Advisers, adviser, sentTo(adviser, period, covered, books.entries))];
    return [create(AdviserExports, id, made), ...sent, ...partyChanges(adviser.id, books)];
  },
  (made, { now }) => linked(made, now),
);

export const getAdviserExport = plainQuery(advisers.actions.getAdviserExport, async ({ path, records, now }) =>
  linked(await records.getOrThrow(AdviserExports, path.adviserExportId, 'path.adviserExportId'), now),
);

export const handler = serveModule(advisers, { createAdviserExport, getAdviserExport });
