import { expect } from 'vitest';
import { handler as commands } from '../../functions/finance/receivables/commands.ts';
import { handler as queries } from '../../functions/finance/receivables/queries.ts';
import type { Role } from '../../shared/kernel/permission.ts';
import { type Answer, call } from './call.ts';

export const eur = (amount: string) => ({ amount, currency: 'EUR' });

export interface Asking {
  readonly key?: string;
  readonly roles?: readonly Role[];
  readonly email?: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** `POST /receipts/rcp_…/reversal` → `POST /receipts/{receiptId}/reversal`, as API Gateway would match it. */
const PARAMETERS: readonly (readonly [prefix: string, name: string])[] = [
  ['drf_', 'draftId'],
  ['inv_', 'invoiceId'],
  ['crn_', 'creditNoteId'],
  ['rcp_', 'receiptId'],
  ['rfd_', 'refundId'],
];
const templateOf = (route: string): string =>
  route
    .split('/')
    .map((part) => PARAMETERS.flatMap(([prefix, name]) => (part.startsWith(prefix) ? [`{${name}}`] : []))[0] ?? part)
    .join('/');

/** The receivables of one company, through their Lambda handlers. */
export function receivablesOf(tenant: string) {
  const ask = (route: string, body?: unknown, asking: Asking = {}): Promise<Answer> =>
    call(route.startsWith('GET ') ? queries : commands, route, templateOf(route), {
      tenant,
      ...(body === undefined ? {} : { body }),
      ...asking,
    });
  /** Asks for what must succeed, and gives its body. */
  const done = async (route: string, body?: unknown, asking: Asking = {}) => {
    const answer = await ask(route, body, asking);
    expect(answer.status, `${route}: ${JSON.stringify(answer.body).slice(0, 400)}`).toBeLessThan(300);
    return answer.body;
  };
  /** Asks for what must be refused, and gives status, code and field. */
  const refused = async (route: string, body?: unknown, asking: Asking = {}) => {
    const { status, body: problem } = await ask(route, body, asking);
    return { status, code: problem.code, field: problem.field };
  };
  const draft = (customerId: string, price: string, more: object = {}) =>
    done('POST /invoice-drafts', { customerId, date: '2026-03-10', lines: [{ name: 'Asesoría', quantity: '1', price }], ...more });
  /** An issued invoice: `price` net at 21 %. */
  const invoice = async (customerId: string, price: string, more: object = {}) =>
    done(`POST /invoice-drafts/${(await draft(customerId, price, more)).id}/issue`, {});
  const receipt = (customerId: string, amount: string, more: object = {}) =>
    done('POST /receipts', { customerId, date: '2026-03-20', amount: eur(amount), ...more });
  return { ask, done, refused, draft, invoice, receipt };
}

/** `[account, debit, credit]` of an entry on the wire. */
export const postings = (entry: { lines: readonly { account: string; debit: { amount: string }; credit: { amount: string } }[] }) =>
  entry.lines.map((line) => [line.account, line.debit.amount, line.credit.amount]);
