import { randomBytes, randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2WithJWTAuthorizer as HttpEvent } from 'aws-lambda';
import { Customers } from '#domain/crm/customers/customer.ts';
import { PeriodSequences, sequencesOfYear } from '#domain/finance/ledger/period-sequence.ts';
import { Stocks, stockId } from '#domain/inventory/stock/stock.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Items } from '#domain/sales/catalogue/item.ts';
import { create } from '#kernel/record.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { Records } from '#runtime/records.ts';
import { handler as rules } from '../../../functions/automation/rules/commands.ts';
import { handler as ledgerCommands } from '../../../functions/finance/ledger/commands.ts';
import { handler as ledgerQueries } from '../../../functions/finance/ledger/queries.ts';
import { handler as payables } from '../../../functions/finance/payables/commands.ts';
import { handler as receivables } from '../../../functions/finance/receivables/commands.ts';
import { handler as statements } from '../../../functions/finance/statements/queries.ts';
import { handler as taxes } from '../../../functions/finance/tax/queries.ts';
import { handler as treasury } from '../../../functions/finance/treasury/commands.ts';
import { handler as yearEnds } from '../../../functions/finance/year-end/commands.ts';
import { handler as payrollCommands } from '../../../functions/hr/payroll/commands.ts';
import { handler as payrollQueries } from '../../../functions/hr/payroll/queries.ts';
import { handler as orders } from '../../../functions/sales/orders/commands.ts';
import { handler as orderQueries } from '../../../functions/sales/orders/queries.ts';
import { enterMember } from '../local/members.ts';

/** All dates of the benchmark lie in this year; its fiscal year is open. */
export const YEAR = '2026';
const HANDLERS: readonly (readonly [route: RegExp, handler: (event: HttpEvent, context: never) => unknown])[] = [
  [/^POST \/automation/, rules],
  [/^POST \/orders/, orders],
  [/^GET \/orders/, orderQueries],
  [/^GET \/statements/, statements],
  [/^GET \/tax-returns/, taxes],
  [/^POST \/year-ends/, yearEnds],
  [/^POST \/payables/, payables],
  [/^POST \/treasury/, treasury],
  [/^POST \/(receipts|invoices|invoice-drafts)/, receivables],
  [/^POST \/payroll/, payrollCommands],
  [/^GET \/payroll/, payrollQueries],
  [/^POST \/journal-entries/, ledgerCommands],
  [/^GET /, ledgerQueries],
];

export interface BenchCompany {
  readonly tenant: string;
  readonly email: string;
  readonly customerId: string;
  readonly itemIds: readonly string[];
  readonly records: Records;
  /** Calls a handler in this process as the gateway would. */
  // biome-ignore lint/suspicious/noExplicitAny: a client looks at the parts it knows.
  ask(route: string, body?: unknown, query?: Readonly<Record<string, string>>): Promise<any>;
}

/** Companies of this run: an emulator that was kept knows those of earlier ones. */
export const tenantOf = (name: string): string => `${name}-${RUN}`;
const RUN = Date.now().toString(36).slice(-4);

/** A company with one customer and as many stocked items as asked for, texts of an ordinary length, 1,000,000 of each on hand. */
export async function benchCompany(tenant: string, items: number): Promise<BenchCompany> {
  const email = `ventas@${tenant}.example`;
  const records = new Records(tenant, { by: email, request: requestId(), action: 'prepare', at: new Date() });
  const customerId = idFrom('cus', tenant, 'customer');
  await records.commit(sequencesOfYear(YEAR).map(({ id, data }) => create(PeriodSequences, id, data)));
  await records.commit([
    create(Companies, COMPANY_ID, {
      name: 'Lumbre Hogar, S.L.',
      taxId: 'B12345674',
      email: 'administracion@lumbre.example',
      timeZone: 'Europe/Madrid',
      address: { street: 'Calle Mayor 1', postalCode: '28013', city: 'Madrid', country: 'ES' },
      policies: { shortage: 'refuse', invoiceOn: 'shipment' },
      fiscalYears: [YEAR],
      walkInCustomerId: customerId,
    }),
    create(Customers, customerId, {
      name: 'Muebles Aranda, S.L.',
      taxId: 'B87654323',
      email: 'compras@aranda.example',
      address: { street: 'Avenida de la Constitución 42', postalCode: '41001', city: 'Sevilla', country: 'ES' },
      paymentDays: 30,
    }),
  ]);
  for (const one of [email, `owner@${tenant}.example`]) await enterMember(tenant, one);
  const itemIds = await stockUp(records, items);
  return { tenant, email, customerId, itemIds, records, ask: (route, body, query) => askAs(tenant, email, route, body, query) };
}

async function stockUp(records: Records, count: number): Promise<string[]> {
  const goods = Array.from({ length: count }, (_, i) => ({
    id: idFrom('itm', records.tenant, String(i)),
    code: `LAM-${String(i).padStart(4, '0')}`,
  }));
  for (let at = 0; at < goods.length; at += 50)
    await records.commit(
      goods.slice(at, at + 50).flatMap(({ id, code }) => {
        const name = 'Lámpara de pie de roble';
        const stock = { itemId: id, code, name, warehouse: 'main', onHand: '1000000', reserved: '0', value: 1_250_000_000 };
        const item = { code, name, unit: 'pc', price: '24.90', taxCode: 'IVA-G', kind: 'stocked' as const, active: true };
        return [create(Items, id, item), create(Stocks, stockId(id, 'main'), stock)];
      }),
    );
  return goods.map(({ id }) => id);
}

/** A request id as an HTTP API gives them: 15 letters and `=`. */
const requestId = (): string => `${randomBytes(12).toString('base64url').slice(0, 15)}=`;

/** Parameters of paths, by what stands before them. */
const PARAMETERS = {
  orderId: /(?<=\/orders\/)ord_\w+/,
  statement: /(?<=\/statements\/)[\w-]+/,
  form: /(?<=\/tax-returns\/)\d+/,
  draftId: /(?<=\/invoice-drafts\/)drf_\w+/,
  invoiceId: /(?<=\/invoices\/)inv_[\w-]+/,
  runId: /(?<=\/payment-runs\/)pyr_\w+/,
  employeeId: /(?<=\/employees\/)emp_\w+/,
  ruleId: /(?<=\/rules\/)rul_\w+/,
  year: /(?<=\/year-ends\/)\d+/,
} as const;

/** `GET /orders/ord_…` → `GET /orders/{orderId}` */
const templateOf = (route: string): string =>
  Object.entries(PARAMETERS).reduce((text, [name, value]) => text.replace(value, `{${name}}`), route);
const parametersOf = (path: string) =>
  Object.fromEntries(
    Object.entries(PARAMETERS).flatMap(([name, value]) => {
      const found = value.exec(path)?.[0];
      return found ? [[name, found]] : [];
    }),
  );

/** Calls a handler in this process as the gateway would, by somebody of the company. */
export async function askAs(tenant: string, email: string, route: string, body: unknown, query?: Readonly<Record<string, string>>) {
  const [method = '', path = ''] = route.split(' ');
  const handler = HANDLERS.find(([pattern]) => pattern.test(route))?.[1];
  if (!handler) throw new Error(`no handler for ${route}`);
  const event = {
    version: '2.0',
    routeKey: templateOf(route),
    rawPath: path,
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    pathParameters: parametersOf(path),
    queryStringParameters: query,
    body: body === undefined ? undefined : JSON.stringify(body),
    requestContext: {
      requestId: requestId(),
      http: { method, path },
      authorizer: { jwt: { claims: { 'custom:tenant': tenant, email, sub: email } } },
    },
  };
  const answer = (await handler(event as never, {} as never)) as { statusCode: number; body: string };
  if (answer.statusCode >= 300) throw new Error(`${route}: ${answer.statusCode} ${answer.body}`);
  return JSON.parse(answer.body);
}

/** A sentence of the order-to-cash story, as a client tells it. */
export type Ask = BenchCompany['ask'];

export const placing = (company: Pick<BenchCompany, 'customerId'>, itemIds: readonly string[], date: string) => ({
  customerId: company.customerId,
  date,
  lines: itemIds.map((itemId) => ({ itemId, quantity: '2' })),
});

/** A bank receipt that pays an invoice in full. */
export const paying = (company: Pick<BenchCompany, 'customerId'>, invoiceId: string, gross: { amount: string }, date: string) => {
  const amount = { amount: gross.amount, currency: 'EUR' };
  return { customerId: company.customerId, date, amount, allocations: [{ invoiceId, amount }] };
};
