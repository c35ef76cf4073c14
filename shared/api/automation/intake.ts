import * as z from 'zod/mini';
import { DOCUMENT_KINDS, DOCUMENT_STATES } from '#domain/automation/intake/intake-document.ts';
import { LEARNED_STATES, learnedRuleActions } from '#domain/automation/intake/learned-rule.ts';
import { documentRules } from '#domain/automation/intake/split-document.ts';
import {
  CreateDocument,
  DescribeDocument,
  DocumentPath,
  DocumentRow,
  ExpenseProposalView,
  LearnedRulePath,
  LearnedRuleRow,
  PassedView,
  ProposalView,
  SplitDocument,
  TrustBody,
} from '#domain/automation/intake/wire.ts';
import { defineModule, type WorkerSpec } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { anyOf, datedQuery, pageOf, pageQuery, searchWords } from '#kernel/page.ts';
import { withActions } from '../flow.ts';

const LinkView = z.object({ url: z.string(), expiresAt: z.string() });
const UploadView = z.object({ method: z.literal('PUT'), url: z.string(), expiresAt: z.string(), maxBytes: z.int() });

const workers = {
  onDocument: {
    file: 'on-document.event',
    summary: 'Starts the reading of each document uploaded below intake/',
    on: { queue: 'intake' },
    grants: ['records:write', 'starts:document-intake'],
    timeoutSeconds: 30,
  },
  onMail: {
    file: 'on-mail.event',
    summary: 'Makes documents of the files of each mail below mail/',
    on: { queue: 'mail' },
    grants: ['records:write', 'mail:receive'],
    timeoutSeconds: 60,
    // A mail of 40 MB stands in memory as it came and as its files.
    memoryMb: 1024,
  },
  reconcileDocuments: {
    file: 'reconcile-documents.event',
    summary: 'Restarts missing executions of documents',
    on: { schedule: 'rate(1 hour)' },
    grants: ['records:write', 'starts:document-intake'],
    timeoutSeconds: 300,
  },
  restartDocuments: {
    file: 'restart-documents.event',
    summary: 'Starts the reading of documents that are to be read again',
    on: { changes: ['intake-document'] },
    grants: ['records:write', 'starts:document-intake'],
    timeoutSeconds: 30,
  },
  receiveDocument: {
    file: 'receive-document.task',
    summary: 'Checks a document that came in, keeps its original, opens archives, passes bank statements on',
    grants: ['records:write', 'intake:receive', 'received:keep', 'statements:pass'],
    timeoutSeconds: 120,
    memoryMb: 1024,
  },
  readDocument: {
    file: 'read-document.task',
    summary: 'Reads the fields of a document and proposes a bill',
    // Of a batch of invoices each is read once, with the others, and kept.
    grants: ['records:write', 'received:read', 'readings:keep'],
    timeoutSeconds: 120,
    memoryMb: 1024,
  },
  draftBill: {
    file: 'draft-bill.task',
    summary: 'Enters an electronic invoice without a doubt as a bill to approve',
    grants: ['records:write'],
    timeoutSeconds: 30,
  },
  readScan: {
    file: 'read-scan.task',
    summary: 'Recognises the pages of a scan or a photo',
    grants: ['records:write', 'received:read', 'scans:read'],
    timeoutSeconds: 300,
    // A page has 4 million pixels; what is left of 2 GB is the processor that comes with it.
    memoryMb: 2048,
  },
  failDocument: {
    file: 'fail-document.task',
    summary: 'Fails a document that cannot be read',
    grants: ['records:write'],
    timeoutSeconds: 30,
  },
  followBills: {
    file: 'follow-bills.event',
    summary: 'Learns what was corrected in the bill of a document',
    on: { changes: ['supplier-bill', 'supplier-credit-note'] },
    // What was corrected is looked for on its paper, or among what was recognised of it.
    grants: ['records:write', 'received:read', 'readings:read'],
    timeoutSeconds: 60,
    memoryMb: 1024,
  },
} as const satisfies Record<string, WorkerSpec>;

export const intake = defineModule(
  'automation/intake',
  { title: 'Documents', workers },
  {
    createDocument: {
      route: 'POST /documents',
      summary: 'Announce a document that came in, with a link to upload it',
      description:
        'PUT the file to the link within a quarter of an hour; it is then read by itself. The same bytes twice are one document; an archive becomes a document for each of its files.',
      permission: 'documents.write',
      profile: 'documents',
      body: CreateDocument,
      output: z.object({ ...DocumentRow.shape, upload: UploadView }),
      example: { body: { fileName: 'factura-2026-117.pdf', bytes: 48211 } },
    },
    listDocuments: {
      route: 'GET /documents',
      summary: 'List documents that came in, newest first',
      permission: 'documents.read',
      query: z.strictObject({
        ...datedQuery,
        state: z.optional(anyOf(DOCUMENT_STATES)),
        kind: z.optional(anyOf(DOCUMENT_KINDS)),
        supplierId: z.optional(idWith('sup')),
      }),
      output: pageOf(DocumentRow),
    },
    getDocument: {
      route: 'GET /documents/{documentId}',
      summary: 'Get a document: what was read of it, how surely, and what to look at',
      permission: 'documents.read',
      path: DocumentPath,
      output: withActions(
        z.object({
          ...DocumentRow.shape,
          proposal: z.optional(ProposalView),
          expense: z.optional(ExpenseProposalView),
          learned: z.optional(z.array(LearnedRuleRow)),
          passedTo: z.optional(PassedView),
        }),
        documentRules,
      ),
      errors: ['intake-document.not_found'],
    },
    getDocumentFile: {
      route: 'GET /documents/{documentId}/file',
      summary: 'Get a link to the original of a document, valid for two minutes',
      permission: 'documents.read',
      profile: 'documents',
      path: DocumentPath,
      output: LinkView,
      errors: ['intake-document.not_found', 'document.no_file'],
    },
    keepDocument: {
      route: 'POST /documents/{documentId}/keeping',
      summary: 'Put a document away without an entry',
      permission: 'documents.write',
      path: DocumentPath,
      output: DocumentRow,
      status: 200,
      errors: ['intake-document.not_found', 'document.state'],
    },
    reopenDocument: {
      route: 'POST /documents/{documentId}/reopening',
      summary: 'Take a document out again that was put away or passed on',
      permission: 'documents.write',
      path: DocumentPath,
      output: DocumentRow,
      status: 200,
      errors: ['intake-document.not_found', 'document.state', 'document.joined'],
    },
    readAgain: {
      route: 'POST /documents/{documentId}/reading',
      summary: 'Read a document again that failed, was kept apart, or could not be read',
      permission: 'documents.write',
      path: DocumentPath,
      output: DocumentRow,
      status: 200,
      errors: ['intake-document.not_found', 'document.state'],
    },
    describeDocument: {
      route: 'POST /documents/{documentId}/purpose',
      summary: 'Say what a document is for',
      permission: 'documents.write',
      path: DocumentPath,
      body: DescribeDocument,
      output: DocumentRow,
      status: 200,
      errors: ['intake-document.not_found', 'document.state'],
      example: { body: { purpose: 'delivery-note' } },
    },
    splitDocument: {
      route: 'POST /documents/{documentId}/parts',
      summary: 'Split a PDF into the documents that begin on these pages',
      description:
        'Each is a document of its own, of pages of the same original, and is read by itself. Until one of them is dealt with, they can be joined again.',
      permission: 'documents.write',
      path: DocumentPath,
      body: SplitDocument,
      output: DocumentRow,
      status: 200,
      errors: ['intake-document.not_found', 'document.state', 'document.one_page', 'document.starts'],
      example: { body: { starts: [1, 3] } },
    },
    joinDocument: {
      route: 'POST /documents/{documentId}/joining',
      summary: 'Join the parts of a PDF again, which is then read as one document',
      permission: 'documents.write',
      path: DocumentPath,
      output: DocumentRow,
      status: 200,
      errors: ['intake-document.not_found', 'document.state', 'document.archive', 'document.part_state'],
    },
    passDocument: {
      route: 'POST /documents/{documentId}/passing',
      summary: 'Pass a bank statement to banking, or a file of orders to the imports',
      permission: 'documents.write',
      profile: 'documents',
      path: DocumentPath,
      output: DocumentRow,
      status: 200,
      errors: ['intake-document.not_found', 'document.state', 'document.not_passed', 'document.no_file'],
    },
    trustSigner: {
      route: 'POST /documents/{documentId}/trust',
      summary: 'Trust who signed a document, or who issued their certificate, and read the document again',
      description:
        'From then on a valid signature by it holds no electronic invoice back. A certificate is trusted for its holder and for the supplier of the document. Whether it was revoked is not asked.',
      permission: 'company.write',
      profile: 'documents',
      path: DocumentPath,
      body: TrustBody,
      output: DocumentRow,
      status: 200,
      errors: ['intake-document.not_found', 'document.state', 'document.unsigned', 'trust.no_issuer'],
      example: { body: { of: 'certificate' } },
    },
    listLearnedRules: {
      route: 'GET /learned-rules',
      summary: 'List what corrections have taught, by supplier',
      permission: 'documents.read',
      query: z.strictObject({
        ...pageQuery,
        supplierId: z.optional(idWith('sup')),
        state: z.optional(anyOf(LEARNED_STATES)),
        q: searchWords,
      }),
      output: pageOf(withActions(LearnedRuleRow, learnedRuleActions)),
    },
    forgetRule: {
      route: 'POST /learned-rules/{ruleId}/forgetting',
      summary: 'Forget what corrections have taught: it is not learned again by itself',
      permission: 'documents.write',
      path: LearnedRulePath,
      output: LearnedRuleRow,
      status: 200,
      errors: ['learned-rule.not_found', 'learned_rule.state'],
    },
    restoreRule: {
      route: 'POST /learned-rules/{ruleId}/restoring',
      summary: 'Use again what was forgotten',
      permission: 'documents.write',
      path: LearnedRulePath,
      output: LearnedRuleRow,
      status: 200,
      errors: ['learned-rule.not_found', 'learned_rule.state'],
    },
  },
);
