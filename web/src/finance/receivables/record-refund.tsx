import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import fields from '../../actions/action.module.css';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { centsOf, typedCents } from '../../api/money.ts';
import { todayOrAfter, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { MoneyFields, moneyBody, typedMoney } from '../open-items/money-fields.tsx';
import { documentName } from './documents.tsx';

/** A receipt or credit note with credit left. */
export type CreditSource = Pick<Schemas['Receipt'], 'id' | 'customerId' | 'date' | 'open'> & {
  readonly foreign?: Pick<NonNullable<Schemas['Receipt']['foreign']>, 'open'>;
};

/** Pays back to the customer what no invoice has taken of a receipt or credit note. */
export function RecordRefundDialog({ source, onClose }: { readonly source: CreditSource; readonly onClose: () => void }) {
  const t = useT();
  const { money } = useFormats();
  const navigate = useNavigate();
  const left = source.foreign?.open ?? source.open;
  const [typed, setTyped] = useState(() => typedMoney({ ...left, date: todayOrAfter(source.date) }));
  const cents = typedCents(typed.amount);
  const over = cents > centsOf(left);
  const body = { from: source.id, ...moneyBody(typed, 'paid') };
  return (
    <ActionDialog
      title={t('billing.refunds.title', { document: documentName(source.id, t) })}
      confirm={t('billing.refunds.action')}
      onClose={onClose}
      input={body}
      incomplete={cents === 0 || over ? t('billing.refunds.amountNeeded') : undefined}
      run={(how) => api.POST('/refunds', { params: sending(how), body }).then(dataOf)}
      preview={({ entry }) => <EntriesPreview entries={[entry]} />}
      done={({ number }) => t('billing.refunds.done', { number })}
      onDone={({ id }) => void navigate({ to: `/refunds/${id}` as never })}
    >
      <div className={fields.fields}>
        <MoneyFields
          typed={typed}
          onType={setTyped}
          exchanged="paid"
          min={source.date}
          amount={{
            description: t('billing.refunds.openIs', { amount: money(left) }),
            error: over ? t('billing.refunds.over') : undefined,
            'data-autofocus': true,
          }}
          referenced={false}
        />
      </div>
    </ActionDialog>
  );
}
