import * as z from 'zod/mini';
import { importActions } from '#domain/sales/imports/import.ts';
import {
  CreateImport,
  ImportPath,
  ImportView,
  LinkView,
  ListImportRows,
  ListImports,
  ReportRowView,
  UploadView,
} from '#domain/sales/imports/wire.ts';
import { defineModule, type WorkerSpec } from '#kernel/action.ts';
import { pageOf } from '#kernel/page.ts';
import { withActions } from '../flow.ts';

/** Reading or reporting on the largest file that is taken. */
const WHOLE_FILE_MB = 2048;

const workers = {
  onUpload: {
    file: 'on-upload.event',
    summary: 'Starts an import for each file uploaded below imports/orders/',
    on: { queue: 'uploads' },
    grants: ['records:write', 'starts:order-import'],
    timeoutSeconds: 30,
  },
  reconcileImports: {
    file: 'reconcile-imports.event',
    summary: 'Restarts missing executions of imports',
    on: { schedule: 'rate(1 hour)' },
    grants: ['records:write', 'starts:order-import'],
    timeoutSeconds: 300,
  },
  readFile: {
    file: 'read-file.task',
    summary: 'Reads a shop’s file and plans its documents',
    grants: ['records:write', 'uploads:read', 'reports:write'],
    timeoutSeconds: 300,
    memoryMb: WHOLE_FILE_MB,
  },
  takeDocuments: {
    file: 'take-documents.task',
    summary: 'Creates the orders, invoices and credit notes of a plan, one minute at a time',
    grants: ['records:write', 'reports:write'],
    timeoutSeconds: 300,
    memoryMb: 1024,
  },
  writeReport: {
    file: 'write-report.task',
    summary: 'Writes the report with the outcome of every row',
    grants: ['records:write', 'reports:write'],
    timeoutSeconds: 300,
    memoryMb: WHOLE_FILE_MB,
  },
  failImport: {
    file: 'fail-import.task',
    summary: 'Fails an import that cannot continue',
    grants: ['records:write'],
    timeoutSeconds: 30,
  },
} as const satisfies Record<string, WorkerSpec>;

export const imports = defineModule(
  'sales/imports',
  { title: 'Imports', workers },
  {
    createImport: {
      route: 'POST /imports',
      summary: 'Create an import of a web shop’s order file, with a link to upload it',
      description:
        'PUT the file to the link within a quarter of an hour; the import then runs by itself. Each document becomes an order that is shipped and invoiced, or a credit note; what was imported before is recognised by its number and left alone.',
      permission: 'imports.write',
      profile: 'documents',
      body: CreateImport,
      output: z.object({ ...ImportView.shape, upload: UploadView }),
      example: { body: { fileName: '2010-12-01.csv', profile: 'online-retail', bytes: 275001 } },
    },
    approveImport: {
      route: 'POST /imports/{importId}/approval',
      summary: 'Approve the returns of an import that wait for it',
      description:
        'Returns credit money, and those of walk-ins pay it back at once: where whoever imported them may not, or would pay out what they asked for themselves, they wait. This answers a new import of the same file in the approver’s name, which takes those documents alone.',
      permission: 'invoices.credit',
      profile: 'documents',
      path: ImportPath,
      output: ImportView,
      errors: ['import.not_found', 'import.nothing_waits', 'import.same_person'],
    },
    listImports: {
      route: 'GET /imports',
      summary: 'List imports, newest first',
      permission: 'imports.read',
      query: ListImports,
      output: pageOf(ImportView),
    },
    getImport: {
      route: 'GET /imports/{importId}',
      summary: 'Get an import: progress, documents created, rows refused',
      permission: 'imports.read',
      path: ImportPath,
      output: withActions(ImportView, importActions),
      errors: ['import.not_found'],
    },
    listImportRows: {
      route: 'GET /imports/{importId}/rows',
      summary: 'List an import’s rows with their outcome and reason',
      description: 'There is a report once the import is done. Pages may be short while there is a cursor.',
      permission: 'imports.read',
      profile: 'documents',
      path: ImportPath,
      query: ListImportRows,
      output: pageOf(ReportRowView),
      errors: ['import.not_found', 'import.not_done'],
    },
    getImportReport: {
      route: 'GET /imports/{importId}/report',
      summary: 'Get links to the import report as JSON and CSV, valid for 15 minutes',
      permission: 'imports.read',
      profile: 'documents',
      path: ImportPath,
      output: z.object({ json: LinkView, csv: LinkView }),
      errors: ['import.not_found', 'import.not_done'],
    },
  },
);
