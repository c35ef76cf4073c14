import { beforeAll, describe, expect, it } from 'vitest';
import { apiOf } from '../../infra/tools/seed/api.ts';
import { lumbre } from '../../infra/tools/seed/lumbre.ts';
import { norte } from '../../infra/tools/seed/norte.ts';
import { seed } from '../../infra/tools/seed/seed.ts';
import { endpoints } from '../support/endpoints.ts';

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
}
interface Order {
  readonly status: string;
  readonly date: string;
}

async function all<T>(ask: (query: string) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await ask(`limit=100${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found;
}

const look = async (tenant: string) => {
  if (!endpoints) throw new Error('these tests need the deployed stack: run them by npm test');
  const api = await apiOf({ ...endpoints, consoleUrl: null }, tenant);
  const list = <T>(route: string) => all<T>((query) => api.get<Page<T>>('auditor', `${route}${route.includes('?') ? '&' : '?'}${query}`));
  const [
    orders,
    invoices,
    receipts,
    notes,
    drafts,
    bills,
    runs,
    claims,
    mandates,
    banks,
    documents,
    einvoices,
    trial,
    receivables,
    valuation,
    periods,
    tagged,
  ] = await Promise.all([
    list<Order>('/orders'),
    list<{ state: string; reminders: number }>('/invoices'),
    list<{ open: { amount: string }; reversal?: object }>('/receipts'),
    list<{ id: string }>('/credit-notes'),
    list<{ state: string }>('/invoice-drafts'),
    list<{ state: string }>('/payables/bills'),
    list<{ state: string }>('/treasury/payment-runs'),
    list<{ state: string }>('/expense-claims'),
    list<{ state: string }>('/treasury/mandates'),
    list<{ id: string; openLines: number }>('/banking/accounts'),
    list<{ state: string; flags: { code: string }[] }>('/documents'),
    list<{ direction: string; state: string; warning?: string }>('/e-invoicing/documents'),
    api.get<{ entries: number; balanced: boolean; complete: boolean }>('auditor', '/trial-balance?consistent=true'),
    api.get<{ receivable: { amount: string }; overdue: { amount: string } }>('auditor', '/receivables'),
    api.get<{ value: { amount: string }; warehouses: unknown[] }>('auditor', '/stock-valuation'),
    api.get<{ items: { state: string }[] }>('auditor', '/periods'),
    api.get<{ items: { record: { id: string; kind: string } }[] }>('auditor', '/tags'),
  ]);
  const { record } = tagged.items.find((one) => one.record.kind === 'customer') as (typeof tagged.items)[number];
  const activity = await api.get<{ notes: unknown[]; files: { state: string }[] }>('auditor', `/activity?record=${record.id}`);
  return {
    orders,
    invoices,
    receipts,
    notes,
    drafts,
    bills,
    runs,
    claims,
    mandates,
    banks,
    documents,
    einvoices,
    trial,
    receivables,
    valuation,
    periods,
    tagged,
    activity,
  };
};

describe('the demo companies', () => {
  const lines: string[] = [];
  beforeAll(async () => {
    if (!endpoints) throw new Error('these tests need the deployed stack: run them by npm test');
    await seed({ ...endpoints, consoleUrl: null }, (line) => lines.push(line));
  }, 600_000);

  it('are told month by month, and agree with their books', () => {
    expect(lines.filter((line) => line.startsWith('Lumbre Hogar, S.L.:')).length).toBeGreaterThanOrEqual(6);
    expect(lines.at(-1)).toBe('the books balance, and agree with the stock, what customers owe and what suppliers are owed');
  });

  it.each([lumbre, norte])('$tenant has orders in every state, money of every kind and a closed period', async ({ tenant, deck }) => {
    const the = await look(tenant);
    expect(the.orders).toHaveLength(Object.values(deck).reduce((a, b) => a + b, 0));
    const states = new Set(the.orders.map((order) => order.status));
    for (const state of ['quote', 'placed', 'partly-shipped', 'cancelled']) expect(states).toContain(state);
    expect(['invoiced', 'paid', 'closed'].some((state) => states.has(state))).toBe(true);
    expect(new Set(the.invoices.map((invoice) => invoice.state))).toEqual(new Set(['open', 'overdue', 'paid']));
    expect(the.receipts.some((receipt) => receipt.open.amount !== '0.00')).toBe(true);
    expect(the.receipts.filter((receipt) => receipt.reversal)).toHaveLength((deck.bounced ?? 0) + 1);
    expect(the.notes.length).toBeGreaterThanOrEqual(deck.credited ?? 0);
    expect(new Set(the.drafts.map((draft) => draft.state))).toEqual(new Set(['draft', 'issued']));
    expect(new Set(the.bills.map((bill) => bill.state))).toEqual(new Set(['open', 'overdue', 'paid', 'waiting', 'reversed']));
    expect(the.runs.map((run) => run.state).sort()).toEqual(['executed', 'executed', 'proposed', 'proposed']);
    expect(the.claims.map((claim) => claim.state).sort()).toEqual(['approved', 'rejected', 'submitted']);
    expect(the.mandates.map((mandate) => mandate.state)).toEqual(['active', 'active', 'active']);
    // What customers have paid, a fee and interest wait to be matched, and some of what the books have.
    expect(the.banks.map(({ openLines }) => openLines >= 5)).toEqual([true]);
    // Of electronic invoices: sent ones in each state, some to be sent; of bills one that the issuer must still be told of, and one too late.
    const issued = new Set(the.einvoices.filter(({ direction }) => direction === 'issued').map(({ state }) => state));
    for (const state of ['unsent', 'sent', 'accepted', 'rejected']) expect(issued).toContain(state);
    const received = the.einvoices.filter(({ direction }) => direction === 'received');
    expect(received.filter(({ warning }) => warning === 'overdue')).toHaveLength(1);
    expect(received.some(({ state, warning }) => state === 'rejected' && warning === 'due')).toBe(true);
    expect(received.some(({ state }) => state === 'paid')).toBe(true);
    // One electronic invoice can be entered as it is; of the others one does not add up, and one is of nobody known.
    const told = the.documents.map(({ state, flags }) => [state, ...flags.map(({ code }) => code)].join(' '));
    expect(told.sort()).toEqual(['ready', 'review arithmetic totals_differ', 'review supplier_unknown']);
    expect([the.trial.balanced, the.trial.complete]).toEqual([true, true]);
    expect([Number(the.receivables.receivable.amount) > 0, Number(the.receivables.overdue.amount) > 0]).toEqual([true, true]);
    expect([Number(the.valuation.value.amount) > 0, the.valuation.warehouses.length]).toEqual([true, 2]);
    expect(the.periods.items.filter((period) => period.state === 'closed')).toHaveLength(1);
    // One of each by people; and the large orders of the last weeks, by their rule.
    expect([...new Set(the.tagged.items.map(({ record }) => record.kind))].sort()).toEqual(['customer', 'invoice', 'item', 'order']);
    expect(the.tagged.items.filter(({ record }) => record.kind === 'order').length).toBeGreaterThan(1);
    expect([the.activity.notes.length, the.activity.files.length]).toEqual([3, 1]);
  });

  it('have filed the last quarter, and one of them has closed its first year: 3,000.00 less 1,250.00, 36.00 and the tax of 15 %', async () => {
    if (!endpoints) throw new Error('no cloud');
    const today = new Date().toISOString().slice(0, 10);
    const [month, year] = [Number(today.slice(5, 7)), Number(today.slice(0, 4))];
    const period = month < 4 ? `${year - 1}-4T` : `${year}-${Math.floor((month - 1) / 3)}T`;
    for (const tenant of [lumbre.tenant, norte.tenant]) {
      const api = await apiOf({ ...endpoints, consoleUrl: null }, tenant);
      const { filings } = await api.get<{ filings: { state: string }[] }>('auditor', `/tax-returns/303?period=${period}`);
      expect(filings.map(({ state }) => state)).toEqual(['filed']);
    }
    const { items } = await (await apiOf({ ...endpoints, consoleUrl: null }, norte.tenant)).get<Page<object>>('auditor', '/year-ends');
    // Where this year's history reaches into the last one, that stays open.
    if (month > 5)
      expect(items.at(-1)).toMatchObject({ year: String(year - 1), state: 'closed', result: { amount: '1456.90', currency: 'EUR' } });
  });

  it('know everybody who can sign in', async () => {
    if (!endpoints) throw new Error('no cloud');
    const { items } = await (await apiOf({ ...endpoints, consoleUrl: null }, 'norte')).get<Page<object>>('auditor', '/members');
    const roles = ['accountant', 'adviser', 'auditor', 'hr', 'integration', 'owner', 'payroll', 'sales', 'warehouse'];
    // Pay is approved by two others than who made the run.
    const rolesOf = (role: string) => (role === 'hr' ? ['hr', 'payroll'] : [role]);
    expect(items).toEqual(
      roles.map((role) => expect.objectContaining({ email: `${role}@norte.example`, roles: rolesOf(role), state: 'active' })),
    );
  });

  it('are not filled twice', async () => {
    const before = await look(norte.tenant);
    if (!endpoints) throw new Error('no cloud');
    // One of them stands for both: a second seed sends every request of the first again.
    await seed({ ...endpoints, consoleUrl: null }, () => undefined, [norte]);
    const after = await look(norte.tenant);
    expect([after.trial.entries, after.orders.length, after.receipts.length]).toEqual([
      before.trial.entries,
      before.orders.length,
      before.receipts.length,
    ]);
    expect([after.valuation, after.receivables]).toEqual([before.valuation, before.receivables]);
  }, 300_000);
});
