import * as z from 'zod/mini';
import { addDays, BusinessDate, type IsoDate } from '#kernel/date.ts';
import { type ActionRules, invalid, type Refusal, refusal } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { storedOf } from '#kernel/stored.ts';
import { writtenText as text } from '#kernel/written-text.ts';

/** What is kept of an employee. `payslip`: pay that was worked out elsewhere. */
export const EMPLOYEE_DOCUMENT_TYPES = [
  ...(['contract', 'identity', 'work-permit', 'driving-licence', 'medical-fitness'] as const),
  ...(['training', 'payslip', 'other'] as const),
] as const;
export type EmployeeDocumentType = (typeof EMPLOYEE_DOCUMENT_TYPES)[number];

/** Papers that people read: nothing that runs, and nothing that holds other files. */
const FILE_NAME = /\.(pdf|docx|png|jpe?g|webp|heic)$/i;
export const MAX_EMPLOYEE_DOCUMENT_BYTES = 10 * 1024 * 1024;
/** Days before its end from which it is told, where nobody says otherwise: time to ask for another. A policy of the house. */
export const DOCUMENT_AHEAD = 60;

/** What of a document is personal: sealed under the key of whom it is about. */
const content = {
  /** What it is, where its type does not say enough. */
  title: z.optional(text(120)),
  number: z.optional(text(60)),
  issuer: z.optional(text(120)),
  issuedOn: z.optional(BusinessDate),
};

export const EmployeeDocumentInput = z.strictObject({
  type: z.enum(EMPLOYEE_DOCUMENT_TYPES),
  ...content,
  /** The last day; absent: it does not end. */
  expiresOn: z.optional(BusinessDate),
  /** Days before it from which it is told. */
  ahead: z.optional(z.int().check(z.minimum(0), z.maximum(365))),
  /** The document that it takes the place of. */
  renews: z.optional(idWith('emd')),
  file: z.optional(
    z.strictObject({
      fileName: text(200).check(z.regex(FILE_NAME, 'must be a PDF, DOCX or picture, told by the end of its name')),
      bytes: z.int().check(z.minimum(1), z.maximum(MAX_EMPLOYEE_DOCUMENT_BYTES)),
    }),
  ),
});
export type EmployeeDocumentInput = z.output<typeof EmployeeDocumentInput>;

/** `renewed`: another took its place. `closed`: it need not be renewed. */
export const EMPLOYEE_DOCUMENT_STATES = ['valid', 'expired', 'renewed', 'closed', 'deleted'] as const;
export type EmployeeDocumentState = (typeof EMPLOYEE_DOCUMENT_STATES)[number];
const Done = z.object({ by: z.string(), on: z.string(), note: z.optional(z.string()) });

/** That there is a document, of which type, and until when: what lists and deadlines tell. What it says is in its {@link EmployeePapers}. */
export const EmployeeDocument = z.object({
  employeeId: z.string(),
  /** Of the employee. */
  name: z.string(),
  type: z.enum(EMPLOYEE_DOCUMENT_TYPES),
  expiresOn: z.exactOptional(z.string()),
  tellFrom: z.exactOptional(z.string()),
  hasFile: z.boolean(),
  renewedBy: z.exactOptional(z.string()),
  closed: z.exactOptional(Done),
  /** It was entered wrongly: what it said is gone. */
  deleted: z.exactOptional(Done),
});
export type EmployeeDocument = Readonly<z.output<typeof EmployeeDocument>>;
export type StoredEmployeeDocument = Stored<EmployeeDocument>;

const NEVER = '9999-12-31';
export function employeeDocumentState(document: EmployeeDocument, today: IsoDate): EmployeeDocumentState {
  const { closed, renewedBy, deleted, expiresOn = NEVER } = document;
  if (deleted) return 'deleted';
  if (closed) return 'closed';
  if (renewedBy) return 'renewed';
  return expiresOn < today ? 'expired' : 'valid';
}
const isToRenew = ({ closed, renewedBy, deleted, tellFrom }: EmployeeDocument): boolean =>
  !closed && !renewedBy && !deleted && tellFrom !== undefined;

/** The queue of those that end and are not renewed, by the day from which they are told. */
export const DOCUMENTS_ENDING = 'deadline';
export const EmployeeDocuments = recordType<EmployeeDocument, EmployeeDocumentState>({
  kind: 'employee-document',
  prefix: 'emd',
  data: EmployeeDocument,
  history: 'all',
  list: {
    buckets: 'own',
    // By employee: what there is of one costs the same however many work here.
    key: (d, id) => ({ bucket: d.employeeId, sort: `${d.expiresOn ?? NEVER}#${id}`, party: d.employeeId }),
  },
  open: (d, id) => (isToRenew(d) ? { queue: DOCUMENTS_ENDING, sort: `${d.tellFrom}#${id}` } : undefined),
  state: employeeDocumentState,
  tones: { valid: 'good', expired: 'bad', renewed: 'plain', closed: 'plain', deleted: 'plain' },
  person: ({ employeeId }) => employeeId,
  screen: { none: "It is shown on the employee's page." },
  read: 'people.personal',
});

const EmployeePaper = z.extend(storedOf(z.object(content)), { employeeId: z.string(), documentId: z.string() });
export type EmployeePaper = Readonly<z.output<typeof EmployeePaper>>;
/**
 * What a document says, sealed; its file hangs on it. Nobody reads it but by the actions of documents, which write down who did:
 * whoever may see the document gets no file by `GET /attachments`.
 */
export const EmployeePapers = recordType<EmployeePaper>({
  kind: 'employee-paper',
  prefix: 'epp',
  data: EmployeePaper,
  history: 'ends',
  person: ({ employeeId }) => employeeId,
  sealed: true,
  screen: { none: 'It is shown with its document.' },
  read: 'nobody',
});
export const employeePaperId = (documentId: string): string => `epp_${documentId.slice(4)}`;

interface Entered {
  readonly documentId: string;
  readonly employee: { readonly id: string; readonly name: string };
}
/** @throws DomainError `employee_document.dates` (400) where it ends before it was issued. */
export function newEmployeeDocument(input: EmployeeDocumentInput, { documentId, employee }: Entered) {
  const { type, expiresOn, ahead = DOCUMENT_AHEAD, renews: _, file, ...paper } = input;
  if (expiresOn !== undefined && paper.issuedOn !== undefined && expiresOn < paper.issuedOn)
    throw invalid(
      'employee_document.dates',
      `It ends before it was issued, on ${paper.issuedOn}: correct one of the days.`,
      'body.expiresOn',
      { issued: paper.issuedOn },
    );
  const document: EmployeeDocument = {
    ...{ employeeId: employee.id, name: employee.name, type, hasFile: file !== undefined },
    ...(expiresOn ? { expiresOn, tellFrom: addDays(expiresOn, -ahead) } : {}),
  };
  return { document, paper: { ...paper, employeeId: employee.id, documentId } satisfies EmployeePaper };
}

const FIELD = 'path.documentId';
const refusalOfDeleted = ({ deleted }: EmployeeDocument): Refusal | undefined =>
  deleted ? refusal('employee_document.deleted', `It was deleted on ${deleted.on}: enter it anew.`, FIELD, { on: deleted.on }) : undefined;
/** Why a document takes an action now or not. */
export const employeeDocumentActions = {
  closeEmployeeDocument: (document) =>
    refusalOfDeleted(document) ??
    (isToRenew(document)
      ? undefined
      : refusal('employee_document.settled', 'It does not end, or has been renewed or closed already.', FIELD)),
  deleteEmployeeDocument: refusalOfDeleted,
} as const satisfies ActionRules<StoredEmployeeDocument>;

/**
 * Why a document takes not the place of another: that is somebody else's, of another type, or has been replaced already.
 * @param renewed the one before.
 */
export function refusalOfRenewal(renewed: StoredEmployeeDocument, employeeId: string, type: EmployeeDocumentType): Refusal | undefined {
  const field = 'body.renews';
  if (renewed.employeeId !== employeeId || renewed.type !== type)
    return refusal('employee_document.other', 'That is a document of somebody else, or of another type: choose the one before it.', field);
  return renewed.renewedBy || renewed.deleted
    ? refusal('employee_document.replaced', 'That has been replaced or deleted already: choose the last of them.', field)
    : undefined;
}

/** What stays of a document whose employee is erased: that there was one. */
export const erasedDocument = (document: EmployeeDocument, name: string, on: IsoDate): EmployeeDocument => ({
  ...{ employeeId: document.employeeId, name, type: document.type, hasFile: false },
  deleted: { by: document.deleted?.by ?? 'erasure', on: document.deleted?.on ?? on },
});

export const EmployeeDocumentRow = z.object({
  id: z.string(),
  ...EmployeeDocument.shape,
  expiresOn: z.optional(z.string()),
  tellFrom: z.optional(z.string()),
  renewedBy: z.optional(z.string()),
  closed: z.optional(Done),
  deleted: z.optional(Done),
  state: z.enum(EMPLOYEE_DOCUMENT_STATES),
  ...stampFields,
});
/** With what it says: whoever gets it is written down. */
export const EmployeeDocumentView = z.object({
  ...EmployeeDocumentRow.shape,
  title: z.optional(z.string()),
  number: z.optional(z.string()),
  issuer: z.optional(z.string()),
  issuedOn: z.optional(z.string()),
  file: z.optional(z.object({ fileName: z.string(), bytes: z.int(), state: z.string(), fault: z.optional(z.string()) })),
});

export const employeeDocumentRow = (document: StoredEmployeeDocument, today: IsoDate) => ({
  ...stamped(document),
  state: employeeDocumentState(document, today),
});
