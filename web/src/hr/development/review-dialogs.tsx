import { Checkbox, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { FEWEST_PEERS, MOST_PEERS } from '#domain/hr/development/peer-feedback.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import { EmployeePicker } from '../people/employee-picker.tsx';
import { RatingSelect } from './rating-select.tsx';

type Review = Schemas['Review'];
interface DialogProps {
  readonly review: Review;
  readonly onClose: () => void;
}
const pathOf = ({ cycleId, employeeId }: Review) => ({ cycleId, employeeId });

/** What somebody writes of themselves, or of whom they lead: kept as a draft, or handed in. */
export function PartDialog({ review, part, onClose }: DialogProps & { readonly part: 'self' | 'manager' }) {
  const t = useT();
  const had = review[part];
  const form = useForm({
    initialValues: {
      ...{ rating: String(had?.rating ?? ''), achievements: had?.achievements ?? '', improvements: had?.improvements ?? '' },
      handedIn: had?.handedIn ?? false,
    },
    validate: {
      achievements: (text) => (text.trim() === '' ? t('forms.wrong') : null),
      rating: (rating, { handedIn }) => (part === 'manager' && handedIn && rating === '' ? t('development.review.ratingNeeded') : null),
    },
  });
  return (
    <FormDialog
      title={t(`development.review.steps.${part}`)}
      form={form}
      send={({ rating, achievements, improvements, handedIn }) =>
        api
          .PUT(`/development/cycles/{cycleId}/reviews/{employeeId}/${part}`, {
            params: { path: pathOf(review) },
            body: {
              ...{ achievements, handedIn },
              ...(rating ? { rating: Number(rating) } : {}),
              ...(improvements.trim() ? { improvements } : {}),
            },
          })
          .then(dataOf)
      }
      done={() => t(form.values.handedIn ? 'development.review.handedIn' : 'development.review.kept')}
      onClose={onClose}
    >
      <p className="dimmed">{t(`development.review.who.${part}`)}</p>
      <Textarea
        label={t('development.review.achievements')}
        required
        autosize
        minRows={4}
        maxRows={14}
        maxLength={4000}
        data-autofocus
        {...form.getInputProps('achievements')}
      />
      <Textarea
        label={t('development.review.improvements')}
        autosize
        minRows={3}
        maxRows={14}
        maxLength={4000}
        {...form.getInputProps('improvements')}
      />
      <RatingSelect none={t('development.review.noRating')} {...form.getInputProps('rating')} />
      <Checkbox label={t('development.review.handIn')} {...form.getInputProps('handedIn', { type: 'checkbox' })} />
    </FormDialog>
  );
}

/** Asks colleagues: three at least, whose names nobody is told. */
export function PeersDialog({ review, onClose }: DialogProps) {
  const t = useT();
  const [peers, setPeers] = useState<readonly Pick<Schemas['EmployeeRow'], 'id' | 'name' | 'position'>[]>([]);
  const form = useForm({
    initialValues: { peers: '' },
    validate: { peers: () => (peers.length < FEWEST_PEERS ? t('development.peers.atLeast', { count: FEWEST_PEERS }) : null) },
  });
  const put = (at: number, peer: (typeof peers)[number] | undefined) =>
    setPeers(peer ? [...peers.slice(0, at), peer, ...peers.slice(at + 1)] : peers.filter((_, i) => i !== at));
  const shown = Math.min(MOST_PEERS, Math.max(FEWEST_PEERS, peers.length + 1));
  return (
    <FormDialog
      title={t('development.review.steps.peers')}
      confirm={t('development.peers.ask')}
      form={form}
      send={(_, key) =>
        api
          .POST('/development/cycles/{cycleId}/reviews/{employeeId}/peers', {
            params: { path: pathOf(review), header: { 'Idempotency-Key': key } },
            body: { peers: peers.map(({ id }) => id) },
          })
          .then(dataOf)
      }
      done={() => t('development.peers.sent')}
      onClose={onClose}
    >
      <p className="dimmed">{t('development.peers.choose')}</p>
      {Array.from({ length: shown }, (_, at) => (
        <EmployeePicker
          // biome-ignore lint/suspicious/noArrayIndexKey: the places of peers never change.
          key={at}
          label={t('development.peers.peer', { number: at + 1 })}
          required={at < FEWEST_PEERS}
          value={peers[at]}
          disabled={at > peers.length}
          onChange={(peer) => put(at, peer)}
          {...(at === 0 ? { path: 'peers', error: form.errors.peers } : {})}
        />
      ))}
    </FormDialog>
  );
}

/** The rating that holds beside those of others, with the reason. */
export function CalibrationDialog({ review, onClose }: DialogProps) {
  const t = useT();
  const form = useForm({
    initialValues: { rating: String(review.calibration?.rating ?? review.manager?.rating ?? 3), reason: review.calibration?.reason ?? '' },
    validate: { reason: (text) => (text.trim() === '' ? t('forms.wrong') : null) },
  });
  return (
    <FormDialog
      title={t('development.review.steps.calibration')}
      form={form}
      send={({ rating, reason }) =>
        api
          .PUT('/development/cycles/{cycleId}/reviews/{employeeId}/calibration', {
            params: { path: pathOf(review) },
            body: { rating: Number(rating), reason },
          })
          .then(dataOf)
      }
      done={({ name }) => t('development.saved', { name })}
      onClose={onClose}
    >
      <RatingSelect {...form.getInputProps('rating')} />
      <Textarea label={t('actions.reason')} required autosize minRows={2} maxLength={500} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}

/** That one has read one's review. */
export function SignDialog({ review, onClose }: DialogProps) {
  const t = useT();
  const form = useForm({ initialValues: { comment: '' } });
  return (
    <FormDialog
      title={t('development.review.steps.sign')}
      confirm={t('development.review.sign')}
      form={form}
      send={({ comment }, key) =>
        api
          .POST('/development/cycles/{cycleId}/reviews/{employeeId}/signature', {
            params: { path: pathOf(review), header: { 'Idempotency-Key': key } },
            body: comment.trim() ? { comment } : {},
          })
          .then(dataOf)
      }
      done={() => t('development.review.signedDone')}
      onClose={onClose}
    >
      <p>{t('development.review.signSays')}</p>
      <Textarea label={t('development.review.comment')} autosize minRows={2} maxLength={1000} {...form.getInputProps('comment')} />
    </FormDialog>
  );
}
