import { NumberInput, Switch, Textarea } from '@mantine/core';
import fields from '../../actions/action.module.css';
import { $api } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';
import { CustomerPicker } from '../../ui/record-picker.tsx';
import type { TypedDraft } from './draft-form.ts';
import own from './drafts.module.css';

interface Props {
  readonly typed: TypedDraft;
  readonly onChange: (typed: TypedDraft) => void;
  readonly faults: Readonly<Record<string, string>>;
}

/** Whom it is for, when, and what is said on it. */
export function DraftFields({ typed, onChange, faults }: Props) {
  const t = useT();
  return (
    <div className={own.lines}>
      <div className={fields.fields}>
        <Customer typed={typed} onChange={onChange} faults={faults} />
        <DateField
          data-path="date"
          label={t('billing.date')}
          description={t('billing.drafts.dateText')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={faults.date}
          value={typed.date}
          onChange={(date) => onChange({ ...typed, date })}
        />
        <NumberInput
          data-path="paymentDays"
          label={t('billing.drafts.paymentDays')}
          description={t('billing.drafts.paymentDaysText')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={faults.paymentDays}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          value={typed.paymentDays}
          onChange={(days) => onChange({ ...typed, paymentDays: String(days) })}
        />
      </div>
      <Switch
        label={t('billing.pricesIncludeTax')}
        checked={typed.pricesIncludeTax}
        onChange={(event) => onChange({ ...typed, pricesIncludeTax: event.currentTarget.checked })}
      />
      <Textarea
        data-path="notes"
        label={t('billing.notes')}
        maxLength={500}
        autosize
        minRows={1}
        error={faults.notes}
        value={typed.notes}
        onChange={(event) => onChange({ ...typed, notes: event.currentTarget.value })}
      />
    </div>
  );
}

function Customer({ typed, onChange, faults }: Props) {
  const t = useT();
  const { customerId } = typed;
  const chosen = $api.useQuery(
    'get',
    '/customers/{customerId}',
    { params: { path: { customerId: customerId ?? '' } } },
    { enabled: customerId !== undefined },
  );
  const customer = customerId === undefined ? undefined : chosen.data;
  return (
    <CustomerPicker
      // Its text is that of who was chosen when it came to be.
      key={customer?.id ?? ''}
      label={t('billing.customer')}
      value={customer}
      onChange={(picked) => onChange({ ...typed, customerId: picked?.id })}
      error={faults.customerId}
      path="customerId"
      required
    />
  );
}
