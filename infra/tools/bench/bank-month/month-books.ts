import { Customers } from '#domain/crm/customers/customer.ts';
import {
  BankAccounts,
  BankIbans,
  BankLedgers,
  bankIbanId,
  bankLedgerId,
  type StoredBankAccount,
} from '#domain/finance/banking/bank-account.ts';
import { type BankRule, BankRules } from '#domain/finance/banking/bank-rule.ts';
import type { MatchCandidate, MatchLine } from '#domain/finance/banking/match-model.ts';
import { ExchangeRateDays, ratesId } from '#domain/finance/currencies/exchange-rate.ts';
import { accountId, OwnAccounts } from '#domain/finance/ledger/own-account.ts';
import { SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { Suppliers } from '#domain/finance/suppliers/supplier.ts';
import { Mandates } from '#domain/finance/treasury/mandate.ts';
import { endToEndId } from '#domain/finance/treasury/pain.ts';
import { PaymentRuns } from '#domain/finance/treasury/payment-run.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { type Change, create, createNext, update } from '#kernel/record.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';
import type { BankMonth } from './month.ts';
import { OWN } from './other-account.ts';
import type { Templates } from './templates.ts';

/** The company's own account in the month, and the one that its transfers are with. */
export const IBANS = { current: OWN.iban, other: OWN.other };
const [CURRENT, OTHER] = ['572', '5720001'];

export interface MonthBooks {
  readonly month: BankMonth;
  readonly account: StoredBankAccount;
  readonly other: StoredBankAccount;
  /** What each of the month's candidates is in the books: a document, or a payment of the run by its number. */
  readonly documents: ReadonlyMap<string, string>;
  readonly runId: string;
  /** The month's lines as this company's bank tells them. */
  readonly lines: readonly MatchLine[];
}

const isRun = ({ kind }: MatchCandidate): boolean => kind === 'run-payment';
const partyId = (tenant: string, { partyId: id = '' }: MatchCandidate): string => idFrom(id.startsWith('sup') ? 'sup' : 'cus', tenant, id);

/** What a document of the month is called in the books. */
function idOf(tenant: string, { kind, id, numbers: [number = ''] }: MatchCandidate): string {
  if (kind === 'invoice') return `inv_${number}`;
  if (kind === 'credit-note') return `crn_R${number.slice(1)}`;
  return idFrom('bil', tenant, id);
}

/** What is open of it, and nothing done with it yet. */
const openItem = (open: number) => ({ open: Math.abs(open), allocations: [] });

function documentOf(tenant: string, candidate: MatchCandidate, templates: Templates, runId: string): Change {
  const { kind, open, currency, date, dueDate = date, numbers, partyNames } = candidate;
  const [id, of, name] = [idOf(tenant, candidate), partyId(tenant, candidate), partyNames[0] ?? ''];
  if (kind === 'bill' || kind === 'run-payment') {
    const bill = templates.bill as { totals: object };
    const totals = { ...bill.totals, gross: Math.abs(open) };
    const inRun = isRun(candidate) ? { paymentRunId: runId } : {};
    const told = { supplierId: of, supplierName: name, reference: numbers[1] ?? id, date, receivedOn: date, dueDate, totals };
    return create(SupplierBills, id, { ...bill, ...told, ...openItem(open), ...inRun } as never);
  }
  const template = (kind === 'credit-note' ? templates.creditNote : currency === 'EUR' ? templates.invoice : templates.dollars) as {
    customer: object;
    foreign?: object;
  };
  const foreign = template.foreign ? { foreign: { ...template.foreign, open: Math.abs(open) } } : {};
  const data = {
    ...{ ...template, customerId: of, customer: { ...template.customer, name }, number: id.slice(4), date, dueDate },
    ...{ ...openItem(template.foreign ? open / 1.08 : open), ...foreign },
  };
  const rounded = { ...data, open: Math.round(data.open) };
  return kind === 'credit-note' ? createNext(CreditNotes, id, rounded as never) : createNext(Invoices, id, rounded as never);
}

/** Customers and suppliers, with the accounts that the books know of them. */
function partiesOf(tenant: string, candidates: readonly MatchCandidate[], { supplier }: Templates): Change[] {
  const parties = new Map(candidates.flatMap((each) => (each.partyId?.includes('_') ? [[each.partyId, each] as const] : [])));
  return [...parties].flatMap(([key, candidate]): Change[] => {
    const [id, name, iban] = [partyId(tenant, candidate), candidate.partyNames[0] ?? '', candidate.partyIbans[0]];
    if (key.startsWith('sup')) return [create(Suppliers, id, { ...supplier, name, ...(iban ? { iban } : {}) } as never)];
    const customer = create(Customers, id, { name, paymentDays: 30 });
    if (!iban) return [customer];
    const mandate = { customerId: id, customerName: name, reference: key, scheme: 'CORE' as const, type: 'recurrent' as const, iban };
    const made = { ...mandate, signedOn: '2026-01-02', ibanChangedBy: 'bench', ibanChangedOn: '2026-01-02', collections: 0 };
    return [customer, create(Mandates, idFrom('mdt', tenant, key), made)];
  });
}

/** The payments of the month that one run of the company has told the bank of. */
function runOf(tenant: string, runId: string, candidates: readonly MatchCandidate[], date: string): Change[] {
  const payments = candidates.filter(isRun).map((candidate, i) => {
    const { open, partyNames, numbers } = candidate;
    const amount = Math.abs(open);
    const iban = candidate.partyIbans[0] ?? IBANS.other;
    const charges = [{ id: idOf(tenant, candidate), reference: numbers[1] ?? '', amount }];
    return {
      ...{ no: i + 1, partyId: partyId(tenant, candidate), partyName: partyNames[0] ?? '', iban },
      ...{ charges, credits: [], amount, state: 'open' as const },
    };
  });
  const run = {
    ...{ kind: 'transfer' as const, state: 'sent' as const, proposedOn: date, date, account: CURRENT, iban: IBANS.current, payments },
    ...{ version: 'pain.001.001.09' as const, leftOut: [], makers: [], approvals: [] },
  };
  return payments.length > 0 ? [create(PaymentRuns, runId, run)] : [];
}

/** The month's rules as the company's, with what card takings keep and what may differ. */
function rulesOf(tenant: string, { rules }: BankMonth): Change[] {
  const accounts: Readonly<Record<string, string>> = { fee: '626', interest: '662', tax: '4750', tgss: '476', payroll: '465' };
  const rule = (key: string, data: Pick<BankRule, 'conditions' | 'action'>): Change =>
    create(BankRules, idFrom('bru', tenant, key), { ...data, name: key, order: 100, state: 'on', version: 1 });
  return [
    ...rules.map(({ id, conditions }) => rule(id, { conditions, action: { entry: { lines: [{ account: accounts[id] ?? '629' }] } } })),
    rule('pos', {
      conditions: { direction: 'in', texts: ['abono*tpv'] },
      action: { commission: { percent: '0.75', account: '626', takings: '555' } },
    }),
    rule('small', { conditions: { direction: 'in' }, action: { difference: { of: 'small', upTo: 5, account: '669' } } } as never),
    rule('kept', { conditions: { direction: 'in' }, action: { difference: { of: 'fee', upTo: 3000, account: '626' } } } as never),
  ];
}

/** Both accounts at the bank. */
export function accountsOf(tenant: string): Change[] {
  const account = (key: string, iban: string, code: string): Change[] => {
    const id = idFrom('bka', tenant, key);
    return [
      create(BankAccounts, id, { name: key, iban, account: code, currency: 'EUR' } as never),
      createNext(BankIbans, bankIbanId(iban), { bankAccountId: id }),
      createNext(BankLedgers, bankLedgerId(code), { bankAccountId: id }),
    ];
  };
  const own = { code: OTHER, name: 'Ahorro', nameEn: 'Savings', type: 'asset' as const, validFrom: '2008-01-01', active: true };
  return [
    ...account('Corriente', IBANS.current, CURRENT),
    ...account('Ahorro', IBANS.other, OTHER),
    createNext(OwnAccounts, accountId(OTHER), own),
  ];
}

/** A line as this company's bank tells it: of a run, with what the bank was given. */
function lineOf(line: MatchLine, runId: string, numbers: ReadonlyMap<string, number>): MatchLine {
  const { endToEndId: told, ...rest } = line;
  const no = told === undefined ? undefined : numbers.get(told);
  return no === undefined ? rest : { ...rest, endToEndId: endToEndId(runId, { no }) };
}

/**
 * Puts a month into the books of a company: what is open, parties with their accounts, rules, a run that the bank has, and two accounts.
 * The company knows less than the month does: no text by which a payer was known before, and takings of cards by a rule alone.
 */
export async function monthInBooks(records: Records, month: BankMonth, templates: Templates): Promise<MonthBooks> {
  const { tenant } = records;
  const runId = idFrom('pyr', tenant, 'run');
  const start = month.lines[0]?.line.date ?? '2026-03-01';
  const documents = month.candidates.filter(({ kind }) => kind !== 'transfer' && kind !== 'pos');
  // Banks tell whose transfers they are.
  const company = await records.getOrThrow(Companies, COMPANY_ID);
  const changes = [
    update(Companies, company, { ...company, name: OWN.name }),
    ...accountsOf(tenant),
    ...rulesOf(tenant, month),
    ...partiesOf(tenant, month.candidates, templates),
    ...documents.map((candidate) => documentOf(tenant, candidate, templates, runId)),
    ...runOf(tenant, runId, documents, start),
    createNext(ExchangeRateDays, ratesId(start), { date: start, rates: { USD: { rate: '1.08', source: 'manual' } } }),
  ];
  for (let at = 0; at < changes.length; at += 25) await records.commit(changes.slice(at, at + 25));
  const [account, other] = await Promise.all([
    records.getOrThrow(BankAccounts, idFrom('bka', tenant, 'Corriente')),
    records.getOrThrow(BankAccounts, idFrom('bka', tenant, 'Ahorro')),
  ]);
  const ofRun = documents.filter(isRun);
  const numbers = new Map(ofRun.map(({ endToEndId: told = '' }, i) => [told, i + 1]));
  return {
    ...{ month, account, other, runId },
    documents: new Map([
      ...documents.filter((each) => !isRun(each)).map((each) => [each.id, idOf(tenant, each)] as const),
      ...ofRun.map(({ id }, i) => [id, `${runId}#${i + 1}`] as const),
    ]),
    lines: month.lines.map(({ line }) => lineOf(line, runId, numbers)),
  };
}
