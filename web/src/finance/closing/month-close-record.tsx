import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { OneStep, type Step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useWords, type Words } from '../../list/columns.tsx';
import type { RecordAction } from '../../record/record-actions.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { Checklist } from './checklist.tsx';
import { PackSection } from './pack-section.tsx';
import { beginAgain, cancelClose, explainItem, reopenMonth, waiveCheck } from './steps.ts';

type Close = Schemas['MonthClose'];

/** It goes on by itself, and what waits is looked at again: the page looks again, too. */
const EVERY_MS: Readonly<Partial<Record<Close['state'], number>>> = { checking: 2000, closing: 2000, waiting: 5000 };
/** What the machine does is in the history as well: it is read anew when the close has moved. */
function useFollowedHistory(close: Close | undefined): void {
  const queries = useQueryClient();
  const moved = close && `${close.state} ${close.failed} ${close.runs}`;
  useEffect(() => {
    if (moved) void queries.invalidateQueries({ queryKey: ['get', '/activity'] });
  }, [queries, moved]);
}
const AGAIN: readonly Close['state'][] = ['rehearsed', 'cancelled', 'reopened'];

/** One close, whole: what blocks it first, all its checks with what they found, and what became of it. */
export function Screen() {
  const words = useWords();
  const { t, formats } = words;
  const { closeId } = useParams({ strict: false }) as { closeId: string };
  const query = $api.useQuery(
    'get',
    '/month-closes/{closeId}',
    { params: { path: { closeId } } },
    { refetchInterval: ({ state: { data } }) => (data && EVERY_MS[data.state]) ?? false },
  );
  const { data: close } = query;
  const [current, setStep] = useState<Step>();
  useFollowedHistory(close);
  return (
    <RecordPage
      query={query}
      parent={{ to: '/month-closes', label: t('menu.monthCloses') }}
      title={close ? t(close.rehearsal ? 'closing.oneRehearsal' : 'closing.one', { month: formats.month(close.period) }) : ''}
      badges={close && <StateBadge kind="month-close" state={close.state} />}
      subtitle={close && <Standing close={close} />}
      answered={close?.actions}
      actions={close ? actionsFor(close, words, setStep) : []}
      aside={close && <Timeline id={close.id} />}
    >
      {close && <About close={close} />}
      {close && (
        <Checklist
          close={close}
          onWaive={(check) => setStep(waiveCheck(close, check, words))}
          onExplain={(check, item) => setStep(explainItem(close, check, item, words))}
        />
      )}
      {close && close.packs.length > 0 && <PackSection close={close} />}
      <OneStep step={current} onClose={() => setStep(undefined)} />
    </RecordPage>
  );
}

function actionsFor(close: Close, words: Words, start: (step: Step) => void): RecordAction[] {
  const { t } = words;
  const again: RecordAction = {
    id: 'again',
    label: t(close.rehearsal ? 'closing.begin.rehearse' : 'closing.begin.action'),
    needs: 'startMonthClose',
    primary: true,
    start: () => start(beginAgain(close, words)),
  };
  return [
    ...(AGAIN.includes(close.state) ? [again] : []),
    { id: 'cancel', label: t('closing.cancel.action'), needs: 'cancelMonthClose', start: () => start(cancelClose(close, words)) },
    { id: 'reopen', label: t('closing.reopen.action'), needs: 'reopenMonth', danger: true, start: () => start(reopenMonth(close, words)) },
  ];
}

/** What it waits for, in a sentence. */
function Standing({ close: { state, failed, waived } }: { readonly close: Close }) {
  const { t } = useWords();
  if (state === 'waiting' || state === 'rehearsed')
    return failed > 0 ? t('closing.standing.failed', { count: failed }) : t('closing.standing.ready');
  return waived > 0 ? t('closing.standing.waived', { count: waived }) : t(`closing.standing.${state}`);
}

function About({ close: { startedBy, startedAt, endedAt, closedOn, runs, reopened } }: { readonly close: Close }) {
  const { t, formats } = useWords();
  const { moment, date } = formats;
  return (
    <Section title={t('closing.about')}>
      <Facts
        facts={[
          [t('closing.startedBy'), startedBy],
          [t('closing.startedOn'), moment(startedAt)],
          [t('closing.endedAt'), endedAt && moment(endedAt)],
          [t('closing.closedOn'), closedOn && date(closedOn)],
          [t('closing.runs'), runs > 1 ? String(runs) : undefined],
          [t('closing.reopenedBy'), reopened && t('closing.reopenedUntil', { by: reopened.by, until: date(reopened.until) })],
          [t('actions.reason'), reopened?.reason],
        ]}
      />
    </Section>
  );
}
