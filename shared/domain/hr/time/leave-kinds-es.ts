import type { IsoDate } from '#kernel/date.ts';

export const LEAVE_KINDS = [
  ...(['holiday', 'marriage', 'illness-of-relative', 'death-of-relative', 'home-move', 'force-majeure', 'disaster'] as const),
  ...(['birth', 'parental', 'breast-feeding', 'sickness', 'work-accident', 'unpaid'] as const),
] as const;
export type LeaveKind = (typeof LEAVE_KINDS)[number];

/** What pay has to know of leave: paid as if worked, not paid, or by Social Security's rules. */
export const LEAVE_PAY = ['paid', 'unpaid', 'sickness', 'work-accident', 'birth'] as const;
export type LeavePay = (typeof LEAVE_PAY)[number];

/** A kind of leave, with the article that gives it. */
export interface LeaveRule {
  readonly kind: LeaveKind;
  readonly article: string;
  /** How its days are counted: all of them, or those on which people work at that place. */
  readonly count: 'natural' | 'working';
  /** The most of one event, or of a year. Absent: nothing limits it here. */
  readonly days?: number;
  /** The same where it takes a journey. */
  readonly daysWithTravel?: number;
  readonly per?: 'event' | 'year';
  readonly pay: LeavePay;
  /** Entered by whoever enters it for others, not asked for. */
  readonly entered?: true;
  readonly checked: IsoDate;
  /** `medium`: how its days are counted is not told by the row that this comes from. */
  readonly confidence: 'high' | 'medium';
}

const checked = '2026-11-29';
const row = (
  kind: LeaveKind,
  article: string,
  rest: Omit<LeaveRule, 'kind' | 'article' | 'checked' | 'confidence'> & Partial<LeaveRule>,
): LeaveRule => ({
  ...{ kind, article, checked, confidence: 'high' },
  ...rest,
});

/**
 * Leave in Spain (Estatuto de los Trabajadores, RDLeg 2/2015; Social Security, RDLeg 8/2015), as it was checked; an agreement may give
 * more. Holiday is limited by its balance.
 */
export const LEAVE_ES: Readonly<Record<LeaveKind, LeaveRule>> = {
  holiday: row('holiday', 'ET 38', { count: 'natural', pay: 'paid' }),
  marriage: row('marriage', 'ET 37.3.a', { count: 'natural', days: 15, per: 'event', pay: 'paid' }),
  'illness-of-relative': row('illness-of-relative', 'ET 37.3.b', {
    ...{ count: 'working', days: 5, per: 'event', pay: 'paid', confidence: 'medium' },
  }),
  'death-of-relative': row('death-of-relative', 'ET 37.3.b bis', {
    ...{ count: 'working', days: 2, daysWithTravel: 4, per: 'event', pay: 'paid', confidence: 'medium' },
  }),
  'home-move': row('home-move', 'ET 37.3.c', { count: 'natural', days: 1, per: 'event', pay: 'paid' }),
  'force-majeure': row('force-majeure', 'ET 37.9', { count: 'working', days: 4, per: 'year', pay: 'paid' }),
  disaster: row('disaster', 'ET 37.3.g', { count: 'working', days: 4, per: 'event', pay: 'paid', confidence: 'medium' }),
  // Nineteen weeks of each parent, thirty-two of one alone.
  birth: row('birth', 'ET 48.4 (RDL 9/2025)', { count: 'natural', days: 224, per: 'event', pay: 'birth' }),
  parental: row('parental', 'ET 48 bis', { count: 'natural', days: 56, per: 'event', pay: 'unpaid' }),
  'breast-feeding': row('breast-feeding', 'ET 37.4', { count: 'working', pay: 'paid' }),
  sickness: row('sickness', 'LGSS 169–173', { count: 'natural', pay: 'sickness', entered: true }),
  'work-accident': row('work-accident', 'LGSS 169–173', { count: 'natural', pay: 'work-accident', entered: true }),
  unpaid: row('unpaid', 'Acuerdo entre las partes', { count: 'natural', pay: 'unpaid', confidence: 'medium' }),
};
