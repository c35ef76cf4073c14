import { $api } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import styles from './rule.module.css';
import { typeOf } from './rule-draft.ts';
import { type AutomationRule, type Condition, useRuleWords } from './rule-words.ts';

/** What a rule says, as people would. */
export function RuleSentence({ rule: { trigger, schedule, conditions, effects } }: { readonly rule: AutomationRule }) {
  const t = useT();
  const words = useRuleWords();
  const { data } = $api.useQuery('get', '/automation/options', {});
  const known = data?.triggers.find(({ name }) => name === trigger);
  const said = ({ field, op, value }: Condition) =>
    `${words.field(field)} ${words.operator(op)} ${words.value(typeOf(known, field), value)}`;
  return (
    <dl>
      <dt>
        <strong>{t('automation.when')}</strong>
      </dt>
      <dd>
        {words.trigger(trigger)} {schedule && words.schedule(schedule)}
      </dd>
      <dt>
        <strong>{t('automation.if')}</strong>
      </dt>
      <dd>
        {conditions.items.length === 0 && t('automation.always')}
        {(conditions.items.length > 1 || conditions.match === 'none') && t(`automation.match.${conditions.match}`)}
        <ul className={styles.sentence}>
          {conditions.items.map((item) =>
            'items' in item ? (
              <li key={JSON.stringify(item)}>
                {t(`automation.match.${item.match}`)}
                <ul className={styles.sentence}>
                  {item.items.map((one) => (
                    <li key={JSON.stringify(one)}>{said(one)}</li>
                  ))}
                </ul>
              </li>
            ) : (
              <li key={JSON.stringify(item)}>{said(item)}</li>
            ),
          )}
        </ul>
      </dd>
      <dt>
        <strong>{t('automation.does')}</strong>
      </dt>
      <dd>
        <ol className={styles.sentence}>
          {effects.map((effect) => (
            <li key={JSON.stringify(effect)}>
              {words.effect(effect.do)} {words.detail(effect)}
            </li>
          ))}
        </ol>
      </dd>
    </dl>
  );
}
