import * as z from 'zod/mini';

/**
 * What a document that a match of a bank's line has made says of that: the line and the account that it moved, `bkl_….572`. It stands on the
 * document, since both are written at once: an item beside them would cost as much as either. It goes when the match is undone.
 */
export const BANK_TIE = { bankLine: z.exactOptional(z.string()) };

/** A document that may say so. */
export interface BankTied {
  readonly bankLine?: string;
}

export const bankTie = (lineId: string, account: string): string => `${lineId}.${account}`;

/** The line of an account that a document was made by, as long as that is not undone. */
export function tiedLine({ bankLine }: BankTied, account: string): string | undefined {
  const at = bankLine?.indexOf('.') ?? -1;
  return bankLine?.slice(at + 1) === account ? bankLine.slice(0, at) : undefined;
}
