import { beforeEach, expect, it } from 'vitest';
import { handler as einvoiceCommands } from '../../../functions/finance/einvoice/commands.ts';
import { handler as einvoiceQueries } from '../../../functions/finance/einvoice/queries.ts';
import { handler as payablesCommands } from '../../../functions/finance/payables/commands.ts';
import { handler as payablesQueries } from '../../../functions/finance/payables/queries.ts';
import type { Api } from '../../../infra/tools/seed/api.ts';
import { followInvoices, tellOfInvoices } from '../../../infra/tools/seed/electronic-invoices.ts';
import { addDays, dateIn } from '../../../shared/kernel/date.ts';
import type { Role } from '../../../shared/kernel/permission.ts';
import { call, newTenant } from '../../support/call.ts';
import { newCompany, type TestCompany } from '../../support/company.ts';
import { einvoicingOf } from '../../support/einvoicing.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { payablesOf } from '../../support/payables.ts';
import { receivablesOf } from '../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const today = dateIn('Europe/Madrid', new Date());
let company: TestCompany;
let einvoices: ReturnType<typeof einvoicingOf>;

beforeEach(async () => {
  table.clear();
  company = await newCompany(newTenant(), {}, 100_000_000);
  einvoices = einvoicingOf(company.tenant);
});

/** The API of one company without a network; what is asked of a bill is told to the worker that follows it. */
function apiHere(): Api {
  const ask = async (role: Role, route: string, body?: object, key?: string) => {
    const [path = '', search = ''] = route.replace(/^\w+ /, '').split('?');
    const [commands, queries] = path.startsWith('/payables') ? [payablesCommands, payablesQueries] : [einvoiceCommands, einvoiceQueries];
    const template = path
      .replace(/bil_[A-Z0-9]+(?=\/reversal)/, '{billId}')
      .replace(/(?<=documents\/)(inv|bil)_[A-Z0-9-]+/, '{documentId}');
    const method = route.split(' ')[0] ?? 'GET';
    const { status, body: answer } = await call(method === 'GET' ? queries : commands, `${method} ${path}`, `${method} ${template}`, {
      ...{ tenant: company.tenant, roles: [role], query: Object.fromEntries(new URLSearchParams(search)) },
      ...(body ? { body } : {}),
      ...(key ? { key } : {}),
    });
    if (status >= 300) throw new Error(`${route}: ${status} ${JSON.stringify(answer).slice(0, 300)}`);
    if (method === 'POST' && answer.id?.startsWith('bil_')) await einvoices.told(answer.id);
    return answer;
  };
  return {
    people: [],
    get: (role, route) => ask(role, `GET ${route}`),
    post: (role, route, key, body) => ask(role, `POST ${route}`, body, key),
    put: (role, route, body) => ask(role, `PUT ${route}`, body),
    patch: (role, route, body) => ask(role, `PATCH ${route}`, body),
  };
}

it('the demo has electronic invoices in each state, one bill to be told of in time and one too late; told twice, it stays so', async () => {
  const api = apiHere();
  await followInvoices(api, today);
  const sales = receivablesOf(company.tenant);
  for (const days of [40, 30, 20, 10, 5, 1]) {
    const { id } = await sales.invoice(company.customerId, '100', { date: addDays(today, -days) });
    await einvoices.told(id);
  }
  const payables = payablesOf(company.tenant);
  const { id: supplierId } = await payables.supplier({ taxId: 'A28000008' });
  for (const [reference, days] of [
    ['P-1', 40],
    ['P-2', 30],
    ['P-3', 20],
  ] as const) {
    const date = addDays(today, -days);
    const { id } = await payables.bill(supplierId, reference, '100.00', { date, receivedOn: date });
    await payables.pay('bea', supplierId, '121.00', [{ billId: id, amount: { amount: '121.00', currency: 'EUR' } }], { date });
    await einvoices.told(id);
  }
  for (const _ of ['once', 'again']) {
    await tellOfInvoices(api, today);
    const { items } = await einvoices.done('GET /e-invoicing/documents', undefined, { limit: '50', order: 'desc' });
    const told = items.map(({ direction, state, warning = '' }: { direction: string; state: string; warning?: string }) =>
      `${direction} ${state} ${warning}`.trim(),
    );
    expect(told.sort()).toEqual([
      ...['issued accepted', 'issued accepted', 'issued rejected', 'issued sent', 'issued unsent unsent', 'issued unsent unsent'],
      ...['received paid', 'received paid', 'received paid overdue', 'received rejected due'],
    ]);
  }
});
