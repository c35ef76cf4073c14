import * as z from 'zod/mini';
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
import { defineModule, EVERYBODY, type WorkerSpec } from '#kernel/action.ts';
import { pageOf } from '#kernel/page.ts';

const IMPORTERS = ['owner', 'sales', 'integration'] as const;
/** Reading or reporting on the largest file that is taken. */
const WHOLE_FILE_MB = 2048;

const workers = {
  onUpload: {
    file: 'on-upload.event',
    summary: 'Starts an import for each file that is dropped below imports/orders/',
    on: { queue: 'uploads' },
    grants: ['records:write', 'starts:order-import'],
    timeoutSeconds: 30,
  },
  reconcileImports: {
    file: 'reconcile-imports.event',
    summary: 'Starts missing executions of imports again',
    on: { schedule: 'rate(1 hour)' },
    grants: ['records:read', 'starts:order-import'],
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
    summary: 'Makes orders, invoices and credit notes of a plan’s documents, for a minute at a time',
    grants: ['records:write', 'reports:write'],
    timeoutSeconds: 300,
    memoryMb: 1024,
  },
  writeReport: {
    file: 'write-report.task',
    summary: 'Writes what became of every row',
    grants: ['records:write', 'reports:write'],
    timeoutSeconds: 300,
    memoryMb: WHOLE_FILE_MB,
  },
  failImport: {
    file: 'fail-import.task',
    summary: 'Ends an import that cannot go on',
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
      summary: 'Import a web shop’s order file: answers with a link to upload it to',
      description:
        'PUT the file to the link within a quarter of an hour; the import then runs by itself. Each document becomes an order that is shipped and invoiced, or a credit note; what was imported before is recognised by its number and left alone.',
      roles: IMPORTERS,
      profile: 'documents',
      body: CreateImport,
      output: z.object({ ...ImportView.shape, upload: UploadView }),
      status: 201,
      example: { body: { fileName: '2010-12-01.csv', profile: 'online-retail', bytes: 275001 } },
    },
    listImports: {
      route: 'GET /imports',
      summary: 'Imports, newest first',
      roles: EVERYBODY,
      profile: 'queries',
      query: ListImports,
      output: pageOf(ImportView),
    },
    getImport: {
      route: 'GET /imports/{importId}',
      summary: 'One import: how far it is, what it has made, what it could not take',
      roles: EVERYBODY,
      profile: 'queries',
      path: ImportPath,
      output: ImportView,
      errors: ['import.not_found'],
    },
    listImportRows: {
      route: 'GET /imports/{importId}/rows',
      summary: 'The report row by row: what became of each, and why',
      description: 'There is a report once the import is done. Pages may be short while there is a cursor.',
      roles: EVERYBODY,
      profile: 'documents',
      path: ImportPath,
      query: ListImportRows,
      output: pageOf(ReportRowView),
      errors: ['import.not_found', 'import.not_done'],
    },
    getImportReport: {
      route: 'GET /imports/{importId}/report',
      summary: 'Time-limited links to the whole report as JSON and as CSV',
      roles: EVERYBODY,
      profile: 'documents',
      path: ImportPath,
      output: z.object({ json: LinkView, csv: LinkView }),
      errors: ['import.not_found', 'import.not_done'],
    },
  },
);
