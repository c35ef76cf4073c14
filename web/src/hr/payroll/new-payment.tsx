import { Select, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { PAY_PAYMENTS } from '#domain/hr/payroll/payroll-payment.ts';
import { addMonths } from '#kernel/date.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { post } from '../../actions/step-dialog.tsx';
import { $api } from '../../api/client.ts';
import styles from '../../form/form.module.css';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useAddress } from '../../list/address.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Screen as PaymentList } from './payment-list.tsx';

const propose = post('/payroll/payments', {});
type What = (typeof PAY_PAYMENTS)[number];

/** Enters a payment of pay, before the list: an address that can be linked to. */
export function Screen() {
  const t = useT();
  const { money } = useFormats();
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  const { search } = useAddress();
  const now = today();
  const [values, setValues] = useState({
    what: (search.runId ? 'wages' : undefined) as What | undefined,
    runId: search.runId ?? '',
    month: addMonths(now.slice(0, 7), -1),
    contributionAccount: '',
    date: now,
  });
  const set = (more: Partial<typeof values>) => setValues((before) => ({ ...before, ...more }));
  const { what, runId, month, contributionAccount, date } = values;
  const body =
    what === 'contributions' ? { what, month, date, ...(contributionAccount ? { contributionAccount } : {}) } : { what, runId, date };
  return (
    <>
      <PaymentList />
      <ActionDialog
        title={t('payroll.payments.new.title')}
        confirm={t('payroll.payments.new.confirm')}
        onClose={() => go('/payroll/payments')}
        input={body}
        incomplete={what === undefined || (what !== 'contributions' && !runId) ? t('payroll.payments.new.which') : undefined}
        run={(how) => propose(body as never, how)}
        preview={({ amount }) => <p role="status">{t('payroll.payments.new.says', { total: money(amount) })}</p>}
        done={({ number }) => t('payroll.payments.new.done', { number })}
        onDone={({ id }) => go(`/payroll/payments/${id}`)}
      >
        <div className={styles.pairs}>
          <Select
            label={t('payroll.payments.what')}
            data={PAY_PAYMENTS.map((value) => ({ value, label: t(`payroll.payments.kinds.${value}`) }))}
            allowDeselect={false}
            value={what ?? null}
            onChange={(chosen) => set({ what: (chosen ?? undefined) as What | undefined })}
          />
          {what === 'contributions' ? (
            <Contributions month={month} account={contributionAccount} set={set} />
          ) : (
            what && <RunChoice runId={runId} set={set} />
          )}
          <DateField
            label={t('payroll.payments.date')}
            required
            max={now}
            value={date}
            onChange={(day) => set({ date: day })}
            data-path="date"
          />
        </div>
      </ActionDialog>
    </>
  );
}

interface PartProps {
  readonly set: (more: { readonly runId?: string; readonly month?: string; readonly contributionAccount?: string }) => void;
}

function Contributions({ month, account, set }: PartProps & { readonly month: string; readonly account: string }) {
  const t = useT();
  const accounts = $api.useQuery('get', '/payroll/settings').data?.contributionAccounts ?? [];
  return (
    <>
      <TextInput
        label={t('payroll.runs.new.month')}
        required
        maxLength={7}
        value={month}
        onChange={({ currentTarget: { value } }) => set({ month: value })}
        data-path="month"
      />
      {accounts.length > 0 && (
        <Select
          label={t('payroll.slip.account')}
          data={accounts.map(({ number }) => number)}
          value={account || null}
          onChange={(chosen) => set({ contributionAccount: chosen ?? '' })}
          data-path="contributionAccount"
        />
      )}
    </>
  );
}

/** The last runs that are posted. */
function RunChoice({ runId, set }: PartProps & { readonly runId: string }) {
  const t = useT();
  const { money } = useFormats();
  const runs = $api.useQuery('get', '/payroll/runs', { params: { query: { state: 'posted', limit: '25' } } }).data?.items ?? [];
  return (
    <Select
      label={t('menu.payrollRuns')}
      data={runs.map(({ id, month, number, totals }) => ({ value: id, label: `${month} · ${number} · ${money(totals.payable)}` }))}
      allowDeselect={false}
      value={runId || null}
      onChange={(chosen) => set({ runId: chosen ?? '' })}
      data-path="runId"
    />
  );
}
