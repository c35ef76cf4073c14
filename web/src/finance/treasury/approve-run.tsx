import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { isRecentIban } from '#domain/finance/supplier-payments/payer-rules.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';

type Run = Schemas['PaymentRun'];

/** Suppliers of a run whose IBAN is new: who approves says that they checked it. */
const recentOf = ({ payments }: Run) => {
  const recent = payments.filter(
    ({ state, iban, ibanOn }) => state !== 'rejected' && ibanOn !== undefined && isRecentIban({ iban, ibanChangedOn: ibanOn }, today()),
  );
  return [...new Map(recent.map((payment) => [payment.partyId, payment])).values()];
};

/** One of the two who let the money go. */
export function ApproveRunDialog({ run, onClose }: { readonly run: Run; readonly onClose: () => void }) {
  const t = useT();
  const { money, date } = useFormats();
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const recent = recentOf(run);
  const body = confirmed.length > 0 ? { confirmed: [...confirmed] } : {};
  return (
    <ActionDialog
      title={t('treasury.approve.title', { number: run.number })}
      confirm={t('treasury.approve.action')}
      onClose={onClose}
      input={body}
      run={({ dryRun, key }) =>
        api
          .POST('/treasury/payment-runs/{runId}/approval', { params: { path: { runId: run.id }, ...sending({ dryRun, key }) }, body })
          .then(dataOf)
      }
      preview={({ state }) => (
        <p role="status">
          {t(run.kind === 'debit' ? 'treasury.debits.only' : state === 'approved' ? 'treasury.approve.second' : 'treasury.approve.first')}
        </p>
      )}
      done={() => t('treasury.approve.done', { number: run.number })}
    >
      <p>
        {t(run.kind === 'debit' ? 'treasury.debits.approves' : 'treasury.approve.text', {
          count: run.count,
          total: money(run.total),
          date: date(run.date),
        })}
      </p>
      {recent.map(({ partyId, partyName, iban, ibanOn = '' }) => (
        <Checkbox
          key={partyId}
          label={t('treasury.approve.confirm', { supplier: partyName, iban, date: date(ibanOn) })}
          checked={confirmed.includes(partyId)}
          onChange={({ currentTarget: { checked } }) =>
            setConfirmed((before) => (checked ? [...before, partyId] : before.filter((id) => id !== partyId)))
          }
        />
      ))}
    </ActionDialog>
  );
}
