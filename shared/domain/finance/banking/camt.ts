import { type IsoDate, latest } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { elementAt, elementsAt, textAt, type XmlElement } from '#kernel/xml.ts';
import { dayOf, instantDay, requiredCamtMoney, signOf } from './camt-amount.ts';
import { camtLineOf } from './camt-entry.ts';
import type { BankStatement, StatementNotice } from './statement.ts';
import { isCurrencyCode, signedMinor } from './statement-amount.ts';
import { provedStatement } from './statement-check.ts';
import { refuseStatement } from './statement-fault.ts';
import { givenIban, givenText } from './statement-text.ts';

/** Messages of cash management that tell of an account, by the element that each holds: its versions differ in what we do not read, or are read alike. */
const MESSAGES: Readonly<Record<string, { readonly format: BankStatement['format']; readonly statement: string }>> = {
  BkToCstmrAcctRpt: { format: 'camt.052', statement: 'Rpt' },
  BkToCstmrStmt: { format: 'camt.053', statement: 'Stmt' },
  BkToCstmrDbtCdtNtfctn: { format: 'camt.054', statement: 'Ntfctn' },
};
const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:(camt\.05[234])\.001\.\d{2}$/;

interface CamtBalance {
  readonly type: string;
  readonly amount: Minor;
  readonly currency: string;
  readonly date: IsoDate;
  readonly line: number;
}

function balanceOf(element: XmlElement): CamtBalance {
  const { line } = element;
  const type = textAt(element, 'Tp/CdOrPrtry/Cd', 'Tp/CdOrPrtry/Prtry', 'Cd') ?? '';
  const { amount, currency } = requiredCamtMoney(element, 'Amt');
  const date = dayOf(element, 'Dt') ?? refuseStatement('missing', line, `the balance ${type} has no day.`, { tag: 'Dt' });
  return { type, amount: signedMinor(signOf(element), amount), currency, date, line };
}

/**
 * Opening (OPBD, or what the statement before closed with, PRCD) and closing (CLBD). Of a page within a statement they are
 * interim balances (ITBD): the first where nothing opens, the last where nothing closes.
 */
function opensAndCloses(balances: readonly CamtBalance[]): { opening?: CamtBalance | undefined; closing?: CamtBalance | undefined } {
  const of = (type: string) => balances.filter((balance) => balance.type === type);
  const interim = of('ITBD');
  const opening = of('OPBD')[0] ?? of('PRCD')[0];
  const closing = of('CLBD').at(-1);
  if (closing) return { opening: opening ?? interim[0], closing };
  if (opening) return { opening, closing: interim.at(-1) };
  return interim.length > 1 ? { opening: interim[0], closing: interim.at(-1) } : { closing: interim[0] };
}

function accountOf(statement: XmlElement): BankStatement['account'] {
  const iban = givenIban(textAt(statement, 'Acct/Id/IBAN'));
  // An IBAN whose control digits are wrong is a number of the bank all the same.
  const number = iban ? undefined : givenText(textAt(statement, 'Acct/Id/IBAN', 'Acct/Id/Othr/Id', 'Acct/Id/PrtryAcct/Id', 'Acct/Id/BBAN'));
  if (!(iban ?? number)) refuseStatement('account', statement.line, 'the statement names no account.');
  return defined({ iban, number, bic: givenText(textAt(statement, 'Acct/Svcr/FinInstnId/BICFI', 'Acct/Svcr/FinInstnId/BIC')) });
}

/** Entries that are booked: what is pending or told for information moves no balance. */
const isBooked = (entry: XmlElement): boolean => (textAt(entry, 'Sts', 'Sts/Cd', 'Sts/Prtry') ?? 'BOOK') === 'BOOK';

/** What the bank counts of its entries, where that differs: some count what is pending, or days of which the file tells nothing. */
function summaryNotice(statement: XmlElement, found: number): StatementNotice[] {
  const told = textAt(statement, 'TxsSummry/TtlNtries/NbOfNtries');
  if (told === undefined || Number(told) === found) return [];
  const { line } = elementAt(statement, 'TxsSummry') ?? statement;
  return [{ code: 'summary_differs', line, params: { told, found } }];
}

function currencyOf(statement: XmlElement, balances: readonly CamtBalance[]): string {
  const told = textAt(statement, 'Acct/Ccy') ?? balances[0]?.currency ?? elementAt(statement, 'Ntry/Amt')?.attributes.Ccy ?? undefined;
  if (told && isCurrencyCode(told)) return told;
  return refuseStatement('currency', statement.line, 'nothing tells the currency of the account.', { text: told ?? '' });
}

const earliest = (days: readonly IsoDate[]): IsoDate | undefined => days.toSorted()[0];

function statementOf(element: XmlElement, format: BankStatement['format']): BankStatement {
  const { line } = element;
  const account = accountOf(element);
  const balances = elementsAt(element, 'Bal').map(balanceOf);
  const currency = currencyOf(element, balances);
  const { opening, closing } = opensAndCloses(balances);
  for (const balance of [opening, closing])
    if (balance && balance.currency !== currency)
      refuseStatement('currency', balance.line, `the balance is in ${balance.currency}, the account in ${currency}.`, {
        text: balance.currency,
      });
  const entries = elementsAt(element, 'Ntry');
  const booked = entries.filter(isBooked);
  const lines = booked.map((entry, index) => camtLineOf(entry, index + 1, currency, account.iban));
  const notices: StatementNotice[] = summaryNotice(element, entries.length);
  if (booked.length < entries.length) notices.push({ code: 'not_booked', line, params: { count: entries.length - booked.length } });
  const days = [...lines.map(({ date }) => date), ...balances.map(({ date }) => date)];
  const from = instantDay(element, 'FrToDt/FrDtTm') ?? opening?.date ?? earliest(days);
  const to = instantDay(element, 'FrToDt/ToDtTm') ?? closing?.date ?? days.toSorted().at(-1);
  if (!(from && to)) return refuseStatement('no_statement', line, 'the statement has no day, no balance and no entry.');
  const statement: BankStatement = {
    ...{ format, account, currency, from, to: latest(from, to), lines },
    ...defined({ opening: opening?.amount, closing: closing?.amount }),
    ...defined({ number: givenText(textAt(element, 'ElctrncSeqNb', 'LglSeqNb', 'Id')) }),
    ...(notices.length > 0 ? { notices } : {}),
  };
  return provedStatement(statement, closing?.line ?? line);
}

/** Reads camt.052, camt.053 and camt.054 of ISO 20022, whatever their version. @throws DomainError `statement.…` (400) */
export function readCamt(root: XmlElement): readonly BankStatement[] {
  const [, message] = NAMESPACE.exec(root.namespace) ?? [];
  if (!message)
    refuseStatement('namespace', root.line, `"${root.namespace}" is no namespace of camt.052, camt.053 or camt.054 (ISO 20022).`, {
      text: root.namespace,
    });
  const body = root.children.find(({ name }) => MESSAGES[name]?.format === message);
  const kind = body && MESSAGES[body.name];
  if (!(body && kind)) return refuseStatement('no_statement', root.line, `the document holds no ${message}.`);
  const statements = elementsAt(body, kind.statement);
  if (statements.length === 0) refuseStatement('no_statement', body.line, `the document holds no ${kind.statement}.`);
  return statements.map((statement) => statementOf(statement, kind.format));
}
