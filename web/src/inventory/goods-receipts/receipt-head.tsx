import { Select, TextInput } from '@mantine/core';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Where } from '../stock/adjust-stock.tsx';
import styles from './goods-receipts.module.css';
import type { ReceiptDraft } from './receipt-draft.ts';

interface Props {
  readonly draft: ReceiptDraft;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<ReceiptDraft>) => void;
}

/** Where the goods come in, when, and from where. */
export function ReceiptHead({ draft, faults, onChange }: Props) {
  const t = useT();
  return (
    <div className={styles.fields}>
      <Where warehouse={draft.warehouse} onChange={(warehouse) => onChange({ warehouse })} />
      <DateField
        label={t('actions.date')}
        required
        value={draft.date || today()}
        error={faults.date}
        onChange={(date) => onChange({ date })}
      />
      <Select
        label={t('goodsReceipts.origin')}
        required
        allowDeselect={false}
        data={(['supplier', 'opening'] as const).map((value) => ({ value, label: t(`goodsReceipts.origins.${value}`) }))}
        value={draft.origin}
        onChange={(origin) => onChange({ origin: origin === 'opening' ? 'opening' : 'supplier' })}
      />
      <TextInput
        label={t('goodsReceipts.reference')}
        placeholder={t('goodsReceipts.referenceHint')}
        maxLength={80}
        value={draft.reference}
        error={faults.reference}
        onChange={(event) => onChange({ reference: event.currentTarget.value })}
      />
    </div>
  );
}
