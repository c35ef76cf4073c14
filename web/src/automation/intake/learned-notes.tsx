import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Step, StepDialog } from '../../actions/step-dialog.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCan } from '../../session/session.ts';
import { type Rule, useRuleName, useRuleSteps, useRuleValue } from './learned-steps.ts';

/** What of a proposal people have taught, each with when, and a way to forget it. */
export function LearnedNotes({ rules }: { readonly rules: readonly Rule[] }) {
  const t = useT();
  const { date } = useFormats();
  const can = useCan();
  const name = useRuleName();
  const value = useRuleValue();
  const queries = useQueryClient();
  const [active, setActive] = useState<Step>();
  const stepOf = useRuleSteps(() => void queries.invalidateQueries());
  if (rules.length === 0) return null;
  return (
    <>
      <ul>
        {rules.map((rule) => (
          <li key={rule.id}>
            {name(rule)}: <strong>{value(rule)}</strong>{' '}
            <span className="dimmed">
              {t('documents.learned.as', { date: date(rule.learnedOn) })}
              {rule.instead && ` (${t('documents.learned.was', { instead: rule.instead })})`}
            </span>{' '}
            {can('forgetRule') && (
              <Button variant="subtle" size="compact-sm" onClick={() => setActive(stepOf(rule))}>
                {t('documents.learned.forget.action')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {active && <StepDialog {...active} onClose={() => setActive(undefined)} />}
    </>
  );
}
