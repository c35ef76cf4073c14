import type { EInvoice } from '../../../shared/domain/finance/einvoice/einvoice.ts';
import { ublFile } from '../../../shared/domain/finance/einvoice/ubl.ts';
import { addDays, type IsoDate } from '../../../shared/kernel/date.ts';
import { Failure } from '../local/failure.ts';
import { until } from '../local/processes.ts';
import type { Api } from './api.ts';
import type { Profile } from './profile.ts';

const READ_MS = 120_000;

interface Supplier {
  readonly name: string;
  readonly taxId?: string;
  readonly expenseAccount?: string;
  readonly taxCode?: string;
  readonly withholding?: object;
}
interface Document {
  readonly id: string;
  readonly state: string;
  readonly upload: { readonly url: string };
}

/** Electronic invoices that came in: one that is ready to be entered, one whose total its lines do not come to, one of somebody unknown. */
export async function receiveDocuments(api: Api, { settings }: Profile, today: IsoDate): Promise<void> {
  if ((await api.get<{ items: object[] }>('accountant', '/documents')).items.length > 0) return;
  const { items } = await api.get<{ items: Supplier[] }>('accountant', '/payables/suppliers?limit=50');
  const known = items.find(
    ({ taxId, expenseAccount, taxCode, withholding }) => taxId && expenseAccount && taxCode === 'IVA-G' && !withholding,
  );
  if (!known) throw new Failure('no supplier of the demo could send an electronic invoice');
  const issueDate = addDays(today, -2);
  const from = (number: string, seller: Supplier, dueBy = 0): Buffer<ArrayBuffer> =>
    Buffer.from(ublFile(invoiceOf({ number, issueDate, seller, buyer: settings, dueBy })));
  await Promise.all([
    bring(api, 'factura-E-1051.xml', from('E-1051', known)),
    bring(api, 'factura-E-1052.xml', from('E-1052', known, 9_00)),
    bring(api, 'factura-2026-88.xml', from('2026-88', { name: 'Imprenta del Norte, S.L.', taxId: 'B83456780' })),
  ]);
}

interface Told {
  readonly number: string;
  readonly issueDate: IsoDate;
  readonly seller: Supplier;
  readonly buyer: Profile['settings'];
  /** By so many cents what is to be paid is more than the lines come to. */
  readonly dueBy: number;
}

const partyOf = ({ name, taxId = '' }: Pick<Supplier, 'name' | 'taxId'>): EInvoice['seller'] => ({
  ...{ name, vatId: `ES${taxId}`, legalId: taxId },
  address: { street: 'Calle Real 5', city: 'Madrid', postalCode: '28013', country: 'ES' },
});

/** Ten boxes of paper at 24.00 and 21 %: 240.00, 50.40, 290.40. */
function invoiceOf({ number, issueDate, seller, buyer, dueBy }: Told): EInvoice {
  const vat = { category: 'S', percent: '21' } as const;
  const [net, tax] = [240_00, 50_40];
  const gross = net + tax + dueBy;
  return {
    ...{ number, issueDate, type: '380', currency: 'EUR', dueDate: addDays(issueDate, 30) },
    ...{ notes: [], corrects: [], allowances: [], charges: [], withheld: [] },
    ...{ seller: partyOf(seller), buyer: partyOf(buyer) },
    sums: { lines: net, allowances: 0, charges: 0, net, tax, gross, prepaid: 0, rounding: 0, due: gross },
    taxes: [{ ...vat, base: net, tax }],
    lines: [{ id: '1', name: 'Papel A4, caja', quantity: '10', unit: 'C62', price: '24.00', allowances: [], charges: [], net, vat }],
  };
}

async function bring(api: Api, fileName: string, bytes: Buffer<ArrayBuffer>): Promise<void> {
  const { id, upload } = await api.post<Document>('accountant', '/documents', `demo.document.${fileName}`, {
    fileName,
    bytes: bytes.length,
  });
  const put = await fetch(upload.url, { method: 'PUT', body: bytes });
  if (!put.ok) throw new Failure(`${fileName} was not taken: ${put.status}`);
  const isRead = async () => !['waiting', 'reading'].includes((await api.get<Document>('accountant', `/documents/${id}`)).state);
  if (!(await until(isRead, READ_MS, 500))) throw new Failure(`${fileName} was not read`);
}
