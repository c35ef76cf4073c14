import * as z from 'zod/mini';
import {
  CancellationBody,
  CheckBody,
  PlaceQuery,
  VerifactuEventView,
  VerifactuFileView,
  VerifactuRecordView,
} from '#domain/finance/einvoice/verifactu-wire.ts';
import { InvoiceId } from '#domain/finance/receivables/invoice.ts';
import { defineModule, type WorkerSpec } from '#kernel/action.ts';
import { BusinessDate } from '#kernel/date.ts';
import { pageOf, pageQuery } from '#kernel/page.ts';

const workers = {
  signVerifactu: {
    file: 'sign-verifactu.event',
    summary: 'Signs records of Verifactu with the certificate of the company',
    on: { changes: ['verifactu-record', 'company'] },
    grants: ['records:write', 'signing-keys:read'],
    timeoutSeconds: 300,
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
    listVerifactuEvents: {
      route: 'GET /verifactu/events',
      summary: 'List what was done with the chain, newest first',
      permission: 'books.read',
      query: z.strictObject({ ...pageQuery, from: z.optional(BusinessDate), to: z.optional(BusinessDate) }),
      output: pageOf(VerifactuEventView),
    },
  },
);
