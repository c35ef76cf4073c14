import { Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { RULE_STATES } from '#domain/automation/rules/rule.ts';
import { useT } from '../../i18n/i18n.ts';
import { load } from '../../list/api-list.ts';
import { count, moment, state, text } from '../../list/columns.tsx';
import { states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { type AutomationRule, useRuleWords } from './rule-words.ts';

const plan =
  (words: ReturnType<typeof useRuleWords>) =>
  ({ t }: ListContext): ListPlan<AutomationRule> => ({
    id: 'rules',
    title: t('menu.automation'),
    load: load('/automation/rules'),
    href: '/automation/rules',
    columns: [
      text('name', ({ name }) => name, { header: t('automation.name') }),
      state('automation-rule', (rule) => rule.state),
      text('trigger', (rule) => words.trigger(rule.trigger), { header: t('automation.when') }),
      text('effects', ({ effects }) => effects.map((effect) => words.effect(effect.do)).join(', '), {
        header: t('automation.does'),
        hide: 'medium',
      }),
      count('perDay', ({ limits }) => limits.perDay, { header: t('automation.limits.perDay'), hide: 'medium' }),
      moment('updatedAt', ({ updatedAt }) => updatedAt, { header: t('automation.changed'), hide: 'narrow' }),
    ],
    filters: [states('automation-rule', RULE_STATES)],
    create: { needs: 'createRule', to: '/automation/rules/new', label: t('commands.newRule'), whenEmpty: true },
    actions: (
      <Group gap="md">
        <Link to={'/automation/runs' as never}>{t('automation.runs')}</Link>
        <Link to={'/automation/mails' as never}>{t('automation.mails.title')}</Link>
      </Group>
    ),
    empty: { title: t('automation.empty.title'), text: t('automation.empty.text') },
  });

/** The rules that work by themselves. */
export function Screen() {
  const t = useT();
  const words = useRuleWords();
  return <RecordList spec={useList(plan(words), [t])} />;
}
