import { intake } from '#api/automation/intake.ts';
import { MAX_DOCUMENT_BYTES } from '#domain/automation/intake/file-danger.ts';
import {
  documentActions,
  IntakeDocuments,
  intakeKey,
  isPassed,
  newDocument,
  originalKey,
  PASSING_NEEDS,
  passedKey,
} from '#domain/automation/intake/intake-document.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { creates, on, plainQuery } from '#runtime/action.ts';
import { may, mayFor, requirePermission } from '#runtime/caller.ts';
import { downloadOf, putOnce, readObject, uploadTo } from '#runtime/documents.ts';
import { notFound } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { seenDocument } from './seen-document.ts';

export const createDocument = command(
  intake.actions.createDocument,
  creates(IntakeDocuments, 'doc'),
  ({ body, caller, today, now, newId }) => {
    const mayPass = may(caller, PASSING_NEEDS.statement) && !caller.lacksSecondFactor;
    const came = { source: 'console' as const, date: today, cameAt: now.toISOString(), ...(mayPass ? { mayPass } : {}) };
    return [create(IntakeDocuments, newId('doc'), newDocument({ ...body, ...came }))];
  },
  // The link is new each time: it is a way to the same place, good for a quarter of an hour.
  async (document, { body, tenant, now, caller }) => ({
    ...seenDocument(document, { caller }),
    upload: {
      method: 'PUT' as const,
      ...(await uploadTo('documents', intakeKey(tenant, document.id), body.bytes, now)),
      maxBytes: MAX_DOCUMENT_BYTES,
    },
  }),
);

export const getDocumentFile = plainQuery(intake.actions.getDocumentFile, async ({ path, records, tenant, now, caller }) => {
  const document = await records.getOrThrow(IntakeDocuments, path.documentId, 'path.documentId');
  if (!mayFor(caller, 'documents.read', document)) throw notFound(IntakeDocuments.kind, document.id, 'path.documentId');
  const { sha256, state, fileName } = document;
  if (!sha256 || state === 'quarantined')
    throw refused('document.no_file', `${fileName} cannot be opened: it is ${state}.`, 'path.documentId', { fileName, state });
  return downloadOf('issued', originalKey(tenant, sha256), fileName, now);
});

/** What is passed on goes to where uploads of its kind come in, by somebody who may send it there: first the file, which is put once. */
export const passDocument = command(
  intake.actions.passDocument,
  on(IntakeDocuments, (path) => path.documentId),
  async ({ tenant, caller }, document) => {
    throwIf(documentActions.passDocument(document));
    if (isPassed(document.purpose)) requirePermission(caller, PASSING_NEEDS[document.purpose]);
    const { purpose, sha256, fileName, state, contentType = 'application/octet-stream' } = document;
    const bytes = sha256 && (await readObject('issued', originalKey(tenant, sha256)));
    if (!bytes || !isPassed(purpose))
      throw refused('document.no_file', `${fileName} cannot be opened: it is ${state}.`, 'path.documentId', { fileName, state });
    await putOnce('documents', passedKey(tenant, document.id, purpose), bytes, contentType);
    return [update(IntakeDocuments, document, { ...document, state: 'passed' as const })];
  },
  seenDocument,
);
