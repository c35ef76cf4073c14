import { Select, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { earliestCollection } from '#domain/finance/treasury/debit-rules.ts';
import { DEBIT_VERSIONS } from '#domain/finance/treasury/payment-run.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, sending } from '../../api/client.ts';
import styles from '../../form/form.module.css';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCompany } from '../../session/company.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Screen as PaymentRunList } from './payment-run-list.tsx';
import { LeftOutList, RunPayments } from './run-payments.tsx';

/** Proposes a run of direct debits: what is due by a day of customers with a mandate, before anything is written. */
function DebitRunDialog({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (id: string) => void }) {
  const t = useT();
  const { money } = useFormats();
  const own = useCompany().data?.iban;
  const first = earliestCollection('CORE', today());
  const [values, setValues] = useState({
    until: first,
    date: first,
    iban: '',
    version: DEBIT_VERSIONS[0] as (typeof DEBIT_VERSIONS)[number],
  });
  const set = (name: keyof typeof values) => (value: string | null) => setValues((before) => ({ ...before, [name]: value ?? '' }));
  const { iban, ...rest } = values;
  const body = { ...rest, ...(iban.trim() ? { iban: iban.trim() } : {}) };
  return (
    <ActionDialog
      title={t('treasury.debits.new')}
      confirm={t('treasury.propose')}
      size="xl"
      onClose={onClose}
      input={body}
      incomplete={own || iban.trim() ? undefined : t('treasury.noIban')}
      run={(how) => api.POST('/treasury/debit-runs', { params: sending(how), body }).then(dataOf)}
      preview={(run) => (
        <>
          <p role="status">{t('treasury.debits.proposes', { count: run.count, total: money(run.total) })}</p>
          <RunPayments run={run} />
          <LeftOutList leftOut={run.leftOut} />
        </>
      )}
      done={({ number }) => t('treasury.proposed', { number })}
      onDone={({ id }) => onDone(id)}
    >
      <div className={styles.pairs}>
        <DateField label={t('treasury.until')} required value={values.until} onChange={set('until')} data-autofocus />
        <DateField
          label={t('treasury.debits.collectOn')}
          description={t('treasury.debits.leadHint')}
          required
          value={values.date}
          onChange={set('date')}
          min={first}
        />
        <TextInput
          label={t('treasury.debits.intoIban')}
          description={own ? t('treasury.ownIban', { iban: own }) : t('treasury.noIban')}
          maxLength={50}
          value={iban}
          onChange={(event) => set('iban')(event.currentTarget.value)}
        />
        <Select
          label={t('treasury.version')}
          data={[...DEBIT_VERSIONS]}
          allowDeselect={false}
          value={values.version}
          onChange={set('version')}
        />
      </div>
    </ActionDialog>
  );
}

/** A new run of direct debits, before the list: an address that can be linked to. */
export function Screen() {
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  return (
    <>
      <PaymentRunList />
      <DebitRunDialog onClose={() => go('/treasury/payment-runs')} onDone={(id) => go(`/treasury/payment-runs/${id}`)} />
    </>
  );
}
