import * as z from 'zod/mini';
import { assertDefined } from '#kernel/assert.ts';
import { addDays, BusinessDate, type IsoDate, latest } from '#kernel/date.ts';
import { type Refusal, refusal, throwIf } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';

/** Days on which a customer disputed an invoice, the first and the last included. */
export const Dispute = z.object({
  from: z.string(),
  /** Absent: it is disputed still. */
  to: z.exactOptional(z.string()),
  reason: z.string(),
  /** Who recorded it. */
  by: z.string(),
  outcome: z.exactOptional(z.string()),
  resolvedBy: z.exactOptional(z.string()),
});
export type Dispute = Readonly<z.output<typeof Dispute>>;

export const DisputeView = z.object({
  from: z.string(),
  to: z.optional(z.string()),
  reason: z.string(),
  by: z.string(),
  outcome: z.optional(z.string()),
  resolvedBy: z.optional(z.string()),
});

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
export const DisputeInput = z.strictObject({
  reason: text,
  /** First day of it; today, where it is not said. */
  on: z.optional(BusinessDate),
});
export const ResolutionInput = z.strictObject({
  outcome: z.optional(text),
  /** Last day of it; today, where it is not said. */
  on: z.optional(BusinessDate),
});

/** What may be disputed: periods stand in the order of their days. */
export interface Disputable {
  readonly disputes?: readonly Dispute[];
}

/** The dispute that nobody has ended yet. */
export function openDispute({ disputes = [] }: Disputable): Dispute | undefined {
  const last = disputes.at(-1);
  return last?.to === undefined ? last : undefined;
}
export const isDisputed = (invoice: Disputable): boolean => openDispute(invoice) !== undefined;

/** Whether a day is one of a dispute. */
export const isDisputedOn = ({ disputes = [] }: Disputable, day: IsoDate): boolean =>
  disputes.some(({ from, to }) => from <= day && (to === undefined || day <= to));

/** The days from which on an invoice is disputed, or is no more. */
export const disputeTurns = ({ disputes = [] }: Disputable): IsoDate[] =>
  disputes.flatMap(({ from, to }) => (to === undefined ? [from] : [from, addDays(to, 1)]));

/** What is disputed is neither disputed again nor collected. */
export function refusalOfDisputed(invoice: Disputable & { readonly id: string }, field: string): Refusal | undefined {
  const dispute = openDispute(invoice);
  return (
    dispute &&
    refusal('dispute.open', `The customer has disputed ${invoice.id} since ${dispute.from}: end that dispute first.`, field, {
      document: invoice.id,
      date: dispute.from,
    })
  );
}
export const refusalOfPaid = ({ id, open }: { readonly id: string; readonly open: number }): Refusal | undefined =>
  open > 0 ? undefined : refusal('dispute.paid', `${id} has been paid: there is nothing to dispute.`, 'path.invoiceId', { document: id });
export const refusalOfUndisputed = (invoice: Disputable & { readonly id: string }): Refusal | undefined =>
  isDisputed(invoice) ? undefined : refusal('dispute.none', `${invoice.id} is not disputed.`, 'path.invoiceId', { document: invoice.id });

/** Who records something of a dispute, and the company's business date. */
interface Recorded {
  readonly by: string;
  readonly today: IsoDate;
}

function requireDay(date: IsoDate, earliest: IsoDate, today: IsoDate): void {
  if (date < earliest || date > today)
    throwIf(refusal('dispute.date', `It is from ${earliest} to ${today}, not on ${date}.`, 'body.on', { date, earliest, latest: today }));
}

/**
 * The disputes of an invoice with one that begins; on the last day of the one before at the earliest.
 * @throws DomainError `dispute.date` (422).
 */
export function withDispute(
  { date, disputes = [] }: Disputable & { readonly date: IsoDate },
  { reason, on }: z.output<typeof DisputeInput>,
  { by, today }: Recorded,
): Dispute[] {
  const from = on ?? latest(date, today);
  requireDay(from, latest(date, disputes.at(-1)?.to ?? date), latest(date, today));
  return [...disputes, { from, reason, by }];
}

/** The disputes of an invoice, the last of them ended. @throws DomainError `dispute.date` (422). */
export function withResolution(invoice: Disputable, { outcome, on }: z.output<typeof ResolutionInput>, { by, today }: Recorded): Dispute[] {
  const dispute = assertDefined(openDispute(invoice), 'a dispute');
  const last = latest(dispute.from, today);
  const to = on ?? last;
  requireDay(to, dispute.from, last);
  return [...(invoice.disputes ?? []).slice(0, -1), { ...dispute, to, resolvedBy: by, ...defined({ outcome }) }];
}
