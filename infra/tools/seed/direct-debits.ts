import { addDays, type IsoDate } from '../../../shared/kernel/date.ts';
import { Failure } from '../local/failure.ts';
import { until } from '../local/processes.ts';
import type { Api } from './api.ts';

/** Accounts of customers who let them be debited: each is a test account, with control digits that are right. */
const ACCOUNTS = ['ES7921000813610123456789', 'ES6000491500051234567892', 'ES1000492352082414205416'] as const;
const FILE_MS = 120_000;

interface Invoice {
  readonly id: string;
  readonly customerId: string;
}
interface Run {
  readonly id: string;
  readonly state: string;
  readonly count: number;
}

/** An open invoice each of some customers. */
async function openInvoices(api: Api): Promise<Invoice[]> {
  const { items } = await api.get<{ items: Invoice[] }>('accountant', '/invoices?state=open&limit=100');
  const { walkInCustomerId } = await api.get<{ walkInCustomerId: string }>('accountant', '/company');
  const firsts = [...Map.groupBy(items, ({ customerId }) => customerId).values()].flatMap(([first]) => first ?? []);
  return firsts.filter(({ customerId }) => customerId !== walkInCustomerId).slice(0, ACCOUNTS.length);
}

/** Mandates of three customers: a run that the bank has collected, of which it gave one debit back; and one that waits for its approval. */
export async function collectByDebits(api: Api, today: IsoDate): Promise<void> {
  const { items: runs } = await api.get<{ items: Run[] }>('accountant', '/treasury/payment-runs?kind=debit');
  const [collected] = runs.length > 0 ? runs.filter(({ count }) => count > 1) : [await proposeBoth(api, today)];
  if (collected) await collect(api, collected);
}

/** @returns the run of two debits; the other, of one, waits. */
async function proposeBoth(api: Api, today: IsoDate): Promise<Run> {
  const invoices = await openInvoices(api);
  if (invoices.length < ACCOUNTS.length) throw new Failure('three customers with an open invoice are needed for direct debits');
  // Entered by the program, so that both people may approve.
  for (const [i, { customerId }] of invoices.entries())
    await api.post('integration', '/treasury/mandates', `demo.mandate.${i}`, {
      customerId,
      signedOn: addDays(today, -60),
      iban: ACCOUNTS[i],
    });
  const propose = (name: string, chosen: readonly Invoice[]) =>
    api.post<Run>('accountant', '/treasury/debit-runs', `demo.debits.${name}`, { invoiceIds: chosen.map(({ id }) => id) });
  await propose('waiting', invoices.slice(2));
  return propose('collected', invoices.slice(0, 2));
}

async function collect(api: Api, { id }: Run): Promise<void> {
  const { payments } = await api.get<{ payments: { partyId: string }[] }>('owner', `/treasury/payment-runs/${id}`);
  const confirmed = payments.map(({ partyId }) => partyId);
  await api.post('owner', `/treasury/payment-runs/${id}/approval`, 'demo.debits.approval', { confirmed });
  const stateOf = async () => (await api.get<Run>('owner', `/treasury/payment-runs/${id}`)).state;
  if (!(await until(async () => ['sent', 'executed'].includes(await stateOf()), FILE_MS, 500)))
    throw new Failure(`the file of the direct debits ${id} was not written`);
  await api.post('owner', `/treasury/payment-runs/${id}/execution`, 'demo.debits.execution', {});
  const fee = { amount: '3.50', currency: 'EUR' };
  await api.post('owner', `/treasury/payment-runs/${id}/payments/1/return`, 'demo.debits.return', { code: 'AM04', fee });
}
