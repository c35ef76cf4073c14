import { expect, it } from 'vitest';
import { MODULES } from '#api/modules.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import type { ActionSpec } from '#kernel/action.ts';
import { create, update } from '#kernel/record.ts';
import { eventually } from '../support/cloud.ts';
import { DAY, newSeller, type Seller } from '../support/seller.ts';
import { eur } from '../support/shop.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers of any action.
type Answer = any;
interface Request {
  readonly path?: readonly string[];
  readonly body?: object;
}
/** What an action on a record is asked with; `undefined` where it cannot be taken without doing it. */
type RequestOf = (record: Answer, s: Seller, ids: Ids) => Request | undefined;
interface Ids {
  readonly openInvoice: string;
}

const SPECS = new Map<string, ActionSpec>(MODULES.flatMap((module) => Object.entries<ActionSpec>(module.actions)));
const REASON = { reason: 'Se comprueba' };
const onRecord =
  (body: object = {}): RequestOf =>
  ({ id }) => ({ path: [id], body });
const openOf = ({ open }: Answer) => (open.amount === '0.00' ? eur('1.00') : open);
const allocate: RequestOf = ({ id }, _, { openInvoice }) => ({
  path: [id],
  body: { allocations: [{ invoiceId: openInvoice, amount: eur('0.01') }] },
});
const deallocate: RequestOf = ({ id, allocations }, _, { openInvoice }) => {
  const paid = allocations.find((each: Answer) => each.with.startsWith('inv_') && each.amount.amount > '0');
  return { path: [id, paid?.with ?? openInvoice], body: {} };
};
const neverTried: RequestOf = () => undefined;

/** Every action that a record's read answers. */
const REQUESTS: Readonly<Record<string, RequestOf>> = {
  placeQuote: onRecord(),
  shipOrder: onRecord(),
  invoiceOrder: onRecord(),
  authoriseReturn: onRecord(REASON),
  cancelOrder: onRecord(REASON),
  cancelRest: onRecord(REASON),
  restoreRest: onRecord(),
  receiveReturn: onRecord(),
  refundReturn: onRecord(),
  cancelReturn: onRecord(REASON),
  recordReceipt: (invoice) => ({
    body: { customerId: invoice.customerId, amount: openOf(invoice), allocations: [{ invoiceId: invoice.id, amount: openOf(invoice) }] },
  }),
  creditInvoice: onRecord(REASON),
  disputeInvoice: onRecord(REASON),
  resolveDispute: onRecord(),
  allocateReceipt: allocate,
  allocateCreditNote: allocate,
  deallocateReceipt: deallocate,
  deallocateCreditNote: deallocate,
  recordRefund: (source) => ({ body: { from: source.id, amount: openOf(source) } }),
  reverseReceipt: onRecord(REASON),
  issueDraft: onRecord(),
  patchDraft: onRecord(),
  deleteDraft: ({ id, state }) => (state === 'issued' ? { path: [id] } : undefined),
  reverseGoodsReceipt: onRecord(),
  reverseEntry: onRecord(REASON),
  postEntry: ({ text, lines }) => ({
    body: {
      text,
      lines: lines.map(({ account, debit, credit }: Answer) => ({ account, ...(credit.amount === '0.00' ? { debit } : { credit }) })),
    },
  }),
  setPeriod: ({ period, state }) => ({ path: [period], body: { state: state === 'locked' ? 'open' : state } }),
  patchItem: onRecord(),
  patchCustomer: onRecord(),
  patchMember: onRecord(),
  receiveGoods: ({ id }) => ({ body: { lines: [{ itemId: id, quantity: '1', unitCost: '1' }] } }),
  adjustStock: ({ id, itemId = id, quantity = '-1' }) => ({ body: { itemId, quantity: String(-quantity), reason: 'count' } }),
  inviteMember: ({ id }, { tenant }) => ({ body: { email: `eva@${tenant}.example`, roles: [id] } }),
  patchRole: onRecord(),
  retireRole: ({ id, actions }) => (actions.retireRole ? { path: [id] } : undefined),
  removeMember: ({ id, actions }) => (actions.removeMember ? { path: [id] } : undefined),
  resendInvitation: ({ id, actions }) => (actions.resendInvitation ? { path: [id] } : undefined),
  returnMember: ({ id, actions }) => (actions.returnMember ? { path: [id] } : undefined),
  patchApiClient: onRecord(),
  renewSecret: neverTried,
  removeApiClient: neverTried,
};

/** A company that has done everything: its records, whole, in as many states as they have. */
async function records(s: Seller): Promise<{ records: Answer[]; ids: Ids }> {
  const [itemId = '', other = ''] = s.items;
  const { customerId } = s;
  const one = (more: object = {}, quantity = '1') => s.place([{ itemId, quantity }], more);
  const post = (name: string, body: object, ...path: string[]) => s.done(name, { path, body });
  const shipped = async (more?: object) => {
    const order = await one();
    await s.ship(order.id, more);
    return order.id as string;
  };
  const cancelled = await one();
  await s.cancel(cancelled.id);
  const partly = await one({}, '2');
  await s.ship(partly.id, { lines: [{ line: 1, quantity: '1' }] });
  const [returned, sent] = [await shipped(), await shipped()];
  const orders = [(await one({ quote: true })).id, (await one()).id, cancelled.id, partly.id, await shipped({ invoice: false }), returned];
  const back = await post('authoriseReturn', REASON, returned);
  await post('receiveReturn', {}, back.id);
  const gone = await post('authoriseReturn', REASON, sent);
  await post('cancelReturn', REASON, gone.id);
  const awaited = await post('authoriseReturn', REASON, sent);

  const invoiced = async (price: string) => {
    const draft = await post('createDraft', { customerId, date: DAY, lines: [{ name: 'Asesoría', quantity: '1', price }] });
    return { draft: draft.id as string, invoice: (await post('issueDraft', {}, draft.id)).id as string };
  };
  const pay = (invoiceId: string, amount: string, paid = amount) =>
    post('recordReceipt', { customerId, amount: eur(amount), allocations: [{ invoiceId, amount: eur(paid) }] });
  const [open, paid, credited, bounced] = [await invoiced('100'), await invoiced('100'), await invoiced('100'), await invoiced('100')];
  const draft = await post('createDraft', { customerId, lines: [{ name: 'Asesoría', quantity: '1', price: '10' }] });
  const [used, some] = [await pay(paid.invoice, '121.00'), await pay(open.invoice, '50.00', '10.00')];
  const reversed = await pay(bounced.invoice, '121.00');
  await post('reverseReceipt', REASON, reversed.id);
  const unapplied = await post('recordReceipt', { customerId, amount: eur('30.00') });
  const partlyRefunded = await post('recordReceipt', { customerId, amount: eur('30.00') });
  const refund = await post('recordRefund', { from: partlyRefunded.id, amount: eur('10.00') });
  const [consumed, credit] = [await post('creditInvoice', REASON, credited.invoice), await post('creditInvoice', REASON, paid.invoice)];

  await post('createWarehouse', { code: 'main', name: 'Almacén principal' });
  const receive = (item: string, quantity: string) => post('receiveGoods', { lines: [{ itemId: item, quantity, unitCost: '1' }] });
  const [fresh, wrong, sold] = [await receive(itemId, '1'), await receive(itemId, '1'), await receive(other, '3')];
  const undone = await post('reverseGoodsReceipt', {}, wrong.id);
  const adjust = (item: string, quantity: string) => post('adjustStock', { itemId: item, quantity, reason: 'count' });
  for (const [item = '', quantity = ''] of [
    [itemId, '2'],
    [itemId, '-1'],
    [other, '1'],
  ])
    await adjust(item, quantity);
  await s.place([{ itemId: other, quantity: '4' }]);
  const service = await post('createItem', { code: 'S-1', name: 'Montaje', price: '10', kind: 'service' });
  const rent = {
    text: 'Alquiler',
    lines: [
      { account: '621', debit: eur('8.00') },
      { account: '572', credit: eur('8.00') },
    ],
  };
  const [entry, twice] = [await post('postEntry', rent), await post('postEntry', rent)];
  const reversal = await post('reverseEntry', REASON, twice.id);
  await s.done('setPeriod', { path: ['2026-01'], body: { state: 'locked' } });
  await s.done('setPeriod', { path: ['2026-02'], body: { state: 'closed' } });
  const me = (await s.done('getMe')).memberId;
  const makeRole = async (name: string) => (await post('createRole', { name, grants: [{ permission: 'stock.read' }] })).id as string;
  const [given, unused, retired] = [await makeRole('Almacén'), await makeRole('Tienda'), await makeRole('Taller')];
  await post('inviteMember', { email: `ana@${s.tenant}.example`, roles: [given] });
  await post('retireRole', {}, retired);

  // Its credit note settles its invoice: the workflow closes it, and nothing is compared while that is under way.
  await eventually('the returned order is closed', async () => (await s.done('getOrder', { path: [returned] })).status === 'closed');
  const read = (name: string, ids: readonly string[]) => Promise.all(ids.map((id) => s.done(name, { path: [id] })));
  const invoices = [open.invoice, paid.invoice, credited.invoice];
  const all = [
    await read('getOrder', orders),
    await read('getReturn', [back.id, gone.id, awaited.id]),
    await read('getInvoice', invoices),
    (await s.done('listInvoices')).items,
    await read('getDraft', [draft.id, open.draft]),
    await read('getReceipt', [used.id, some.id, reversed.id, unapplied.id, partlyRefunded.id]),
    await read('getRefund', [refund.id]),
    await read('getCreditNote', [consumed.id, credit.id]),
    await read('getGoodsReceipt', [fresh.id, wrong.id, undone.id, sold.id]),
    await read('getEntry', [entry.id, twice.id, reversal.id, `je_${open.invoice}`]),
    (await s.done('listPeriods')).items,
    await read('getItem', [itemId, service.id]),
    await read('getCustomer', [customerId]),
    await read('getMember', [me]),
    (await s.done('listAdjustments')).items,
    (await s.done('listRoles')).items,
    await read('getRole', [given, unused, retired]),
  ];
  return { records: all.flat(), ids: { openInvoice: open.invoice } };
}

const canBeTried = (name: string): boolean => SPECS.get(name)?.dryRun === true || name.startsWith('patch') || name === 'setPeriod';

/** Calls an action that a record answered, and looks whether it is refused or carried out as was said. */
async function compare(s: Seller, name: string, why: Answer, record: Answer, ids: Ids): Promise<boolean> {
  expect(REQUESTS, `a request for ${name}`).toHaveProperty(name);
  const request = REQUESTS[name]?.(record, s, ids);
  if (!request || (why === null && !canBeTried(name))) return false;
  const { status, body } = await s.ask(name, { ...request, ...(SPECS.get(name)?.dryRun ? { dryRun: true } : {}) });
  const at = `${name} on ${record.id ?? record.period}`;
  if (why) expect([body.code, body.detail], at).toEqual([why.code, why.message]);
  else expect(status, `${at}: ${body.code} ${body.detail}`).toBeLessThan(300);
  return true;
}

it('what a record answers of its actions is what they say: refused by the same rule, or carried out on a dry run', async () => {
  const s = await newSeller([
    ['A', 20, 2000],
    ['B', 0, 0],
  ]);
  const { records: found, ids } = await records(s);
  const [refused, allowed] = [new Set<string>(), new Set<string>()];
  for (const record of found)
    for (const [name, why] of Object.entries<Answer>(record.actions))
      if (await compare(s, name, why, record, ids)) (why ? refused : allowed).add(name);
  // Neither half is empty: each of these has been met both ways.
  const both = [...refused].filter((name) => allowed.has(name)).sort();
  expect(both).toEqual([
    'adjustStock',
    'allocateCreditNote',
    'allocateReceipt',
    'authoriseReturn',
    'cancelOrder',
    'cancelRest',
    'cancelReturn',
    'creditInvoice',
    'deallocateCreditNote',
    'deallocateReceipt',
    'disputeInvoice',
    'invoiceOrder',
    'issueDraft',
    'patchDraft',
    'patchRole',
    'placeQuote',
    'postEntry',
    'receiveGoods',
    'receiveReturn',
    'recordReceipt',
    'recordRefund',
    'reverseEntry',
    'reverseGoodsReceipt',
    'reverseReceipt',
    'setPeriod',
    'shipOrder',
  ]);
  expect([...refused]).toEqual(
    expect.arrayContaining([
      'deleteDraft',
      'inviteMember',
      'refundReturn',
      'removeMember',
      'resendInvitation',
      'retireRole',
      'returnMember',
    ]),
  );
}, 120_000);

it('related documents are shown in their state of the day, and no more of them than a page holds', async () => {
  const s = await newSeller([['A', 20, 2000]]);
  const order = await s.place([{ itemId: s.items[0], quantity: '2' }]);
  await s.ship(order.id);
  const { documents, entries, more } = await s.order(order.id);
  // Due on 9 April 2026, 30 days after.
  expect(documents).toMatchObject([{ kind: 'invoice', state: 'overdue', amount: eur('24.20') }]);
  expect([entries.length, more]).toEqual([1, false]);
  const invoice = await s.records.getOrThrow(Invoices, documents[0].id);
  const note = (count: number) => `crn_R2026-${String(count).padStart(6, '0')}`;
  const creditNoteIds = Array.from({ length: 250 }, (_, i) => note(i + 1));
  const { lines, totals, customer, customerId, date, pricesIncludeTax } = invoice;
  const credit = { lines, totals, customer, customerId, date, pricesIncludeTax, open: 0, allocations: [], reason: 'x' };
  for (let at = 0; at < 250; at += 50)
    await s.records.commit(creditNoteIds.slice(at, at + 50).map((id) => create(CreditNotes, id, { ...credit, number: id })));
  await s.records.commit([update(Invoices, invoice, { ...invoice, creditNoteIds })]);
  const full = await s.done('getInvoice', { path: [invoice.id] });
  expect([full.documents.length, full.documents[0].id, full.documents[199].id, full.more]).toEqual([200, order.id, note(199), true]);
}, 60_000);
