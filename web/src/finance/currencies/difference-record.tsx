import { useParams } from '@tanstack/react-router';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { post, type Send, step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import type { Words } from '../../list/columns.tsx';
import { DocumentPage } from '../../record/document-page.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { DocumentLink } from '../receivables/documents.tsx';
import { DifferenceItems } from './difference-items.tsx';

const undo = ({ date }: Schemas['ExchangeDifference'], { t }: Words) =>
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
  return (
    <DocumentPage
      query={$api.useQuery('get', '/exchange-differences/{differenceId}', { params: { path: { differenceId } } })}
      parent={{ to: '/exchange-differences', label: t('menu.exchangeDifferences') }}
      title={({ text }) => text}
      badges={({ cause }) => <StateBadge kind="exchange-difference" state={cause} />}
      subtitle={({ number }) => number}
      actions={({ cause, undoneBy }) =>
        cause === 'revaluation' && !undoneBy
          ? [{ id: 'undo', label: t('currencies.undo.action'), needs: 'undoRevaluation', danger: true, step: undo }]
          : []
      }
    >
      {(difference) => (
        <>
          <Section title={t('billing.facts')}>
            <Facts
              facts={[
                [t('currencies.day'), date(difference.date)],
                [t('currencies.result'), money(difference.result)],
                [t('currencies.returns'), difference.returns && <DocumentLink id={difference.returns} />],
                [t('currencies.returnedBy'), difference.returnedBy && <DocumentLink id={difference.returnedBy} />],
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
    </DocumentPage>
  );
}
