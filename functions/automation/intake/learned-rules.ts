import { intake } from '#api/automation/intake.ts';
import { factsOf } from '#domain/automation/intake/document-facts.ts';
import type { StoredDocument } from '#domain/automation/intake/intake-document.ts';
import {
  correctionsOf,
  forgotten,
  type LearnedRule,
  LearnedRules,
  learnedRuleActions,
  learnedRuleId,
  learnedRuleIds,
  learnedTerms,
  restored,
  taught,
} from '#domain/automation/intake/learned-rule.ts';
import { learnedRuleView } from '#domain/automation/intake/wire.ts';
import type { EnteredPurchase, LearnedTerms, PaperFacts } from '#domain/finance/events.ts';
import type { IsoDate } from '#kernel/date.ts';
import { throwIf } from '#kernel/errors.ts';
import { type Change, createNext, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { WORKER } from '#runtime/record-item.ts';
import type { Records } from '#runtime/records.ts';
import { proposeBillFor } from '../../finance/service.ts';
import { command } from '../../platform/service.ts';

/** What was learned of a supplier, for a paper. */
export const learnedFor =
  (records: Records, facts: PaperFacts) =>
  async (supplierId: string): Promise<LearnedTerms> =>
    learnedTerms(await records.getMany(LearnedRules, learnedRuleIds(supplierId, facts)));

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
  const corrections = correctionsOf(entered, bill, facts, supplier.paymentDays).flatMap((correction) => {
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
