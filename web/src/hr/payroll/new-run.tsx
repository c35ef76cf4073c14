import { Select, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { PAY_RUN_KINDS } from '#domain/hr/payroll/payroll-run.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { post } from '../../actions/step-dialog.tsx';
import styles from '../../form/form.module.css';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCompany } from '../../session/company.ts';
import { Screen as RunList } from './run-list.tsx';

const propose = post('/payroll/runs', {});

/** Proposes a pay run, before the list: an address that can be linked to. */
export function Screen() {
  const t = useT();
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  const own = useCompany().data?.iban ?? '';
  const [values, setValues] = useState({ month: today().slice(0, 7), kind: 'regular' as (typeof PAY_RUN_KINDS)[number], iban: '' });
  const { iban, ...rest } = values;
  const body = { ...rest, ...(iban.trim() ? { iban: iban.trim() } : {}) };
  return (
    <>
      <RunList />
      <ActionDialog
        title={t('payroll.runs.new.title')}
        confirm={t('payroll.runs.new.confirm')}
        onClose={() => go('/payroll/runs')}
        input={body}
        incomplete={own || iban.trim() ? undefined : t('treasury.noIban')}
        run={(how) => propose(body as never, how)}
        preview={({ month }) => <p role="status">{t('payroll.runs.new.says', { month })}</p>}
        done={({ number }) => t('payroll.runs.new.done', { number })}
        onDone={({ id }) => go(`/payroll/runs/${id}`)}
      >
        <div className={styles.pairs}>
          <TextInput
            label={t('payroll.runs.new.month')}
            required
            maxLength={7}
            value={values.month}
            onChange={({ currentTarget: { value: month } }) => setValues((before) => ({ ...before, month }))}
            data-autofocus
            data-path="month"
          />
          <Select
            label={t('payroll.runs.kind')}
            data={PAY_RUN_KINDS.map((value) => ({ value, label: t(`payroll.runs.kinds.${value}`) }))}
            allowDeselect={false}
            value={values.kind}
            onChange={(kind) => setValues((before) => ({ ...before, kind: (kind ?? 'regular') as typeof before.kind }))}
          />
          <TextInput
            label={t('payroll.runs.new.iban')}
            description={own ? t('treasury.ownIban', { iban: own }) : t('treasury.noIban')}
            maxLength={50}
            value={iban}
            onChange={({ currentTarget: { value } }) => setValues((before) => ({ ...before, iban: value }))}
            data-path="iban"
          />
        </div>
      </ActionDialog>
    </>
  );
}
