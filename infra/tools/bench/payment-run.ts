import { SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
import { Suppliers } from '#domain/finance/suppliers/supplier.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { create, plain, update } from '#kernel/record.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { handler as writePaymentFile } from '../../../functions/finance/treasury/write-payment-file.task.ts';
import { enterMember } from '../local/members.ts';
import { askAs, type BenchCompany, benchCompany, tenantOf } from './company.ts';
import { dollars, readPrices, sumOf, useOf } from './cost.ts';
import type { Step } from './cycle.ts';
import type { Meter } from './meter.ts';

const SUPPLIERS = 100;
const BILLS_EACH = 5;
/** AwaitApproval, WriteFile, AwaitExecution, PostRun: tests/workflows/payment-run.test.ts sees them. */
const TRANSITIONS = 4;
const IBAN = 'ES9121000418450200051332';

/** What a run of {@link SUPPLIERS} × {@link BILLS_EACH} bills costs from its proposal to the books. */
export interface RunFigures {
  readonly bills: number;
  readonly steps: readonly {
    readonly name: string;
    readonly calls: number;
    readonly writes: number;
    readonly reads: number;
    readonly ms: number;
  }[];
  readonly transitions: number;
  readonly usd: number;
}

/** Bills that are due, copies of one that the API made. */
async function owe({ tenant, records }: BenchCompany, today: string): Promise<string[]> {
  const by = `ana@${tenant}.example`;
  const stored = await records.getOrThrow(Companies, COMPANY_ID);
  await records.commit([update(Companies, stored, { ...stored, iban: IBAN })]);
  for (const name of ['ana', 'bea', 'carlos']) await enterMember(tenant, `${name}@${tenant}.example`);
  const body = { name: 'Talleres Robla, S.L.', account: '410', expenseAccount: '622', paymentDays: 30, iban: 'ES7921000813610123456789' };
  const { id } = await askAs(tenant, by, 'POST /payables/suppliers', body);
  const lines = [{ net: { amount: '150.00', currency: 'EUR' } }];
  const paper = { supplierId: id, reference: 'A-2026/000118', date: today, receivedOn: today, dueDate: today, lines };
  const bill = await askAs(tenant, by, 'POST /payables/bills', paper);
  const [supplier, first] = [await records.getOrThrow(Suppliers, id), await records.getOrThrow(SupplierBills, bill.id)];
  const ids: string[] = [];
  for (let i = 0; i < SUPPLIERS; i += 1) {
    const supplierId = idFrom('sup', tenant, `s${i}`);
    ids.push(supplierId);
    const copies = Array.from({ length: BILLS_EACH }, (_, k) => ({ ...plain(first), supplierId, reference: `A-2026/${i}-${k}` }));
    await records.commit([
      create(Suppliers, supplierId, { ...plain(supplier), name: `Talleres y Repuestos ${i}, S.L.` }),
      ...copies.map((copy) => create(SupplierBills, idFrom('bil', tenant, copy.reference), copy)),
    ]);
  }
  return ids;
}

/** A payment run of 500 bills, as two people let it go and the bank pays it. */
export async function measurePaymentRun(meter: Meter): Promise<RunFigures> {
  const today = new Date().toISOString().slice(0, 10);
  const { company, suppliers } = await meter.uncounted(async () => {
    const made = await benchCompany(tenantOf('run'), 1);
    return { company: made, suppliers: await owe(made, today) };
  });
  const { tenant } = company;
  const steps: (Step & { readonly ms: number })[] = [];
  const step = async <T>(name: string, by: Step['by'], work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const { value, calls } = await meter.during(work);
    steps.push({ name, by, calls, ms: performance.now() - began });
    return value;
  };
  const ask = (by: string, route: string, body: object) => askAs(tenant, `${by}@${tenant}.example`, route, body);
  const proposal = { iban: IBAN, until: today, supplierIds: suppliers };
  const run = await step('Propose', 'http', () => ask('ana', 'POST /treasury/payment-runs', proposal));
  for (const by of ['bea', 'carlos'])
    await step(`Approve, ${by}`, 'http', () => ask(by, `POST /treasury/payment-runs/${run.id}/approval`, { confirmed: suppliers }));
  await step('Write the file', 'task', () => writePaymentFile({ tenant, runId: run.id, execution: run.id } as never, {} as never));
  await step('Post what the bank paid', 'http', () => ask('bea', `POST /treasury/payment-runs/${run.id}/execution`, {}));
  meter.takeChanges();
  const usd = dollars(await readPrices(), sumOf(steps.map((each) => useOf([each]))), TRANSITIONS).Total ?? Number.NaN;
  return {
    bills: SUPPLIERS * BILLS_EACH,
    steps: steps.map(({ name, calls, ms }) => ({
      name,
      calls: calls.length,
      writes: calls.reduce((sum, call) => sum + call.writes + call.indexWrites, 0),
      reads: calls.reduce((sum, call) => sum + call.reads, 0),
      ms,
    })),
    transitions: TRANSITIONS,
    usd: usd / 1000,
  };
}
