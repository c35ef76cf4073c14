import { addDays, type IsoDate } from '../../../shared/kernel/date.ts';
import { Failure } from '../local/failure.ts';
import { until } from '../local/processes.ts';
import type { Api } from './api.ts';

/** Accounts of suppliers that are paid by runs: told by the program that keeps them, so that people may approve. */
const IBANS: Readonly<Record<string, string>> = {
  'Reformas y Montajes Urbión, S.L.': 'ES1000492352082414205416',
  'Energía Clara Comercializadora, S.A.': 'ES1720852066623456789011',
};
const FILE_MS = 120_000;

interface Supplier {
  readonly id: string;
  readonly name: string;
  readonly iban?: string;
}
interface Run {
  readonly id: string;
  readonly state: string;
}

/** One run that the bank has paid, for the rest of the large bill; and one for the next power bill, which one of two people has approved. */
export async function payByRuns(api: Api, founded: IsoDate): Promise<void> {
  const { items } = await api.get<{ items: Supplier[] }>('accountant', '/payables/suppliers?limit=100');
  const [works, power] = Object.keys(IBANS).map((name) => items.find((supplier) => supplier.name === name));
  if (!works || !power) throw new Failure('the suppliers of the payment runs are not there');
  for (const supplier of [works, power])
    if (!supplier.iban) await api.patch('integration', `/payables/suppliers/${supplier.id}`, { iban: IBANS[supplier.name] });
  const propose = (name: string, supplierId: string, last: IsoDate) =>
    api.post<Run>('accountant', '/treasury/payment-runs', `demo.run.${name}`, { supplierIds: [supplierId], until: last });
  const approve = (by: 'owner' | 'accountant', { id }: Run, supplierId: string) =>
    api.post(by, `/treasury/payment-runs/${id}/approval`, `demo.run.${id}.${by}`, {
      confirmed: [supplierId],
    });
  const paid = await propose('paid', works.id, founded);
  await approve('accountant', paid, works.id);
  await approve('owner', paid, works.id);
  const stateOf = async () => (await api.get<Run>('owner', `/treasury/payment-runs/${paid.id}`)).state;
  if (!(await until(async () => ['sent', 'executed'].includes(await stateOf()), FILE_MS, 500)))
    throw new Failure(`the file of the payment run ${paid.id} was not written`);
  await api.post('owner', `/treasury/payment-runs/${paid.id}/execution`, 'demo.run.paid.execution', {});
  await approve('accountant', await propose('waiting', power.id, addDays(founded, 45)), power.id);
}
