import { type ActionRules, type Refusal, refusal } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import type { Return } from './return.ts';

/** A return as its actions see it: with what its credit notes have open, and why the caller may not pay it back. */
export interface ReturnStanding extends Pick<Return, 'state'> {
  readonly openCredit: Minor;
  /** Why who asks may not pay it back: the rule of two people. */
  readonly payer: Refusal | undefined;
}

export const refusalOfArrival = ({ state }: Pick<Return, 'state'>): Refusal | undefined =>
  state === 'authorised'
    ? undefined
    : refusal('return.state', `The return is ${state}; nothing more is expected of it.`, 'path.returnId', { state, why: 'arrived' });

export const refusalOfCancellation = ({ state }: Pick<Return, 'state'>): Refusal | undefined =>
  state === 'authorised'
    ? undefined
    : refusal('return.state', `The return is ${state}; only an authorised one can be cancelled.`, 'path.returnId', {
        state,
        why: 'cancel',
      });

export const refusalOfOpenCredit = (openCredit: Minor): Refusal | undefined =>
  openCredit === 0
    ? refusal('return.nothing_to_refund', 'Nothing is open on the credit notes of this return.', 'path.returnId')
    : undefined;

/** Why a return takes an action now or not: commands throw these, and its page shows them. */
export const returnActions = {
  receiveReturn: refusalOfArrival,
  refundReturn: ({ payer, openCredit }) => refusalOfOpenCredit(openCredit) ?? payer,
  cancelReturn: refusalOfCancellation,
} as const satisfies ActionRules<ReturnStanding>;
