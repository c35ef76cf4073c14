import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { requireBankRule } from '../../../../shared/domain/finance/banking/bank-rule.ts';
import type { OfferKey } from '../../../../shared/domain/finance/banking/offer-keys.ts';
import { accountsOf } from '../../../../shared/domain/finance/banking/rule-action.ts';
import { takesLine } from '../../../../shared/domain/finance/banking/rule-conditions.ts';
import { RULE_OFFERS } from '../../../../shared/domain/finance/banking/rule-offers.ts';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { eur, postings } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const takers = (text: string, amount: number): OfferKey[] =>
  RULE_OFFERS.filter(({ rule: { conditions } }) => takesLine(conditions, { amount, text })).map(({ key }) => key);

/** What is printed on statements of Spanish banks, and which offer it is for; none where it only sounds like it. */
const OUT: readonly (readonly [text: string, key: OfferKey | undefined])[] = [
  ['IMPUESTOS MODELO 303 4T NRC 3032026000017A', 'vat-303'],
  ['PAGO AEAT MOD. 303 B58378431', 'vat-303'],
  ['ADEUDO MOD.111 AGENCIA TRIBUTARIA', 'withholdings-111'],
  ['Impuesto 115 3T 2026', 'rents-115'],
  ['MODELO 202 1P 2026', 'instalments-202'],
  ['MODELO 200 EJERCICIO 2025', 'corporate-tax-200'],
  ['TGSS. COTIZACION 006 R. GENERAL', 'social-security'],
  ['TESORERIA GENERAL DE LA SEGURIDAD SOCIAL', 'social-security'],
  ['TGSS COTIZACION 005 R.E.AUTONOMOS', 'self-employed'],
  ['Cuota Autónomos febrero', 'self-employed'],
  ['TRANSFERENCIA NOMINA FEBRERO LOLA PEREZ', 'payroll'],
  ['REMESA NÓMINAS', 'payroll'],
  ['COMISION MANTENIMIENTO CUENTA', 'bank-fees'],
  ['LIQUIDACION INTERESES CUENTA DE CREDITO', 'loan-interest'],
  ['CUOTA PRESTAMO 0182 CAPITAL E INTERESES PRESTAMO', undefined],
  ['COMISION TPV COMERCIO 335510021', undefined],
  ['DEVOLUCION NOMINA ERRONEA', undefined],
  ['APLAZAMIENTO IMPUESTOS MODELO 303', undefined],
  ['RECIBO ALQUILER 303 C/ MAYOR', undefined],
  ['COMPRA TARJETA SUPERMERCADO', undefined],
];
it.each(OUT)('"%s" is for %s', (text, key) => expect(takers(text, -12_345)).toEqual(key === undefined ? [] : [key]));

const IN: typeof OUT = [
  ['ABONO TPV COMERCIO 335510021', 'card-takings'],
  ['ABONO REMESA TARJETAS', 'card-takings'],
  ['LIQUIDACION INTERESES A SU FAVOR', 'interest-received'],
  ['DEVOLUCION IMPUESTOS MODELO 303', undefined],
  ['TRANSFERENCIA DE CAFES LEVANTE SL', undefined],
];
it.each(IN)('"%s", which comes in, is for %s', (text, key) => expect(takers(text, 12_345)).toEqual(key === undefined ? [] : [key]));

it('each is a rule that is taken as it is, counted over the last lines, off, and on after its test', async () => {
  const tenant = newTenant();
  await newCompany(tenant);
  const bank = bankingOf(tenant);
  await bank.ask('ana', 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  const account = await bank.account();
  await bank.take(
    norma43(
      [
        { date: '2026-01-30', amount: -121_000, text: 'IMPUESTOS MODELO 303 4T' },
        { date: '2026-02-27', amount: -150_000, text: 'REMESA NOMINAS FEBRERO' },
        { date: '2026-03-05', amount: -350, text: 'COMISION MANTENIMIENTO' },
        { date: '2026-03-31', amount: 8100, text: 'LIQUIDACION INTERESES A SU FAVOR' },
      ],
      { opening: 1_000_000, from: '2026-01-01', to: '2026-03-31' },
    ),
  );
  const { lines, items } = await bank.done('ana', 'GET /banking/rule-offers');
  expect(lines).toBe(4);
  const taken = items.flatMap(({ key, taken: count }: { key: string; taken: number }) => (count > 0 ? [[key, count]] : []));
  expect(taken).toEqual([
    ['vat-303', 1],
    ['payroll', 1],
    ['bank-fees', 1],
    ['interest-received', 1],
  ]);
  for (const { key, conditions, action, order } of items) {
    requireBankRule({ conditions, action });
    expect(accountsOf(action).length).toBeGreaterThan(0);
    const rule = await bank.done('ana', 'POST /banking/rules', { name: key, conditions, action, order, offer: key });
    expect([rule.state, rule.offer]).toEqual(['off', key]);
    expect(await bank.backTest(rule.id)).toMatchObject({ state: 'done', lines: 4 });
    await bank.done('ana', `POST /banking/rules/${rule.id}/on`);
  }
  const again = await bank.done('ana', 'GET /banking/rule-offers');
  expect(again.items.every(({ ruleId }: { ruleId?: string }) => ruleId?.startsWith('bru_'))).toBe(true);
  expect((await bank.run(account.id)).counts).toMatchObject({ lines: 4, byRule: 4, refused: 0 });
  // 81.00 are what 19 % of 100.00 leaves.
  const interest = (await bank.lines(account.id, {})).at(-1);
  expect(interest.amount).toEqual(eur('81.00'));
  const { entries } = await bank.done('ana', `GET /banking/lines/${interest.id}`);
  expect(entries.map(postings)).toEqual([
    [
      ['572', '81.00', '0.00'],
      ['769', '0.00', '100.00'],
      ['473', '19.00', '0.00'],
    ],
  ]);
});
