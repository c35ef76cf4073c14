import type { DynamoDBRecord } from 'aws-lambda';
import { Customers, type StoredCustomer } from '#domain/crm/customers/customer.ts';
import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import type { Entry, EntryLine } from '#domain/finance/ledger/entry.ts';
import { ManualEntries } from '#domain/finance/ledger/manual-entry.ts';
import { newBill } from '#domain/finance/payables/purchase.ts';
import { BillInput, SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
import { draftValue } from '#domain/finance/receivables/draft.ts';
import { newInvoice } from '#domain/finance/receivables/invoice-issue.ts';
import { newReceipt } from '#domain/finance/receivables/payment.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { type StoredSupplier, Suppliers } from '#domain/finance/suppliers/supplier.ts';
import { storageOf } from '#domain/kinds.ts';
import { COMPANY_ID, Companies, type StoredCompany } from '#domain/platform/company/company.ts';
import { minorText } from '#kernel/money.ts';
import { type Change, create } from '#kernel/record.ts';
import { marshall } from '#runtime/dynamo.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { shorten } from '#runtime/short-names.ts';
import { handler as projectBalances } from '../../../functions/finance/ledger/project-balances.event.ts';
import { openPosting, type PostingSession } from '../../../functions/finance/service.ts';
import type { BenchCompany } from './company.ts';

/** Documents of one transaction: with their period's sequence below the 100 items that it holds. */
const TOGETHER = 75;
/** What one reading of the stream brings. */
const STREAM_BATCH = 100;

/** What a generator says of its own postings: sums kept beside the product, from the lines that it handed over. */
export class Kept {
  /** Cents by account and month: `430 2026-07`. */
  readonly moved = new Map<string, number>();
  /** Minor units by account and foreign currency: `400 USD`. */
  readonly foreign = new Map<string, number>();
  entries = 0;

  add({ date, lines }: Pick<Entry, 'date' | 'lines'>): void {
    this.entries += 1;
    const put = (sums: Map<string, number>, key: string, amount: number) => sums.set(key, (sums.get(key) ?? 0) + amount);
    for (const { account, amount, foreign } of lines) {
      put(this.moved, `${account} ${date.slice(0, 7)}`, amount);
      if (foreign) put(this.foreign, `${account} ${foreign.currency}`, foreign.amount);
    }
  }

  /** What an account had moved by at the end of a month; debit positive. */
  balance(account: string, month: string): number {
    return [...this.moved].reduce((sum, [key, amount]) => {
      const [code = '', of = ''] = key.split(' ');
      return code === account && of <= month ? sum + amount : sum;
    }, 0);
  }
}

interface World {
  readonly company: BenchCompany;
  readonly stored: StoredCompany;
  readonly customer: StoredCustomer;
  readonly supplier: StoredSupplier;
  readonly kept: Kept;
}

type Made = { readonly changes: readonly Change[]; readonly kind: string; readonly document: { readonly entry?: Entry } };
type Maker = (world: World, posting: PostingSession, i: number) => Promise<Made> | Made;

/** Cents of a document, as spread as an ordinary company's. */
const netOf = (i: number): number => 1000 + ((i * 7919) % 90_000);
const CODES = ['IVA-G', 'IVA-R', 'IVA-S', 'IVA-G'] as const;
const EXPENSES = ['621', '623', '627', '628', '629'] as const;
const of = <T>(all: readonly T[], i: number): T => all[i % all.length] as T;

/** A sale of two lines at two rates: two lines of the register. */
const invoice: Maker = async ({ stored, customer }, posting, i) => {
  const lines = [0, 1].map((k) => ({
    ...{ name: 'Asesoría', kind: k === 0 ? ('service' as const) : ('stocked' as const), quantity: '1' },
    ...{ price: minorText(netOf(i + k)), taxCode: k === 0 ? 'IVA-G' : 'IVA-R' },
  }));
  const value = draftValue({ lines, pricesIncludeTax: i % 7 === 0 }, posting.date);
  const request = { customer, ...value, pricesIncludeTax: i % 7 === 0, paymentDays: 30, issuer: stored };
  const made = newInvoice(posting, { count: i + 1 }, request, 'full');
  return { changes: made.changes, kind: 'invoice', document: made.invoice };
};

/** A purchase of two lines; every tenth in dollars. */
const bill: Maker = ({ company, supplier }, posting, i) => {
  const currency = i % 10 === 0 ? 'USD' : 'EUR';
  const lines = [0, 1].map((k) => ({
    ...{ account: of(EXPENSES, i + k), taxCode: of(CODES, k === 0 ? i : 1) },
    net: { amount: minorText(netOf(i * 3 + k)), currency },
  }));
  const input = BillInput.parse({ supplierId: supplier.id, reference: `F-${i}`, date: posting.date, receivedOn: posting.date, lines });
  const exchange = { currency, rate: '1.1234', date: posting.date, source: 'manual' as const };
  const document = newBill(posting, supplier, input, currency === 'USD' ? { exchange } : {});
  const id = idFrom('bil', company.tenant, String(i));
  return { changes: [create(SupplierBills, id, document)], kind: 'supplier-bill', document };
};

const receipt: Maker = ({ company, customer }, posting, i) => {
  const document = newReceipt(posting, customer, { method: i % 3 ? 'bank' : 'cash', amount: netOf(i) });
  const id = idFrom('rcp', company.tenant, String(i));
  return { changes: [create(Receipts, id, document)], kind: 'receipt', document };
};

/** Wages, depreciation and the like. */
const manual: Maker = ({ company }, posting, i) => {
  const amount = netOf(i);
  const lines: EntryLine[] =
    i % 2
      ? [
          { account: '640', amount },
          { account: '476', amount: -Math.round(amount / 3) },
          { account: ACCOUNT.bank, amount: Math.round(amount / 3) - amount },
        ]
      : [
          { account: '681', amount },
          { account: '281', amount: -amount },
        ];
  const document = { date: posting.date, text: 'Asiento', entry: posting.add('Asiento', lines) };
  const id = idFrom('man', company.tenant, String(i));
  return { changes: [create(ManualEntries, id, document)], kind: 'manual-entry', document };
};

/** What the stream tells of documents: their entries are counted as the deployed projection counts them. */
async function count(tenant: string, made: readonly Made[]): Promise<void> {
  const events = made.map(
    ({ kind, document }): DynamoDBRecord => ({
      eventName: 'INSERT',
      dynamodb: {
        NewImage: marshall({ pk: `${tenant}#${kind}#x`, sk: '#', tenant, kind, data: shorten(document, storageOf(kind).short) }) as never,
      },
    }),
  );
  for (let at = 0; at < events.length; at += STREAM_BATCH) await projectBalances({ Records: events.slice(at, at + STREAM_BATCH) });
}

/** Posts so many documents of one kind, evenly over the days of some months. */
async function post(world: World, maker: Maker, total: number, months: readonly string[], first = 0): Promise<void> {
  const { company, kept } = world;
  for (let at = 0; at < total; at += TOGETHER) {
    const month = months[Math.floor((at * months.length) / total)] ?? months[0];
    const date = `${month}-${String(1 + ((at / TOGETHER) % 28)).padStart(2, '0')}`;
    // One document for all sessions of bills: their register is counted by one shard.
    const posting = await openPosting(company.records, { date, document: maker === bill ? 'registro' : `d${at}` });
    const made: Made[] = [];
    for (let i = at; i < Math.min(at + TOGETHER, total); i += 1) made.push(await maker(world, posting, first + i));
    await company.records.commit([...made.flatMap(({ changes }) => changes), ...posting.changes()]);
    for (const { document } of made) if (document.entry) kept.add(document.entry);
    await count(company.tenant, made);
  }
}

export const QUARTER = ['2026-07', '2026-08', '2026-09'] as const;
const YEAR = Array.from({ length: 11 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`);

/** A company of 20,000 postings, of which 5,000 of the third quarter have two lines of VAT each, by the rules that post every document.
 * @param share of them, for a trial of the trial. */
export async function tradedBooks(company: BenchCompany, share = 1): Promise<Kept> {
  const { records, tenant, customerId } = company;
  const supplierId = idFrom('sup', tenant, 'supplier');
  const supplier = {
    name: 'Talleres Robla, S.L.',
    taxId: 'B58378431',
    paymentDays: 30,
    account: '400' as const,
    taxCode: 'IVA-G' as const,
  };
  await records.commit([create(Suppliers, supplierId, supplier)]);
  const world: World = {
    company,
    stored: await records.getOrThrow(Companies, COMPANY_ID),
    customer: await records.getOrThrow(Customers, customerId),
    supplier: await records.getOrThrow(Suppliers, supplierId),
    kept: new Kept(),
  };
  const some = (count: number): number => Math.ceil(count * share);
  await post(world, invoice, some(2500), QUARTER);
  await post(world, bill, some(2500), QUARTER);
  await post(world, invoice, some(2000), YEAR, 10_000);
  await post(world, bill, some(2000), YEAR, 10_000);
  await post(world, receipt, some(4000), YEAR);
  await post(world, manual, some(7000), YEAR);
  return world.kept;
}
