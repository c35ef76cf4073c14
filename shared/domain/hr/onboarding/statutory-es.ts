import type { LeavingCause } from '#domain/hr/payroll/severance-es.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { addWorkdays, monthEndOf, monthsLater } from './due-date.ts';

export const ONBOARDING_FLOWS = ['joining', 'leaving'] as const;
/** Somebody comes to work here, or stops. */
export type OnboardingFlow = (typeof ONBOARDING_FLOWS)[number];

/** What a term is counted by. */
export interface Facts {
  /** The first or the last day of work. */
  readonly date: IsoDate;
  /** Holidays of the place of work beside the national ones. */
  readonly holidays: readonly IsoDate[];
  readonly contract?: 'indefinite' | 'temporary' | undefined;
  /** The first day of work of whom leaves. */
  readonly since?: IsoDate | undefined;
  /** Months of trial that were agreed. */
  readonly trialMonths?: number | undefined;
  readonly cause?: LeavingCause | undefined;
}

export const STATUTORY = [
  ...(['affiliation', 'prevention', 'contract', 'basic-copy', 'form-145', 'trial'] as const),
  ...(['notice', 'deregistration', 'company-certificate'] as const),
] as const;
export type Statutory = (typeof STATUTORY)[number];

export interface Duty {
  readonly flow: OnboardingFlow;
  readonly norm: string;
  /** Its last day; undefined where it does not apply. */
  readonly due: (facts: Facts) => IsoDate | undefined;
  /** What proves that it was done: of what offices take, their acknowledgement. */
  readonly evidence: 'none' | 'text' | 'document';
}

const NOTICE_DAYS = 15;
const YEAR_DAYS = 365;
const needsNotice = ({ cause, contract, since, date }: Facts): boolean =>
  cause === 'objective' || (cause === 'end-of-term' && contract === 'temporary' && since !== undefined && addDays(since, YEAR_DAYS) < date);

/**
 * What the law wants of an employer when somebody comes and leaves, and by when. Source: labour.json (es.labour), collected on 2026-11-29;
 * of its timers those whose confidence is weak are left out.
 */
export const DUTIES: Readonly<Record<Statutory, Duty>> = {
  // Before work begins: on the first day itself it may be too late.
  affiliation: { flow: 'joining', norm: 'RD 84/1996 art. 32', due: ({ date }) => addDays(date, -1), evidence: 'text' },
  prevention: { flow: 'joining', norm: 'Ley 31/1995 arts. 18, 19, 22', due: ({ date }) => date, evidence: 'text' },
  contract: {
    flow: 'joining',
    norm: 'ET art. 16; RD 1424/2002',
    due: ({ date, holidays }) => addWorkdays(date, 10, holidays),
    evidence: 'text',
  },
  'basic-copy': { flow: 'joining', norm: 'ET art. 8.4', due: ({ date }) => addDays(date, 10), evidence: 'none' },
  // Before the first pay.
  'form-145': { flow: 'joining', norm: 'RD 439/2007 art. 88', due: ({ date }) => monthEndOf(date), evidence: 'none' },
  trial: {
    flow: 'joining',
    norm: 'ET art. 14',
    due: ({ date, trialMonths }) => (trialMonths ? monthsLater(date, trialMonths) : undefined),
    evidence: 'text',
  },
  notice: {
    flow: 'leaving',
    norm: 'ET arts. 49.1.c, 53.1.c',
    due: (facts) => (needsNotice(facts) ? addDays(facts.date, -NOTICE_DAYS) : undefined),
    evidence: 'text',
  },
  deregistration: { flow: 'leaving', norm: 'RD 84/1996 art. 32', due: ({ date }) => addDays(date, 3), evidence: 'text' },
  'company-certificate': { flow: 'leaving', norm: 'RD 625/1985', due: ({ date }) => addDays(date, 10), evidence: 'text' },
};

/** The earliest day on which a worker is registered: sixty days before the first (RD 84/1996 art. 32). */
export const REGISTERED_AHEAD_DAYS = 60;
/** The longest trial of the Act, of technicians with a degree (ET art. 14); agreements have shorter ones. */
export const MOST_TRIAL_MONTHS = 6;
