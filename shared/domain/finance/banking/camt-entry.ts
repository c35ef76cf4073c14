import { defined } from '#kernel/optional.ts';
import { elementAt, elementsAt, textAt, type XmlElement } from '#kernel/xml.ts';
import { camtMoney, dayOf, requiredCamtMoney, signOf } from './camt-amount.ts';
import type { BankStatementLine, StatementPart } from './statement.ts';
import { amountText, isCurrencyCode, rateOfText, signedMinor } from './statement-amount.ts';
import { sumOfAmounts } from './statement-check.ts';
import { refuseStatement } from './statement-fault.ts';
import { creditorReferenceIn, givenIban, givenText, statementText } from './statement-text.ts';

/** What an entry is in: the account's currency and, where it has one, its IBAN. */
interface Account {
  readonly currency: string;
  readonly iban: string | undefined;
}

type Side = 'Dbtr' | 'Cdtr';

const nameOf = (tx: XmlElement, side: Side) =>
  textAt(tx, `RltdPties/${side}/Nm`, `RltdPties/${side}/Pty/Nm`, `RltdPties/Ultmt${side}/Nm`, `RltdPties/Ultmt${side}/Pty/Nm`);
const ibanOf = (tx: XmlElement, side: Side) => givenIban(textAt(tx, `RltdPties/${side}Acct/Id/IBAN`));

/**
 * The other side: who paid what came in, who was paid what went out. What comes back keeps the parts of the first payment, so
 * that there it is the other way round; a side that is us by its IBAN, or is not told, is not the other.
 */
function otherSide(tx: XmlElement, credit: boolean, returned: boolean, own: string | undefined): Side {
  const first: Side = credit !== returned ? 'Dbtr' : 'Cdtr';
  const second: Side = first === 'Dbtr' ? 'Cdtr' : 'Dbtr';
  const told = (side: Side) => nameOf(tx, side) ?? ibanOf(tx, side);
  const isUs = (side: Side) => own !== undefined && ibanOf(tx, side) === own;
  return (isUs(first) || told(first) === undefined) && told(second) !== undefined && !isUs(second) ? second : first;
}

/** Fees within the amount; of a total without its records nobody says otherwise. Those that are booked apart are entries of their own. */
function chargesOf(element: XmlElement, { currency }: Account): number | undefined {
  const records = [...elementsAt(element, 'Chrgs/Rcrd'), ...elementsAt(element, 'Chrgs').filter((charge) => elementAt(charge, 'Amt'))];
  if (records.length === 0) {
    const total = camtMoney(element, 'Chrgs/TtlChrgsAndTaxAmt');
    return total && total.currency === currency && total.amount > 0 ? total.amount : undefined;
  }
  const within = records.filter((record) => textAt(record, 'ChrgInclInd') !== 'false');
  const sum = within.reduce((total, record) => {
    const fee = requiredCamtMoney(record, 'Amt');
    return fee.currency === currency ? total + (textAt(record, 'CdtDbtInd') === 'CRDT' ? -fee.amount : fee.amount) : total;
  }, 0);
  return sum > 0 ? sum : undefined;
}

/** What was paid, where that was in another currency. */
function originalOf(element: XmlElement, sign: number, { currency }: Account): StatementPart['original'] {
  const amounts = ['AmtDtls/InstdAmt/Amt', 'AmtDtls/TxAmt/Amt'].map((path) => camtMoney(element, path));
  const other = amounts.find((money) => money && money.currency !== currency);
  return other && { ...other, amount: signedMinor(sign, other.amount) };
}

/** At what rate: of which the one unit is, few banks tell. */
function exchangeOf(element: XmlElement): StatementPart['exchange'] {
  const [told] = ['TxAmt', 'InstdAmt', 'CntrValAmt'].flatMap((of) => elementsAt(element, `AmtDtls/${of}/CcyXchg`));
  const rate = told && rateOfText(textAt(told, 'XchgRate') ?? '');
  const unit = told && textAt(told, 'UnitCcy');
  return rate === undefined ? undefined : { rate, ...(unit !== undefined && isCurrencyCode(unit) ? { unit } : {}) };
}

const returnReasonOf = (tx: XmlElement) =>
  givenText(
    textAt(tx, 'RtrInf/Rsn/Cd', 'RtrInf/Rsn/Prtry', 'RtrInf/RtrRsn/Cd', 'RtrInf/RtrRsn/Prtry', 'RtrInf/AddtlInf', 'RtrInf/AddtlRtrRsnInf'),
  );

const textsAt = (element: XmlElement, path: string) => elementsAt(element, path).map(({ text }) => text);

/** What one payment tells besides of its amount. */
function toldOf(tx: XmlElement, credit: boolean, reversal: boolean, account: Account) {
  const returnReason = returnReasonOf(tx);
  const side = otherSide(tx, credit, reversal || returnReason !== undefined, account.iban);
  const text = statementText([...textsAt(tx, 'RmtInf/Ustrd'), ...textsAt(tx, 'RmtInf/Strd/AddtlRmtInf'), textAt(tx, 'AddtlTxInf')]);
  return {
    text,
    ...defined({
      partyName: givenText(nameOf(tx, side)),
      partyIban: ibanOf(tx, side),
      reference:
        givenText(
          textAt(
            tx,
            'RmtInf/Strd/CdtrRefInf/Ref',
            'RmtInf/Strd/CdtrRefInf/CdtrRef',
            'RmtInf/Strd/RfrdDocInf/Nb',
            'RmtInf/Strd/RfrdDocInf/RfrdDocNb',
          ),
        ) ?? creditorReferenceIn(text),
      endToEndId: givenText(textAt(tx, 'Refs/EndToEndId')),
      mandateId: givenText(textAt(tx, 'Refs/MndtId')),
      returnReason,
      charges: chargesOf(tx, account),
      original: originalOf(tx, credit ? 1 : -1, account),
      exchange: exchangeOf(tx),
    }),
  };
}

/** The payments of a batch with their amounts, where each tells one in the account's currency. @throws DomainError where they are not the entry */
function partsOf(
  entry: XmlElement,
  transactions: readonly XmlElement[],
  sign: number,
  amount: number,
  account: Account,
): readonly StatementPart[] | undefined {
  const reversal = textAt(entry, 'RvslInd') === 'true';
  const parts = transactions.map((tx) => {
    const money = camtMoney(tx, 'Amt') ?? camtMoney(tx, 'AmtDtls/TxAmt/Amt');
    if (!money || money.currency !== account.currency) return undefined;
    const own = textAt(tx, 'CdtDbtInd') === undefined ? sign : signOf(tx);
    const bankReference = givenText(textAt(tx, 'Refs/AcctSvcrRef', 'Refs/TxId'));
    return { amount: signedMinor(own, money.amount), ...toldOf(tx, own > 0, reversal, account), ...defined({ bankReference }) };
  });
  if (!parts.every((part) => part !== undefined)) return undefined;
  const [sum, told] = [sumOfAmounts(parts), BigInt(signedMinor(sign, amount))];
  const fees = BigInt(chargesOf(entry, account) ?? 0);
  if (sum === told || (fees > 0n && sum - fees === told)) return parts;
  const [says, has] = [amountText(told, account.currency), amountText(sum, account.currency)];
  return refuseStatement('batch', entry.line, `the entry is ${says}, its ${parts.length} payments come to ${has}.`, {
    told: says,
    found: has,
    count: parts.length,
  });
}

function codeOf(element: XmlElement): string | undefined {
  const path = ['Domn/Cd', 'Domn/Fmly/Cd', 'Domn/Fmly/SubFmlyCd'].map((part) => textAt(element, `BkTxCd/${part}`));
  return path[0] === undefined ? textAt(element, 'BkTxCd/Prtry/Cd') : path.filter(Boolean).join('/');
}

/** How many payments the entry stands for, where it is more than one. */
function batchOf(entry: XmlElement, transactions: readonly XmlElement[]): number | undefined {
  const told = textAt(entry, 'NtryDtls/Btch/NbOfTxs') ?? '';
  const count = Math.max(transactions.length, /^\d{1,15}$/.test(told) ? Number(told) : 0);
  return count > 1 ? count : undefined;
}

/** What the payments of an entry tell: its one, or those of a batch, each with its amount. */
function paymentsOf(entry: XmlElement, sign: number, amount: number, account: Account) {
  const transactions = elementsAt(entry, 'NtryDtls/TxDtls');
  const reversal = textAt(entry, 'RvslInd') === 'true';
  const [first, ...others] = transactions;
  const told = first && others.length === 0 ? toldOf(first, sign > 0, reversal, account) : { text: '' };
  const parts = others.length > 0 ? partsOf(entry, transactions, sign, amount, account) : undefined;
  const texts = [textAt(entry, 'AddtlNtryInf'), ...(parts ?? []).map(({ text }) => text)];
  return {
    ...told,
    text: told.text === '' ? statementText(texts) : told.text,
    ...defined({
      code: codeOf(entry) ?? (first && codeOf(first)),
      reversal: reversal ? (true as const) : undefined,
      charges: chargesOf(entry, account) ?? told.charges,
      original: told.original ?? originalOf(entry, sign, account),
      exchange: told.exchange ?? exchangeOf(entry),
      bankReference:
        givenText(textAt(entry, 'AcctSvcrRef', 'NtryRef')) ??
        (first && others.length === 0 ? givenText(textAt(first, 'Refs/AcctSvcrRef', 'Refs/TxId')) : undefined),
      batch: batchOf(entry, transactions),
      parts,
    }),
  };
}

/** One entry (Ntry): a movement of the account, with what its one payment tells, or the payments of a batch. */
export function camtLineOf(entry: XmlElement, no: number, currency: string, iban: string | undefined): BankStatementLine {
  const { line } = entry;
  const money = requiredCamtMoney(entry, 'Amt');
  if (money.currency !== currency)
    refuseStatement('currency', line, `the entry is in ${money.currency}, the account in ${currency}.`, { text: money.currency });
  const sign = signOf(entry);
  const valueDate = dayOf(entry, 'ValDt');
  const date = dayOf(entry, 'BookgDt') ?? valueDate;
  return {
    no,
    at: line,
    date: date ?? refuseStatement('missing', line, 'the entry has no day of booking.', { tag: 'BookgDt' }),
    amount: signedMinor(sign, money.amount),
    ...defined({ valueDate }),
    ...paymentsOf(entry, sign, money.amount, { currency, iban }),
  };
}
