import { people } from '#api/hr/people.ts';
import { nameOf, type StoredEmployee } from '#domain/hr/people/employee.ts';
import {
  type EmployeeDocument,
  EmployeeDocuments,
  EmployeePapers,
  employeeDocumentActions,
  employeeDocumentRow,
  employeePaperId,
  erasedDocument,
  MAX_EMPLOYEE_DOCUMENT_BYTES,
  newEmployeeDocument,
  refusalOfRenewal,
  type StoredEmployeeDocument,
} from '#domain/hr/people/employee-document.ts';
import { Attachments, fileKey, requireClean } from '#domain/platform/notes/attachment.ts';
import type { IsoDate } from '#kernel/date.ts';
import { refusal, throwIf } from '#kernel/errors.ts';
import { type Change, create, plain, remove, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { type Caller, mayFor } from '#runtime/caller.ts';
import { downloadOf } from '#runtime/documents.ts';
import { everyRecord, listRecords } from '#runtime/lists.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { actionsOf, command, eraseBeside, onlyFileId, query, receivedFile } from '../../platform/service.ts';
import { noteReading } from './personal-readings.ts';
import { reachedEmployee } from './reach.ts';

const { actions } = people;
type File = { readonly fileName: string; readonly bytes: number };

/** The one file of a document, and the link that takes it: the same place each time it is asked for. */
const fileOf = (records: Records, documentId: string, file: File, now: Date) => {
  const record = employeePaperId(documentId);
  return receivedFile(records, { ...file, record, only: 'papers' }, now, onlyFileId(records.tenant, record));
};

function requireKept({ erasedOn }: StoredEmployee): void {
  if (erasedOn) throwIf(refusal('employee.erased', `What was personal was erased on ${erasedOn}.`, 'path.employeeId', { on: erasedOn }));
}

/** The document before, whose place another takes. @throws DomainError `employee_document.other`, `employee_document.replaced` (422). */
async function renewal(records: Records, id: string | undefined, renewedBy: string, next: EmployeeDocument): Promise<Change[]> {
  if (id === undefined) return [];
  const before = await records.getOrThrow(EmployeeDocuments, id, 'body.renews');
  throwIf(refusalOfRenewal(before, next.employeeId, next.type));
  return [update<EmployeeDocument>(EmployeeDocuments, before, { ...before, renewedBy })];
}

export const createEmployeeDocument = command(
  actions.createEmployeeDocument,
  creates(EmployeeDocuments, 'emd'),
  async ({ body, path, records, caller, newId, now }) => {
    const employee = await reachedEmployee(records, caller, 'people.write', path.employeeId, 'path.employeeId');
    requireKept(employee);
    const id = newId('emd');
    const { document, paper } = newEmployeeDocument(body, { documentId: id, employee: { id: employee.id, name: nameOf(employee) } });
    const file = body.file && (await fileOf(records, id, body.file, now));
    return [
      create(EmployeeDocuments, id, document),
      create(EmployeePapers, employeePaperId(id), paper),
      ...(file ? [file.change] : []),
      ...(await renewal(records, body.renews, id, document)),
    ];
  },
  async (document, { body, records, now, today }) => {
    const row = employeeDocumentRow(document, today);
    if (!body.file) return row;
    const { upload } = await fileOf(records, document.id, body.file, now);
    return { ...row, upload: { ...upload, maxBytes: MAX_EMPLOYEE_DOCUMENT_BYTES } };
  },
);

export const listEmployeeDocuments = query(
  actions.listEmployeeDocuments,
  async ({ path: { employeeId }, query: page, records, caller, today }) => {
    await reachedEmployee(records, caller, 'people.personal', employeeId, 'path.employeeId');
    const found = await listRecords(records, EmployeeDocuments, { ...page, buckets: [employeeId], where: ({ deleted }) => !deleted });
    const open = (one: StoredEmployeeDocument) => actionsOf(caller, actions, employeeDocumentActions, one);
    return { ...found, items: found.items.map((one) => ({ ...employeeDocumentRow(one, today), actions: open(one) })) };
  },
);

interface Reading {
  readonly caller: Caller;
  readonly today: IsoDate;
  readonly now: Date;
}
/** A document that the caller may see, once it is written down that they do. @throws DomainError `employee-document.not_found` (404). */
async function readDocument(records: Records, id: string, { caller, today, now }: Reading): Promise<StoredEmployeeDocument> {
  const document = await records.get(EmployeeDocuments, id);
  if (!document || !mayFor(caller, 'people.personal', document, EmployeeDocuments))
    throw notFound(EmployeeDocuments.kind, id, 'path.documentId');
  await noteReading(records, caller, { employeeId: document.employeeId, what: 'document', record: id, today, now });
  return document;
}

const attachedTo = ({ id, hasFile }: StoredEmployeeDocument, records: Records) =>
  hasFile ? records.get(Attachments, onlyFileId(records.tenant, employeePaperId(id))) : undefined;

export const getEmployeeDocument = query(actions.getEmployeeDocument, async ({ path, records, caller, today, now }) => {
  const document = await readDocument(records, path.documentId, { caller, today, now });
  const [paper, file] = await Promise.all([records.get(EmployeePapers, employeePaperId(document.id)), attachedTo(document, records)]);
  const { employeeId: _, documentId: __, ...said } = paper ? plain(paper) : {};
  return {
    ...employeeDocumentRow(document, today),
    ...said,
    ...(file
      ? { file: { fileName: file.fileName, bytes: file.bytes, state: file.state, ...(file.fault ? { fault: file.fault } : {}) } }
      : {}),
    actions: actionsOf(caller, actions, employeeDocumentActions, document),
  };
});

export const getEmployeeDocumentLink = query(actions.getEmployeeDocumentLink, async ({ path, records, tenant, caller, today, now }) => {
  const document = await readDocument(records, path.documentId, { caller, today, now });
  const file = await attachedTo(document, records);
  if (!file || file.state === 'deleted') throw notFound(Attachments.kind, document.id, 'path.documentId');
  requireClean(file);
  return downloadOf('documents', fileKey(tenant, file.id), file.fileName, now);
});

export const closeEmployeeDocument = command(
  actions.closeEmployeeDocument,
  on(EmployeeDocuments, (path) => path.documentId),
  ({ body, caller, today }, before) => {
    throwIf(employeeDocumentActions.closeEmployeeDocument(before));
    return [update<EmployeeDocument>(EmployeeDocuments, before, { ...before, closed: { by: caller.email, on: today, ...body } })];
  },
  (document, { today }) => employeeDocumentRow(document, today),
);

export const deleteEmployeeDocument = command(
  actions.deleteEmployeeDocument,
  on(EmployeeDocuments, (path) => path.documentId),
  async ({ caller, records, today }, before) => {
    throwIf(employeeDocumentActions.deleteEmployeeDocument(before));
    const [paper, file] = await Promise.all([records.get(EmployeePapers, employeePaperId(before.id)), attachedTo(before, records)]);
    return [
      update<EmployeeDocument>(EmployeeDocuments, before, { ...before, deleted: { by: caller.email, on: today } }),
      ...(paper ? [remove(EmployeePapers, paper)] : []),
      ...(file ? [update(Attachments, file, { ...file, state: 'deleted' as const })] : []),
    ];
  },
  (document, { today }) => employeeDocumentRow(document, today),
);

/** Takes the documents of an employee away, with their files: before their key is, without which nothing sealed is found. */
export async function eraseDocuments(records: Records, employeeId: string, name: string, today: IsoDate): Promise<void> {
  const documents = await Array.fromAsync(everyRecord(records, EmployeeDocuments, { bucket: employeeId }));
  for (const before of documents) {
    const paperId = employeePaperId(before.id);
    await eraseBeside(records, paperId);
    const paper = await records.get(EmployeePapers, paperId);
    await records.forgetOlderSteps(EmployeeDocuments, before);
    const changes: Change[] = [update<EmployeeDocument>(EmployeeDocuments, before, erasedDocument(before, name, today))];
    await records.commit([...changes, ...(paper ? [remove(EmployeePapers, paper)] : [])]);
  }
}
