import { normalise } from '#kernel/text.ts';
import { RETURN_CODES, type ReturnCode } from '../treasury/mandate.ts';
import type { BankLine } from './bank-line.ts';

type Told = Pick<BankLine, 'text' | 'returnReason' | 'code' | 'reversal'>;

/** Norma 43, common concept of what came back unpaid. */
const NORMA43_RETURNED = '14';
/** Families of ISO 20022 (external bank transaction codes): unpaid, returned and reversed debits, returned and reversed transfers. */
const ISO_RETURNED = /\/(UPDD|PRDD|RRTN|RPCR|ARET|UPCQ)$/;
const WORDS =
  /\b(devoluc\w*|devol|devuelt\w*|impagad\w*|retrocesion|rechaz\w*|return\w*|reject\w*|unpaid|ruckgabe|rucklastschrift|retoure)\b/;

/** Whether a line tells that money came back: by its reason, its code, or its words. */
export const tellsOfReturn = ({ returnReason, reversal, code = '', text }: Told): boolean =>
  returnReason !== undefined || reversal === true || code === NORMA43_RETURNED || ISO_RETURNED.test(code) || WORDS.test(normalise(text));

/** What banks in Spain write in place of the code (Cuaderno 19-14, annex of reasons for returns), where no code is told. */
const REASONS: readonly (readonly [RegExp, ReturnCode])[] = [
  [/saldo insuf|falta de (fondos|saldo)|insuficiencia|insufficient/, 'AM04'],
  [/cuenta (cancelad|cerrad)|account closed/, 'AC04'],
  [/cuenta bloquead|account blocked/, 'AC06'],
  [/(cuenta|iban) (inexist|incorrect|erron|no valid)|incorrect account/, 'AC01'],
  [/(sin|falta|no hay) mandato|no mandate/, 'MD01'],
  [/fallecid|deceased/, 'MD07'],
  [/no (conforme|autoriza)|disconform|orden del (cliente|deudor)|solicitud del deudor|refund/, 'MD06'],
  [/duplicad|duplicate/, 'AM05'],
];

/** The reason for which money came back: the code that the bank tells, else what its words mean, else that it gives none. */
export function returnCodeOf({ returnReason = '', text }: Told): ReturnCode {
  const told = `${returnReason} ${text}`;
  const words = new Set(told.toUpperCase().split(/[^A-Z0-9]+/));
  const code = RETURN_CODES.find((each) => words.has(each));
  return code ?? REASONS.find(([pattern]) => pattern.test(normalise(told)))?.[1] ?? 'MS03';
}
