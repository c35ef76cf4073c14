import { eventually } from './cloud.ts';
import { newTenant, type Response, send, type Tenant } from './http.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
export type Post = (path: string, body: object) => Promise<Response['body']>;

/** Sets up a company without documents. */
export async function foundCompany(): Promise<Tenant> {
  const tenant = await newTenant();
  await done(
    send('POST /company', {
      token: tenant.tokens.owner,
      body: {
        name: 'Prueba, S.L.',
        taxId: 'B12345674',
        email: 'prueba@example.com',
        timeZone: 'Europe/Madrid',
        address: { street: 'Calle Mayor 1', postalCode: '28013', city: 'Madrid', country: 'ES' },
        policies: { shortage: 'refuse', invoiceOn: 'shipment', dunningDays: [] },
      },
    }),
  );
  return tenant;
}

/** What must succeed. @throws Error with what the API said instead. */
export async function done(response: Promise<Response>): Promise<Response['body']> {
  const answer = await response;
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text.slice(0, 400)}`);
  return answer.body;
}

/** What a company's owner makes by a POST that must succeed. */
export const postOf =
  ({ tokens }: Tenant): Post =>
  (path, body) =>
    done(send(`POST ${path}`, { token: tokens.owner, body }));

/** A company that sells: an order, what follows from one, and an entry of the books, made over HTTP by its owner. */
export interface TradingCompany extends Tenant {
  /** An id by its prefix: `ord` → `ord_…`. */
  readonly ids: Readonly<Record<string, string>>;
}

export async function tradingCompany(): Promise<TradingCompany> {
  const tenant = await foundCompany();
  const post = postOf(tenant);
  const cus = (
    await post('/customers', {
      ...{ name: 'Librería Cervantes, S.L.', taxId: 'B58378431', paymentDays: 30, creditLimit: eur('5000.00') },
      address: { street: 'Gran Vía 12', postalCode: '28013', city: 'Madrid', country: 'ES' },
    })
  ).id;
  const sold = await sales(post, cus);
  const drf = (await post('/invoice-drafts', draftFor(cus))).id;
  const issued = (await post('/invoice-drafts', draftFor(cus))).id;
  const inv = (await post(`/invoice-drafts/${issued}/issue`, {})).id;
  const crn = (await post(`/invoices/${inv}/credit-notes`, { reason: 'Descuento', lines: [{ line: 1, net: eur('5.00') }] })).id;
  const rcp = (await post('/receipts', { customerId: cus, amount: eur('50.00') })).id;
  const rfd = (await post('/refunds', { from: rcp, amount: eur('10.00') })).id;
  const rent = [
    { account: '621', debit: eur('8.00') },
    { account: '572', credit: eur('8.00') },
  ];
  const je = (await post('/journal-entries', { text: 'Alquiler', lines: rent })).id;
  await found(tenant, 'TAZA-01');
  return { ...tenant, ids: { cus, ...sold, drf, inv, crn, rcp, rfd, je } };
}

/** Waits until the search, which follows what was written, finds something by these words. */
export const found = ({ tokens }: Tenant, words: string): Promise<unknown> =>
  eventually(
    `${words} to be found`,
    async () => (await done(send(`GET /search?q=${encodeURIComponent(words)}`, { token: tokens.owner }))).items[0],
  );

/** Goods, an order that waits, and one that was sent of which something comes back. */
async function sales(post: Post, customerId: string) {
  const itm = (await post('/items', { code: 'TAZA-01', name: 'Taza de loza', price: '10', taxCode: 'IVA-G' })).id;
  const grn = (await post('/goods-receipts', { lines: [{ itemId: itm, quantity: '10', unitCost: '4' }] })).id;
  const ord = (await post('/orders', { customerId, lines: [{ itemId: itm, quantity: '2' }] })).id;
  const blue = (await post('/items', { code: 'TAZA-02', name: 'Taza de loza azul', price: '10', taxCode: 'IVA-G' })).id;
  await post('/goods-receipts', { lines: [{ itemId: blue, quantity: '1', unitCost: '4' }] });
  const shipped = (await post('/orders', { customerId, lines: [{ itemId: blue, quantity: '1' }] })).id;
  await post(`/orders/${shipped}/shipments`, {});
  const ret = (await post(`/orders/${shipped}/returns`, { reason: 'Llegó rota' })).id;
  return { itm, grn, ord, ret };
}

export const draftFor = (customerId: string) => ({ customerId, lines: [{ name: 'Asesoría', quantity: '1', price: '100' }] });
