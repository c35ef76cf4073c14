import * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';
import { type ActionRules, type Refusal, refusal, throwIf } from '#kernel/errors.ts';
import { dated, type OpenKey, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { reportBy } from './report-days.ts';

/** What can become of an electronic invoice (RD 238/2026); `unpaid`: the payment that was told was undone. */
export const EINVOICE_STATUSES = ['sent', 'accepted', 'rejected', 'paid', 'unpaid'] as const;
export type EInvoiceStatus = (typeof EINVOICE_STATUSES)[number];
export const DIRECTIONS = ['issued', 'received'] as const;

/** Who says so: the documents in the books, a person, or the platform that it went by. */
const SOURCES = ['books', 'person', 'platform'] as const;
/** How the issuer was told; `not-needed`: with the reason, such as a bill that was entered twice. */
export const REPORT_WAYS = ['by-hand', 'platform', 'not-needed'] as const;

const StatusStep = z.object({
  status: z.enum(EINVOICE_STATUSES),
  on: z.string(),
  reason: z.exactOptional(z.string()),
  from: z.enum(SOURCES),
  /** Of a received one: the last day for telling the issuer. */
  reportBy: z.exactOptional(z.string()),
  reported: z.exactOptional(z.object({ on: z.string(), how: z.enum(REPORT_WAYS), note: z.exactOptional(z.string()) })),
});
export type StatusStep = Readonly<z.output<typeof StatusStep>>;

/** What became of one invoice among businesses. Steps are only ever added. */
export const EInvoiceFollowUp = z.object({
  documentId: z.string(),
  direction: z.enum(DIRECTIONS),
  /** Of who issued it. */
  number: z.string(),
  date: z.string(),
  partyId: z.string(),
  partyName: z.string(),
  gross: z.int(),
  steps: list(StatusStep),
});
export type EInvoiceFollowUp = Readonly<z.output<typeof EInvoiceFollowUp>>;
export type StoredFollowUp = Stored<EInvoiceFollowUp>;

/** `inv_F2026-000123` → `ein_inv.F2026-000123` */
export const followUpId = (documentId: string): string => `ein_${documentId.replace('_', '.')}`;

/** Issued ones that nobody has sent yet, and received ones of which the issuer is still to be told, wait here. */
export const SEND = 'send';
export const REPORT = 'report';

export const FOLLOW_UP_STATES = ['unsent', 'sent', 'received', 'accepted', 'rejected', 'paid', 'unpaid'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

const stateOf = ({ steps, direction }: Pick<EInvoiceFollowUp, 'steps' | 'direction'>): FollowUpState =>
  lastFate(steps)?.status ?? (direction === 'received' ? 'received' : isSent(steps) ? 'sent' : 'unsent');

const isSent = (steps: readonly StatusStep[]): boolean => steps.some(({ status }) => status === 'sent');
/** The last step that says what the buyer made of it. */
const lastFate = (steps: readonly StatusStep[]): (StatusStep & { readonly status: Exclude<EInvoiceStatus, 'sent'> }) | undefined =>
  steps.findLast((step): step is StatusStep & { readonly status: Exclude<EInvoiceStatus, 'sent'> } => step.status !== 'sent');

/** The step of which the issuer is still to be told: the last alone, since it takes the place of those before. */
export function pendingReport({ steps }: Pick<EInvoiceFollowUp, 'steps'>): StatusStep | undefined {
  const last = steps.findLast(({ reportBy: by }) => by !== undefined);
  if (!last || last.reported) return undefined;
  // A payment that was undone before anybody was told of it leaves nothing to tell.
  const wasTold = steps.some(({ status, reported }) => status === 'paid' && reported && reported.how !== 'not-needed');
  return last.status === 'unpaid' && !wasTold ? undefined : last;
}

function waitsFor(followUp: EInvoiceFollowUp, id: string): OpenKey | undefined {
  const { direction, steps, date, gross } = followUp;
  if (direction === 'issued') return isSent(steps) ? undefined : { queue: SEND, sort: `${date}#${id}`, amount: gross };
  const pending = pendingReport(followUp);
  return pending && { queue: REPORT, sort: `${pending.reportBy}#${id}`, amount: gross };
}

export const EInvoiceFollowUps = recordType<EInvoiceFollowUp, FollowUpState>({
  kind: 'e-invoice',
  prefix: 'ein',
  data: EInvoiceFollowUp,
  history: 'all',
  list: dated({ date: (e) => e.date, party: (e) => e.partyId, words: (e) => [e.number, e.partyName] }),
  open: waitsFor,
  state: stateOf,
  tones: { unsent: 'warn', sent: 'calm', received: 'calm', accepted: 'good', rejected: 'bad', paid: 'good', unpaid: 'warn' },
  related: (e) => [e.documentId],
  summary: (e) => ({ title: e.number, subtitle: [e.partyName], date: e.date, amount: e.gross }),
  parent: (e) => e.documentId,
  screen: { none: 'It is shown on the page of its invoice or bill.' },
  read: 'books.read',
});

/** Whether something of it is late: its term has passed, is running, or it has not been sent. */
export type FollowUpWarning = 'overdue' | 'due' | 'unsent';
export function warningOf(followUp: EInvoiceFollowUp, today: IsoDate): FollowUpWarning | undefined {
  if (followUp.direction === 'issued') return isSent(followUp.steps) ? undefined : 'unsent';
  const by = pendingReport(followUp)?.reportBy;
  return by === undefined ? undefined : by < today ? 'overdue' : 'due';
}

/** What the documents of the books say of an invoice by now. */
export interface BookFacts {
  readonly accepted?: IsoDate | undefined;
  readonly rejected?: { readonly on: IsoDate; readonly reason: string } | undefined;
  /** The day on which it was paid in full. */
  readonly paid?: IsoDate | undefined;
}

/** The follow-up with what the books say now; itself where that is nothing new. Undone facts are steps forward, none is taken away. */
export function withFacts(followUp: EInvoiceFollowUp, { accepted, rejected, paid }: BookFacts, today: IsoDate): EInvoiceFollowUp {
  let next = followUp;
  const fate = () => lastFate(next.steps);
  const has = (status: EInvoiceStatus) => next.steps.some((step) => step.status === status && step.from === 'books');
  if (accepted && !fate()) next = withStep(next, { status: 'accepted', on: accepted, from: 'books' });
  if (paid && fate()?.status !== 'paid') next = withStep(next, { status: 'paid', on: paid, from: 'books' });
  if (!paid && fate()?.status === 'paid' && has('paid')) next = withStep(next, { status: 'unpaid', on: today, from: 'books' });
  if (rejected && !has('rejected')) next = withStep(next, { status: 'rejected', ...rejected, from: 'books' });
  return next;
}

/** Of a received one, what the issuer must be told: that it is rejected, or paid in full; acceptance may be. */
const mustBeTold = (status: EInvoiceStatus): boolean => status === 'rejected' || status === 'paid' || status === 'unpaid';

function withStep(followUp: EInvoiceFollowUp, step: StatusStep): EInvoiceFollowUp {
  const told = followUp.direction === 'received' && mustBeTold(step.status) ? { reportBy: reportBy(step.on) } : {};
  return { ...followUp, steps: [...followUp.steps, { ...step, ...told }] };
}

/** An issued one that has not left the house. */
export const isUnsent = ({ direction, steps }: EInvoiceFollowUp): boolean => direction === 'issued' && !isSent(steps);
/** It went out by itself. */
export const withSending = (followUp: EInvoiceFollowUp, on: IsoDate): EInvoiceFollowUp =>
  withStep(followUp, { status: 'sent', on, from: 'platform' });

/** What somebody learnt of an invoice that they had issued. */
export interface StatusInput {
  readonly status: 'sent' | 'accepted' | 'rejected' | 'paid';
  readonly on: IsoDate;
  readonly reason?: string | undefined;
}

/** What may follow what, of what others say of our invoices. A rejected one is answered by a corrective invoice, or it is accepted after all. */
const NEXT: Readonly<Record<FollowUpState, readonly StatusInput['status'][]>> = {
  unsent: ['sent'],
  sent: ['accepted', 'rejected', 'paid'],
  received: [],
  accepted: ['rejected', 'paid'],
  rejected: ['accepted'],
  paid: [],
  unpaid: ['rejected', 'paid'],
};

export const followUpActions = {
  recordEInvoiceStatus: ({ direction, documentId }) =>
    direction === 'issued'
      ? undefined
      : refusal('einvoice.status_of_books', `What becomes of ${documentId} follows from its bill: approve, pay or reverse that.`, 'path', {
          document: documentId,
        }),
  reportEInvoiceStatus: (followUp) =>
    pendingReport(followUp)
      ? undefined
      : refusal('einvoice.nothing_to_report', `There is nothing of ${followUp.documentId} to tell its issuer.`, 'path', {
          document: followUp.documentId,
        }),
} as const satisfies ActionRules<EInvoiceFollowUp>;

function refusalOfStatus(followUp: EInvoiceFollowUp, { status, on, reason }: StatusInput, today: IsoDate): Refusal | undefined {
  const state = stateOf(followUp);
  // What the books know of it, such as its payment, does not say whether it was sent.
  const mayFollow = status === 'sent' ? !isSent(followUp.steps) : NEXT[state].includes(status);
  if (!mayFollow)
    return refusal('einvoice.status_order', `${followUp.number} is ${state}: it cannot be ${status} next.`, 'body.status', {
      state,
      status,
    });
  if (status === 'rejected' && !reason)
    return refusal('einvoice.reason_missing', 'An invoice is rejected for a reason: say which.', 'body.reason');
  const earliest = followUp.steps.reduce((day, step) => (status !== 'sent' && step.on > day ? step.on : day), followUp.date);
  if (on < earliest || on > today)
    return refusal('einvoice.status_date', `Use a day from ${earliest} to ${today}.`, 'body.on', { from: earliest, to: today });
  return undefined;
}

/** @throws DomainError `einvoice.status_of_books`, `einvoice.status_order`, `einvoice.reason_missing`, `einvoice.status_date` (422). */
export function withStatus(followUp: EInvoiceFollowUp, input: StatusInput, today: IsoDate): EInvoiceFollowUp {
  throwIf(followUpActions.recordEInvoiceStatus(followUp));
  throwIf(refusalOfStatus(followUp, input, today));
  const { status, on, reason } = input;
  return withStep(followUp, { status, on, from: 'person', ...(reason ? { reason } : {}) });
}

export interface ReportInput {
  readonly how: (typeof REPORT_WAYS)[number];
  readonly on: IsoDate;
  readonly note?: string | undefined;
}

/** The issuer has been told, or need not be. @throws DomainError `einvoice.nothing_to_report`, `einvoice.reason_missing`, `einvoice.status_date` (422). */
export function withReport(followUp: EInvoiceFollowUp, { how, on, note }: ReportInput, today: IsoDate): EInvoiceFollowUp {
  throwIf(followUpActions.reportEInvoiceStatus(followUp));
  const pending = pendingReport(followUp) as StatusStep;
  if (how === 'not-needed' && !note) throwIf(refusal('einvoice.reason_missing', 'Say why the issuer need not be told.', 'body.note'));
  if (on < pending.on || on > today)
    throwIf(refusal('einvoice.status_date', `Use a day from ${pending.on} to ${today}.`, 'body.on', { from: pending.on, to: today }));
  const reported = { on, how, ...(note ? { note } : {}) };
  return { ...followUp, steps: followUp.steps.map((step) => (step === pending ? { ...step, reported } : step)) };
}
