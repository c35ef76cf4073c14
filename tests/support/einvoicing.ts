import { expect } from 'vitest';
import { handler as commands } from '../../functions/finance/einvoice/commands.ts';
import { handler as follow } from '../../functions/finance/einvoice/follow-e-invoices.event.ts';
import { handler as queries } from '../../functions/finance/einvoice/queries.ts';
import { COMPANY_ID, Companies } from '../../shared/domain/platform/company/company.ts';
import { addDays, dateIn } from '../../shared/kernel/date.ts';
import { update } from '../../shared/kernel/record.ts';
import { type Answer, call } from './call.ts';
import { batchOf } from './changes.ts';
import { recordsOf } from './company.ts';

const templateOf = (route: string): string =>
  route
    .split('/')
    .map((part) => (/^(inv|crn|bil|scn)_/.test(part) ? '{documentId}' : part))
    .join('/');

/** Electronic invoicing of one company, through its Lambda handlers. */
export function einvoicingOf(tenant: string) {
  const ask = (route: string, body?: unknown, query: Record<string, string> = {}): Promise<Answer> =>
    call(route.startsWith('GET ') ? queries : commands, route, templateOf(route), {
      tenant,
      query,
      ...(body === undefined ? {} : { body }),
    });
  const done = async (route: string, body?: unknown, query: Record<string, string> = {}) => {
    const answer = await ask(route, body, query);
    expect(answer.status, `${route}: ${JSON.stringify(answer.body).slice(0, 400)}`).toBeLessThan(300);
    return answer.body;
  };
  const refused = async (route: string, body?: unknown) => {
    const { status, body: problem } = await ask(route, body);
    return { status, code: problem.code, field: problem.field };
  };
  /** Chains records from today on, as if it had been switched on yesterday. */
  const chains = async () => {
    const today = dateIn('Europe/Madrid', new Date());
    await done('PATCH /e-invoicing/settings', { verifactuFrom: addDays(today, 1) });
    const records = recordsOf(tenant);
    const company = await records.getOrThrow(Companies, COMPANY_ID);
    const einvoicing = { ...company.einvoicing, verifactu: { from: today } };
    await records.commit([update(Companies, company, { ...company, einvoicing })]);
  };
  let rev = 0;
  /** Tells the worker that documents have changed, as their queue does. */
  const told = async (...ids: readonly string[]) => {
    rev += 1;
    const kindOf = (id: string) => ({ bil: 'supplier-bill', scn: 'supplier-credit-note', crn: 'credit-note' })[id.slice(0, 3)] ?? 'invoice';
    const { batchItemFailures } = await follow(
      batchOf(ids.map((id) => ({ tenant, kind: kindOf(id), id, rev: rev + 1000, after: { date: '' } }))),
    );
    expect(batchItemFailures).toEqual([]);
  };
  const statusOf = async (id: string) => (await done(`GET /e-invoicing/documents/${id}`)).followUp;
  return { ask, done, refused, chains, told, statusOf };
}
