import { intake } from '#api/automation/intake.ts';
import { documentFlags, factsOf, receiptFlags } from '#domain/automation/intake/document-facts.ts';
import { IntakeDocuments, isToEnter, passedKey, type StoredDocument } from '#domain/automation/intake/intake-document.ts';
import { LearnedRules, learnedRuleActions, learnedRuleIds, learnedState, type StoredRule } from '#domain/automation/intake/learned-rule.ts';
import { documentRules } from '#domain/automation/intake/split-document.ts';
import { expenseView, learnedRuleView, proposalView } from '#domain/automation/intake/wire.ts';
import { yearOf, yearsBetween } from '#kernel/date.ts';
import { type Caller, may, mayFor, reachOf } from '#runtime/caller.ts';
import { listDated } from '#runtime/dated-list.ts';
import { listRecords } from '#runtime/lists.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { bankFileAt, proposeBillFor, proposeExpense } from '../../finance/service.ts';
import { actionsOf, query, serveModule } from '../../platform/service.ts';
import { learnedFor } from './learned-rules.ts';
import { seenDocument, seesBooks } from './seen-document.ts';

/** What banking made of a statement that was passed to it, for whoever may see that; nothing while its file is on the way. */
async function passedTo(records: Records, caller: Caller, { id, state, purpose, cameAt }: StoredDocument) {
  if (state !== 'passed' || purpose !== 'statement' || !may(caller, 'books.read')) return {};
  const file = await bankFileAt(records, passedKey(records.tenant, id, purpose), cameAt);
  if (!file) return {};
  const statementIds = (file.statements ?? []).map(({ statementId }) => statementId);
  return { passedTo: { state: file.state, statementIds, ...(file.fault ? { error: file.fault } : {}) } };
}

export const getDocument = query(intake.actions.getDocument, async ({ path, records, caller, today }) => {
  const document = await records.getOrThrow(IntakeDocuments, path.documentId, 'path.documentId');
  // Others' documents are to the caller as if there were none.
  if (!mayFor(caller, 'documents.read', document)) throw notFound(IntakeDocuments.kind, document.id, 'path.documentId');
  const shown = { ...seenDocument(document, { caller }), actions: actionsOf(caller, intake.actions, documentRules, document) };
  const { fields } = document;
  if (!fields || !isToEnter(document)) return { ...shown, ...(await passedTo(records, caller, document)) };
  // By what is known now: a supplier may have been entered since it was read.
  const facts = factsOf(fields);
  // Whoever may not enter a bill of it can claim it.
  if (document.purpose === 'receipt' || !seesBooks(caller))
    return { ...shown, expense: expenseView(proposeExpense(facts)), flags: [...(document.seen ?? []), ...receiptFlags(fields)] };
  const { bill, flags } = await proposeBillFor(records, facts, { today, learnedOf: learnedFor(records, facts) });
  const learned = bill.supplierId ? await records.getMany(LearnedRules, learnedRuleIds(bill.supplierId, facts)) : [];
  const used = learned.flatMap((rule) => (rule && !rule.forgotten ? [learnedRuleView(rule)] : []));
  return {
    ...shown,
    proposal: proposalView(bill),
    learned: used,
    flags: [...(document.seen ?? []), ...documentFlags(fields, flags)],
  };
});

export const listLearnedRules = query(intake.actions.listLearnedRules, async ({ query: input, records, caller }) => {
  const { supplierId, state, q: words, ...page } = input;
  const within = reachOf(caller, 'documents.read');
  const where = (rule: StoredRule) =>
    (!within || within(rule)) && (!supplierId || rule.supplierId === supplierId) && (!state || state.includes(learnedState(rule)));
  const found = await listRecords(records, LearnedRules, { ...page, words, buckets: ['all'], order: 'asc', where });
  const items = found.items.map((rule) => ({
    ...learnedRuleView(rule),
    actions: actionsOf(caller, intake.actions, learnedRuleActions, rule),
  }));
  return { ...found, items };
});

export const listDocuments = query(intake.actions.listDocuments, async ({ query: input, records, company, caller, today, now }) => {
  // A document is dated by the day on which it came, which no fiscal year need cover.
  const founded = company.history[0]?.at ?? now.toISOString();
  const { state, kind, supplierId } = input;
  const within = reachOf(caller, 'documents.read');
  const where = (document: StoredDocument) =>
    (!within || within(document)) &&
    (!state || state.includes(document.state)) &&
    (!kind || (document.kind !== undefined && kind.includes(document.kind))) &&
    (!supplierId || document.supplierId === supplierId);
  const page = await listDated(records, IntakeDocuments, yearsBetween(yearOf(founded), yearOf(today)), input, {
    where: state || kind || supplierId || within ? where : undefined,
  });
  return { ...page, items: page.items.map((document) => seenDocument(document, { caller })) };
});

export const handler = serveModule(intake, { listDocuments, getDocument, listLearnedRules });
