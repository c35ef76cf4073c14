import type { StoredBankLine } from './bank-line.ts';
import type { BankRuleInput } from './bank-rule.ts';
import type { OfferKey } from './offer-keys.ts';
import { takesLine } from './rule-conditions.ts';

/** A rule that any company may take: whose name is the reader's, since its language is. */
export interface RuleOffer {
  readonly key: OfferKey;
  readonly rule: Pick<BankRuleInput, 'conditions' | 'action' | 'order'>;
}

const out = (texts: readonly string[], without: readonly string[] = []) => ({
  direction: 'out' as const,
  texts: [...texts],
  ...(without.length > 0 ? { without: [...without] } : {}),
});
const to = (account: string) => ({ entry: { lines: [{ account }] } });

/** How banks print the number of a form: "MODELO 303", "MOD. 303", "AEAT 303". A bare number would be a year or an amount as well. */
const form = (number: string, ...more: readonly string[]) =>
  out(
    [
      `modelo ${number}`,
      `modelo:${number}`,
      `mod ${number}`,
      `mod. ${number}`,
      `mod.${number}`,
      `aeat ${number}`,
      `impuesto ${number}`,
      ...more,
    ],
    ['devolucion', 'aplazamiento'],
  );

/** What a Spanish company pays by itself as self-employed is no contribution for its staff. */
const SELF_EMPLOYED = ['autonomos', 'r.e.t.a', 'reta'];
/** Of the bank's fee for taking cards the acquirer tells; of what came back, the return does. */
const NO_FEE = ['tpv', 'devolucion', 'prestamo', 'impago'];

/**
 * Rules for what every Spanish company has on its account, by the words that banks there print (as met with on their statements: no
 * norm has them) and the accounts of the PGC that returns, payroll and social security leave open. Each begins off, and is tested on
 * the company's own past first. Interest bears 19 % of income tax at its source (RIS art. 64; LIS art. 128.6).
 */
export const RULE_OFFERS: readonly RuleOffer[] = [
  { key: 'vat-303', rule: { order: 20, conditions: form('303', 'liquidacion iva', 'autoliquidacion iva'), action: to('4750') } },
  { key: 'withholdings-111', rule: { order: 20, conditions: form('111', 'retenciones irpf'), action: to('4751') } },
  { key: 'rents-115', rule: { order: 20, conditions: form('115'), action: to('4751') } },
  { key: 'instalments-202', rule: { order: 20, conditions: form('202', 'pago fraccionado'), action: to('473') } },
  { key: 'corporate-tax-200', rule: { order: 20, conditions: form('200', 'impuesto sociedades', 'imp. sociedades'), action: to('4752') } },
  {
    key: 'social-security',
    rule: {
      ...{ order: 30, action: to('476') },
      conditions: out(
        [
          'tgss',
          'tesoreria general*seg',
          'tesoreria gral*seg',
          'tes.gral.seg',
          'seguros sociales',
          'seguridad social',
          'seg.social',
          'seg. social',
        ],
        [...SELF_EMPLOYED, 'embargo', 'aplazamiento', 'devolucion'],
      ),
    },
  },
  {
    key: 'self-employed',
    rule: {
      ...{ order: 25, action: to('642') },
      conditions: out(
        ['tgss*autonomos', 'r.e.autonomos', 'cuota*autonomos', 'seguridad social*autonomos', 'cotizacion*autonomos', 'reta', 'r.e.t.a'],
        ['embargo', 'aplazamiento'],
      ),
    },
  },
  {
    key: 'payroll',
    rule: {
      order: 40,
      action: to('465'),
      conditions: out(['nomina', 'sueldo', 'salario', 'haberes'], ['devolucion', 'anticipo', 'embargo']),
    },
  },
  {
    key: 'bank-fees',
    rule: {
      ...{ order: 60, action: to('626') },
      conditions: out(
        ['comision', 'com. mantenimiento', 'com.mantenimiento', 'mantenimiento cuenta', 'gastos de correo', 'cuota tarjeta'],
        NO_FEE,
      ),
    },
  },
  {
    key: 'loan-interest',
    rule: {
      ...{ order: 50, action: to('662') },
      conditions: out(
        [
          'intereses prestamo',
          'int. prestamo',
          'intereses deudores',
          'liquidacion intereses',
          'liq. intereses',
          'liq.intereses',
          'intereses descubierto',
        ],
        ['amortizacion', 'cuota', 'capital'],
      ),
    },
  },
  {
    key: 'card-takings',
    rule: {
      ...{ order: 50, action: { commission: { percent: '0.5', account: '626', takings: '555' } } },
      conditions: {
        direction: 'in',
        texts: ['tpv', 'abono*tarjetas', 'remesa*tarjetas', 'liquidacion*comercio', 'redsys'],
        without: ['devolucion'],
      },
    },
  },
  {
    key: 'interest-received',
    rule: {
      // What came is what is left of the interest once 19 % of it was withheld.
      ...{ order: 50, action: { commission: { percent: '19', account: '473', takings: '769' } } },
      conditions: {
        ...{ direction: 'in', without: ['devolucion', 'prestamo'] },
        texts: [
          'intereses a su favor',
          'abono intereses',
          'abono de intereses',
          'intereses acreedores',
          'liquidacion intereses',
          'remuneracion cuenta',
        ],
      },
    },
  },
];

/** How many lines each offer takes. Pure. */
export const takenByOffers = (lines: readonly StoredBankLine[]): ReadonlyMap<OfferKey, number> =>
  new Map(RULE_OFFERS.map(({ key, rule: { conditions } }) => [key, lines.filter((line) => takesLine(conditions, line)).length]));
