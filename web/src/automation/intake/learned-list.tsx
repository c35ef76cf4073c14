import { Loader } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Step, StepDialog } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import record from '../../record/record.module.css';
import { RowActions } from '../../record/record-actions.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useTitle } from '../../ui/title.ts';
import { useRuleName, useRuleSteps, useRuleValue } from './learned-steps.ts';

type Rule = Schemas['LearnedRuleRow'];

/** What corrections have taught, by supplier: each can be forgotten, and used again. */
export function Screen() {
  const t = useT();
  useTitle(t('menu.learned'));
  const query = $api.useQuery('get', '/learned-rules', { params: { query: { limit: 100, order: 'asc' } } });
  const [active, setActive] = useState<Step>();
  const stepOf = useRuleSteps(() => void query.refetch());
  const rules = query.data?.items ?? [];
  return (
    <section aria-labelledby="learned-title" aria-busy={query.isPending}>
      <div className={record.header}>
        <h1 id="learned-title">{t('documents.learned.title')}</h1>
      </div>
      <p className="dimmed">{t('documents.learned.text')}</p>
      <ProblemNote error={query.error} />
      {query.isPending && <Loader aria-label={t('shell.loading')} />}
      {query.data && rules.length === 0 && (
        <p>
          <strong>{t('documents.learned.empty.title')}</strong> {t('documents.learned.empty.text')}
        </p>
      )}
      {rules.length > 0 && (
        <LinesTable
          heads={[
            t('documents.supplier'),
            t('documents.learned.field'),
            t('documents.learned.value'),
            t('documents.learned.on'),
            t('documents.learned.times'),
            t('recurring.actions'),
          ]}
        >
          <tbody>
            {rules.map((rule) => (
              <RuleRow key={rule.id} rule={rule} onStep={() => setActive(stepOf(rule))} />
            ))}
          </tbody>
        </LinesTable>
      )}
      {active && <StepDialog {...active} onClose={() => setActive(undefined)} />}
    </section>
  );
}

function RuleRow({ rule, onStep }: { readonly rule: Rule; readonly onStep: () => void }) {
  const t = useT();
  const { date } = useFormats();
  const name = useRuleName();
  const value = useRuleValue();
  const kind = rule.state === 'used' ? 'forget' : 'restore';
  return (
    <tr>
      <th scope="row">
        <Link to={`/payables/suppliers/${rule.supplierId}` as never}>{rule.supplierName}</Link>{' '}
        {rule.state === 'forgotten' && <StateBadge kind="learned-rule" state={rule.state} />}
      </th>
      <td>{name(rule)}</td>
      <td>
        {value(rule)} {rule.instead && <small className="dimmed">{t('documents.learned.was', { instead: rule.instead })}</small>}
      </td>
      <td>
        <Link to={`/documents/${rule.documentId}` as never}>{date(rule.learnedOn)}</Link>
      </td>
      <td>{rule.times}</td>
      <td>
        <RowActions
          answered={rule.actions}
          actions={[
            {
              label: t(`documents.learned.${kind}.action`),
              name: t(`documents.learned.${kind}.title`, { field: name(rule), supplier: rule.supplierName }),
              needs: kind === 'forget' ? 'forgetRule' : 'restoreRule',
              start: onStep,
            },
          ]}
        />
      </td>
    </tr>
  );
}
