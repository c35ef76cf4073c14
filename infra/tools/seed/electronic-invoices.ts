import { addDays, type IsoDate } from '../../../shared/kernel/date.ts';
import { Failure } from '../local/failure.ts';
import { until } from '../local/processes.ts';
import type { Api } from './api.ts';

/** Days before today from which invoices among businesses are followed in the demo, years before they must be. */
const FOLLOWED_DAYS = 60;
const NOTED_MS = 120_000;
const REFUSED_BILL = 'A-2031';

interface FollowUp {
  readonly documentId: string;
  readonly direction: 'issued' | 'received';
  readonly number: string;
  readonly date: IsoDate;
  readonly state: string;
  readonly warning?: 'overdue' | 'due' | 'unsent';
}
interface Page {
  readonly items: readonly FollowUp[];
}

/** Before the first document: what is issued and entered from then on is followed. */
export const followInvoices = (api: Api, today: IsoDate): Promise<unknown> =>
  api.patch('owner', '/e-invoicing/settings', { followedFrom: addDays(today, -FOLLOWED_DAYS) });

/**
 * What became of electronic invoices: most are sent and accepted, one was refused by its customer, the newest wait to be sent; of a bill
 * that was refused the issuer is still to be told in time, and of one that was paid it is too late.
 */
export async function tellOfInvoices(api: Api, today: IsoDate): Promise<void> {
  await refuseBill(api, today);
  const noted = async () => (await followed(api)).some(({ number, state }) => number === REFUSED_BILL && state === 'rejected');
  if (!(await until(noted, NOTED_MS, 500))) throw new Failure('what became of the electronic invoices was not noted');
  const { items } = await api.get<Page>('accountant', '/e-invoicing/queue');
  await tellOfIssued(
    api,
    items.filter(({ direction }) => direction === 'issued').sort((a, b) => (a.date < b.date ? 1 : -1)),
  );
  const [, ...late] = items.filter(({ warning }) => warning === 'overdue');
  for (const { documentId } of late)
    await api.post('accountant', `/e-invoicing/documents/${documentId}/reports`, `demo.e-invoice.report.${documentId}`, { how: 'by-hand' });
}

const followed = async (api: Api): Promise<readonly FollowUp[]> =>
  (await api.get<Page>('accountant', '/e-invoicing/documents?limit=100&order=desc&direction=received')).items;

/** Something that nobody had ordered: entered, and taken back with the reason. */
async function refuseBill(api: Api, today: IsoDate): Promise<void> {
  const { items } = await api.get<{ items: { id: string; taxId?: string; expenseAccount?: string; withholding?: object }[] }>(
    'accountant',
    '/payables/suppliers?limit=50',
  );
  const supplier = items.find(({ taxId, expenseAccount, withholding }) => taxId && expenseAccount && !withholding);
  if (!supplier) throw new Failure('no supplier of the demo could send what is refused');
  // Of this month: what is before may be in a return that was filed.
  const [, date = today] = [addDays(today, -3), `${today.slice(0, 7)}-01`].sort();
  const lines = [{ net: { amount: '84.00', currency: 'EUR' }, taxCode: 'IVA-G' }];
  const body = { supplierId: supplier.id, reference: REFUSED_BILL, date, receivedOn: date, lines };
  const { id } = await api.post<{ id: string }>('accountant', '/payables/bills', 'demo.e-invoice.bill', body);
  const reversal = { date: today, reason: 'No pedimos este material' };
  await api.post('accountant', `/payables/bills/${id}/reversal`, 'demo.e-invoice.refusal', reversal);
}

/** @param unsent the newest first. */
async function tellOfIssued(api: Api, unsent: readonly FollowUp[]): Promise<void> {
  const tell = ({ documentId }: FollowUp, status: string, on: IsoDate, more: object = {}) =>
    api.post('accountant', `/e-invoicing/documents/${documentId}/statuses`, `demo.e-invoice.${status}.${documentId}`, {
      status,
      on,
      ...more,
    });
  // What was paid at the counter is paid, sent or not.
  const waiting = unsent.filter(({ state }) => state === 'unsent');
  const [first, second, justSent, refused] = waiting;
  const accepted = unsent.filter((one) => ![first, second, justSent, refused].includes(one));
  if (justSent) await tell(justSent, 'sent', justSent.date);
  if (refused) {
    await tell(refused, 'sent', refused.date);
    await tell(refused, 'rejected', refused.date, { reason: 'El pedido no coincide con el nuestro' });
  }
  for (const one of accepted) {
    await tell(one, 'sent', one.date);
    if (one.state === 'unsent') await tell(one, 'accepted', one.date);
  }
}
