import type { APIGatewayProxyEventV2WithJWTAuthorizer as HttpEvent } from 'aws-lambda';
import { expect } from 'vitest';
import { rules } from '#api/automation/rules.ts';
import { customers } from '#api/crm/customers.ts';
import { ledger } from '#api/finance/ledger.ts';
import { receivables } from '#api/finance/receivables.ts';
import { home } from '#api/insights/home.ts';
import { stock } from '#api/inventory/stock.ts';
import { audit } from '#api/platform/audit.ts';
import { company } from '#api/platform/company.ts';
import { members } from '#api/platform/members.ts';
import { notes } from '#api/platform/notes.ts';
import { search } from '#api/platform/search.ts';
import { catalogue } from '#api/sales/catalogue.ts';
import { imports } from '#api/sales/imports.ts';
import { orders } from '#api/sales/orders.ts';
import { returns } from '#api/sales/returns.ts';
import { handler as ruleCommands } from '../../functions/automation/rules/commands.ts';
import { handler as ruleQueries } from '../../functions/automation/rules/queries.ts';
import { handler as customerCommands } from '../../functions/crm/customers/commands.ts';
import { handler as customerQueries } from '../../functions/crm/customers/queries.ts';
import { handler as ledgerCommands } from '../../functions/finance/ledger/commands.ts';
import { handler as ledgerDocuments } from '../../functions/finance/ledger/documents.ts';
import { handler as ledgerQueries } from '../../functions/finance/ledger/queries.ts';
import { handler as receivablesCommands } from '../../functions/finance/receivables/commands.ts';
import { handler as receivablesPrint } from '../../functions/finance/receivables/print.ts';
import { handler as receivablesQueries } from '../../functions/finance/receivables/queries.ts';
import { handler as homeQueries } from '../../functions/insights/home/queries.ts';
import { handler as stockCommands } from '../../functions/inventory/stock/commands.ts';
import { handler as stockQueries } from '../../functions/inventory/stock/queries.ts';
import { handler as auditQueries } from '../../functions/platform/audit/queries.ts';
import { handler as companyCommands } from '../../functions/platform/company/commands.ts';
import { handler as companyPrint } from '../../functions/platform/company/print.ts';
import { handler as companyQueries } from '../../functions/platform/company/queries.ts';
import { handler as memberCommands } from '../../functions/platform/members/commands.ts';
import { handler as memberIdentities } from '../../functions/platform/members/identities.ts';
import { handler as memberQueries } from '../../functions/platform/members/queries.ts';
import { handler as noteCommands } from '../../functions/platform/notes/commands.ts';
import { handler as noteDocuments } from '../../functions/platform/notes/documents.ts';
import { handler as noteQueries } from '../../functions/platform/notes/queries.ts';
import { handler as searchQueries } from '../../functions/platform/search/queries.ts';
import { handler as catalogueCommands } from '../../functions/sales/catalogue/commands.ts';
import { handler as catalogueQueries } from '../../functions/sales/catalogue/queries.ts';
import { handler as importQueries } from '../../functions/sales/imports/queries.ts';
import { handler as orderCommands } from '../../functions/sales/orders/commands.ts';
import { handler as orderQueries } from '../../functions/sales/orders/queries.ts';
import { handler as returnCommands } from '../../functions/sales/returns/commands.ts';
import { handler as returnQueries } from '../../functions/sales/returns/queries.ts';
import type { ActionRow } from '../../shared/kernel/action.ts';
import { type Answer, type Call, call } from './call.ts';
import './written.ts';

type Handler = (event: HttpEvent, context: never) => unknown;
type Entries = Readonly<Record<string, Handler>>;

const entries: Readonly<Record<string, Entries>> = {
  [company.name]: { commands: companyCommands, print: companyPrint, queries: companyQueries },
  [members.name]: { commands: memberCommands, identities: memberIdentities, queries: memberQueries },
  [customers.name]: { commands: customerCommands, queries: customerQueries },
  [catalogue.name]: { commands: catalogueCommands, queries: catalogueQueries },
  [stock.name]: { commands: stockCommands, queries: stockQueries },
  [orders.name]: { commands: orderCommands, queries: orderQueries },
  [receivables.name]: { commands: receivablesCommands, print: receivablesPrint, queries: receivablesQueries },
  [ledger.name]: { commands: ledgerCommands, queries: ledgerQueries, documents: ledgerDocuments },
  [returns.name]: { commands: returnCommands, queries: returnQueries },
  [imports.name]: { queries: importQueries },
  [home.name]: { queries: homeQueries },
  [search.name]: { queries: searchQueries },
  [audit.name]: { queries: auditQueries },
  [rules.name]: { commands: ruleCommands, queries: ruleQueries },
  [notes.name]: { commands: noteCommands, documents: noteDocuments, queries: noteQueries },
};

const MODULES = [
  company,
  members,
  customers,
  catalogue,
  stock,
  orders,
  receivables,
  ledger,
  returns,
  imports,
  home,
  search,
  audit,
  notes,
  rules,
];
/** Actions by name, with the Lambda that serves them. */
const actions = new Map(
  MODULES.flatMap(({ name: module, actions }) =>
    Object.entries(actions as Readonly<Record<string, ActionRow>>).map(
      ([name, spec]) => [name, { spec, handler: entries[module]?.[spec.profile] }] as const,
    ),
  ),
);

/** Whether tests call the action in their own process. */
export const isServed = (name: string): boolean => actions.get(name)?.handler !== undefined;

export interface Ask extends Omit<Call, 'tenant'> {
  /** Path parameters in the order of the route. */
  readonly path?: readonly string[];
  /** Show what would happen, and change nothing. */
  readonly dryRun?: true;
}

/** What a refusal tells: status, code and the field at fault. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly field?: string;
}

/** Calls any action of a company by its name, through the Lambda that serves it. */
export function shopOf(tenant: string) {
  const ask = (name: string, { path = [], dryRun, query, ...request }: Ask = {}): Promise<Answer> => {
    const action = actions.get(name);
    if (!action?.handler) throw new Error(`no module serves ${name}`);
    const { route } = action.spec;
    const left = [...path];
    const search = dryRun ? { ...query, dryRun: 'true' } : query;
    return call(
      action.handler,
      route.replace(/\{\w+\}/g, () => left.shift() ?? ''),
      route,
      {
        tenant,
        ...request,
        ...(search ? { query: search } : {}),
      },
    );
  };
  /** Asks for what must succeed, and gives its body. */
  const done = async (name: string, request: Ask = {}) => {
    const answer = await ask(name, request);
    expect(answer.status, `${name}: ${JSON.stringify(answer.body).slice(0, 400)}`).toBeLessThan(300);
    return answer.body;
  };
  /** Asks for what must be refused, and gives status, code and field. */
  const refused = async (name: string, request: Ask = {}): Promise<Refusal> => {
    const { status, body } = await ask(name, request);
    return { status, code: body.code, ...(body.field ? { field: body.field } : {}) };
  };
  /** All items of a list, page by page. */
  const listed = async (name: string, query: Readonly<Record<string, string>> = {}, more: Pick<Ask, 'path'> = {}) => {
    // biome-ignore lint/suspicious/noExplicitAny: a test asserts on the parts it knows.
    const found: any[] = [];
    for (let cursor: string | undefined, go = true; go; go = cursor !== undefined) {
      const page = await done(name, { ...more, query: { ...query, ...(cursor ? { cursor } : {}) } });
      found.push(...page.items);
      cursor = page.nextCursor;
    }
    return found;
  };
  return { tenant, ask, done, refused, listed };
}
export type Shop = ReturnType<typeof shopOf>;

/** The settings of a company that a test sets up through the API. */
export const SETTINGS = {
  name: 'Lumbre Hogar, S.L.',
  taxId: 'B12345674',
  email: 'hola@lumbre.example',
  timeZone: 'Europe/Madrid',
  address: { street: 'Calle Mayor 1', postalCode: '28013', city: 'Madrid', country: 'ES' },
  policies: { shortage: 'refuse', invoiceOn: 'shipment', dunningDays: [] },
  fiscalYears: ['2026'],
} as const;

export const eur = (amount: string) => ({ amount, currency: 'EUR' });
