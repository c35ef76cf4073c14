import type { IsoDate } from '#kernel/date.ts';
import type { Params } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import type { LineHabit } from './bank-habit.ts';
import type { RuleConditions } from './rule-conditions.ts';
import type { StatementPart } from './statement.ts';

/** How a client or supplier pays, learnt from what was matched before. */
export interface PayerHabit {
  /** Days from the due date to the money, half of the time. */
  readonly medianDaysLate?: number;
  /** Texts of earlier movements of theirs, or parts of them, by which the bank names them. */
  readonly texts?: readonly string[];
}

export type MatchCandidateKind = 'invoice' | 'credit-note' | 'bill' | 'supplier-credit' | 'run-payment' | 'transfer' | 'pos';

/** Something that a movement of a bank may be: what is open, and by what it is known. */
export interface MatchCandidate {
  readonly id: string;
  readonly kind: MatchCandidateKind;
  /** What the account would move if it were settled: above zero comes in (an invoice), below zero goes out (a bill, a client's credit note). */
  readonly open: Minor;
  readonly currency: string;
  /** Numbers that a payer may name: the document's own, and the supplier's. */
  readonly numbers: readonly string[];
  /** Issue, and when it is due. Of a transfer the day of the other line. */
  readonly date: IsoDate;
  readonly dueDate?: IsoDate;
  /** Client, supplier or employee; of a transfer ourselves. */
  readonly partyId?: string;
  readonly partyNames: readonly string[];
  readonly partyIbans: readonly string[];
  readonly habit?: PayerHabit;
  /** Of a payment that we ordered: what the bank was given. */
  readonly endToEndId?: string;
  /** Of card takings: the most that the acquirer keeps, in thousandths. */
  readonly commission?: number;
}

/** What a movement is by itself: fees, taxes, payroll. Data that people make and test on the past; the first that takes a line has it. */
export interface MatchRule {
  readonly id: string;
  readonly conditions: RuleConditions;
}

/** What is matched: a line of a statement, or a payment of a batch. */
export interface MatchLine extends Omit<StatementPart, 'bankReference' | 'mandateId'> {
  readonly id: string;
  readonly date: IsoDate;
  readonly currency: string;
  readonly code?: string;
  readonly parts?: readonly StatementPart[];
  /** What lines of the same counterparty were matched with before. */
  readonly learnt?: readonly LineHabit[] | undefined;
}

/** Where candidates are looked up, never all of them: each answer is short, or the token tells nothing. */
export interface CandidateIndex {
  get(id: string): MatchCandidate | undefined;
  byAmount(minor: Minor, currency: string): readonly MatchCandidate[];
  byParty(partyId: string): readonly MatchCandidate[];
  /** By a key of `referenceKeys`, or what the bank was given. */
  byReference(token: string): readonly MatchCandidate[];
  byIban(iban: string): readonly MatchCandidate[];
  /** By a word of a party's name as `nameKeys` has it: a word, or two. */
  byNameToken(token: string): readonly MatchCandidate[];
}

export type MatchReasonCode =
  | 'end_to_end_equal'
  | 'reference_found'
  | 'reference_count'
  | 'reference_similar'
  | 'other_reference'
  | 'amount_equal'
  | 'amount_of_documents'
  | 'amount_of_lines'
  | 'amount_partial'
  | 'amount_share'
  | 'small_difference'
  | 'fee_kept'
  | 'fx_difference'
  | 'iban_known'
  | 'other_iban'
  | 'name_similar'
  | 'other_name'
  | 'text_learnt'
  | 'matched_before'
  | 'date_near'
  | 'date_far'
  | 'all_open'
  | 'rule_words'
  | 'batch_payments';

/** Why a proposal has its score, for the console to say in words. */
export interface MatchReason {
  readonly code: MatchReasonCode;
  readonly params: Params;
  /** What it adds to the score, in log-odds; below zero it speaks against. */
  readonly weight: number;
}

/** How much of a movement goes to what. In the currency of the candidate. */
export interface ProposedPart {
  readonly candidateId: string;
  readonly amount: Minor;
  readonly currency: string;
}

export type MatchDifference = 'small' | 'fee' | 'fx';

/** What a movement, or several, may be. */
export interface MatchProposal {
  readonly shape: '1:1' | '1:n' | 'n:1' | 'n:m' | 'rule';
  readonly lineIds: readonly string[];
  readonly parts: readonly ProposedPart[];
  readonly ruleId?: string;
  /** What is left between the movement and its parts, and what it is. */
  readonly difference?: { readonly amount: Minor; readonly kind: MatchDifference };
  /** From 0 to 1. */
  readonly score: number;
  /** The same as log-odds, in which proposals are compared: near 1 scores hardly differ. */
  readonly weight: number;
  readonly reasons: readonly MatchReason[];
}

export interface MatchOptions {
  /** Below this nothing is posted by itself. */
  readonly threshold: number;
  /** Two proposals that touch different documents within these log-odds are a tie: a person decides. */
  readonly margin: number;
  /** A difference that is written off, in minor units. */
  readonly tolerance: Minor;
  /** The most that a bank keeps of a payment, in minor units. */
  readonly maxFee: Minor;
  /** What one unit of a currency is in that of the account, as the books have it. */
  readonly rates?: Readonly<Record<string, number>>;
  /** By how much an amount may differ at that rate, in percent. Absent: 4. */
  readonly mostFx?: number | undefined;
}

export interface MatchResult {
  /** The best first. */
  readonly proposals: readonly MatchProposal[];
  /** What may be posted by itself: over the threshold, and no tie. */
  readonly automatic?: MatchProposal;
  /** Two proposals that touch different documents are as good as each other. */
  readonly tie: boolean;
  /** How many candidates were compared. */
  readonly compared: number;
}
