import { BASE_CURRENCY, minorText } from '#kernel/money.ts';

/** Minor units that were read from a document as money: yen have no decimals, dinars three. */
export const readMoney = (minor: number, currency: string = BASE_CURRENCY) => ({ amount: minorText(minor, currency), currency });
