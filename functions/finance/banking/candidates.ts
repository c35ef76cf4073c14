import { banking } from '#api/finance/banking.ts';
import { lineLook } from '#domain/finance/banking/auto-match.ts';
import { BankAccounts, type StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import { BankLines, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import { type LineCandidate, rankedCandidates } from '#domain/finance/banking/line-candidates.ts';
import { returnedTogether } from '#domain/finance/banking/returned-together.ts';
import { candidateView } from '#domain/finance/banking/wire.ts';
import { PayrollPayments } from '#domain/hr/payroll/payroll-payment.ts';
import { addDays, type IsoDate, monthOf, monthsBetween } from '#kernel/date.ts';
import { required } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { query } from '../../platform/service.ts';
import type { JournalDocument } from '../ledger/entry-store.ts';
import { walkJournal } from '../ledger/journal-store.ts';
import { tellingLines } from './bank-ties.ts';
import { habitsOf } from './habit-store.ts';
import { naming } from './lines.ts';
import { ratesOf } from './match-documents.ts';
import { movedOn } from './match-parts.ts';
import { payCandidates } from './match-pay.ts';
import { mostFxOf, rulesOn } from './match-world.ts';
import { billCandidates, creditNoteCandidates, invoiceCandidates, runCandidates, supplierCreditCandidates } from './open-documents.ts';
import { returnedCandidates } from './returned-payments.ts';
import { transferCandidates } from './transfer-candidates.ts';

/** Entries of the line's amount that are offered: the walk ends with them, else with the days around the line. */
const MOST = 20;
/** Days around a line in which what is in the books already is looked for. */
const AROUND = 10;

/** What has moved as much on the account within some days, and no line tells of: it is in the books already. */
async function alreadyPosted(records: Records, line: StoredBankLine, of: StoredBankAccount): Promise<LineCandidate[]> {
  const { account } = of;
  const [from, to]: [IsoDate, IsoDate] = [addDays(line.date, -AROUND), addDays(line.date, AROUND)];
  const months = monthsBetween(monthOf(from), monthOf(to));
  const documents: JournalDocument[] = [];
  const walk = { months, order: 'asc', from, to: `${to}~`, account, pace: 100, unreadable: new Set<string>() } as const;
  for await (const { items } of walkJournal(records, walk)) {
    for (const { document } of items) if (isSame(document, line, of)) documents.push(document);
    if (documents.length >= MOST) break;
  }
  const lines = await tellingLines(records, documents, account);
  const { amount, currency } = line;
  return documents.flatMap(({ id, kind, entry: { text, date } }, i) => {
    if (lines[i]) return [];
    const document = { kind, id, number: naming(id).number, partyName: text, date, open: Math.abs(amount) };
    const candidate = {
      ...{ id, kind: 'transfer' as const, open: amount, currency, numbers: [], date },
      partyNames: [text],
      partyIbans: [],
    };
    return [{ document, candidate, posted: true }];
  });
}

/** Pay is offered as what it is: of a payment several lines may tell. */
const isSame = ({ kind, entry, reversedBy, reverses }: JournalDocument, line: StoredBankLine, account: StoredBankAccount): boolean =>
  kind !== PayrollPayments.kind && !reversedBy && !reverses && movedOn(entry.lines, account) === line.amount;

const openOnly = (found: readonly LineCandidate[]) => ({ open: new Map(found.map((each) => [each.candidate.id, each])) });

export const listLineCandidates = query(
  banking.actions.listLineCandidates,
  ({ path }) => ({ line: required(BankLines, path.lineId, 'path.lineId') }),
  async (world) => {
    const { records, line: told } = world;
    if (told.state !== 'open') return { items: [] };
    const [account, habits, rules] = await Promise.all([
      records.getOrThrow(BankAccounts, told.bankAccountId),
      habitsOf(records, [told]),
      rulesOn(records),
    ]);
    const line = { ...told, learnt: habits.get(told.id) };
    const found = await Promise.all([
      ...(line.amount > 0
        ? [invoiceCandidates(records, line), creditNoteCandidates(records, line), supplierCreditCandidates(records, line)]
        : [billCandidates(records, line), creditNoteCandidates(records, line)]),
      runCandidates(records, line, account.account),
      payCandidates(records, line, account),
      transferCandidates(records, line),
      returnedCandidates(records, world.company.fiscalYears, line, account.account),
      alreadyPosted(records, line, account),
    ]);
    const all = found.flat();
    const look = lineLook(line, {
      rules,
      mostFx: mostFxOf(world.company),
      ratesOn: await ratesOf(records, openOnly(all), account, [line.date, line.date]),
    });
    const ranked = [...returnedTogether(line, all), ...rankedCandidates(line, all, look)];
    return { items: ranked.map((each) => candidateView(each, line.currency)) };
  },
);
