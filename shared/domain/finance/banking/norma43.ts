import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { defined, own } from '#kernel/optional.ts';
import { spanishIban } from './spanish-account.ts';
import type { BankStatement, BankStatementLine, StatementNotice } from './statement.ts';
import { amountText, currencyOfNumber, dateOfDigits, minorOfDigits, signedMinor } from './statement-amount.ts';
import { provedStatement, sumOfAmounts } from './statement-check.ts';
import { refuseStatement } from './statement-fault.ts';
import { creditorReferenceIn, givenText, ibanIn, returnReasonIn, statementText } from './statement-text.ts';

const LENGTH = 80;
const MAX_COMPLEMENTS = 5;
/** Common concept of what came back unpaid. */
const RETURNED = '14';
const NINES = '9'.repeat(18);

/** One record: 80 columns, as editors leave them. */
class Row {
  readonly at: number;
  readonly #text: string;

  constructor(text: string, at: number) {
    this.at = at;
    this.#text = text.padEnd(LENGTH);
  }

  /** Columns as the standard counts them: from 1 on, both included. */
  columns = (from: number, to: number): string => this.#text.slice(from - 1, to);
  get type(): string {
    return this.columns(1, 2);
  }

  number(from: number, to: number, what: string): number {
    const digits = this.columns(from, to);
    return /^\d+$/.test(digits) ? Number(digits) : refuseStatement('amount', this.at, `${what} is no number: "${digits}".`, { what });
  }

  date(from: number, what: string): IsoDate {
    const digits = this.columns(from, from + 5);
    return dateOfDigits(digits) ?? refuseStatement('date', this.at, `${what} is no date: "${digits}".`, { what, text: digits });
  }

  /** Twelve digits and two decimals. */
  amount(from: number, currency: string, what: string): Minor {
    const digits = this.columns(from, from + 13);
    return (
      minorOfDigits(digits, 2, currency) ??
      refuseStatement('amount', this.at, `${what} is no amount in ${currency}: "${digits}".`, { what, text: digits })
    );
  }

  /** 1 is debit, 2 is credit: −1 or 1. */
  sign(at: number): number {
    const sign = this.columns(at, at);
    if (sign !== '1' && sign !== '2')
      refuseStatement('sign', this.at, `the sign is "${sign}" and must be 1 (debit) or 2 (credit).`, { text: sign });
    return sign === '1' ? -1 : 1;
  }

  currency(from: number): string {
    const number = this.columns(from, from + 2);
    return currencyOfNumber(number) ?? refuseStatement('currency', this.at, `no currency has the number "${number}".`, { text: number });
  }
}

interface Movement {
  readonly row: Row;
  readonly complements: Row[];
  equivalence?: Row;
}

/** What one account of the file has, from its header on. */
interface OpenAccount {
  readonly header: Row;
  readonly currency: string;
  readonly movements: Movement[];
}

function lineOf(
  { row, complements, equivalence }: Movement,
  no: number,
  account: { currency: string; iban: string },
  notices: StatementNotice[],
) {
  const sign = row.sign(28);
  const text = statementText(complements.map((complement) => complement.columns(5, 80)));
  const code = row.columns(23, 24);
  const value = row.columns(17, 22);
  const line: BankStatementLine = {
    no,
    at: row.at,
    date: row.date(11, 'the day of the operation'),
    amount: signedMinor(sign, row.amount(29, account.currency, 'the amount')),
    text,
    code,
    ...defined({
      valueDate: /^[0 ]{6}$/.test(value) ? undefined : row.date(17, 'the value date'),
      partyIban: ibanIn(text, account.iban),
      reference: creditorReferenceIn(text) ?? givenText(row.columns(65, 80)) ?? givenText(row.columns(53, 64)),
      bankReference: givenText(row.columns(43, 52)),
      returnReason: code === RETURNED ? returnReasonIn(text) : undefined,
      original: equivalence ? originalOf(equivalence, sign, notices) : undefined,
    }),
  };
  return line;
}

/** Record 24: what it was in another currency. */
function originalOf(row: Row, sign: number, notices: StatementNotice[]): BankStatementLine['original'] {
  const number = row.columns(5, 7);
  const currency = currencyOfNumber(number);
  if (currency) return { amount: signedMinor(sign, row.amount(8, currency, 'the amount in another currency')), currency };
  notices.push({ code: 'unknown_currency', line: row.at, params: { number } });
  return undefined;
}

/** The account's end: its counts, totals and closing balance are those of the movements. */
function closed({ header, currency, movements }: OpenAccount, end: Row): BankStatement {
  if (end.columns(3, 20) !== header.columns(3, 20))
    refuseStatement('account', end.at, `the account that ends is ${end.columns(3, 20)}, the one that began is ${header.columns(3, 20)}.`);
  const number = header.columns(3, 20);
  if (!/^\d{18}$/.test(number))
    refuseStatement('account', header.at, `bank, branch and account must be digits: "${number}".`, { text: number });
  const iban = spanishIban(number);
  const notices: StatementNotice[] = [];
  const lines = movements.map((movement, index) => lineOf(movement, index + 1, { currency, iban }, notices));
  checkTotals(lines, end, currency);
  const balance = (row: Row, sign: number, from: number, what: string) => signedMinor(row.sign(sign), row.amount(from, currency, what));
  const statement: BankStatement = {
    format: 'norma43',
    account: { iban, number },
    currency,
    from: header.date(21, 'the first day'),
    to: header.date(27, 'the last day'),
    opening: balance(header, 33, 34, 'the opening balance'),
    closing: balance(end, 59, 60, 'the closing balance'),
    lines,
    ...(notices.length > 0 ? { notices } : {}),
  };
  if (end.currency(74) !== currency)
    refuseStatement('currency', end.at, `the account ends in ${end.currency(74)} and began in ${currency}.`, { text: end.currency(74) });
  return provedStatement(statement, end.at);
}

function checkTotals(lines: readonly BankStatementLine[], end: Row, currency: string): void {
  // A movement of nothing has no sign: the bank counts it on the side that it told.
  const debited = end.number(21, 25, 'the count of debits');
  const debits = lines.filter(({ amount }) => amount < 0);
  const nothing = lines.filter(({ amount }) => amount === 0).slice(0, Math.max(debited - debits.length, 0));
  const sides = [
    { what: 'debits', of: [...debits, ...nothing], count: 21, total: 26 },
    { what: 'credits', of: lines.filter((line) => line.amount >= 0 && !nothing.includes(line)), count: 40, total: 45 },
  ];
  for (const { what, of, count, total } of sides) {
    const counted = end.number(count, count + 4, `the count of ${what}`);
    if (counted !== of.length)
      refuseStatement('count', end.at, `the record counts ${counted} ${what}, the file has ${of.length}.`, {
        what,
        told: counted,
        found: of.length,
      });
    const told = end.amount(total, currency, `the total of ${what}`);
    const found = sumOfAmounts(of) < 0n ? -sumOfAmounts(of) : sumOfAmounts(of);
    if (BigInt(told) !== found) {
      const [says, has] = [amountText(told, currency), amountText(found, currency)];
      refuseStatement('total', end.at, `the record says ${says} of ${what}, the file has ${has}.`, { what, told: says, found: has });
    }
  }
}

/** Reads record by record: 11, then movements (22, with 23 and 24), then 33, for each account; 88 at the end. */
class Reader {
  readonly statements: BankStatement[] = [];
  #account: OpenAccount | undefined;
  #movement: Movement | undefined;
  #records = 0;
  #ended = false;

  take(row: Row): void {
    if (this.#ended) refuseStatement('misplaced_record', row.at, 'nothing may follow the record of the end (88).', { type: row.type });
    if (row.type !== '88') this.#records += 1;
    const handler = own(RECORDS, row.type);
    if (!handler) refuseStatement('unknown_record', row.at, `no record of Norma 43 begins with "${row.type}".`, { type: row.type });
    handler?.(this, row);
  }

  open(row: Row): void {
    if (this.#account) this.#misplaced(row, `the account of line ${this.#account.header.at} has no end (33)`);
    this.#account = { header: row, currency: row.currency(48), movements: [] };
    this.#movement = undefined;
  }

  movement(row: Row): void {
    const account = this.#account ?? this.#misplaced(row, 'no account (11) stands before it');
    this.#movement = { row, complements: [] };
    account.movements.push(this.#movement);
  }

  complement(row: Row): void {
    const movement = this.#movement ?? this.#misplaced(row, 'no movement (22) stands before it');
    if (movement.complements.length >= MAX_COMPLEMENTS) this.#misplaced(row, `a movement has ${MAX_COMPLEMENTS} complements at most`);
    movement.complements.push(row);
  }

  equivalence(row: Row): void {
    const movement = this.#movement ?? this.#misplaced(row, 'no movement (22) stands before it');
    if (movement.equivalence) this.#misplaced(row, 'the movement has one already');
    movement.equivalence = row;
  }

  close(row: Row): void {
    this.statements.push(closed(this.#account ?? this.#misplaced(row, 'no account (11) is open'), row));
    this.#account = undefined;
    this.#movement = undefined;
  }

  /** @param last line of the file. */
  finish(last: number): readonly BankStatement[] {
    if (this.#account)
      refuseStatement('not_closed', last, `the file ends before the account of line ${this.#account.header.at} does: it has no record 33.`);
    const final = this.statements.at(-1) ?? refuseStatement('no_statement', last, 'the file has no account.');
    if (this.#ended) return this.statements;
    // Banks' downloads of one account often lack it; counts and totals of 33 prove the account all the same.
    const notices = [...(final.notices ?? []), { code: 'no_end_record', line: last } as const];
    return [...this.statements.slice(0, -1), { ...final, notices }];
  }

  end(row: Row): void {
    if (this.#account) this.#misplaced(row, `the account of line ${this.#account.header.at} has no end (33)`);
    if (row.columns(3, 20) !== NINES)
      refuseStatement('unknown_record', row.at, 'the record of the end (88) has no 18 nines.', { type: '88' });
    const told = row.number(21, 26, 'the count of records');
    if (told !== this.#records)
      refuseStatement('count', row.at, `the record of the end counts ${told} records, the file has ${this.#records}.`, {
        what: 'records',
        told,
        found: this.#records,
      });
    this.#ended = true;
  }

  #misplaced(row: Row, why: string): never {
    return refuseStatement('misplaced_record', row.at, `a record ${row.type} cannot stand here: ${why}.`, { type: row.type });
  }
}

const RECORDS: Readonly<Record<string, (reader: Reader, row: Row) => void>> = {
  11: (reader, row) => reader.open(row),
  22: (reader, row) => reader.movement(row),
  23: (reader, row) => reader.complement(row),
  24: (reader, row) => reader.equivalence(row),
  33: (reader, row) => reader.close(row),
  88: (reader, row) => reader.end(row),
};

/** Some programs of banks write the records without line ends. */
const recordsOf = (lines: readonly string[]): readonly string[] => {
  const [only = '', ...rest] = lines.filter((line) => line.trim() !== '');
  return rest.length === 0 && only.length > LENGTH && only.length % LENGTH === 0 ? (only.match(/.{80}/g) ?? lines) : lines;
};

/** Reads Norma 43 (AEB/CECABANK): one statement for each account of the file. @throws DomainError `statement.…` (400) */
export function readNorma43(lines: readonly string[]): readonly BankStatement[] {
  const reader = new Reader();
  const records = recordsOf(lines);
  let last = 1;
  for (const [index, text] of records.entries()) {
    if (text.trim() === '') continue;
    last = index + 1;
    if (text.trimEnd().length > LENGTH)
      refuseStatement('line_too_long', last, `a record has ${LENGTH} characters, this one ${text.trimEnd().length}.`, {
        length: text.trimEnd().length,
      });
    reader.take(new Row(text, last));
  }
  return reader.finish(last);
}

/** Whether it begins as Norma 43 does: with the header of an account. */
export const isNorma43 = (lines: readonly string[]): boolean => /^11\d{18}/.test(lines.find((line) => line.trim() !== '') ?? '');
