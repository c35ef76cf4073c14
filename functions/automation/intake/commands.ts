import { intake } from '#api/automation/intake.ts';
import { asUnread, documentActions, IntakeDocuments } from '#domain/automation/intake/intake-document.ts';
import { splitActions } from '#domain/automation/intake/split-document.ts';
import { throwIf } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { command, serveModule } from '../../platform/service.ts';
import { joinChanges, splitChanges } from './document-parts.ts';
import { forgetRule, restoreRule } from './learned-rules.ts';
import { seenDocument } from './seen-document.ts';

export const keepDocument = command(
  intake.actions.keepDocument,
  on(IntakeDocuments, (path) => path.documentId),
  (_, document) => {
    throwIf(documentActions.keepDocument(document));
    return [update(IntakeDocuments, document, { ...document, state: 'kept' as const })];
  },
  seenDocument,
);

export const reopenDocument = command(
  intake.actions.reopenDocument,
  on(IntakeDocuments, (path) => path.documentId),
  (_, document) => {
    throwIf(documentActions.reopenDocument(document));
    return [update(IntakeDocuments, document, { ...document, state: 'review' as const })];
  },
  seenDocument,
);

/** The step alone starts nothing: whoever follows documents does, once it stands. */
export const readAgain = command(
  intake.actions.readAgain,
  on(IntakeDocuments, (path) => path.documentId),
  (_, document) => {
    throwIf(documentActions.readAgain(document));
    return [update(IntakeDocuments, document, asUnread(document))];
  },
  seenDocument,
);

/** It has its parts at once, and whoever follows documents has each of them read. */
export const splitDocument = command(
  intake.actions.splitDocument,
  on(IntakeDocuments, (path) => path.documentId),
  ({ body, records }, document) => {
    throwIf(splitActions.splitDocument(document));
    return splitChanges(records, document, body.starts);
  },
  seenDocument,
);

export const joinDocument = command(
  intake.actions.joinDocument,
  on(IntakeDocuments, (path) => path.documentId),
  ({ records }, document) => {
    throwIf(splitActions.joinDocument(document));
    return joinChanges(records, document);
  },
  seenDocument,
);

export const describeDocument = command(
  intake.actions.describeDocument,
  on(IntakeDocuments, (path) => path.documentId),
  ({ body }, document) => {
    throwIf(documentActions.describeDocument(document));
    return [update(IntakeDocuments, document, { ...document, ...body })];
  },
  seenDocument,
);

export const handler = serveModule(intake, {
  keepDocument,
  reopenDocument,
  describeDocument,
  readAgain,
  splitDocument,
  joinDocument,
  forgetRule,
  restoreRule,
});
