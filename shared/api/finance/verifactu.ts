import * as z from 'zod/mini';
import {
  CancellationBody,
  CheckBody,
  EventsFileView,
  FindingsView,
  PlaceQuery,
  SendingBody,
  SubmissionBody,
  SubmissionView,
  VerifactuEventView,
  VerifactuFileView,
  VerifactuRecordView,
} from '#domain/finance/einvoice/verifactu-wire.ts';
import { InvoiceId } from '#domain/finance/receivables/invoice.ts';
import { defineModule, type WorkerSpec } from '#kernel/action.ts';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { pageOf, pageQuery } from '#kernel/page.ts';

/** An answer to 500 records has some 400 KB. */
const AnswerBody = z.strictObject({
  file: z.string().check(z.minLength(1), z.maxLength(4_000_000), z.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'must be base64')),
});
const SubmissionPath = z.strictObject({ submissionId: idWith('vfb') });
const workers = {
  signVerifactu: {
    file: 'sign-verifactu.event',
    summary: 'Signs records of Verifactu with the certificate of the company',
    on: { changes: ['verifactu-record', 'verifactu-log', 'company'] },
    grants: ['records:write', 'signing-keys:read'],
    timeoutSeconds: 300,
  },
  walkVerifactu: {
    file: 'walk-verifactu.event',
    summary: 'Signs records of Verifactu that were missed, every night',
    on: { schedule: 'cron(8/15 3-5 * * ? *)' },
    grants: ['records:write', 'signing-keys:read'],
    timeoutSeconds: 900,
  },
  keepVerifactuLog: {
    file: 'keep-verifactu-log.event',
    summary: 'Keeps the signed events of systems that keep records: begin, end, and a summary every six hours',
    on: { schedule: 'rate(1 hour)' },
    grants: ['records:write', 'signing-keys:read'],
    timeoutSeconds: 900,
  },
} as const satisfies Record<string, WorkerSpec>;

export const verifactu = defineModule(
  'finance/verifactu',
  { title: 'Records of Verifactu', workers },
  {
    listVerifactuRecords: {
      route: 'GET /verifactu/records',
      summary: 'List the chain of records, the last first',
      description: '25 from a place back, or from its end; `next` is where the page after begins.',
      permission: 'books.read',
      query: PlaceQuery,
      output: z.strictObject({ items: z.array(VerifactuRecordView), length: z.int(), next: z.optional(z.int()) }),
    },
    getVerifactuRecord: {
      route: 'GET /verifactu/records/{place}',
      summary: 'Get one record of the chain',
      permission: 'books.read',
      path: z.strictObject({ place: z.string().check(z.regex(/^[1-9]\d{0,8}$/, 'must be a place in the chain, from 1 on')) }),
      output: VerifactuRecordView,
      errors: ['verifactu-record.not_found'],
    },
    checkVerifactuChain: {
      route: 'POST /verifactu/checks',
      summary: 'Work the chain out again, record by record, and compare it with the invoices',
      description: 'Up to 5,000 records from a place on; `last` says how far it came. What it found is kept in the events.',
      permission: 'books.close',
      body: CheckBody,
      output: VerifactuEventView,
      errors: ['verifactu.none'],
      example: { body: {} },
    },
    exportVerifactu: {
      route: 'POST /verifactu/exports',
      summary: 'Write records of the chain to a file, in base64',
      description: 'XML by the schemas of AEAT, up to 500 records from a place on; `next` is where the file after begins. Nothing is sent.',
      permission: 'books.close',
      body: CheckBody,
      output: VerifactuFileView,
      errors: ['verifactu.none'],
      example: { body: {} },
    },
    exportVerifactuEvents: {
      route: 'POST /verifactu/event-exports',
      summary: 'Write the signed events of the system to a ZIP, in base64',
      description:
        'One file each by the schema of AEAT (EventosSIF.xsd), up to 500 from a place on, as far as they are signed; `next` is where the file after begins. The export is an event itself.',
      permission: 'books.close',
      body: CheckBody,
      output: EventsFileView,
      errors: ['verifactu.no_events'],
      example: { body: {} },
    },
    cancelVerifactuRecord: {
      route: 'POST /verifactu/invoices/{invoiceId}/cancellation',
      summary: 'Cancel the record of an invoice that should never have been issued, and those of its credit notes',
      description: 'Only of one that is credited in full. A record of the cancellation is added to the chain; nothing is taken out of it.',
      permission: 'invoices.credit',
      path: z.strictObject({ invoiceId: InvoiceId }),
      body: CancellationBody,
      output: VerifactuRecordView,
      dryRun: true,
      errors: ['invoice.not_found', 'verifactu.no_record', 'verifactu.cancelled', 'verifactu.not_credited'],
      example: { body: { reason: 'Emitida por error: no hubo venta' } },
    },
    createVerifactuSubmission: {
      route: 'POST /verifactu/submissions',
      summary: 'Put records into a file for AEAT, that a person takes there',
      description:
        'Up to 500 records, as they were signed, for a request of AEAT. Nothing is sent: `address` says where it is taken, by whom has the certificate of the company.',
      permission: 'books.close',
      profile: 'commands',
      body: SubmissionBody,
      output: SubmissionView,
      status: 201,
      errors: ['verifactu.none', 'verifactu.range', 'verifactu.unsigned'],
      example: { body: { from: 1, reference: 'REQ-2026-000123' } },
    },
    listVerifactuSubmissions: {
      route: 'GET /verifactu/submissions',
      summary: 'List the files for AEAT with what became of them, newest first',
      permission: 'books.read',
      profile: 'queries',
      query: z.strictObject({ ...pageQuery, from: z.optional(BusinessDate), to: z.optional(BusinessDate) }),
      output: pageOf(SubmissionView),
      errors: ['cursor.invalid'],
    },
    getVerifactuSubmissionFile: {
      route: 'GET /verifactu/submissions/{submissionId}/file',
      summary: 'Get the file of a submission, in base64',
      description:
        'An envelope of SOAP with records by the schemas of AEAT (SuministroLR.xsd). The same bytes as long as none of its records is signed anew.',
      permission: 'books.read',
      profile: 'queries',
      path: SubmissionPath,
      output: VerifactuFileView,
      errors: ['verifactu-submission.not_found'],
    },
    listVerifactuFindings: {
      route: 'GET /verifactu/submissions/{submissionId}/findings',
      summary: 'List what AEAT said of the records of a submission',
      description:
        'All of them, by their places; the answer of the submission has how many they are. None where AEAT took all as they are.',
      permission: 'books.read',
      profile: 'queries',
      path: SubmissionPath,
      output: FindingsView,
      errors: ['verifactu-submission.not_found'],
    },
    sendVerifactuSubmission: {
      route: 'POST /verifactu/submissions/{submissionId}/sending',
      summary: 'Record that somebody has taken a file to AEAT',
      permission: 'books.close',
      profile: 'commands',
      path: SubmissionPath,
      body: SendingBody,
      output: SubmissionView,
      errors: ['verifactu-submission.not_found', 'verifactu.answered', 'verifactu.discarded', 'verifactu.sent_date'],
      example: { body: {} },
    },
    answerVerifactuSubmission: {
      route: 'POST /verifactu/submissions/{submissionId}/answer',
      summary: 'Take the answer that AEAT gave to a file',
      description: 'By its schema RespuestaSuministro.xsd, alone or in its envelope. One that is of other records is refused whole.',
      permission: 'books.close',
      profile: 'commands',
      path: SubmissionPath,
      body: AnswerBody,
      output: SubmissionView,
      errors: ['verifactu-submission.not_found', 'verifactu.answered', 'verifactu.discarded', 'verifactu.answer', 'verifactu.fault'],
    },
    discardVerifactuSubmission: {
      route: 'POST /verifactu/submissions/{submissionId}/disposal',
      summary: 'Discard a file for AEAT that nobody has taken there',
      permission: 'books.close',
      profile: 'commands',
      path: SubmissionPath,
      body: z.strictObject({}),
      output: SubmissionView,
      errors: ['verifactu-submission.not_found', 'verifactu.discarded', 'verifactu.sent'],
      example: { body: {} },
    },
    listVerifactuEvents: {
      route: 'GET /verifactu/events',
      summary: 'List what was done with the chain, newest first',
      permission: 'books.read',
      query: z.strictObject({ ...pageQuery, from: z.optional(BusinessDate), to: z.optional(BusinessDate) }),
      output: pageOf(VerifactuEventView),
    },
  },
);
