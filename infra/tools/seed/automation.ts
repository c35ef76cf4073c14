import { Failure } from '../local/failure.ts';
import type { Api } from './api.ts';

interface Member {
  readonly id: string;
  readonly email: string;
}

/** Rules that are switched on before documents and bank lines come in, so that they have something to show; and a weekly report. */
export async function automate(api: Api): Promise<void> {
  const { items } = await api.get<{ items: Member[] }>('owner', '/members?limit=100&order=asc');
  const accountant = api.people.find(({ role }) => role === 'accountant')?.email;
  const members = items.flatMap(({ id, email }) => (email === accountant ? [id] : []));
  if (members.length === 0) throw new Failure('the demo has no accountant whom a rule could tell');
  for (const [name, rule] of Object.entries(rulesFor(members))) await switchOn(api, name, rule);
}

/** The rule of large orders, before the last of them are placed. */
export const watchSales = (api: Api): Promise<void> => switchOn(api, 'orders', LARGE_ORDERS);

async function switchOn(api: Api, name: string, rule: object): Promise<void> {
  const { id } = await api.post<{ id: string }>('owner', '/automation/rules', `demo.rule.${name}`, rule);
  await api.post('owner', `/automation/rules/${id}/activation`, `demo.rule.${name}.on`, {});
}

const LARGE_ORDERS = {
  name: 'Pedidos grandes de fuera de la tienda',
  trigger: 'order.placed',
  conditions: {
    match: 'all',
    items: [
      { field: 'amount', op: 'over', value: '500.00' },
      { match: 'none', items: [{ field: 'channel', op: 'is', value: 'shop' }] },
    ],
  },
  effects: [{ do: 'tag', tags: ['grande'] }],
};

const rulesFor = (members: readonly string[]) => ({
  doubts: {
    name: 'Documentos dudosos',
    trigger: 'document.read',
    conditions: { items: [{ field: 'doubts', op: 'over', value: '0' }] },
    effects: [{ do: 'tell', members, text: 'Mírelo antes de contabilizarlo: {{supplier}}, {{total}}.' }],
  },
  charges: {
    name: 'Cargos grandes del banco',
    trigger: 'bank.line',
    conditions: { items: [{ field: 'amount', op: 'under', value: '-1000.00' }] },
    effects: [{ do: 'mail', members, subject: 'Cargo de {{amount}}', text: '{{date}}: {{text}}, {{amount}}.' }],
    limits: { perDay: 5 },
  },
  due: {
    name: 'Pagos de la semana',
    trigger: 'bill.due',
    conditions: { items: [{ field: 'daysLeft', op: 'atMost', value: '7' }] },
    effects: [{ do: 'tell', members: [], roles: ['accountant'], text: '{{supplier}}, {{reference}}: {{open}} el {{dueDate}}.' }],
  },
  trial: {
    name: 'Sumas y saldos, primer día laborable',
    trigger: 'clock.rings',
    schedule: { every: 'firstWorkday', hour: 8 },
    effects: [{ do: 'report', report: 'trial-balance', format: 'xlsx', members, roles: ['owner'], addresses: [] }],
  },
  ageing: {
    name: 'Saldos de clientes, los lunes',
    trigger: 'clock.rings',
    schedule: { every: 'week', on: 1, hour: 8 },
    effects: [{ do: 'report', report: 'receivables-ageing', format: 'xlsx', members, addresses: [] }],
  },
  quarter: {
    name: 'IVA del trimestre, a la asesoría',
    trigger: 'clock.rings',
    schedule: { every: 'month', on: 5, hour: 8 },
    effects: [
      { do: 'report', report: 'tax-303', span: 'lastQuarter', format: 'pdf', members, addresses: [] },
      { do: 'report', report: 'vat-books', span: 'lastQuarter', format: 'xlsx', members, addresses: [] },
    ],
  },
  sales: {
    name: 'Ventas del mes por cliente y por artículo',
    trigger: 'clock.rings',
    schedule: { every: 'month', on: 1, hour: 8 },
    effects: [
      {
        do: 'report',
        report: 'sales-by-customer',
        span: 'lastMonth',
        format: 'xlsx',
        members: [],
        roles: ['owner', 'sales'],
        addresses: [],
      },
      { do: 'report', report: 'sales-by-item', span: 'lastMonth', format: 'xlsx', members: [], roles: ['owner', 'sales'], addresses: [] },
    ],
  },
});
