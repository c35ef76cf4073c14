import { Link, useParams } from '@tanstack/react-router';
import { phaseAfter } from '#domain/hr/development/review-cycle.ts';
import { type Send, step } from '../../actions/step-dialog.tsx';
import { $api, api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DocumentPage } from '../../record/document-page.tsx';
import { Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { RatingText } from './rating-select.tsx';

type Cycle = Schemas['ReviewCycle'];

/** One cycle: who is reviewed, how far it is, and the ratings beside each other for whoever calibrates. */
export function Screen() {
  const t = useT();
  const { date } = useFormats();
  const { cycleId } = useParams({ strict: false }) as { cycleId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/development/cycles/{cycleId}', { params: { path: { cycleId } } })}
      parent={{ to: '/development/reviews', label: t('menu.reviews') }}
      title={({ title }) => title}
      badges={({ phase }) => <StateBadge kind="review-cycle" state={phase} />}
      subtitle={({ from, to, due, department }) =>
        [`${date(from)} – ${date(to)}`, t('development.review.dueOn', { date: date(due) }), department].filter(Boolean).join(' · ')
      }
      actions={(cycle) => {
        const next = phaseAfter(cycle);
        return next
          ? [
              {
                ...{ id: 'advance', label: t(`development.review.advance.${next}`), needs: 'advanceReviewCycle', primary: true },
                step: (of: Cycle) =>
                  step(advance(of.id, next), {
                    ...{ title: t(`development.review.advance.${next}`), confirm: t(`development.review.advance.${next}`) },
                    says: t(`development.review.advanceSays.${next}`),
                    done: () => t('development.saved', { name: of.title }),
                  }),
              },
            ]
          : [];
      }}
    >
      {(cycle) => <People cycle={cycle} />}
    </DocumentPage>
  );
}

const advance =
  (cycleId: string, phase: Cycle['phase']): Send<never, Cycle> =>
  async (_, how) =>
    dataOf(
      await api.POST('/development/cycles/{cycleId}/phase', { params: { path: { cycleId }, ...sending(how) }, body: { phase } } as never),
    ) as Cycle;

function People({ cycle: { id, phase } }: { readonly cycle: Cycle }) {
  const t = useT();
  const { data, error } = $api.useQuery('get', '/development/cycles/{cycleId}/reviews', {
    params: { path: { cycleId: id }, query: { limit: '100' } },
  } as never);
  const rows = (data?.items ?? []) as readonly Schemas['ReviewRow'][];
  const rated = rows.some(({ rating, calibrated }) => rating !== undefined || calibrated !== undefined);
  const told = (yes: boolean) => (yes ? t('development.review.yes') : '–');
  return (
    <Section title={t('development.review.people')}>
      <ProblemNote error={error} />
      {data && rows.length === 0 && <p className="dimmed">{t('development.review.nobody')}</p>}
      {rows.length > 0 && (
        <RowsTable
          rows={rows}
          columns={[
            [
              t('development.employee'),
              ({ employeeId, name }) => <Link to={`/development/reviews/${id}/${employeeId}` as never}>{name}</Link>,
            ],
            [t('employees.position'), ({ position }) => position],
            phase === 'writing' && [t('development.review.self'), ({ self }) => told(self)],
            [t('development.review.manager'), ({ manager }) => told(manager)],
            rated && [t('development.rating'), ({ rating }) => <RatingText rating={rating} />],
            rated && phase !== 'writing' && [t('development.review.calibration'), ({ calibrated }) => <RatingText rating={calibrated} />],
            [t('lists.columns.state'), ({ state }) => <StateBadge kind="review" state={state} />],
          ]}
        />
      )}
    </Section>
  );
}
