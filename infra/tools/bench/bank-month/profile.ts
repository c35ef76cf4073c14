import type { MatchRule } from '#domain/finance/banking/match-model.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Chance } from '../../seed/chance.ts';
import type { EventKind } from './events.ts';
import { SHARES } from './events.ts';
import { bankName, paymentText, writtenNumber } from './noise.ts';
import { bareName, FORMS } from './parties.ts';

/** A rule, and the texts of lines that it is of. */
export interface TrueRule extends MatchRule {
  readonly texts: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** How banks tell the two sides of a transfer between accounts of one company. */
interface TransferTexts {
  /** Words of a bank that stand by themselves, of either side. */
  readonly words: readonly string[];
  /** In front of the company's own name, in one text. */
  readonly before: { readonly in: readonly string[]; readonly out: readonly string[] };
  /** What the name stands apart from, of what comes in and of what goes out. */
  readonly plain: { readonly in: readonly string[]; readonly out: readonly string[] };
  /** What people write into the field for that. */
  readonly concepts: readonly string[];
}

/** How a bank writes, who pays, and what the month is made of. */
export interface MonthProfile {
  readonly start: IsoDate;
  /** Of 1,000 lines. */
  readonly shares: readonly (readonly [kind: EventKind, of: number])[];
  /** A name without the form of the firm. */
  readonly name: (chance: Chance) => string;
  readonly forms: readonly string[];
  /** A name as the bank prints it. */
  readonly printed: (chance: Chance, name: string) => string;
  /** A number of a document as payers write it. */
  readonly number: (chance: Chance, number: string) => string;
  readonly text: (chance: Chance, told: { readonly name: string | undefined; readonly numbers: readonly string[] }) => string;
  /** Percentages that are paid of a document in parts, and how often its number is told. */
  readonly parts: readonly number[];
  readonly namesInPart: number;
  /** How often the other side's account is told of payments. */
  readonly ibanTold: number;
  readonly transfers: TransferTexts;
  readonly rules: readonly TrueRule[];
}

const RULES: readonly TrueRule[] = [
  {
    ...{ id: 'fee', conditions: { direction: 'out', texts: ['comision'] } },
    ...{ texts: ['COMISION MANTENIMIENTO', 'COMISIONES TRANSFERENCIA', 'COMISIÓN ADMINISTRACION CTA'], from: 100, to: 4000 },
  },
  {
    ...{ id: 'interest', conditions: { direction: 'out', texts: ['liquidacion*intereses', 'intereses*liquidacion'] } },
    ...{ texts: ['LIQUIDACION DE INTERESES', 'INTERESES LIQUIDACION CUENTA'], from: 50, to: 9000 },
  },
  {
    ...{ id: 'tax', conditions: { direction: 'out', texts: ['aeat'] } },
    ...{ texts: ['AEAT MODELO 303 NRC 3039887766', 'IMPUESTOS AEAT 111'], from: 20_000, to: 900_000 },
  },
  {
    ...{ id: 'tgss', conditions: { direction: 'out', texts: ['tgss'] } },
    ...{ texts: ['TGSS. COTIZACION 02/2026', 'RECIBO TGSS SEGUROS SOCIALES'], from: 20_000, to: 900_000 },
  },
  {
    ...{ id: 'payroll', conditions: { direction: 'out', texts: ['nomina'] } },
    ...{ texts: ['NOMINA MARZO', 'PAGO NÓMINA 03-2026'], from: 90_000, to: 300_000 },
  },
];

/** The months that the engine was made with. */
export const USUAL: MonthProfile = {
  ...{ start: '2026-03-01', shares: SHARES, name: bareName, forms: FORMS, printed: bankName, number: writtenNumber, text: paymentText },
  ...{ parts: [25, 30, 50, 50, 75], namesInPart: 75, ibanTold: 55, rules: RULES },
  transfers: {
    words: ['TRASPASO CUENTA PROPIA', 'TRASPASO ENTRE CUENTAS', 'TRASPASO', 'TRASPASO INTERNET', 'TRANSFERENCIA INTERNA'],
    before: {
      in: ['TRANSFERENCIA', 'TRANSFERENCIA DE', 'TRF. ORDENANTE:'],
      out: ['TRANSFERENCIA', 'TRANSF. A FAVOR DE', 'TRANSFERENCIA INMEDIATA A'],
    },
    plain: {
      in: ['TRANSFERENCIA', 'TRANSFERENCIA RECIBIDA', 'ABONO TRANSFERENCIA', 'TRANSF. INMEDIATA'],
      out: ['TRANSFERENCIA', 'TRANSFERENCIA EMITIDA', 'CARGO TRANSFERENCIA', 'TRANSF. INMEDIATA'],
    },
    concepts: ['PROVISION DE FONDOS', 'SALDO', 'PARA PAGOS DE MARZO', 'TESORERIA', 'A CUENTA AHORRO', 'CUBRIR RECIBOS', 'FONDOS NOMINAS'],
  },
};
