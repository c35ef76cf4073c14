import { Customers } from '#domain/crm/customers/customer.ts';
import { AdviserParties, PARTY_ACCOUNTS, type PartyAccount, partiesIds, type StoredAdviser } from '#domain/finance/advisers/adviser.ts';
import { type Covered, countOf, isCovered } from '#domain/finance/advisers/adviser-export.ts';
import type { LayoutRow } from '#domain/finance/advisers/layout.ts';
import { type PartySubaccount, Subaccounts } from '#domain/finance/advisers/subaccounts.ts';
import { CLOSING_SHARD } from '#domain/finance/ledger/entry.ts';
import { PeriodSequences, sequenceId } from '#domain/finance/ledger/period-sequence.ts';
import { Suppliers } from '#domain/finance/suppliers/supplier.ts';
import { monthsOfTaxPeriod } from '#domain/finance/tax/tax-period.ts';
import { prefixOf } from '#kernel/id.ts';
import type { Records } from '#runtime/records.ts';
import { readChart } from '../ledger/account-store.ts';
import type { JournalDocument } from '../ledger/entry-store.ts';
import { walkJournal } from '../ledger/journal-store.ts';
import { sequencesOf } from '../ledger/period-store.ts';
import { untilSettled } from '../ledger/trial-store.ts';

const PACE = 400;

/** The counters of a period's months, of what closes a year in them too. */
export async function readSequences(records: Records, period: string) {
  const ids = monthsOfTaxPeriod(period).flatMap((month) => [...sequencesOf(month), sequenceId(month, CLOSING_SHARD)]);
  return (await records.getMany(PeriodSequences, ids)).filter((sequence) => sequence !== undefined);
}

/** The documents of entries by their numbers, in the order of the books. @throws DomainError `balances.behind` (503). */
const readCovered = (records: Records, covered: readonly Covered[]): Promise<JournalDocument[]> =>
  untilSettled(async () => {
    const found: JournalDocument[] = [];
    const months = [...new Set(covered.map(({ period }) => period))].sort();
    for await (const { items } of walkJournal(records, { months, order: 'asc', pace: PACE }))
      found.push(...items.flatMap(({ document }) => (isCovered(covered, document.entry) ? [document] : [])));
    return found.length === countOf(covered) ? found : undefined;
  });

/** Customers and suppliers by id: what they are called, and their tax id. */
async function readParties(records: Records, ids: readonly string[]) {
  const [customers, suppliers] = await Promise.all([
    records.getMany(
      Customers,
      ids.filter((id) => prefixOf(id) === Customers.prefix),
    ),
    records.getMany(
      Suppliers,
      ids.filter((id) => prefixOf(id) === Suppliers.prefix),
    ),
  ]);
  return new Map([...customers, ...suppliers].flatMap((party) => (party ? [[party.id, party] as const] : [])));
}

/** What parties were given. */
async function readGiven(records: Records, adviserId: string) {
  const kept = (await records.getMany(AdviserParties, partiesIds(adviserId))).filter((each) => each !== undefined);
  const given = kept.flatMap(({ id, parties }): PartySubaccount[] => {
    const account = PARTY_ACCOUNTS.find((each) => id.includes(`.${each}.`)) as PartyAccount;
    return Object.entries(parties).map(([party, subaccount]) => ({ account, party, subaccount }));
  });
  return { kept, given };
}

/** An account of a line that has no subaccount, or gets zeros. */
interface Told {
  readonly account: string;
  readonly name: string;
  readonly subaccount: string;
}

/** Entries as a firm gets them. */
export async function adviserBooks(records: Records, adviser: StoredAdviser, covered: readonly Covered[], firstNumber: number) {
  const [documents, chart, { kept, given }] = await Promise.all([
    countOf(covered) === 0 ? [] : readCovered(records, covered),
    readChart(records),
    readGiven(records, adviser.id),
  ]);
  const lines = documents.flatMap(({ id, entry }, i) => entry.lines.map((line, at) => ({ id, entry, line, at, number: firstNumber + i })));
  const parties = await readParties(records, [...new Set(lines.flatMap(({ line: { party } }) => party ?? []))]);
  const names = new Map(chart.map(({ code, name }) => [code, name]));
  const subaccounts = new Subaccounts(adviser, given, (party) => parties.get(party)?.taxId);
  const [unmapped, padded] = [new Map<string, Told>(), new Map<string, Told>()];
  const rows = lines.map(({ id, entry, line, at, number }): LayoutRow => {
    const { subaccount = '', by } = subaccounts.of(line);
    const party = by === 'party' ? parties.get(line.party ?? '') : undefined;
    const name = party?.name ?? names.get(line.account) ?? '';
    const told = { account: line.account, name, subaccount };
    if (by === 'none') unmapped.set(line.account, told);
    if (by === 'padding') padded.set(line.account, told);
    return {
      ...{ number, line: at + 1, date: entry.date, subaccount, name, taxId: party?.taxId ?? '' },
      ...{ text: line.text ?? entry.text, document: id, amount: line.amount },
    };
  });
  const sum = (side: 1 | -1) => rows.reduce((total, { amount }) => total + BigInt(Math.max(0, side * amount)), 0n);
  return {
    ...{ entries: documents.length, rows, unmapped: [...unmapped.values()], padded: [...padded.values()] },
    ...{ kept, given: subaccounts.given, debit: sum(1), credit: sum(-1) },
  };
}
