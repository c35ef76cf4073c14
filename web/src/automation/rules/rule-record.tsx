import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { post, type Step, StepDialog, step } from '../../actions/step-dialog.tsx';
import { $api, api, dataOf } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { DryRunSection } from './dry-run.tsx';
import { RuleSentence } from './rule-sentence.tsx';
import type { AutomationRule } from './rule-words.ts';
import { RunRows } from './run-rows.tsx';

/** One rule: what it says, whether it is switched on, and what it did. */
export function Screen() {
  const t = useT();
  const navigate = useNavigate();
  const { ruleId } = useParams({ strict: false }) as { ruleId: string };
  const query = $api.useQuery('get', '/automation/rules/{ruleId}', { params: { path: { ruleId } } });
  const { data: rule } = query;
  const [active, setActive] = useState<Step>();
  const go = (to: string) => void navigate({ to: to as never });
  const start = (next: Step | undefined) => () => setActive(next);
  return (
    <RecordPage
      query={query}
      parent={{ to: '/automation/rules', label: t('menu.automation') }}
      title={rule?.name ?? ''}
      badges={rule && <StateBadge kind="automation-rule" state={rule.state} />}
      answered={rule?.actions}
      actions={
        rule
          ? [
              ...(rule.state === 'active'
                ? [{ id: 'pause', label: t('automation.pause.action'), needs: 'pauseRule' as const, start: start(pause(rule, t)) }]
                : [
                    {
                      id: 'activate',
                      label: t('automation.activate.action'),
                      needs: 'activateRule' as const,
                      primary: true,
                      start: start(activate(rule, t)),
                    },
                  ]),
              { id: 'copy', label: t('automation.copy'), needs: 'createRule', start: () => go(`/automation/rules/new?copy=${rule.id}`) },
              { id: 'edit', label: t('automation.edit'), needs: 'patchRule', start: () => go(`/automation/rules/${rule.id}/edit`) },
              {
                id: 'delete',
                label: t('automation.delete.action'),
                needs: 'deleteRule',
                danger: true,
                start: start(remove(rule, t, () => go('/automation/rules'))),
              },
            ]
          : []
      }
      aside={rule && <Timeline id={rule.id} />}
    >
      {rule && (
        <>
          <Section title={t('automation.sentence')}>
            <RuleSentence rule={rule} />
            <RuleFacts rule={rule} />
          </Section>
          <DryRunSection ruleId={rule.id} />
          <Section
            title={t('automation.runs')}
            actions={
              <Link to={'/automation/runs' as never} search={{ rule: rule.id } as never}>
                {t('automation.allRuns')}
              </Link>
            }
          >
            <RunRows ruleId={rule.id} />
          </Section>
        </>
      )}
      {active && <StepDialog {...active} onClose={() => setActive(undefined)} />}
    </RecordPage>
  );
}

function RuleFacts({ rule }: { readonly rule: AutomationRule }) {
  const t = useT();
  const { money, moment } = useFormats();
  const { limits, enabledBy, since, pausedFor } = rule;
  return (
    <Facts
      facts={[
        [t('automation.limits.perDay'), String(limits.perDay)],
        [t('automation.limits.amountPerRun'), limits.amountPerRun && money(limits.amountPerRun)],
        [t('automation.limits.amountPerDay'), limits.amountPerDay && money(limits.amountPerDay)],
        [t('automation.enabledBy'), enabledBy],
        [t('automation.since'), rule.state === 'active' && since ? moment(since) : undefined],
        [t('automation.pausedFor.title'), pausedFor && t(`automation.pausedFor.${pausedFor}`)],
      ]}
    />
  );
}

type T = ReturnType<typeof useT>;

const activate = ({ id, name }: AutomationRule, t: T) =>
  step(post('/automation/rules/{ruleId}/activation', { ruleId: id }), {
    title: t('automation.activate.title', { name }),
    confirm: t('automation.activate.action'),
    says: t('automation.activate.text'),
    done: () => t('automation.activate.done', { name }),
  });

const pause = ({ id, name }: AutomationRule, t: T) =>
  step(post('/automation/rules/{ruleId}/pause', { ruleId: id }), {
    title: t('automation.pause.title', { name }),
    confirm: t('automation.pause.action'),
    says: t('automation.pause.text'),
    done: () => t('automation.pause.done', { name }),
  });

const remove = ({ id, name }: AutomationRule, t: T, leave: () => void) =>
  step(async () => dataOf(await api.DELETE('/automation/rules/{ruleId}', { params: { path: { ruleId: id } } })), {
    title: t('automation.delete.title', { name }),
    confirm: t('automation.delete.action'),
    danger: true,
    says: t('automation.delete.text'),
    done: () => t('automation.delete.done', { name }),
    onDone: leave,
  });
