import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import type { RecordAction } from '../../record/record-actions.tsx';
import { RecordPage, Section } from '../../record/record-page.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from './development.module.css';
import { GoalsSection } from './plan-screen.tsx';
import { RatingText } from './rating-select.tsx';
import { CalibrationDialog, PartDialog, PeersDialog, SignDialog } from './review-dialogs.tsx';

export type Review = Schemas['Review'];
type Opened = 'self' | 'manager' | 'peers' | 'calibration' | 'sign';
const STEPS: readonly { readonly id: Opened; readonly needs: RecordAction['needs']; readonly primary?: boolean }[] = [
  { id: 'self', needs: 'putSelfReview', primary: true },
  { id: 'manager', needs: 'putManagerReview', primary: true },
  { id: 'peers', needs: 'askPeers' },
  { id: 'calibration', needs: 'calibrateReview' },
  { id: 'sign', needs: 'signReview', primary: true },
];

/** A review, as far as whoever looks may see it: goals, what was written, and what is to be written. */
export function Screen() {
  const t = useT();
  const { date } = useFormats();
  const { cycleId, employeeId } = useParams({ strict: false }) as { cycleId: string; employeeId: string };
  const [opened, open] = useState<Opened>();
  const query = $api.useQuery('get', '/development/cycles/{cycleId}/reviews/{employeeId}', { params: { path: { cycleId, employeeId } } });
  const review = query.data;
  const close = () => open(undefined);
  // What is for somebody else is not offered: it would only say so.
  const steps = STEPS.filter(({ needs }) => review?.actions[needs as 'askPeers']?.code !== 'review.not_yours');
  return (
    <RecordPage
      query={query}
      parent={{ to: `/development/reviews/${cycleId}`, label: review?.cycle ?? t('menu.reviews') }}
      title={review ? t('development.review.of', { name: review.name }) : ''}
      badges={review && <StateBadge kind="review" state={review.state} />}
      subtitle={review && [review.position, t('development.review.dueOn', { date: date(review.due) })].join(' · ')}
      answered={review?.actions}
      actions={steps.map(({ id, needs, primary = false }) => ({
        ...{ id, needs, primary: primary && review?.actions[needs as 'askPeers'] === null },
        ...{ label: t(`development.review.steps.${id}`), start: () => open(id) },
      }))}
    >
      {review && <Body review={review} />}
      {review && (opened === 'self' || opened === 'manager') && <PartDialog review={review} part={opened} onClose={close} />}
      {review && opened === 'peers' && <PeersDialog review={review} onClose={close} />}
      {review && opened === 'calibration' && <CalibrationDialog review={review} onClose={close} />}
      {review && opened === 'sign' && <SignDialog review={review} onClose={close} />}
    </RecordPage>
  );
}

function Body({ review }: { readonly review: Review }) {
  const t = useT();
  const { date, decimal } = useFormats();
  const { self, manager, calibration, peers, signed } = review;
  return (
    <>
      <GoalsSection employeeId={review.employeeId} />
      <Part title={t('development.review.self')} part={self} nothing={t('development.review.notYet')} />
      <Part title={t('development.review.manager')} part={manager} nothing={t('development.review.notShown')} />
      <Section title={t('development.peers.title')}>
        {peers ? (
          <>
            <p>{t('development.peers.mean', { rating: decimal(peers.rating) })}</p>
            <ul className={styles.answers}>
              {peers.answers.map(({ rating, strengths, improvements }) => (
                <li key={strengths}>
                  <RatingText rating={rating} />
                  <Text words={strengths} />
                  <Text words={improvements} />
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p className="dimmed">{t('development.peers.fromThree')}</p>
        )}
      </Section>
      {calibration && <Part title={t('development.review.calibration')} part={calibration} nothing="" />}
      {signed && (
        <Section title={t('development.review.signature')}>
          <p>{t('development.review.signedOn', { date: date(signed.on) })}</p>
          <Text words={signed.comment} />
        </Section>
      )}
    </>
  );
}

const Text = ({ words }: { readonly words: string | undefined }): ReactNode => words && <p className={styles.text}>{words}</p>;

interface PartProps {
  readonly title: string;
  readonly part: Review['self'];
  readonly nothing: string;
}
function Part({ title, part, nothing }: PartProps) {
  const t = useT();
  const { date } = useFormats();
  if (!part)
    return (
      <Section title={title}>
        <p className="dimmed">{nothing}</p>
      </Section>
    );
  return (
    <Section title={title}>
      {!part.handedIn && <p>{t('development.review.draft')}</p>}
      {part.rating !== undefined && (
        <p>
          <b>
            <RatingText rating={part.rating} />
          </b>
        </p>
      )}
      <Text words={part.achievements} />
      <Text words={part.improvements} />
      <Text words={part.reason} />
      <small className="dimmed">
        {part.by}, {date(part.on)}
      </small>
    </Section>
  );
}
