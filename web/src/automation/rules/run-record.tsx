import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { post, StepDialog, step } from '../../actions/step-dialog.tsx';
import { $api, api, dataOf } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { hrefOf, numberOf } from '../../record/kinds.ts';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { refusalText } from '../../ui/problem-text.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from './rule.module.css';
import { type Run, useRuleWords } from './rule-words.ts';

const EVERY = 1500;

/** One run of a rule: what started it, what it did, and its way back. */
export function Screen() {
  const t = useT();
  const { moment } = useFormats();
  const { runId } = useParams({ strict: false }) as { runId: string };
  const query = $api.useQuery(
    'get',
    '/automation/runs/{runId}',
    { params: { path: { runId } } },
    { refetchInterval: ({ state: { data } }) => (data && ['running', 'undoing'].includes(data.state) ? EVERY : false) },
  );
  const { data: run } = query;
  const [isUndoing, setUndoing] = useState(false);
  return (
    <RecordPage
      query={query}
      parent={{ to: '/automation/runs', label: t('automation.runs') }}
      title={run ? t('automation.runOf', { rule: run.ruleName }) : ''}
      badges={run && <StateBadge kind="rule-run" state={run.state} />}
      subtitle={run && moment(run.at)}
      answered={run?.actions}
      actions={[{ id: 'undo', label: t('automation.undo.action'), needs: 'undoRun', start: () => setUndoing(true) }]}
      aside={run && <Timeline id={run.id} />}
    >
      {run && (
        <>
          <Cause run={run} />
          <Effects run={run} />
          {isUndoing && <StepDialog {...undo(run, t)} onClose={() => setUndoing(false)} />}
        </>
      )}
    </RecordPage>
  );
}

const undo = ({ id, ruleName }: Run, t: ReturnType<typeof useT>) =>
  step(post('/automation/runs/{runId}/undo', { runId: id }), {
    title: t('automation.undo.title', { rule: ruleName }),
    confirm: t('automation.undo.action'),
    says: t('automation.undo.text'),
    done: () => t('automation.undo.done'),
  });

const linkTo = (id: string | undefined) => {
  const to = id && hrefOf(id);
  return to ? <Link to={to as never}>{numberOf(id)}</Link> : id;
};

function Cause({ run }: { readonly run: Run }) {
  const t = useT();
  const words = useRuleWords();
  const { money } = useFormats();
  return (
    <Section title={t('automation.cause')}>
      <Facts
        facts={[
          [
            t('automation.rule'),
            <Link key="rule" to={`/automation/rules/${run.ruleId}` as never}>
              {run.ruleName}
            </Link>,
          ],
          [t('automation.when'), words.trigger(run.trigger)],
          [t('automation.subject'), linkTo(run.subject)],
          ...run.values.map(({ field, type, value }) => [words.field(field), words.value(type, value)] as const),
          [t('automation.counted'), run.amount && money(run.amount)],
          [t('automation.limit'), run.limit && t(`automation.limits.${run.limit}`)],
        ]}
      />
    </Section>
  );
}

function Effects({ run }: { readonly run: Run }) {
  const t = useT();
  const words = useRuleWords();
  const can = useCan();
  const open = useMutation({
    mutationFn: (effect: string) =>
      api.GET('/automation/runs/{runId}/file', { params: { path: { runId: run.id }, query: { effect } } }).then(dataOf),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  return (
    <Section title={t('automation.did')}>
      <ol className={styles.sentence}>
        {run.effects.map(({ effect, state, record, file, mails, code, message }, at) => (
          <li key={JSON.stringify(effect)}>
            {words.effect(effect.do)} {words.detail(effect, run.values)} — {t(`automation.effectStates.${state}`)}{' '}
            {linkTo(record?.startsWith('not_') ? undefined : record)}
            {mails?.map(({ to, state: mail }) => (
              <p key={to}>
                {to}: {t(`automation.mailStates.${mail}`)}
              </p>
            ))}
            {file && can('getRunFile') && (
              <p>
                <Button size="compact-sm" variant="default" loading={open.isPending} onClick={() => open.mutate(String(at + 1))}>
                  {t('automation.file', { file })}
                </Button>
              </p>
            )}
            {code && <p>{refusalText({ code, message: message ?? code })}</p>}
          </li>
        ))}
      </ol>
      <ProblemNote error={open.error} />
    </Section>
  );
}
