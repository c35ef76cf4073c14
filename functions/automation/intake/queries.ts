import { intake } from '#api/automation/intake.ts';
import { documentFlags, factsOf } from '#domain/automation/intake/document-facts.ts';
import { documentActions, type IntakeDocument, IntakeDocuments, isToEnter } from '#domain/automation/intake/intake-document.ts';
import { intakeView, proposalView } from '#domain/automation/intake/wire.ts';
import { yearOf, yearsBetween } from '#kernel/date.ts';
import { listDated } from '#runtime/dated-list.ts';
import { proposeBillFor } from '../../finance/service.ts';
import { actionsOf, query, serveModule } from '../../platform/service.ts';

export const getDocument = query(intake.actions.getDocument, async ({ path, records, caller, today }) => {
  const document = await records.getOrThrow(IntakeDocuments, path.documentId, 'path.documentId');
  const shown = { ...intakeView(document), actions: actionsOf(caller, intake.actions, documentActions, document) };
  const { fields } = document;
  if (!fields || !isToEnter(document)) return shown;
  // By what is known now: a supplier may have been entered since it was read.
  const { bill, flags } = await proposeBillFor(records, factsOf(fields), today);
  return { ...shown, proposal: proposalView(bill), flags: [...(document.seen ?? []), ...documentFlags(fields, flags)] };
});

export const listDocuments = query(intake.actions.listDocuments, async ({ query: input, records, company, today, now }) => {
  // A document is dated by the day on which it came, which no fiscal year need cover.
  const founded = company.history[0]?.at ?? now.toISOString();
  const { state } = input;
  const where = state ? (document: IntakeDocument) => state.includes(document.state) : undefined;
  const page = await listDated(records, IntakeDocuments, yearsBetween(yearOf(founded), yearOf(today)), input, { where });
  return { ...page, items: page.items.map(intakeView) };
});

export const handler = serveModule(intake, { listDocuments, getDocument });
