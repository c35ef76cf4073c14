import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { withFault } from '../../../support/faults.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { eur, receivablesOf } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const MARCH = { opening: 1_000_000, from: '2026-03-01', to: '2026-03-31' };
const movement = (date: string, amount: number, text: string) => ({ date, amount, text });
const small = (more: object = {}) => ({
  name: 'Diferencias',
  conditions: { direction: 'in' },
  action: { difference: { of: 'small', upTo: eur('20.00'), account: '678', ...more } },
});

async function company() {
  const tenant = newTenant();
  const { customerId } = await newCompany(tenant, {}, 100_000_000);
  const [bank, sales] = [bankingOf(tenant), receivablesOf(tenant)];
  for (const by of ['ana', 'bea']) await bank.ask(by, 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  const account = await bank.account();
  const best = async (lineId: string) => (await bank.done('ana', `GET /banking/lines/${lineId}/candidates`)).items[0];
  return { tenant, customerId, bank, sales, account, best };
}

describe('a rule about differences', () => {
  it('is of at most 30 EUR', async () => {
    const { bank } = await company();
    expect(await bank.refused('ana', 'POST /banking/rules', small({ upTo: eur('30.01') }))).toEqual([
      ...[400, 'bank_rule.up_to', 'body.action.difference.upTo'],
    ]);
    await bank.done('ana', 'POST /banking/rules', small({ upTo: eur('30.00') }));
  });

  it('proposes with its account where nothing is posted by itself, and no more than 5 % of a document', async () => {
    const { bank, sales, account, customerId, best } = await company();
    // 1,210.00 and 121.00: 12.00 are 1 % of the one, and 9.9 % of the other.
    const [large, little] = [await sales.invoice(customerId, '1000'), await sales.invoice(customerId, '100')];
    await bank.take(norma43([movement('2026-03-20', 119_800, large.number), movement('2026-03-21', 10_900, little.number)], MARCH));
    const [first, second] = await bank.lines(account.id);
    const difference = (one: { parts: { as: string; account?: string; amount: object }[] }) => one.parts.find(({ as }) => as === 'entry');
    expect(difference(await best(first.id))?.account).not.toBe('678');
    await bank.ruleOn(small());
    expect(difference(await best(first.id))).toMatchObject({ account: '678', amount: eur('-12.00') });
    expect(difference(await best(second.id))?.account).not.toBe('678');
    // Accepted as it is proposed, the invoice is paid, and the rest is on the account of the rule.
    await bank.match('bea', first.id, (await best(first.id)).parts);
    expect((await sales.done(`GET /invoices/${large.id}`)).state).toBe('paid');
  });

  it('is tested on what the engine would have done: new, the same, and parts that people left open', async () => {
    const { bank, sales, account, customerId } = await company();
    const [agreed, part, waits] = [
      await sales.invoice(customerId, '1000'),
      await sales.invoice(customerId, '2000'),
      await sales.invoice(customerId, '3000'),
    ];
    await bank.take(
      norma43(
        [
          movement('2026-03-20', 119_800, agreed.number),
          movement('2026-03-21', 240_300, part.number),
          movement('2026-03-22', 1700, `RESTO ${part.number}`),
          movement('2026-03-23', 361_500, waits.number),
        ],
        MARCH,
      ),
    );
    const [one, two, three] = await bank.lines(account.id);
    const receipt = (invoiceId: string, amount: string, taken = amount) => ({
      ...{ as: 'receipt', customerId, amount: eur(amount), allocations: [{ invoiceId, amount: eur(taken) }] },
    });
    await bank.match('bea', one.id, [receipt(agreed.id, '1210.00'), { as: 'entry', account: '678', amount: eur('-12.00') }]);
    await bank.match('bea', two.id, [receipt(part.id, '2403.00')]);
    await bank.match('bea', three.id, [receipt(part.id, '17.00')]);
    const { id } = await bank.done('ana', 'POST /banking/rules', small());
    const test = await bank.backTest(id);
    expect(test).toMatchObject({
      ...{ lines: 4, taken: 3, counts: { new: 1, agreed: 1, wrong: 1, own: 0 }, earlier: 0 },
      // 12.00, 17.00 and 15.00.
      effect: [{ account: '678', amount: eur('44.00') }],
    });
    expect(test.shown.find(({ verdict }: { verdict: string }) => verdict === 'wrong')).toMatchObject({
      lineId: two.id,
      instead: 'receipt',
    });
  });

  it('leaves what a known account pays short a part', async () => {
    const { matchLine } = await import('../../../../shared/domain/finance/banking/matching.ts');
    const { MemoryCandidateIndex } = await import('../../../../shared/domain/finance/banking/match-index.ts');
    const iban = 'ES9121000418450200051332';
    const invoice = {
      ...{ id: 'inv_1', kind: 'invoice' as const, open: 121_000, currency: 'EUR', numbers: ['F2026-000123'], date: '2026-03-01' },
      ...{ partyId: 'cus_1', partyNames: ['Robla Instalaciones SL'], partyIbans: [iban] },
    };
    const line = { id: 'bkl_1', date: '2026-03-20', amount: 119_500, currency: 'EUR', text: 'F2026-000123' };
    const kindOf = (more: object) =>
      matchLine({ ...line, ...more }, new MemoryCandidateIndex([invoice]), [], { tolerance: 2000, maxFee: 0 }).proposals[0]?.difference
        ?.kind;
    expect(kindOf({})).toBe('small');
    expect(kindOf({ partyIban: iban })).toBeUndefined();
    expect(kindOf({ partyIban: iban, amount: 120_996 })).toBe('small');
  });
});

it('a test leaves lines to the rule that comes before', async () => {
  const { bank } = await company();
  await bank.take(
    norma43([movement('2026-03-05', -350, 'COMISION MANTENIMIENTO'), movement('2026-03-06', -200, 'COMISION TRANSFERENCIA')], MARCH),
  );
  const rule = (texts: string[], order: number) => ({
    ...{ name: texts.join(), order, conditions: { direction: 'out', texts }, action: { entry: { lines: [{ account: '626' }] } } },
  });
  await bank.ruleOn(rule(['comision mantenimiento'], 10));
  const { id } = await bank.done('ana', 'POST /banking/rules', rule(['comision'], 20));
  expect(await bank.backTest(id)).toMatchObject({ taken: 1, earlier: 1, effect: [{ account: '626', amount: eur('2.00') }] });
  const { id: first } = await bank.done('ana', 'POST /banking/rules', rule(['comision'], 5));
  expect(await bank.backTest(first)).toMatchObject({ taken: 2, earlier: 0 });
});

it('its test reads what is open once, of however many years the lines are', async () => {
  const { bank, sales, account, customerId } = await company();
  await sales.invoice(customerId, '1000');
  await bank.take(norma43([movement('2026-03-20', 119_800, 'ABONO')], MARCH));
  const { id } = await bank.done('ana', 'POST /banking/rules', small());
  const read: string[] = [];
  const { result } = await withFault(
    (send, { input }) => {
      const { IndexName, ExpressionAttributeValues: values } = input as { IndexName?: string; ExpressionAttributeValues?: object };
      if (IndexName === 'open') read.push(JSON.stringify(values));
      return send();
    },
    (_, name) => name.startsWith('Query'),
    () => bank.backTest(id),
  );
  expect(result).toMatchObject({ state: 'done' });
  expect(read.filter((values) => values.includes('#invoice#'))).toHaveLength(1);
  expect(read.filter((values) => values.includes('#supplier-bill#'))).toHaveLength(1);
  expect(account.id).toBeDefined();
});
