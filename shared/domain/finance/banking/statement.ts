import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';

/** Formats of the files in which banks tell what moved. */
export type BankStatementFormat = 'norma43' | 'camt.052' | 'camt.053' | 'camt.054' | 'mt940' | 'ofx' | 'csv';

/** One payment of a batch that the bank booked as one movement: what they come to is the movement's amount. */
export interface StatementPart {
  readonly amount: Minor;
  /** What is told of this payment alone, at most 500 characters. */
  readonly text: string;
  /** The other side, where the bank names it. */
  readonly partyName?: string;
  readonly partyIban?: string;
  /** Reference by which a program can know what is paid: ISO 11649 `RF…`, the creditor's reference, or a document number. */
  readonly reference?: string;
  /** What we gave it when we sent it (pain.001/008), or what the payer gave. */
  readonly endToEndId?: string;
  /** Of a direct debit. */
  readonly mandateId?: string;
  /** The bank's own number of the movement. */
  readonly bankReference?: string;
  /** Why a debit or transfer came back: ISO 20022 external return reason (`AC04`), or the bank's text. */
  readonly returnReason?: string;
  /** What was paid before exchange, where it was another currency (Norma 43 record 24, camt InstdAmt). */
  readonly original?: { readonly amount: Minor; readonly currency: string };
  /** At what rate, as the bank tells it: decimal text, and what one unit of is so much of the other currency, where that is told (camt CcyXchg, OFX CURRATE). */
  readonly exchange?: { readonly rate: string; readonly unit?: string };
  /** Fee that the bank kept of the movement, in the account's currency. */
  readonly charges?: Minor;
}

/**
 * One movement of a bank account as the bank tells it, whatever the format of its file.
 * Amounts are signed minor units of the account's currency: above zero came in, below zero went out.
 */
export interface BankStatementLine extends StatementPart {
  /** 1, 2, 3… in its statement. */
  readonly no: number;
  /** Line of the file, for messages. */
  readonly at: number;
  /** Day of the operation (booking), and of its value. */
  readonly date: IsoDate;
  readonly valueDate?: IsoDate;
  /** What kind of movement it is by the bank's code: Norma 43 common concept (`03`), ISO 20022 `PMNT/RCDT/ESCT`, MT940 `NTRF`, OFX `FEE`. */
  readonly code?: string;
  /** The movement undoes an earlier one (camt RvslInd, MT940 RC and RD). Its sign says already which way the money went. */
  readonly reversal?: true;
  /** Number of payments that a batch booking stands for, and they themselves where the bank tells each with its amount. */
  readonly batch?: number;
  readonly parts?: readonly StatementPart[];
}

/** What is odd about a file that is taken all the same. */
export interface StatementNotice {
  readonly code: 'no_end_record' | 'unknown_currency' | 'not_booked' | 'summary_differs';
  readonly line: number;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A statement of one account: opening + Σ lines = closing, proved before anybody sees it. */
export interface BankStatement {
  readonly format: BankStatementFormat;
  /** The account as the file names it: IBAN where it gives or implies one (Norma 43: computed check digits), else the bank's number. */
  readonly account: { readonly iban?: string; readonly number?: string; readonly bic?: string };
  readonly currency: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Absent where a format has none (camt.054, OFX, some CSV). */
  readonly opening?: Minor;
  readonly closing?: Minor;
  /** The bank's own number of the statement. */
  readonly number?: string;
  readonly lines: readonly BankStatementLine[];
  readonly notices?: readonly StatementNotice[];
}
