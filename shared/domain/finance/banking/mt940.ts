import { daysBetween, type IsoDate, latest } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { type Details, detailsOf } from './mt940-details.ts';
import type { BankStatement, BankStatementLine } from './statement.ts';
import { dateOfDigits, minorOfText, signedMinor } from './statement-amount.ts';
import { provedStatement } from './statement-check.ts';
import { refuseStatement } from './statement-fault.ts';
import { creditorReferenceIn, givenIban, givenText, ibanIn } from './statement-text.ts';

/** A field of a message: `:61:` and what stands behind it, until the next one. */
interface Field {
  readonly tag: string;
  readonly at: number;
  readonly lines: string[];
}

/** SWIFT allows 65 characters; banks that do not wrap write some 400. */
const MAX_LINE = 10_000;
const TAG = /^:(\d{2}[A-Z]?):(.*)$/;
/** A message ends with a hyphen alone, or with that of SWIFT's block 4; banks put letters of their own behind it. */
const END = /^-(\}|X+)?\s*$/;

/** Splits a file into its messages: what stands between `:20:` and the hyphen. Headers of SWIFT around them tell nothing of the account. */
function messagesOf(lines: readonly string[]): Field[][] {
  const messages: Field[][] = [];
  let open: Field[] | undefined;
  for (const [index, raw] of lines.entries()) {
    if (raw.length > MAX_LINE)
      refuseStatement('line_too_long', index + 1, `a line has ${MAX_LINE} characters at most, this one ${raw.length}.`, {
        length: raw.length,
      });
    const line = raw.replace(/^[\s\p{Cc}]*\{.*\{4:/u, '').replace(/^\p{Cc}+|\p{Cc}+$/gu, '');
    const [, tag, rest = ''] = TAG.exec(line.trimStart()) ?? [];
    if (tag === '20') {
      open = [];
      messages.push(open);
    }
    if (tag && open) open.push({ tag, at: index + 1, lines: [rest] });
    else if (END.test(line)) open = undefined;
    else if (line.trim() !== '') open?.at(-1)?.lines.push(line);
  }
  return messages;
}

interface Balance {
  readonly amount: Minor;
  readonly date: IsoDate;
  readonly currency: string;
}

function balanceOf({ at, lines, tag }: Field): Balance {
  const text = lines.join('').trim();
  const [, mark, day = '', currency = '', amount = ''] = /^([CD])(\d{6})([A-Z]{3})([\d,]+)$/.exec(text) ?? [];
  if (!mark) refuseStatement('missing', at, `field ${tag} is no balance: "${text}".`, { tag, text });
  const date =
    dateOfDigits(day) ?? refuseStatement('date', at, `field ${tag} has a day that does not exist: "${day}".`, { tag, text: day });
  return { amount: signedMinor(mark === 'C' ? 1 : -1, amountOf(amount, currency, at)), date, currency };
}

/** A comma stands before the decimals, also where there are none. */
const amountOf = (text: string, currency: string, at: number): Minor =>
  minorOfText(text.replace(',', '.'), currency) ??
  refuseStatement('amount', at, `"${text}" is no amount in ${currency}.`, { text, currency });

/** Value date, day of booking (MMDD), mark, third letter of the currency, amount, kind, reference of the payer // of the bank. */
const MOVEMENT = /^(\d{6})(\d{4})?(R?[CD])([A-Z])?\s*([\d,]+)(?:([NFS][A-Z0-9]{3})(.*?)(?:\/\/(.*))?)?$/;

/** The day of booking has no year: that of the value date, or the one before or after it, whichever is nearer. */
function bookingDay(value: IsoDate, day: string, at: number): IsoDate {
  const year = Number(value.slice(0, 4));
  const days = [year, year - 1, year + 1].flatMap((each) => dateOfDigits(`${each}${day}`) ?? []);
  const distance = (date: IsoDate) => Math.abs(daysBetween(value, date));
  const [nearest] = days.toSorted((a, b) => distance(a) - distance(b));
  return nearest ?? refuseStatement('date', at, `the day of booking does not exist: "${day}".`, { text: day });
}

interface Told {
  readonly field: Field;
  details?: Field;
}

function movementOf({ field, details: told }: Told, no: number, currency: string, ownIban: string | undefined): BankStatementLine {
  const { at, lines } = field;
  // Some savings banks break the line before the amount.
  const [first = '', ...rest] = MOVEMENT.test((lines[0] ?? '').trimEnd()) ? lines : [lines.slice(0, 2).join(''), ...lines.slice(2)];
  const match = MOVEMENT.exec(first.trimEnd());
  if (!match) refuseStatement('missing', at, `field 61 is no movement: "${first}".`, { tag: '61', text: first });
  const [, day = '', booked, mark = '', , amount = '', code, customer, bank] = match ?? [];
  const valueDate = dateOfDigits(day) ?? refuseStatement('date', at, `the value date does not exist: "${day}".`, { text: day });
  const details: Details = told ? detailsOf(told.lines) : { text: '' };
  const reference = givenText(customer);
  return {
    no,
    at,
    date: booked ? bookingDay(valueDate, booked, at) : valueDate,
    valueDate,
    // RC takes back a credit, RD a debit.
    amount: signedMinor(mark === 'C' || mark === 'RD' ? 1 : -1, amountOf(amount, currency, at)),
    ...defined({
      code,
      reversal: mark.startsWith('R') ? (true as const) : undefined,
      ...details,
      text: details.text === '' ? rest.join(' ').trim() : details.text,
      partyIban: details.partyIban ?? givenIban(rest[0]) ?? ibanIn(details.text, ownIban),
      reference:
        details.reference ??
        creditorReferenceIn(details.text) ??
        (reference && reference.length > 1 && !/^[EK]REF\b/.test(reference) ? reference : undefined),
      bankReference: givenText(bank),
    }),
  };
}

/** `bank/account`, an IBAN, or a number; some put the currency behind it. */
function accountOf({ lines }: Field, currency: string): BankStatement['account'] {
  const text = lines.join('').trim();
  const iban = givenIban(text) ?? (text.endsWith(currency) ? givenIban(text.slice(0, -3)) : undefined);
  if (iban) return { iban };
  const [, bic] = /^([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\//.exec(text) ?? [];
  return { number: text, ...defined({ bic }) };
}

function movementsOf(fields: readonly Field[]): Told[] {
  const told: Told[] = [];
  let last: Told | undefined;
  for (const field of fields) {
    if (field.tag === '61') {
      last = { field };
      told.push(last);
    } else if (field.tag === '86' && last)
      // Some banks write one for each line of it.
      last.details = last.details ? { ...last.details, lines: [...last.details.lines, ...field.lines] } : field;
    // Behind a balance field 86 tells of the statement, not of a movement.
    else if (field.tag.startsWith('6')) last = undefined;
  }
  return told;
}

function statementOf(fields: readonly Field[]): BankStatement {
  const start = fields[0]?.at ?? 1;
  const field = (...tags: readonly string[]): Field =>
    fields.find(({ tag }) => tags.includes(tag)) ??
    refuseStatement('missing', start, `the message that begins here has no field ${tags.join(' or ')}.`, { tag: tags[0] ?? '' });
  const [account, opens, closes] = [field('25'), field('60F', '60M'), field('62F', '62M')];
  const [opening, closing] = [balanceOf(opens), balanceOf(closes)];
  if (opening.currency !== closing.currency)
    refuseStatement('currency', closes.at, `the account ends in ${closing.currency} and began in ${opening.currency}.`, {
      text: closing.currency,
    });
  const who = accountOf(account, opening.currency);
  const lines = movementsOf(fields).map((told, index) => movementOf(told, index + 1, opening.currency, who.iban));
  const number = givenText(fields.find(({ tag }) => tag === '28C' || tag === '28')?.lines.join(''));
  const statement: BankStatement = {
    format: 'mt940',
    account: who,
    currency: opening.currency,
    from: opening.date,
    to: latest(opening.date, closing.date, ...lines.map(({ date }) => date)),
    opening: opening.amount,
    closing: closing.amount,
    lines,
    ...defined({ number }),
  };
  return provedStatement(statement, closes.at);
}

/** Reads MT940 (SWIFT, customer statement): one statement for each message. @throws DomainError `statement.…` (400) */
export function readMt940(lines: readonly string[]): readonly BankStatement[] {
  const messages = messagesOf(lines);
  if (messages.length === 0) refuseStatement('no_statement', 1, 'the file has no message that begins with field 20.');
  return messages.map(statementOf);
}

/** Whether a message of it begins with field 20. */
export const isMt940 = (lines: readonly string[]): boolean => lines.some((line) => /^[\s\p{Cc}]*(\{.*\{4:)?:20:/u.test(line));
