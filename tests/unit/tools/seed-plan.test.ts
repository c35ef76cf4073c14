import { describe, expect, it } from 'vitest';
import { calendar, workday } from '../../../infra/tools/seed/calendar.ts';
import { phasesOf } from '../../../infra/tools/seed/carry-out.ts';
import { Chance } from '../../../infra/tools/seed/chance.ts';
import { lumbre } from '../../../infra/tools/seed/lumbre.ts';
import { norte } from '../../../infra/tools/seed/norte.ts';
import { plannedOrders, rateOf } from '../../../infra/tools/seed/orders-plan.ts';
import { planOf } from '../../../infra/tools/seed/plan.ts';
import type { Profile } from '../../../infra/tools/seed/profile.ts';
import { type Answer, cents, euros, invoiceOf, PHASES, type Step } from '../../../infra/tools/seed/step.ts';
import { purchases } from '../../../infra/tools/seed/stock-plan.ts';
import { CustomerInput } from '../../../shared/domain/crm/customers/customer.ts';
import { taxPercent } from '../../../shared/domain/finance/tax/vat-es.ts';
import { CreateCompany } from '../../../shared/domain/platform/company/wire.ts';
import { ItemInput } from '../../../shared/domain/sales/catalogue/item.ts';
import { addDays } from '../../../shared/kernel/date.ts';
import { isSpanishTaxId } from '../../../shared/kernel/tax-id-es.ts';

const PROFILES = [lumbre, norte];
/** A Tuesday, a Sunday, the first day of a year and the day after a leap day. */
const TODAYS = ['2026-11-24', '2026-11-22', '2027-01-01', '2028-03-01'];
const cases = PROFILES.flatMap((profile) => TODAYS.map((today): [string, string, Profile] => [profile.tenant, today, profile]));

describe('chance', () => {
  it('comes out the same for the same seed, and differs for another', () => {
    const drawn = (seed: string) => {
      const chance = new Chance(seed);
      return Array.from({ length: 20 }, () => chance.whole(1, 1000));
    };
    expect(drawn('lumbre')).toEqual(drawn('lumbre'));
    expect(drawn('lumbre')).not.toEqual(drawn('norte'));
  });

  it('keeps to its bounds, reaches both, and is about even', () => {
    const chance = new Chance('dice');
    const rolls = Array.from({ length: 6000 }, () => chance.whole(1, 6));
    expect([Math.min(...rolls), Math.max(...rolls)]).toEqual([1, 6]);
    for (const face of [1, 2, 3, 4, 5, 6]) expect(Math.abs(rolls.filter((roll) => roll === face).length - 1000)).toBeLessThan(150);
  });

  it('draws different ones, and no more than there are', () => {
    const chance = new Chance('cards');
    expect(new Set(chance.draw([1, 2, 3, 4, 5], 3)).size).toBe(3);
    expect(chance.draw([1, 2], 9).sort()).toEqual([1, 2]);
    expect(() => chance.pick([])).toThrow('nothing to pick');
  });
});

describe('the calendar', () => {
  it('moves Sundays to Mondays, but never past today', () => {
    expect([workday('2026-11-22'), workday('2026-11-23')]).toEqual(['2026-11-23', '2026-11-23']);
    expect([calendar('2026-11-24').ago(2), calendar('2026-11-22').ago(0)]).toEqual(['2026-11-23', '2026-11-22']);
  });

  it('has the years that the history and the shop files need', () => {
    expect([calendar('2026-11-24', true).fiscalYears, calendar('2026-11-24').fiscalYears]).toEqual([
      ['2010', '2025', '2026'],
      ['2025', '2026'],
    ]);
    expect(calendar('2027-01-01').months).toEqual(['2026-08', '2026-09', '2026-10', '2026-11', '2026-12']);
  });
});

describe.each(PROFILES)('the company $tenant', (profile) => {
  it('has settings, items and customers that the API takes, each once', () => {
    expect(CreateCompany.safeParse(profile.settings).success).toBe(true);
    for (const { cost, scarce, ...item } of profile.items) expect(ItemInput.safeParse(item).error).toBeUndefined();
    for (const customer of profile.customers) {
      expect(CustomerInput.safeParse(customer).error).toBeUndefined();
      expect(isSpanishTaxId(customer.taxId)).toBe(true);
      expect(customer.email).toMatch(/^[a-z0-9.]+@(correo|empresa)\.example$/);
    }
    expect(isSpanishTaxId(profile.settings.taxId)).toBe(true);
    for (const all of [profile.items.map((item) => item.code), profile.customers.map((c) => c.name), profile.customers.map((c) => c.taxId)])
      expect(new Set(all).size).toBe(all.length);
  });

  it('sells at three rates of VAT, each above what it pays', () => {
    const goods = profile.items.filter((item) => item.cost !== undefined);
    expect(new Set(goods.map((item) => item.taxCode))).toEqual(new Set(['IVA-G', 'IVA-R', 'IVA-S']));
    for (const item of goods) expect(Number(item.price) / (item.cost ?? 0)).toBeGreaterThan(1.2);
    for (const item of profile.items) expect(String(rateOf(item))).toBe(taxPercent(item.taxCode, '2026-11-24'));
  });
});

describe.each(cases)('the plan of %s on %s', (_, today, profile) => {
  const { setup, history, closed } = planOf(profile, today);
  const orders = plannedOrders(profile, calendar(today));

  it('is the same every time, and names each step once', () => {
    const plain = (steps: readonly Step[]) => steps.map(({ ask, ...step }) => step);
    expect(plain(planOf(profile, today).history)).toEqual(plain(history));
    expect(new Set([...setup, ...history].map((step) => step.key)).size).toBe(setup.length + history.length);
    expect(history.length).toBeGreaterThan(300);
  });

  it('happened in order, within five months, and not after today', () => {
    const at = (step: Step) => `${step.date} ${PHASES.indexOf(step.phase)}`;
    expect(history.map(at)).toEqual(history.map(at).sort());
    expect([history[0]?.date, history.filter((step) => step.date > today)]).toEqual([calendar(today).first, []]);
    expect(closed).toBe(calendar(today).first.slice(0, 7));
  });

  it('tells every story of the deck', () => {
    const totals = Object.fromEntries(
      Map.groupBy(orders, (order) => order.story)
        .entries()
        .map(([story, all]) => [story, all.length]),
    );
    expect(totals).toEqual(profile.deck);
    // To their end: what came back to the bank, was complained about, came back by post.
    const steps = (name: string) => history.filter((step) => step.key.endsWith(`.${name}`)).length;
    const { bounced, credited, returned } = profile.deck;
    expect([steps('bounce'), steps('credit'), steps('return-receipt')]).toEqual([bounced, credited, returned]);
  });

  it('asks only for what earlier steps have made', () => {
    const answer: Answer = {
      id: 'made',
      open: euros(100),
      invoiceId: 'inv_F2026-000001',
      invoiceIds: ['inv_F2026-000001'],
      totals: { gross: euros(12_100) },
      lines: [{ code: profile.items[0]?.code ?? '', quantity: '1', cost: euros(5000) }],
      entries: [{ lines: [{ account: '430', debit: euros(12_100) }] }],
    };
    const done = new Set(['customer.walk-in']);
    for (const phase of phasesOf([...setup, ...history])) {
      for (const step of [...phase.filter((s) => !s.numbered), ...phase.filter((s) => s.numbered)])
        step.ask((key) => {
          if (!done.has(key)) throw new Error(`${step.key} needs ${key}, which is not there`);
          return answer;
        });
      for (const step of phase) done.add(step.key);
    }
  });

  it('has on the shelf what is sold, but for what is scarce', () => {
    const events = [
      ...purchases(profile, orders, calendar(today)).flatMap(({ date, warehouse, lines }) =>
        lines.map(({ item, quantity }) => ({ date, at: `${warehouse} ${item.code}`, quantity, first: 0 })),
      ),
      ...orders.flatMap(({ date, warehouse, lines }) =>
        lines.map(({ code, quantity }) => ({ date, at: `${warehouse} ${code}`, quantity: -quantity, first: 1 })),
      ),
    ].sort((a, b) => (a.date === b.date ? a.first - b.first : a.date < b.date ? -1 : 1));
    const services = new Set(profile.items.filter((item) => item.cost === undefined).map((item) => item.code));
    const shelves = new Map<string, number>();
    const short = new Set<string>();
    for (const { at, quantity } of events) {
      const left = (shelves.get(at) ?? 0) + quantity;
      shelves.set(at, left);
      const code = at.split(' ')[1] ?? '';
      if (left < 0 && !services.has(code)) short.add(code);
    }
    expect([...short].filter((code) => !profile.items.some((item) => item.code === code && item.scarce))).toEqual([]);
    // The wholesaler's customers wait for some of it.
    expect(short.size > 0).toBe(profile.settings.policies.shortage === 'backorder');
  });

  it('keeps every customer within the credit limit', () => {
    for (const { name, creditLimit, paymentDays } of profile.customers) {
      const mine = orders.filter((order) => order.customer === name && order.story !== 'quote');
      for (const { date } of mine) {
        const open = mine.filter((order) => order.date <= date && order.date >= addDays(date, -paymentDays - 20));
        if (creditLimit) expect(open.reduce((sum, order) => sum + order.value, 0)).toBeLessThanOrEqual(Number(creditLimit.amount));
      }
    }
  });
});

describe('what an answer says of an invoice', () => {
  const answer: Answer = { id: 'shp_1', open: euros(0) };
  it('is the shipment’s receivable, or the order’s total', () => {
    const lines = [
      { account: '430', debit: euros(12_100) },
      { account: '610', debit: euros(3_000) },
    ];
    expect(invoiceOf({ ...answer, invoiceId: 'inv_F2026-000001', entries: [{ lines }] })).toEqual({
      id: 'inv_F2026-000001',
      gross: 12_100,
    });
    expect(invoiceOf({ ...answer, invoiceIds: ['inv_F2026-000002'], totals: { gross: euros(605) } })).toEqual({
      id: 'inv_F2026-000002',
      gross: 605,
    });
  });

  it('fails where there is none', () => expect(() => invoiceOf(answer)).toThrow('no invoice came of shp_1'));
  it('is in cents', () => expect([cents({ amount: '0.29', currency: 'EUR' }), euros(29).amount]).toEqual([29, '0.29']));
});
