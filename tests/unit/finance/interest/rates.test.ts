import { beforeEach, describe, expect, it } from 'vitest';
import { handler as commands } from '../../../../functions/finance/interest/commands.ts';
import { handler as queries } from '../../../../functions/finance/interest/queries.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { peopleOf } from '../../../support/people.ts';
import { receivablesOf } from '../../../support/receivables.ts';

const table = useMemoryTable();
let tenant = '';
let interest: ReturnType<typeof peopleOf>;
beforeEach(async () => {
  table.clear();
  tenant = newTenant();
  interest = peopleOf(tenant, { commands, queries }, (route) =>
    route.replace(/\d{4}S\d$/, '{semester}').replace(/inv_[^/]+/, '{invoiceId}'),
  );
});

describe('the rate of a half-year', () => {
  it('that nobody has confirmed counts no days until a person sets it, and says who did', async () => {
    const { customerId } = await newCompany(tenant);
    const api = receivablesOf(tenant);
    const invoice = await api.invoice(customerId, '100', { date: '2026-05-01' });
    const route = `GET /invoices/${invoice.id}/late-interest`;
    const late = () => interest.done('ana', route, undefined, { query: { date: '2026-09-15' } });
    const before = await late();
    expect([before.lacking, before.spans.at(-1).to]).toEqual([['2026S2'], '2026-06-30']);
    await interest.done('ana', 'PUT /late-rates/2026S2', { percent: '10.40', source: 'BOE' });
    const after = await late();
    expect([after.lacking, after.spans.map(({ percent }: { percent: string }) => percent)]).toEqual([[], ['10.15', '10.40']]);
    const { items } = await interest.done('ana', 'GET /late-rates');
    const set = items.find(({ semester }: { semester: string }) => semester === '2026S2');
    expect(set).toMatchObject({ percent: '10.40', source: 'BOE', by: `ana@${tenant}.example` });
    expect(items.at(-1)).toMatchObject({ semester: '2016S2', percent: '8.00' });
    expect(await interest.refused('ana', 'PUT /late-rates/2026S2', { percent: '1o', source: 'BOE' })).toEqual([
      400,
      'input.invalid',
      'body.percent',
    ]);
  });
});
