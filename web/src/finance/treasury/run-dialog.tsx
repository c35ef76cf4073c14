import { Select, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { bankDayFrom } from '#domain/finance/treasury/bank-days.ts';
import { earliestCollection } from '#domain/finance/treasury/debit-rules.ts';
import { DEBIT_VERSIONS, PAIN_VERSIONS } from '#domain/finance/treasury/payment-run.ts';
import { addDays } from '#kernel/date.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { post } from '../../actions/step-dialog.tsx';
import type { Schemas } from '../../api/client.ts';
import styles from '../../form/form.module.css';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCompany } from '../../session/company.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Screen as PaymentRunList } from './payment-run-list.tsx';
import { LeftOutList, RunPayments } from './run-payments.tsx';

const WEEK = 7;

/** What a run of payments and one of direct debits are told apart by. */
const KINDS = {
  transfer: {
    versions: PAIN_VERSIONS,
    propose: post('/treasury/payment-runs', {}),
    texts: { title: 'treasury.new', date: 'treasury.payOn', iban: 'treasury.fromIban', proposes: 'treasury.proposes' },
    days: () => ({ until: addDays(today(), WEEK), date: bankDayFrom(today()), min: today() }),
  },
  debit: {
    versions: DEBIT_VERSIONS,
    propose: post('/treasury/debit-runs', {}),
    texts: {
      title: 'treasury.debits.new',
      untilHint: 'treasury.debits.untilHint',
      date: 'treasury.debits.collectOn',
      hint: 'treasury.debits.leadHint',
      iban: 'treasury.debits.intoIban',
      proposes: 'treasury.debits.proposes',
    },
    days: () => {
      const first = earliestCollection('CORE', today());
      return { until: first, date: first, min: first };
    },
  },
} as const;

interface Props {
  readonly kind: keyof typeof KINDS;
  readonly onClose: () => void;
  readonly onDone: (id: string) => void;
}

/** Proposes a run: what is due by a day, of whom and how much, before anything is written. */
function RunDialog({ kind, onClose, onDone }: Props) {
  const t = useT();
  const { money } = useFormats();
  const own = useCompany().data?.iban;
  const { versions, propose, texts, days } = KINDS[kind];
  const [{ min, ...first }] = useState(days);
  const [{ iban, ...rest }, setValues] = useState({ ...first, iban: '', version: versions[0] as string });
  const set = (name: 'until' | 'date' | 'iban' | 'version') => (value: string | null) =>
    setValues((before) => ({ ...before, [name]: value ?? '' }));
  const body = { ...rest, ...(iban.trim() ? { iban: iban.trim() } : {}) };
  return (
    <ActionDialog
      title={t(texts.title)}
      confirm={t('treasury.propose')}
      size="xl"
      onClose={onClose}
      input={body}
      incomplete={own || iban.trim() ? undefined : t('treasury.noIban')}
      run={(how) => propose(body as never, how)}
      preview={(run) => <Proposed run={run} says={t(texts.proposes, { count: run.count, total: money(run.total) })} />}
      done={({ number }) => t('treasury.proposed', { number })}
      onDone={({ id }) => onDone(id)}
    >
      <div className={styles.pairs}>
        <DateField
          label={t('treasury.until')}
          description={'untilHint' in texts ? t(texts.untilHint) : undefined}
          required
          value={rest.until}
          onChange={set('until')}
          data-autofocus
        />
        <DateField
          label={t(texts.date)}
          description={'hint' in texts ? t(texts.hint) : undefined}
          required
          value={rest.date}
          onChange={set('date')}
          min={min}
        />
        <TextInput
          label={t(texts.iban)}
          description={own ? t('treasury.ownIban', { iban: own }) : t('treasury.noIban')}
          maxLength={50}
          value={iban}
          onChange={(event) => set('iban')(event.currentTarget.value)}
        />
        <Select
          label={t('treasury.version')}
          description={t('treasury.versionHint')}
          data={[...versions]}
          allowDeselect={false}
          value={rest.version}
          onChange={set('version')}
        />
      </div>
    </ActionDialog>
  );
}

interface ProposedProps {
  readonly run: Pick<Schemas['PaymentRun'], 'kind' | 'payments' | 'leftOut' | 'date' | 'askedDate'>;
  readonly says: string;
}

/** What a run will be, and who is left out of it. */
function Proposed({ run, says }: ProposedProps) {
  const t = useT();
  const { date } = useFormats();
  return (
    <>
      <p role="status">{says}</p>
      {run.askedDate && <p role="alert">{t('treasury.moved', { asked: date(run.askedDate), date: date(run.date) })}</p>}
      <RunPayments run={run} />
      <LeftOutList leftOut={run.leftOut} />
    </>
  );
}

/** A new run of a kind, before the list: an address that can be linked to. */
const screenOf = (kind: Props['kind']) => () => {
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  return (
    <>
      <PaymentRunList />
      <RunDialog kind={kind} onClose={() => go('/treasury/payment-runs')} onDone={(id) => go(`/treasury/payment-runs/${id}`)} />
    </>
  );
};

export const NewPaymentRun = screenOf('transfer');
export const NewDebitRun = screenOf('debit');
