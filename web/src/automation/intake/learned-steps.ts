import { post, type Send, type Step, step } from '../../actions/step-dialog.tsx';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';

/** A rule, in a list or beside a proposal. */
export type Rule = NonNullable<Schemas['Document']['learned']>[number];

/** What a rule is about, in words: `VAT code at 21 %`. */
export function useRuleName(): (rule: Pick<Rule, 'field' | 'rate'>) => string {
  const t = useT();
  const { percent } = useFormats();
  return ({ field, rate = '' }) =>
    t(`documents.learned.fields.${field}`, { rate: rate === 'owed' ? t('documents.learned.owed') : rate && percent(rate) });
}

/** What a rule says: a value, or where on the page one stands. */
export function useRuleValue(): (rule: Pick<Rule, 'value' | 'side'>) => string {
  const t = useT();
  return ({ value, side }) => (side ? t(`documents.learned.places.${side}`, { value }) : value);
}

/** Forgetting a rule, or using it again. */
export function useRuleSteps(onDone: () => void): (rule: Rule) => Step {
  const t = useT();
  const name = useRuleName();
  return (rule) => {
    const kind = rule.state === 'used' ? 'forget' : 'restore';
    const way = rule.state === 'used' ? '/learned-rules/{ruleId}/forgetting' : '/learned-rules/{ruleId}/restoring';
    return step(post(way, { ruleId: rule.id }) as Send<never, unknown, false>, {
      title: t(`documents.learned.${kind}.title`, { field: name(rule), supplier: rule.supplierName }),
      confirm: t(`documents.learned.${kind}.action`),
      says: t(`documents.learned.${kind}.text`),
      done: () => t(`documents.learned.${kind}.done`),
      onDone,
    });
  };
}
