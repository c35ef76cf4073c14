import type { Movement } from '../../infra/tools/seed/norma43.ts';
import { BANK_IBAN, norma43 } from './bank-samples.ts';

/** What a file tells of an account besides of its movements; cents. */
export interface FileOf {
  readonly opening: number;
  readonly from: string;
  readonly to: string;
  readonly iban?: string;
}

const decimals = (amount: number): string => (Math.abs(amount) / 100).toFixed(2);
const sum = (movements: readonly Movement[]): number => movements.reduce((total, { amount }) => total + amount, 0);
const indicator = (amount: number): string => (amount < 0 ? 'DBIT' : 'CRDT');

const balance = (type: string, amount: number, day: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${decimals(amount)}</Amt>` +
  `<CdtDbtInd>${indicator(amount)}</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;

/** The same as camt.053: one entry a movement, with a reference of the bank. */
export function camt053(movements: readonly Movement[], { opening, from, to, iban = BANK_IBAN }: FileOf): string {
  const entries = movements.map(
    ({ date, amount, text }, i) =>
      `<Ntry><Amt Ccy="EUR">${decimals(amount)}</Amt><CdtDbtInd>${indicator(amount)}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>` +
      `<BookgDt><Dt>${date}</Dt></BookgDt><ValDt><Dt>${date}</Dt></ValDt><AcctSvcrRef>${from}-${i}</AcctSvcrRef>` +
      `<NtryDtls><TxDtls><RmtInf><Ustrd>${text} (camt)</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>' +
    `<Id>1</Id><FrToDt><FrDtTm>${from}T00:00:00</FrDtTm><ToDtTm>${to}T23:59:59</ToDtTm></FrToDt><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>` +
    `${balance('OPBD', opening, from)}${balance('CLBD', opening + sum(movements), to)}${entries.join('')}</Stmt></BkToCstmrStmt></Document>`
  );
}

const short = (day: string): string => day.replaceAll('-', '').slice(2);
const mtBalance = (amount: number, day: string): string => `${amount < 0 ? 'D' : 'C'}${short(day)}EUR${decimals(amount).replace('.', ',')}`;

/** The same as MT940. */
export function mt940(movements: readonly Movement[], { opening, from, to, iban = BANK_IBAN }: FileOf): string {
  const lines = movements.flatMap(({ date, amount, text }) => [
    `:61:${short(date)}${short(date).slice(2)}${amount < 0 ? 'D' : 'C'}${decimals(amount).replace('.', ',')}NTRFNONREF`,
    `:86:${text.slice(0, 60)} MT`,
  ]);
  return [
    ...[':20:STATEMENT', `:25:${iban}`, ':28C:1', `:60F:${mtBalance(opening, from)}`, ...lines],
    `:62F:${mtBalance(opening + sum(movements), to)}`,
    '-',
  ].join('\r\n');
}

/** Files of an account by the name of their format. */
export const WRITERS = { norma43, camt053, mt940 } as const;
export type FileFormat = keyof typeof WRITERS;
