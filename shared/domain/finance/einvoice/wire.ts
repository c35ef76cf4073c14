import * as z from 'zod/mini';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { Money } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { OutsideIssuer, OutsideIssuers } from '#kernel/outside-issuer.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { type Certificate, certificateState } from './certificate.ts';
import { CHANNELS, EINVOICE_CHANNELS } from './channels.ts';
import { EINVOICE_SYNTAXES } from './einvoice.ts';
import { announcedVerifactu, dutiesOf, followedFrom, type Obliged } from './einvoice-duty.ts';
import {
  DIRECTIONS,
  EINVOICE_STATUSES,
  EInvoiceFollowUps,
  FOLLOW_UP_STATES,
  pendingReport,
  REPORT_WAYS,
  type StoredFollowUp,
  warningOf,
} from './einvoice-status.ts';
import { missingYear } from './report-days.ts';
import { VerifactuRecordView } from './verifactu-wire.ts';

export const EInvoiceFileView = z.object({
  syntax: z.enum(EINVOICE_SYNTAXES),
  fileName: z.string(),
  contentType: z.literal('application/xml'),
  /** In base64. */
  content: z.string(),
});

const AnnouncedView = z.object({ from: z.string(), on: z.string(), source: z.string() });
export const EInvoiceDutyView = z.object({
  id: z.string(),
  from: z.string(),
  /** Whether that day has come. */
  inForce: z.boolean(),
  source: z.string(),
  confidence: z.string(),
  /** What is said to come in its place, and is no law. */
  announced: z.optional(AnnouncedView),
});

export const WARNINGS = ['overdue', 'due', 'unsent'] as const;

/** What became of one invoice among businesses. */
export const FollowUpView = z.object({
  id: z.string(),
  documentId: z.string(),
  direction: z.enum(DIRECTIONS),
  number: z.string(),
  date: z.string(),
  partyId: z.string(),
  partyName: z.string(),
  gross: Money,
  state: z.enum(FOLLOW_UP_STATES),
  /** Last day for telling the issuer what became of it. */
  reportBy: z.optional(z.string()),
  warning: z.optional(z.enum(WARNINGS)),
  /** The year whose holidays are not in our calendar, of a term that goes into it: the last day is by the rule of other years. */
  calendarMissing: z.optional(z.string()),
  /** Whether the law asks for it: before its day it is for information. */
  compulsory: z.boolean(),
  steps: z.array(
    z.object({
      status: z.enum(EINVOICE_STATUSES),
      on: z.string(),
      reason: z.optional(z.string()),
      from: z.string(),
      reportBy: z.optional(z.string()),
      reported: z.optional(z.object({ on: z.string(), how: z.enum(REPORT_WAYS), note: z.optional(z.string()) })),
    }),
  ),
  ...stampFields,
});

export function followUpView(followUp: StoredFollowUp, { company, today }: { readonly company: Obliged; readonly today: IsoDate }) {
  const { direction, date, steps } = followUp;
  const duties = dutiesOf(company);
  const pending = pendingReport(followUp);
  return {
    ...stamped(followUp),
    steps: [...steps],
    state: EInvoiceFollowUps.state?.(followUp, today) ?? 'unsent',
    compulsory: date >= (direction === 'issued' ? duties.invoices : duties.statuses),
    ...defined({
      reportBy: pending?.reportBy,
      calendarMissing: pending?.reportBy && missingYear(pending.on, pending.reportBy),
      warning: warningOf(followUp, today),
    }),
  };
}

/** What is known of a document as an electronic invoice. */
export const EInvoiceDocumentView = z.object({
  documentId: z.string(),
  followUp: z.optional(FollowUpView),
  verifactu: z.optional(VerifactuRecordView),
});

const reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
export const StatusBody = z.strictObject({
  status: z.enum(['sent', 'accepted', 'rejected', 'paid']),
  /** Absent: today. */
  on: z.optional(BusinessDate),
  reason: z.optional(reason),
});
export const ReportBody = z.strictObject({
  how: z.enum(REPORT_WAYS),
  /** Absent: today. */
  on: z.optional(BusinessDate),
  note: z.optional(reason),
});

export const EInvoicingView = z.object({
  isLarge: z.boolean(),
  /** Invoices of that day and later are followed. */
  followedFrom: z.string(),
  /** From when the law asks this company for what. */
  duties: z.object({ invoices: z.string(), statuses: z.string(), verifactu: z.string() }),
  /** Of Verifactu, what is said to come in its place, and is no law. */
  announced: z.optional(AnnouncedView),
  /** First and last day of the chain of Verifactu. Absent: it is off. */
  verifactu: z.optional(z.object({ from: z.string(), until: z.optional(z.string()) })),
  /** What it signs with; its key is never given out. */
  certificate: z.optional(
    z.object({
      fingerprint: z.string(),
      holder: z.string(),
      issuer: z.string(),
      serial: z.string(),
      taxId: z.optional(z.string()),
      from: z.string(),
      until: z.string(),
      /** `ending`: within 30 days. */
      state: z.enum(['valid', 'ending', 'expired', 'early']),
    }),
  ),
  /** Who issues invoices in its name, each in a series of their own. */
  issuers: z.array(OutsideIssuer),
  /** The roads out of the house: none is gone by itself. */
  channels: z.array(
    z.object({
      id: z.enum(CHANNELS),
      by: z.enum(['person', 'itself']),
      address: z.optional(z.string()),
      needs: z.enum(['certificate', 'registration', 'publication']),
    }),
  ),
});
export const PatchEInvoicing = z.strictObject({
  isLarge: z.optional(z.boolean()),
  followedFrom: z.optional(z.nullable(BusinessDate)),
  /** The day from which records of Verifactu are chained; null switches that off. */
  verifactuFrom: z.optional(z.nullable(BusinessDate)),
  /** All of them: one that issues no more is ended, and stays. */
  issuers: z.optional(OutsideIssuers),
});

export const einvoicingView = (
  company: Obliged & {
    readonly einvoicing?: { readonly certificate?: Certificate; readonly issuers?: readonly OutsideIssuer[] } | undefined;
  },
  { now }: { readonly now: Date },
) => ({
  isLarge: company.einvoicing?.isLarge ?? false,
  followedFrom: followedFrom(company),
  duties: dutiesOf(company),
  ...defined({ announced: announcedVerifactu(company), verifactu: company.einvoicing?.verifactu }),
  ...(company.einvoicing?.certificate
    ? { certificate: { ...company.einvoicing.certificate, state: certificateState(company.einvoicing.certificate, now) } }
    : {}),
  issuers: [...(company.einvoicing?.issuers ?? [])],
  channels: [...EINVOICE_CHANNELS],
});
