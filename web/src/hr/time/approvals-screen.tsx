import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { OneStep, post, type Step, step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import lists from '../../list/list.module.css';
import { Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { ProblemNote, useProblemText } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import type { LeaveRow } from './leave-row.ts';
import { Change } from './register-screen.tsx';

type Correction = Schemas['ClockCorrectionRow'];

/** What waits for whoever leads people: corrections of the register. */
export function Screen() {
  const t = useT();
  useTitle(t('time.approvals.title'));
  return (
    <div className={lists.list}>
      <div className={lists.head}>
        <h1 id="list-title">{t('time.approvals.title')}</h1>
      </div>
      <LeaveToDecide />
      <Corrections />
    </div>
  );
}

function LeaveToDecide() {
  const t = useT();
  const { date, decimal } = useFormats();
  const { data, error } = $api.useQuery('get', '/time/leave', {
    params: { query: { state: 'requested', limit: '100', order: 'asc' } },
  } as never);
  const items = (data?.items ?? []) as readonly LeaveRow[];
  return (
    <Section title={t('menu.leave')}>
      <ProblemNote error={error} />
      {data && items.length === 0 && <p className="dimmed">{t('time.approvals.none')}</p>}
      {items.length > 0 && (
        <RowsTable
          rows={items}
          columns={[
            [t('time.register.employee'), ({ id, name }) => <Link to={`/time/leave/${id}` as never}>{name}</Link>],
            [t('leave.kind'), ({ kind }) => t(`leave.kinds.${kind}`)],
            [t('leave.from'), ({ from }) => date(from), 'nowrap'],
            [t('leave.to'), ({ to }) => date(to), 'nowrap'],
            [t('leave.days'), ({ days }) => decimal(days), 'amount'],
          ]}
        />
      )}
    </Section>
  );
}

function Corrections() {
  const t = useT();
  const [taken, take] = useState<Step>();
  const { data, error } = $api.useQuery('get', '/time/corrections', { params: { query: { limit: '100' } } } as never);
  const items = (data?.items ?? []) as readonly Correction[];
  return (
    <Section title={t('time.approvals.corrections')}>
      <ProblemNote error={error} />
      {data && items.length === 0 && <p className="dimmed">{t('time.approvals.none')}</p>}
      {items.length > 0 && (
        <RowsTable
          rows={items}
          columns={[
            [t('time.register.employee'), ({ name }) => name],
            [t('time.correct.title'), ({ was, entry }) => <Change was={was} entry={entry} />],
            [t('actions.reason'), ({ reason }) => reason],
            [t('time.approvals.decision'), (correction) => <Decision correction={correction} take={take} />],
          ]}
        />
      )}
      <OneStep step={taken} onClose={() => take(undefined)} />
    </Section>
  );
}

interface DecisionProps {
  readonly correction: Correction;
  readonly take: (step: Step) => void;
}

function Decision({ correction: { id, name, actions }, take }: DecisionProps) {
  const t = useT();
  const problem = useProblemText();
  const why = actions.approveClockCorrection;
  if (why === undefined) return null;
  if (why !== null) return <span className="dimmed">{problem(why)}</span>;
  const path = { correctionId: id };
  const approve = step(post('/time/corrections/{correctionId}/approval', path), {
    ...{ title: t('time.approvals.approve'), confirm: t('time.approvals.approve') },
    says: t('time.approvals.approveText', { name }),
    done: () => t('time.approvals.done'),
  });
  const reject = step(post('/time/corrections/{correctionId}/rejection', path), {
    ...{ title: t('time.approvals.reject'), confirm: t('time.approvals.reject'), danger: true },
    fields: { reason: {} },
    done: () => t('time.approvals.done'),
  });
  return (
    <Group gap={8}>
      <Button size="compact-sm" onClick={() => take(approve)} aria-label={`${t('time.approvals.approve')}: ${name}`}>
        {t('time.approvals.approve')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => take(reject)} aria-label={`${t('time.approvals.reject')}: ${name}`}>
        {t('time.approvals.reject')}
      </Button>
    </Group>
  );
}
