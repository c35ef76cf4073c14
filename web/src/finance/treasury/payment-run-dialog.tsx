import { Select, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { bankDayFrom } from '#domain/finance/treasury/bank-days.ts';
import { PAIN_VERSIONS } from '#domain/finance/treasury/payment-run.ts';
import { addDays } from '#kernel/date.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, sending } from '../../api/client.ts';
import styles from '../../form/form.module.css';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCompany } from '../../session/company.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Screen as PaymentRunList } from './payment-run-list.tsx';
import { LeftOutList, RunPayments } from './run-payments.tsx';

const WEEK = 7;

/** Proposes a run: what is due by a day, and how much of it each supplier gets, before anything is written. */
function PaymentRunDialog({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (id: string) => void }) {
  const t = useT();
  const { money, date } = useFormats();
  const own = useCompany().data?.iban;
  const [values, setValues] = useState({
    until: addDays(today(), WEEK),
    date: bankDayFrom(today()),
    iban: '',
    version: PAIN_VERSIONS[0] as (typeof PAIN_VERSIONS)[number],
  });
  const set = (name: keyof typeof values) => (value: string | null) => setValues((before) => ({ ...before, [name]: value ?? '' }));
  const { iban, ...rest } = values;
  const body = { ...rest, ...(iban.trim() ? { iban: iban.trim() } : {}) };
  return (
    <ActionDialog
      title={t('treasury.new')}
      confirm={t('treasury.propose')}
      size="xl"
      onClose={onClose}
      input={body}
      incomplete={own || iban.trim() ? undefined : t('treasury.noIban')}
      run={({ dryRun, key }) => api.POST('/treasury/payment-runs', { params: sendingOf({ dryRun, key }), body }).then(dataOf)}
      preview={(run) => (
        <>
          <p role="status">{t('treasury.proposes', { count: run.count, total: money(run.total) })}</p>
          {run.askedDate && <p role="alert">{t('treasury.moved', { asked: date(run.askedDate), date: date(run.date) })}</p>}
          <RunPayments run={run} />
          <LeftOutList leftOut={run.leftOut} />
        </>
      )}
      done={({ number }) => t('treasury.proposed', { number })}
      onDone={({ id }) => onDone(id)}
    >
      <div className={styles.pairs}>
        <DateField label={t('treasury.until')} required value={values.until} onChange={set('until')} data-autofocus />
        <DateField label={t('treasury.payOn')} required value={values.date} onChange={set('date')} min={today()} />
        <TextInput
          label={t('treasury.fromIban')}
          description={own ? t('treasury.ownIban', { iban: own }) : t('treasury.noIban')}
          maxLength={50}
          value={iban}
          onChange={(event) => set('iban')(event.currentTarget.value)}
        />
        <Select
          label={t('treasury.version')}
          data={[...PAIN_VERSIONS]}
          allowDeselect={false}
          value={values.version}
          onChange={set('version')}
        />
      </div>
    </ActionDialog>
  );
}

const sendingOf = (how: { readonly dryRun: boolean; readonly key: string }) => sending(how);

/** A new run, before the list: an address that can be linked to. */
export function Screen() {
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  return (
    <>
      <PaymentRunList />
      <PaymentRunDialog onClose={() => go('/treasury/payment-runs')} onDone={(id) => go(`/treasury/payment-runs/${id}`)} />
    </>
  );
}
