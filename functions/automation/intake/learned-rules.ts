import { intake } from '#api/automation/intake.ts';
import { factsOf } from '#domain/automation/intake/document-facts.ts';
import { type DocumentFields, originalKey, type StoredDocument } from '#domain/automation/intake/intake-document.ts';
import type { LearnedPlaces } from '#domain/automation/intake/learned-place.ts';
import {
  type Correction,
  correctionsOf,
  forgotten,
  type LearnedRule,
  LearnedRules,
  learnedPlaces,
  learnedRuleActions,
  learnedRuleId,
  learnedRuleIds,
  learnedTerms,
  placeRuleIds,
  restored,
  taught,
} from '#domain/automation/intake/learned-rule.ts';
import { isByLabel, placeCorrections, valuesToPlace, valuesToPlaceOnScan } from '#domain/automation/intake/place-lessons.ts';
import type { ScannedPage } from '#domain/automation/intake/scan-fields.ts';
import { MAX_SCAN_PAGES } from '#domain/automation/intake/scan-month.ts';
import { learnedRuleView } from '#domain/automation/intake/wire.ts';
import type { EnteredPurchase, LearnedTerms, PaperFacts } from '#domain/finance/events.ts';
import { assertDefined } from '#kernel/assert.ts';
import type { IsoDate } from '#kernel/date.ts';
import { throwIf } from '#kernel/errors.ts';
import { type Change, createNext, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { readObject } from '#runtime/documents.ts';
import { WORKER } from '#runtime/record-item.ts';
import type { Records } from '#runtime/records.ts';
import { proposeBillFor } from '../../finance/service.ts';
import { command } from '../../platform/service.ts';
import { pdfPages } from './pdf-pages.ts';
import { READERS, recognisedPages } from './recognised-pages.ts';

/** What was learned of a supplier, for a paper. */
export const learnedFor =
  (records: Records, facts: PaperFacts) =>
  async (supplierId: string): Promise<LearnedTerms> =>
    learnedTerms(await records.getMany(LearnedRules, learnedRuleIds(supplierId, facts)));

/** Where the supplier of what was read has its fields, where that was taught; undefined of a supplier that is not known. */
export const placesFor =
  (records: Records, today: IsoDate) =>
  async (fields: DocumentFields): Promise<LearnedPlaces | undefined> => {
    const { supplier } = await proposeBillFor(records, factsOf(fields), { today });
    return supplier && learnedPlaces(await records.getMany(LearnedRules, placeRuleIds(supplier.id)));
  };

/** Where on its paper a person found what was not read, or not believed: of a scan among the words that were recognised, while these are kept. */
async function placeLessons({ tenant }: Records, document: StoredDocument, entered: EnteredPurchase): Promise<Correction[]> {
  const { kind, fields, sha256, pages } = document;
  if (fields && sha256 && (kind === 'scan' || kind === 'image')) {
    const told = valuesToPlaceOnScan(fields, entered);
    if (Object.keys(told).length === 0) return [];
    return placeCorrections(await scannedPages(tenant, sha256, document), told, fields).filter(isByLabel);
  }
  const values = fields && kind === 'pdf' ? valuesToPlace(fields, entered) : {};
  if (!fields || !sha256 || Object.keys(values).length === 0) return [];
  const bytes = assertDefined(await readObject('issued', originalKey(tenant, sha256)), 'the original of a document that was entered');
  return placeCorrections((await pdfPages(bytes, pages)).pages, values, fields);
}

/** The words of a scan's pages, by whatever they were recognised. */
async function scannedPages(
  tenant: string,
  sha256: string,
  { pages, pageCount = 1 }: Pick<StoredDocument, 'pages' | 'pageCount'>,
): Promise<ScannedPage[]> {
  const { from, to } = pages ?? { from: 1, to: pageCount };
  const count = Math.min(to - from + 1, MAX_SCAN_PAGES);
  for (const reader of READERS) {
    const known = await recognisedPages(tenant, sha256, reader).known(from, count);
    if (known.size > 0) return [...known.values()].toSorted((a, b) => a.no - b.no);
  }
  return [];
}

/** What the bill that was entered from a document teaches: the changes of rules, none where it was entered as it was proposed. */
export async function lessonsOf(
  records: Records,
  document: StoredDocument,
  entered: EnteredPurchase,
  today: IsoDate,
): Promise<Change<LearnedRule>[]> {
  const { fields } = document;
  if (!fields || entered.by === WORKER) return [];
  const { supplierId } = entered;
  const facts = factsOf(fields);
  const { bill, supplier } = await proposeBillFor(records, facts, { today, supplierId, learnedOf: learnedFor(records, facts) });
  if (!supplier) return [];
  const told = [...correctionsOf(entered, bill, facts, supplier.paymentDays), ...(await placeLessons(records, document, entered))];
  const corrections = told.flatMap((correction) => {
    const id = learnedRuleId({ supplierId, ...correction });
    return id ? [{ id, correction }] : [];
  });
  const before = await records.getMany(
    LearnedRules,
    corrections.map(({ id }) => id),
  );
  const teacher = { supplierId, supplierName: supplier.name, on: today, by: entered.by, documentId: document.id };
  return corrections.flatMap(({ id, correction }, i) => {
    const known = before[i];
    const rule = taught(correction, known, teacher);
    return rule ? [known ? update(LearnedRules, known, rule as typeof known) : createNext(LearnedRules, id, rule)] : [];
  });
}

export const forgetRule = command(
  intake.actions.forgetRule,
  on(LearnedRules, (path) => path.ruleId),
  (_, rule) => {
    throwIf(learnedRuleActions.forgetRule(rule));
    return [update(LearnedRules, rule, forgotten(rule) as typeof rule)];
  },
  learnedRuleView,
);

export const restoreRule = command(
  intake.actions.restoreRule,
  on(LearnedRules, (path) => path.ruleId),
  (_, rule) => {
    throwIf(learnedRuleActions.restoreRule(rule));
    return [update(LearnedRules, rule, restored(rule) as typeof rule)];
  },
  learnedRuleView,
);
