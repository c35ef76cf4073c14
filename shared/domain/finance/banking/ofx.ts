import { type IsoDate, latest } from '#kernel/date.ts';
import { decimal, divide, format, multiply, round } from '#kernel/decimal.ts';
import type { Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { type OfxElement, ofxAll, ofxEvery, ofxTree, ofxValue } from './ofx-tree.ts';
import type { BankStatement, BankStatementLine } from './statement.ts';
import { amountText, dateOfDigits, decimalsOf, isCurrencyCode, minorOfText, rateOfText } from './statement-amount.ts';
import { refuseStatement } from './statement-fault.ts';
import { creditorReferenceIn, givenIban, givenText, ibanIn, statementText } from './statement-text.ts';

/** Where bank and card statements stand. */
const STATEMENTS = ['BANKMSGSRSV1/STMTTRNRS/STMTRS', 'CREDITCARDMSGSRSV1/CCSTMTTRNRS/CCSTMTRS'];

/** `YYYYMMDD`, and maybe an instant behind it with its zone: the bank's own day counts. */
function dayOf(element: OfxElement, path: string): IsoDate | undefined {
  const [found] = ofxAll(element, path);
  if (!found || found.value === '') return undefined;
  const day = /^\d{8}/.test(found.value) ? dateOfDigits(found.value.slice(0, 8)) : undefined;
  return (
    day ??
    refuseStatement('date', found.line, `${found.name} is no day that exists: "${found.value}".`, { tag: found.name, text: found.value })
  );
}

/** Decimal text with a point, or a comma. */
function amountOf(element: OfxElement, path: string, currency: string): Minor | undefined {
  const [found] = ofxAll(element, path);
  if (!found || found.value === '') return undefined;
  return (
    minorOfText(found.value.replace(',', '.'), currency) ??
    refuseStatement('amount', found.line, `${found.name} is no amount in ${currency}: "${found.value}".`, {
      tag: found.name,
      text: found.value,
    })
  );
}

/** A memo often says the name once more, and then the rest. */
function textOf(name: string | undefined, memo: string | undefined): string {
  const [short, long] = [statementText([name]), statementText([memo])];
  return long.startsWith(short) ? long : statementText([short, long]);
}

interface Exchanged {
  readonly rate: string;
  readonly line: number;
  readonly divided?: boolean;
}

/**
 * A minor unit of one currency by a rate, in those of another, halves away from zero. @param divided the rate is of the one for the other.
 * @throws DomainError `statement.unreadable` where it is more than an amount can be.
 */
function exchanged(minor: Minor, [from, to]: readonly [string, string], { rate, line, divided }: Exchanged): Minor {
  const money = decimal(amountText(minor, from));
  const other = divided ? divide(money, decimal(rate), decimalsOf(to)) : round(multiply(money, decimal(rate)), decimalsOf(to));
  const text = format(other, decimalsOf(to));
  return (
    minorOfText(text, to) ??
    refuseStatement('amount', line, `${amountText(minor, from)} ${from} at ${rate} is no amount in ${to}: "${text}".`, {
      tag: 'CURRATE',
      text,
    })
  );
}

/**
 * What a movement is in the account's currency, and what it was before: of `ORIGCURRENCY` the bank has converted it, of `CURRENCY` it is
 * told in the other. `CURRATE` is what one unit of the other currency is in the account's.
 * @throws DomainError `statement.unreadable` where it is in another currency, and nobody says at which rate.
 */
function moneyOf(element: OfxElement, currency: string): Pick<BankStatementLine, 'amount' | 'original' | 'exchange'> {
  const { line } = element;
  const [told, converted] = ['CURRENCY', 'ORIGCURRENCY'].map((name) => {
    const [unit, rate] = [ofxValue(element, `${name}/CURSYM`), rateOfText(ofxValue(element, `${name}/CURRATE`) ?? '')];
    return unit === undefined || unit === currency ? undefined : { unit, rate: isCurrencyCode(unit) ? rate : undefined };
  });
  const amount = amountOf(element, 'TRNAMT', told?.unit ?? currency);
  if (amount === undefined) return refuseStatement('missing', line, 'the movement has no TRNAMT.', { tag: 'TRNAMT' });
  if (told?.rate) {
    const { unit, rate } = told;
    return { amount: exchanged(amount, [unit, currency], { rate, line }), original: { amount, currency: unit }, exchange: { rate, unit } };
  }
  if (told) return refuseStatement('currency', line, `the movement is in ${told.unit}, the account in ${currency}.`, { text: told.unit });
  if (!converted?.rate) return { amount };
  const { unit, rate } = converted;
  return {
    amount,
    original: { amount: exchanged(amount, [currency, unit], { rate, line, divided: true }), currency: unit },
    exchange: { rate, unit },
  };
}

function lineOf(element: OfxElement, no: number, currency: string, own: string | undefined): BankStatementLine {
  const { line } = element;
  const name = ofxValue(element, 'NAME', 'PAYEE/NAME');
  const text = textOf(name, ofxValue(element, 'MEMO'));
  return {
    no,
    at: line,
    date: dayOf(element, 'DTPOSTED') ?? refuseStatement('missing', line, 'the movement has no DTPOSTED.', { tag: 'DTPOSTED' }),
    ...moneyOf(element, currency),
    text,
    ...defined({
      valueDate: dayOf(element, 'DTAVAIL'),
      partyName: givenText(name),
      partyIban: givenIban(ofxValue(element, 'BANKACCTTO/ACCTID')) ?? ibanIn(text, own),
      reference: creditorReferenceIn(text) ?? givenText(ofxValue(element, 'REFNUM')) ?? givenText(ofxValue(element, 'CHECKNUM')),
      bankReference: givenText(ofxValue(element, 'FITID')),
      code: givenText(ofxValue(element, 'TRNTYPE')),
    }),
  };
}

function accountOf(element: OfxElement): BankStatement['account'] {
  const [from] = [...ofxAll(element, 'BANKACCTFROM'), ...ofxAll(element, 'CCACCTFROM')];
  const account = from && givenText(ofxValue(from, 'ACCTID'));
  if (!(from && account)) return refuseStatement('account', element.line, 'the statement names no account.');
  const iban = givenIban(account);
  const bank = givenText(ofxValue(from, 'BANKID'));
  return iban ? { iban } : { number: bank ? `${bank}/${account}` : account };
}

function statementOf(element: OfxElement): BankStatement {
  const { line } = element;
  const currency = ofxValue(element, 'CURDEF') ?? '';
  if (!isCurrencyCode(currency)) refuseStatement('currency', line, `CURDEF is no currency: "${currency}".`, { text: currency });
  const account = accountOf(element);
  const lines = ofxAll(element, 'BANKTRANLIST/STMTTRN').map((movement, index) => lineOf(movement, index + 1, currency, account.iban));
  const asOf = dayOf(element, 'LEDGERBAL/DTASOF');
  const days = lines.map(({ date }) => date).toSorted();
  const from = dayOf(element, 'BANKTRANLIST/DTSTART') ?? days[0] ?? asOf;
  const to = dayOf(element, 'BANKTRANLIST/DTEND') ?? days.at(-1) ?? asOf;
  if (!(from && to)) return refuseStatement('no_statement', line, 'the statement has no day, no balance and no movement.');
  return {
    ...{ format: 'ofx', account, currency, from, to: latest(from, to, ...(asOf ? [asOf] : [])), lines },
    // OFX tells no opening balance: nothing is proved by the one that it tells.
    ...defined({ closing: amountOf(element, 'LEDGERBAL/BALAMT', currency) }),
  };
}

/** Each statement and movement stands where it is looked for: one that stands elsewhere would be left out. Those of investments are no bank's. */
function requireAllRead(tree: OfxElement, statements: readonly OfxElement[]): void {
  const read = new Set([...statements, ...statements.flatMap((statement) => ofxAll(statement, 'BANKTRANLIST/STMTTRN'))]);
  const banks = { ...tree, children: tree.children.filter(({ name }) => name !== 'INVSTMTMSGSRSV1') };
  for (const name of ['STMTRS', 'CCSTMTRS', 'STMTTRN']) {
    const lost = ofxEvery(banks, name).find((element) => !read.has(element));
    if (lost) refuseStatement('misplaced_record', lost.line, `${name} stands where no ${name} can stand.`, { type: name });
  }
}

/** Reads OFX 1 (SGML) and 2 (XML): a statement for each account of a bank or card. @throws DomainError `statement.…` (400) */
export function readOfx(text: string): readonly BankStatement[] {
  const tree = ofxTree(text);
  const statements = STATEMENTS.flatMap((path) => ofxAll(tree, path));
  if (statements.length === 0) refuseStatement('no_statement', tree.line, 'the file has no statement of a bank account or card.');
  requireAllRead(tree, statements);
  return statements.map(statementOf);
}

/** Whether the element OFX stands in it, behind headers of either kind. */
export const isOfx = (text: string): boolean => /<OFX\s*>/i.test(text.slice(0, 4000));
