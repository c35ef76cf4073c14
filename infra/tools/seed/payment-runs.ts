import { Failure } from '../local/failure.ts';
import { until } from '../local/processes.ts';
import type { Api } from './api.ts';

/** Who is paid by the first run. Its IBAN is told by the program that keeps them, so that both people may approve. */
const WORKS = { name: 'Reformas y Montajes Urbión, S.L.', iban: 'ES1000492352082414205416' };
const FILE_MS = 120_000;

interface Supplier {
  readonly id: string;
  readonly name: string;
  readonly iban?: string;
}
interface Bill {
  readonly id: string;
  readonly supplierId: string;
  readonly state: string;
}
interface Run {
  readonly id: string;
  readonly state: string;
}

/** One run that the bank has paid, for what is due of the large bill; and one for a later bill, which one of two people has approved. */
export async function payByRuns(api: Api): Promise<void> {
  const { items } = await api.get<{ items: Supplier[] }>('accountant', '/payables/suppliers?limit=100');
  const works = items.find(({ name }) => name === WORKS.name);
  if (works && !works.iban) await api.patch('integration', `/payables/suppliers/${works.id}`, { iban: WORKS.iban });
  const bill = async (state: 'overdue' | 'open', suppliers: readonly Supplier[]): Promise<Bill> => {
    const { items: bills } = await api.get<{ items: Bill[] }>('accountant', '/payables/bills?state=open&limit=100');
    const found = bills.find((one) => one.state === state && suppliers.some(({ id }) => id === one.supplierId));
    if (!found) throw new Failure(`no bill that a payment run may pay is ${state}`);
    return found;
  };
  const propose = (name: string, { id }: Bill) =>
    api.post<Run>('accountant', '/treasury/payment-runs', `demo.run.${name}`, { billIds: [id] });
  const approve = (by: 'owner' | 'accountant', { id }: Run, { supplierId }: Bill) =>
    api.post(by, `/treasury/payment-runs/${id}/approval`, `demo.run.${id}.${by}`, { confirmed: [supplierId] });
  const runs = (await api.get<{ items: Run[] }>('accountant', '/treasury/payment-runs?kind=transfer')).items;
  if (!runs.some(({ state }) => state === 'executed'))
    await payByBank(api, await bill('overdue', works ? [works] : []), { propose, approve });
  if (runs.some(({ state }) => state === 'proposed')) return;
  const later = await bill(
    'open',
    items.filter(({ iban }) => iban),
  );
  await approve('accountant', await propose('waiting', later), later);
}

interface Acts {
  readonly propose: (name: string, bill: Bill) => Promise<Run>;
  readonly approve: (by: 'owner' | 'accountant', run: Run, bill: Bill) => Promise<unknown>;
}

async function payByBank(api: Api, bill: Bill, { propose, approve }: Acts): Promise<void> {
  const run = await propose('paid', bill);
  await approve('accountant', run, bill);
  await approve('owner', run, bill);
  const stateOf = async () => (await api.get<Run>('owner', `/treasury/payment-runs/${run.id}`)).state;
  if (!(await until(async () => ['sent', 'executed'].includes(await stateOf()), FILE_MS, 500)))
    throw new Failure(`the file of the payment run ${run.id} was not written`);
  await api.post('owner', `/treasury/payment-runs/${run.id}/execution`, 'demo.run.paid.execution', {});
}
