import type { IsoDate } from '../../../shared/kernel/date.ts';
import { decimal } from '../../../shared/kernel/decimal.ts';
import { toMinor } from '../../../shared/kernel/money.ts';
import type { Role } from '../../../shared/kernel/permission.ts';

export interface WireMoney {
  readonly amount: string;
  readonly currency: 'EUR';
}

/** What the seed reads of the API's answers. */
export interface Answer {
  readonly id: string;
  readonly open: WireMoney;
  /** Of a bill: what is owed, whatever has been paid of it. */
  readonly payable?: WireMoney;
  readonly invoiceId?: string;
  readonly invoiceIds?: readonly string[];
  readonly totals?: { readonly gross: WireMoney };
  readonly entries?: readonly { readonly lines: readonly { readonly account: string; readonly debit: WireMoney }[] }[];
  readonly lines?: readonly { readonly code: string; readonly quantity: string; readonly cost: WireMoney }[];
  readonly entry?: { readonly lines: readonly unknown[] };
}

/** The answer to an earlier step, by its key. */
export type Recorded = (key: string) => Answer;

/** Order of the steps of one day: goods come in before they are sold, money comes before it is paid back. */
export const PHASES = ['setup', 'goods', 'offer', 'order', 'stock', 'ship', 'bill', 'money', 'correct', 'books'] as const;
export type Phase = (typeof PHASES)[number];

/** One thing that somebody at the company did on a day: a POST. */
export interface Step {
  /** Names the step within its company; the Idempotency-Key is made from it. */
  readonly key: string;
  readonly date: IsoDate;
  readonly phase: Phase;
  readonly role: Role;
  /** Takes the next number of a series, so it waits for its turn: numbers then follow the same order every time. */
  readonly numbered?: true;
  readonly ask: (answerOf: Recorded) => { readonly route: string; readonly body: object };
}

export const cents = (money: WireMoney): number => toMinor(decimal(money.amount));
export const euros = (minor: number): WireMoney => ({ amount: (minor / 100).toFixed(2), currency: 'EUR' });

/** The invoice that a step issued (on its order, or with its shipment) and what it asks for, in cents. */
export function invoiceOf(answer: Answer): { readonly id: string; readonly gross: number } {
  const [onOrder] = answer.invoiceIds ?? [];
  if (onOrder && answer.totals) return { id: onOrder, gross: cents(answer.totals.gross) };
  const lines = answer.entries?.flatMap((entry) => entry.lines) ?? [];
  const gross = lines.filter((line) => line.account === '430').reduce((sum, line) => sum + cents(line.debit), 0);
  if (!answer.invoiceId || gross === 0) throw new Error(`no invoice came of ${answer.id}`);
  return { id: answer.invoiceId, gross };
}
