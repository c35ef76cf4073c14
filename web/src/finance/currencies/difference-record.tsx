import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { post, type Send, StepDialog, step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { DocumentLink } from '../receivables/documents.tsx';
import { DifferenceItems } from './difference-items.tsx';

const undo = ({ date }: Schemas['ExchangeDifference'], t: ReturnType<typeof useT>) =>
  step(post('/revaluations/{month}/reversal', { month: date.slice(0, 7) }) as Send<never, unknown>, {
    title: t('currencies.undo.action'),
    confirm: t('currencies.undo.action'),
    danger: true,
    says: t('currencies.undo.text'),
    done: () => t('currencies.undo.done'),
  });

/** Differences of exchange rates that were posted together: of which documents, and the entry. */
export function Screen() {
  const t = useT();
  const { date, money } = useFormats();
  const { differenceId } = useParams({ strict: false }) as { differenceId: string };
  const query = $api.useQuery('get', '/exchange-differences/{differenceId}', { params: { path: { differenceId } } });
  const { data: difference } = query;
  const [undoing, setUndoing] = useState(false);
  const other = difference?.returnedBy ?? difference?.returns;
  return (
    <RecordPage
      query={query}
      parent={{ to: '/exchange-differences', label: t('menu.exchangeDifferences') }}
      title={difference?.text ?? ''}
      badges={difference && <StateBadge kind="exchange-difference" state={difference.cause} />}
      subtitle={difference?.number}
      actions={
        difference?.cause === 'revaluation' && !difference.undoneBy
          ? [{ id: 'undo', label: t('currencies.undo.action'), needs: 'undoRevaluation', danger: true, start: () => setUndoing(true) }]
          : []
      }
      aside={difference && <Timeline id={difference.id} />}
    >
      {difference && (
        <>
          <Section title={t('billing.facts')}>
            <Facts
              facts={[
                [t('currencies.day'), date(difference.date)],
                [t('currencies.result'), money(difference.result)],
                [t(difference.returns ? 'currencies.returns' : 'currencies.returnedBy'), other && <DocumentLink id={other} />],
                [t('currencies.undoneBy'), difference.undoneBy && <DocumentLink id={difference.undoneBy} />],
              ]}
            />
          </Section>
          {difference.items.length > 0 && (
            <Section title={t('currencies.items')}>
              <DifferenceItems items={difference.items} />
            </Section>
          )}
          {difference.entry && <EntriesPreview entries={[difference.entry]} />}
        </>
      )}
      {difference && undoing && <StepDialog {...undo(difference, t)} onClose={() => setUndoing(false)} />}
    </RecordPage>
  );
}
