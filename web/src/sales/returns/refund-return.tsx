import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import fields from '../../actions/action.module.css';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { euros, typedCents } from '../../api/money.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { BusinessDate } from '../../form/step-fields.tsx';
import { todayOrAfter, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';

/** Pays back what the return's credit notes have open, or part of it. Who authorised the return is refused: four eyes see the money leave. */
export function RefundReturnDialog({ ret, onClose }: { readonly ret: Schemas['Return']; readonly onClose: () => void }) {
  const t = useT();
  const { money } = useFormats();
  const last =
    ret.receipts
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? ret.date;
  const [date, setDate] = useState(todayOrAfter(last));
  const [amount, setAmount] = useState('');
  const [method, setMethod] = useState<'bank' | 'cash'>('bank');
  const cents = typedCents(amount);
  const wrong = amount !== '' && cents === 0;
  const body = { date, method, ...(amount ? { amount: euros(cents) } : {}) };
  return (
    <ActionDialog
      title={t('returns.refund.title', { number: ret.number })}
      confirm={t('returns.refund.action')}
      onClose={onClose}
      input={body}
      incomplete={wrong ? t('returns.refund.badAmount') : date ? undefined : t('actions.dateNeeded')}
      run={(how) => api.POST('/returns/{returnId}/refund', { params: { path: { returnId: ret.id }, ...sending(how) }, body }).then(dataOf)}
      preview={(tried) => (
        <>
          <p>{t('returns.refund.pays', { amount: money(tried.amount) })}</p>
          <EntriesPreview entries={tried.refunds.map(({ entry }) => entry)} />
        </>
      )}
      done={(done) => t('returns.refund.done', { amount: money(done.amount) })}
    >
      <div className={fields.fields}>
        <AmountInput
          label={t('returns.refund.amount')}
          description={t('returns.refund.all')}
          value={amount}
          error={wrong ? t('returns.refund.badAmount') : undefined}
          onChange={setAmount}
          data-autofocus
        />
        <NativeSelect
          label={t('returns.refund.method')}
          description={t('returns.refund.methodText')}
          value={method}
          onChange={(event) => setMethod(event.currentTarget.value as 'bank' | 'cash')}
          data={[
            { value: 'bank', label: t('returns.refund.bank') },
            { value: 'cash', label: t('returns.refund.cash') },
          ]}
        />
        <BusinessDate value={date} onChange={setDate} min={last} description={t('returns.refund.dateText')} />
      </div>
    </ActionDialog>
  );
}
