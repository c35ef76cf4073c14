import { addDays, type IsoDate } from '#kernel/date.ts';
import { type Refusal, refusal } from '#kernel/errors.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import type { StoredBill } from '../payables/supplier-bill.ts';
import { brokenRules, type Payer, type PayoutRule } from '../receivables/payout.ts';
import type { StoredSupplier, Supplier } from '../suppliers/supplier.ts';

/** Who entered, claimed and approved bills: they do not pay them. */
export const makersOf = (bills: readonly Pick<StoredBill, 'history' | 'approval' | 'claim'>[]): string[] => [
  ...new Set(bills.flatMap(({ history, approval, claim }) => [history[0]?.by ?? [], approval?.by ?? [], claim?.by ?? []].flat())),
];

/** Why somebody may not pay these bills, or undefined. @param advance money for no bill, limit the most of it without a decision. */
export function refusalOfBillPayer(
  bills: readonly StoredBill[],
  payer: Payer,
  field: string,
  { advance = 0, limit }: { readonly advance?: Minor; readonly limit?: Minor | undefined } = {},
): Refusal | undefined {
  if (payer.mayPayAlone) return undefined;
  const [rule] = rulesBroken(bills, payer, { advance, limit });
  if (rule === 'same_person')
    return refusal('payment.same_person', 'You entered or approved what is paid: somebody else must pay it.', field);
  if (rule === undefined || limit === undefined) return undefined;
  const [amount, most] = [minorText(advance), minorText(limit)];
  return refusal(
    'payment.over_limit',
    `${amount} EUR would have been paid for no bill, more than the limit of ${most}: allocate it to approved bills, or an owner must pay it.`,
    field,
    { amount, limit: most },
  );
}

/** The rules of two people and of the limit that a payment breaks. */
export const rulesBroken = (
  bills: readonly StoredBill[],
  payer: Payer,
  { advance = 0, limit }: { readonly advance?: Minor; readonly limit?: Minor | undefined },
): PayoutRule[] => brokenRules({ makers: makersOf(bills), total: advance, limit }, payer);

/** Nobody pays to an account that they entered themselves. */
export const refusalOfOwnIban = ({ iban, ibanChangedBy, ibanChangedOn = '' }: StoredSupplier, payer: string): Refusal | undefined =>
  iban !== undefined && ibanChangedBy === payer
    ? refusal(
        'payment.own_iban',
        `You entered the supplier's IBAN on ${ibanChangedOn}: somebody else must pay to it, or enter it again.`,
        'body.supplierId',
        { date: ibanChangedOn },
      )
    : undefined;

/** Whether an IBAN is of the day of the payment, or of the day before: somebody should look at it. */
export const isRecentIban = ({ iban, ibanChangedOn }: Pick<Supplier, 'iban' | 'ibanChangedOn'>, today: IsoDate): boolean =>
  iban !== undefined && ibanChangedOn !== undefined && ibanChangedOn >= addDays(today, -1);

/** A changed IBAN is how companies are robbed: money goes to one of today or yesterday once somebody says that they checked it. */
export const refusalOfRecentIban = (supplier: StoredSupplier, today: IsoDate, confirmed: boolean): Refusal | undefined =>
  isRecentIban(supplier, today) && !confirmed
    ? refusal(
        'payment.iban_recent',
        `The IBAN of ${supplier.name} was entered on ${supplier.ibanChangedOn}: call them and confirm it, or wait a day.`,
        'body.confirmed',
        { supplier: supplier.name, date: supplier.ibanChangedOn ?? '' },
      )
    : undefined;
