import * as z from 'zod/mini';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { type ActionRules, invalid, type Refusal, refusal, refused } from '#kernel/errors.ts';
import { Iban } from '#kernel/iban.ts';
import { idWith } from '#kernel/id.ts';
import { numberOf, recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { cut, sortText } from '#kernel/text.ts';
import { expiryOf, SCHEMES, SEQUENCES, type Sequence } from './debit-rules.ts';

/** Reasons for which banks give a debit back (ISO 20022, external reason codes; EPC173-14). */
export const RETURN_CODES = [
  'AC01',
  'AC04',
  'AC06',
  'AC13',
  'AG01',
  'AG02',
  'AM04',
  'AM05',
  'BE05',
  'FF01',
  'MD01',
  'MD02',
  'MD06',
  'MD07',
  'MS02',
  'MS03',
  'RC01',
  'RR01',
  'RR02',
  'RR03',
  'RR04',
  'SL01',
] as const;
export type ReturnCode = (typeof RETURN_CODES)[number];

export const MANDATE_TYPES = ['recurrent', 'one_off'] as const;
export const MANDATE_STATES = ['active', 'used', 'expired', 'cancelled'] as const;
export type MandateState = (typeof MANDATE_STATES)[number];

/** The unique mandate reference: what the SEPA takes (EPC130-08, AT-01), 35 characters at most. */
const Reference = z
  .string()
  .check(
    z.trim(),
    z.regex(/^(?!\/)(?!.*\/\/)[A-Za-z0-9/\-?:().,'+ ]{1,35}(?<!\/)$/, "must be 1 to 35 letters (without accents), digits or /-?:().,'+"),
  );

export const MandateInput = z.strictObject({
  customerId: idWith('cus'),
  /** Absent: the number of the mandate. */
  reference: z.optional(Reference),
  scheme: z._default(z.enum(SCHEMES), 'CORE'),
  type: z._default(z.enum(MANDATE_TYPES), 'recurrent'),
  signedOn: BusinessDate,
  iban: Iban,
});
export type MandateInput = z.output<typeof MandateInput>;
export const PatchMandate = z.strictObject({
  iban: z.optional(Iban),
  /** The next collection is the last one. */
  final: z.optional(z.boolean()),
});

/** A customer's leave to debit an account: who entered the account, and when, is kept with it. */
export const Mandate = z.object({
  customerId: z.string(),
  customerName: z.string(),
  reference: z.string(),
  scheme: z.enum(SCHEMES),
  type: z.enum(MANDATE_TYPES),
  signedOn: z.string(),
  iban: z.string(),
  ibanChangedBy: z.string(),
  ibanChangedOn: z.string(),
  /** Collections that the bank has settled, and the day of the last. */
  collections: z.int(),
  collectedOn: z.exactOptional(z.string()),
  final: z.exactOptional(z.boolean()),
  /** Its one or last collection has been made. */
  used: z.exactOptional(z.boolean()),
  /** The account is another than that of the last collection: the bank is told so once. */
  amended: z.exactOptional(z.boolean()),
  cancelled: z.exactOptional(z.object({ by: z.string(), on: z.string(), reason: z.string() })),
  /** Of a mandate for one collection, the run that makes it. */
  paymentRunId: z.exactOptional(z.string()),
});
export type Mandate = Readonly<z.output<typeof Mandate>>;
export type StoredMandate = Stored<Mandate>;

/** What a file tells of a mandate. */
export const MandateUse = z.object({
  id: z.string(),
  reference: z.string(),
  scheme: z.enum(SCHEMES),
  sequence: z.enum(SEQUENCES),
  signedOn: z.string(),
  amended: z.exactOptional(z.boolean()),
});
export type MandateUse = Readonly<z.output<typeof MandateUse>>;

/** Mandates that may be collected by wait here, by their customer. */
export const COLLECT = 'collect';

export function mandateState(mandate: Mandate, today: IsoDate): MandateState {
  if (mandate.cancelled) return 'cancelled';
  if (mandate.used) return 'used';
  return expiryOf(mandate) < today ? 'expired' : 'active';
}

/** What kind of collection the next one is (EPC130-08, AT-21). */
export function sequenceOf({ type, collections, final }: Mandate): Sequence {
  if (type === 'one_off') return 'OOFF';
  if (final) return 'FNAL';
  return collections === 0 ? 'FRST' : 'RCUR';
}
export const mandateUse = (mandate: StoredMandate): MandateUse => ({
  ...{ id: mandate.id, reference: mandate.reference, scheme: mandate.scheme, signedOn: mandate.signedOn },
  sequence: sequenceOf(mandate),
  ...(mandate.amended ? { amended: true } : {}),
});

export const Mandates = recordType<Mandate, MandateState>({
  kind: 'mandate',
  prefix: 'mdt',
  letter: 'MD',
  data: Mandate,
  history: 'all',
  list: {
    buckets: 'all',
    key: (m, id, number) => ({
      bucket: 'all',
      sort: `${cut(sortText(m.customerName), 60)}  ${id}`,
      label: [number, m.customerName, m.reference, m.iban].join(' '),
      party: m.customerId,
    }),
  },
  open: (m, id) => (m.cancelled || m.used ? undefined : { queue: COLLECT, sort: `${m.signedOn}#${id}` }),
  state: mandateState,
  tones: { active: 'good', used: 'plain', expired: 'warn', cancelled: 'plain' },
  related: (m) => [m.customerId, m.paymentRunId],
  summary: (m) => ({ title: m.reference, subtitle: [m.customerName, m.iban], date: m.signedOn }),
  screen: '/treasury/mandates',
  icon: 'key',
  // With bank accounts of customers: for those who see the runs that debit them.
  read: 'payables.read',
});

/** Holds a reference, so that no two mandates have the same one, whatever its case and spaces. */
export const MandateReferences = recordType<{ readonly mandateId: string }>({
  kind: 'mandate-reference',
  prefix: 'mdr',
  data: z.object({ mandateId: z.string() }),
  history: 'ends',
  screen: { none: 'It only keeps a reference from being given twice.' },
  read: 'payables.read',
});
export const mandateReferenceId = (reference: string): string => `mdr_${reference.replaceAll(/\s+/g, '').toUpperCase()}`;

const refusalOfCancelled = ({ cancelled }: Mandate): Refusal | undefined =>
  cancelled && refusal('mandate.cancelled', `The mandate was cancelled on ${cancelled.on}.`, 'path.mandateId', { date: cancelled.on });
const refusalOfUsed = ({ used, collectedOn = '' }: Mandate): Refusal | undefined =>
  used
    ? refusal('mandate.used', `The mandate was collected by for the last time on ${collectedOn}: take a new one.`, 'path.mandateId', {
        date: collectedOn,
      })
    : undefined;
const refusalOfHeld = ({ paymentRunId }: Mandate): Refusal | undefined =>
  paymentRunId === undefined
    ? undefined
    : refusal('mandate.in_run', `The mandate is collected by the run ${paymentRunId}: wait for it, or cancel that.`, 'path.mandateId', {
        run: paymentRunId,
      });

/** Why a mandate takes an action now or not: commands throw these, and its page shows them. */
export const mandateActions = {
  patchMandate: (mandate) => refusalOfCancelled(mandate) ?? refusalOfUsed(mandate) ?? refusalOfHeld(mandate),
  cancelMandate: (mandate) => refusalOfCancelled(mandate) ?? refusalOfHeld(mandate),
} as const satisfies ActionRules<StoredMandate>;

interface EnteredBy {
  readonly by: string;
  readonly today: IsoDate;
}

/** A mandate as it was signed. @throws DomainError `mandate.signed` (400), `mandate.twice` (422). */
export function newMandate(
  id: string,
  { reference, ...input }: MandateInput,
  customerName: string,
  { by, today, taken }: EnteredBy & { readonly taken: boolean },
): Mandate {
  if (input.signedOn > today) throw invalid('mandate.signed', 'A mandate is entered once it is signed.', 'body.signedOn');
  if (taken)
    throw refused('mandate.twice', `There is a mandate ${reference} already: take another reference.`, 'body.reference', {
      reference: reference ?? '',
    });
  return {
    ...{ ...input, customerName, reference: reference ?? numberOf(Mandates, id) },
    ...{ ibanChangedBy: by, ibanChangedOn: today, collections: 0 },
  };
}

/** The mandate with another account, or that ends with its next collection. */
export function changedMandate<M extends Mandate>(mandate: M, { iban, final }: z.output<typeof PatchMandate>, { by, today }: EnteredBy): M {
  const marked = final === undefined ? mandate : { ...mandate, final };
  if (iban === undefined || iban === mandate.iban) return marked;
  const amended = mandate.collections > 0 ? { amended: true } : {};
  return { ...marked, iban, ibanChangedBy: by, ibanChangedOn: today, ...amended };
}

/** The mandate once the bank has collected by it. */
export function collected<M extends Mandate>(mandate: M, { sequence }: MandateUse, on: IsoDate): M {
  const { amended: _, paymentRunId: __, ...rest } = mandate;
  const last = sequence === 'OOFF' || sequence === 'FNAL' ? { used: true } : {};
  return { ...rest, ...last, collections: mandate.collections + 1, collectedOn: on } as unknown as M;
}

/** A mandate for one collection that belongs to a run, or no more. */
export function withCollection<M extends Mandate>(mandate: M, runId: string | undefined): M {
  const { paymentRunId: _, ...rest } = mandate;
  return (runId === undefined ? rest : { ...rest, paymentRunId: runId }) as unknown as M;
}

export const MandateView = z.object({
  id: z.string(),
  number: z.string(),
  ...Mandate.shape,
  state: z.enum(MANDATE_STATES),
  /** What the next collection is. */
  sequence: z.enum(SEQUENCES),
  /** After this day it may be collected by no more. */
  expiresOn: z.string(),
  ...stampFields,
});
export const mandateView = (mandate: StoredMandate, today: IsoDate) => ({
  ...stamped(mandate),
  number: numberOf(Mandates, mandate.id),
  state: mandateState(mandate, today),
  sequence: sequenceOf(mandate),
  expiresOn: expiryOf(mandate),
});
