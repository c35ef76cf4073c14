import { randomUUID } from 'node:crypto';
import { MODULES } from '#api/modules.ts';
import type { ActionSpec } from '#kernel/action.ts';
import { benchCompany, tenantOf, YEAR } from './company.ts';
import { inSequence, type Meter } from './meter.ts';

/** What one action called. */
export interface ActionUse {
  readonly name: string;
  readonly calls: number;
  readonly inSequence: number;
  readonly reads: number;
  readonly writes: number;
  readonly indexWrites: number;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of all actions.
type Answers = Record<string, any>;
interface Ask {
  readonly path?: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly by?: string;
}
type Step = readonly [name: string, ask: (answers: Answers) => Ask, as?: string];

const DAY = `${YEAR}-11-16`;
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const byId = (step: string) => (answers: Answers) => ({ path: [answers[step].id] });
const none = () => ({});

/** The life of a company in which each action that works on records is asked for once. */
function storyOf(customerId: string, itemIds: readonly string[]): Step[] {
  const lines = (quantity = '2') => itemIds.map((itemId) => ({ itemId, quantity }));
  const order = (more: object = {}) => ({ body: { customerId, date: DAY, lines: lines(), ...more } });
  const draft = () => ({ body: { customerId, date: DAY, lines: [{ name: 'Asesoría', quantity: '1', price: '100' }] } });
  const receipt = (more: object = {}) => ({ body: { customerId, date: DAY, amount: eur('50.00'), ...more } });
  return [
    ...settingUp,
    ['placeOrder', () => order(), 'order'],
    ['shipOrder', ({ order }) => ({ path: [order.id], body: { date: DAY } })],
    ['placeOrder', () => order(), 'parts'],
    ['shipOrder', ({ parts }) => ({ path: [parts.id], body: { date: DAY, invoice: false } }), 'unbilled'],
    ['invoiceOrder', ({ parts }) => ({ path: [parts.id], body: { date: DAY } })],
    ['placeOrder', () => order({ quote: true }), 'quote'],
    ['placeQuote', ({ quote }) => ({ path: [quote.id], body: {} })],
    ['cancelOrder', ({ quote }) => ({ path: [quote.id], body: { date: DAY, reason: 'Ya no' } })],
    ['authoriseReturn', ({ order }) => ({ path: [order.id], body: { date: DAY, reason: 'Roto' } }), 'ret'],
    ['receiveReturn', ({ ret }) => ({ path: [ret.id], body: { date: DAY } })],
    ['authoriseReturn', ({ parts }) => ({ path: [parts.id], body: { date: DAY, reason: 'Roto' } }), 'gone'],
    ['cancelReturn', ({ gone }) => ({ path: [gone.id], body: { date: DAY, reason: 'Se lo queda' } })],
    ['createDraft', draft, 'draft'],
    ['patchDraft', ({ draft }) => ({ path: [draft.id], body: { notes: 'Gracias' } })],
    ['issueDraft', ({ draft }) => ({ path: [draft.id], body: {} }), 'invoice'],
    ['createDraft', draft, 'mistake'],
    ['deleteDraft', byId('mistake')],
    ['recordReceipt', ({ invoice }) => receipt({ allocations: [{ invoiceId: invoice.id, amount: eur('50.00') }] }), 'receipt'],
    ['deallocateReceipt', ({ receipt, invoice }) => ({ path: [receipt.id, invoice.id], body: {} })],
    [
      'allocateReceipt',
      ({ receipt, invoice }) => ({ path: [receipt.id], body: { allocations: [{ invoiceId: invoice.id, amount: eur('1.00') }] } }),
    ],
    ['reverseReceipt', ({ receipt }) => ({ path: [receipt.id], body: { reason: 'Devuelto' } })],
    [
      'recordReceipt',
      ({ invoice }) => receipt({ amount: eur('121.00'), allocations: [{ invoiceId: invoice.id, amount: eur('121.00') }] }),
      'paid',
    ],
    ['creditInvoice', ({ invoice }) => ({ path: [invoice.id], body: { date: DAY, reason: 'Error' } }), 'note'],
    ['createDraft', draft, 'other'],
    ['issueDraft', ({ other }) => ({ path: [other.id], body: {} }), 'second'],
    [
      'allocateCreditNote',
      ({ note, second }) => ({ path: [note.id], body: { allocations: [{ invoiceId: second.id, amount: eur('1.00') }] } }),
    ],
    ['deallocateCreditNote', ({ note, second }) => ({ path: [note.id, second.id], body: {} })],
    ['recordRefund', ({ note }) => ({ body: { from: note.id, amount: eur('1.00') } }), 'refund'],
    ...bookkeeping,
    ...reads(customerId, itemIds[0] ?? ''),
  ];
}

const settingUp: readonly Step[] = [
  ['getMe', none],
  ['patchCompany', () => ({ body: { name: 'Lumbre y Brasa, S.L.' } })],
  ['createCustomer', () => ({ body: { name: 'Otra, S.L.', creditLimit: eur('1000.00') } }), 'customer'],
  ['patchCustomer', ({ customer }) => ({ path: [customer.id], body: { name: 'Otra más, S.L.' } })],
  ['createItem', () => ({ body: { code: 'JARRA', name: 'Jarra', price: '5' } }), 'item'],
  ['patchItem', ({ item }) => ({ path: [item.id], body: { price: '6' } })],
  ['createWarehouse', () => ({ body: { code: 'main', name: 'Principal' } })],
  ['receiveGoods', ({ item }) => ({ body: { date: DAY, lines: [{ itemId: item.id, quantity: '9', unitCost: '2' }] } }), 'goods'],
  ['reverseGoodsReceipt', ({ goods }) => ({ path: [goods.id], body: { date: DAY } })],
  ['adjustStock', ({ item }) => ({ body: { date: DAY, itemId: item.id, quantity: '1', unitCost: '2', reason: 'count' } })],
  ['putPreferences', () => ({ body: { version: 0, views: {} } })],
  ['putSharedViews', () => ({ body: { version: 0, views: {} } })],
];

const bookkeeping: readonly Step[] = [
  ['openFiscalYear', () => ({ body: { year: String(Number(YEAR) + 1) } })],
  ['setPeriod', () => ({ path: [`${YEAR}-01`], body: { state: 'closed' } })],
  ['createAccount', () => ({ body: { code: '62901', name: 'Dietas' } })],
  ['patchAccount', () => ({ path: ['62901'], body: { name: 'Dietas y viajes' } })],
  [
    'postEntry',
    () => ({
      body: {
        date: DAY,
        text: 'Alquiler',
        lines: [
          { account: '621', debit: eur('10.00') },
          { account: '572', credit: eur('10.00') },
        ],
      },
    }),
    'entry',
  ],
  ['reverseEntry', ({ entry }) => ({ path: [entry.id], body: { reason: 'Error' } })],
  ['createExport', () => ({ body: { kind: 'journal-csv' } })],
  ['createImport', () => ({ body: { profile: 'online-retail', fileName: 'a.csv', bytes: 100 } }), 'upload'],
];

const reads = (customerId: string, itemId: string): Step[] => [
  ['getCompany', none],
  ['getHome', none],
  ['getPreferences', none],
  ['listMembers', none],
  ['listApiClients', none],
  ['getMember', ({ getMe }) => ({ path: [getMe.memberId] })],
  ['getHistory', ({ order }) => ({ query: { record: order.id } })],
  ['searchAll', () => ({ query: { q: 'aranda' } })],
  ['listCustomers', none],
  ['getCustomer', () => ({ path: [customerId] })],
  ['listItems', none],
  ['getItem', () => ({ path: [itemId] })],
  ['listTaxCodes', none],
  ['listWarehouses', none],
  ['listStock', none],
  ['getStock', () => ({ path: [itemId] })],
  ['getStockValuation', none],
  ['listGoodsReceipts', none],
  ['getGoodsReceipt', byId('goods')],
  ['listAdjustments', none],
  ['listOrders', none],
  ['getOrder', byId('order')],
  ['listReturns', none],
  ['getReturn', byId('ret')],
  ['listImports', none],
  ['getImport', byId('upload')],
  ['listInvoices', none],
  ['getInvoice', byId('invoice')],
  ['listDrafts', none],
  ['getDraft', byId('other')],
  ['listCreditNotes', none],
  ['getCreditNote', byId('note')],
  ['listReceipts', none],
  ['getReceipt', byId('paid')],
  ['listRefunds', none],
  ['getRefund', byId('refund')],
  ['getReceivables', none],
  ['listAccounts', none],
  ['getAccount', () => ({ path: ['62901'] })],
  ['getAccountLedger', () => ({ path: ['572'] })],
  ['listPeriods', none],
  ['listEntries', none],
  ['getEntry', byId('entry')],
  ['getTrialBalance', none],
];

const actions = new Map(
  MODULES.flatMap((module) =>
    Object.entries(module.actions).map(([name, spec]): [string, { spec: ActionSpec; module: string }] => [
      name,
      { spec, module: module.name },
    ]),
  ),
);

/** Asks for each action of the story by the Lambda that serves it, in this process, and counts what the first of each name calls. */
export async function measureActions(meter: Meter): Promise<ActionUse[]> {
  const company = await meter.uncounted(() => benchCompany(tenantOf('calls'), 1));
  const answers: Answers = {};
  const uses = new Map<string, ActionUse>();
  for (const [name, ask, as = name] of storyOf(company.customerId, company.itemIds)) {
    const { value, calls } = await meter.during(() => answerOf(company.tenant, name, ask(answers)));
    answers[as] = value;
    const sum = (of: 'reads' | 'writes' | 'indexWrites') => calls.reduce((total, call) => total + call[of], 0);
    const use = {
      name,
      calls: calls.length,
      inSequence: inSequence(calls),
      reads: sum('reads'),
      writes: sum('writes'),
      indexWrites: sum('indexWrites'),
    };
    // A second time without an invoice or as a quote is another thing: the first is what is usual.
    if (!uses.has(name)) uses.set(name, use);
  }
  meter.takeChanges();
  return [...uses.values()];
}

async function answerOf(tenant: string, name: string, { path = [], query, body }: Ask): Promise<Answers> {
  const action = actions.get(name);
  if (!action) throw new Error(`there is no action ${name}`);
  const { route, profile } = action.spec;
  const { handler } = await import(`../../../functions/${action.module}/${profile}.ts`);
  const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, parameter = '']) => parameter);
  const email = `owner@${tenant}.example`;
  const [method = '', template = ''] = route.split(' ');
  const event = {
    version: '2.0',
    routeKey: route,
    rawPath: names.reduce((text, parameter, i) => text.replace(`{${parameter}}`, path[i] ?? ''), template),
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    pathParameters: Object.fromEntries(names.map((parameter, i) => [parameter, path[i]])),
    queryStringParameters: query,
    body: body === undefined ? undefined : JSON.stringify(body),
    requestContext: {
      requestId: randomUUID(),
      http: { method, path: template },
      authorizer: { jwt: { claims: { 'custom:tenant': tenant, email, sub: email, 'cognito:groups': '[owner]' } } },
    },
  };
  const answer = (await handler(event, {})) as { statusCode: number; body: string };
  if (answer.statusCode >= 300) throw new Error(`${name}: ${answer.statusCode} ${answer.body}`);
  return JSON.parse(answer.body);
}
