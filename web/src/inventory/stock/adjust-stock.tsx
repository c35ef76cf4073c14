import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ADJUSTMENT_REASONS } from '#domain/inventory/stock/adjustment.ts';
import { AdjustmentInput } from '#domain/inventory/stock/wire.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { faultsOf } from '../../form/faults.ts';
import styles from '../../form/form.module.css';
import { BusinessDate } from '../../form/reason-and-date.tsx';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { ItemPicker } from '../../ui/record-picker.tsx';
import { useWarehouses, warehouseChoice } from './use-warehouses.ts';

interface Props {
  /** Absent: it is chosen first. */
  readonly item?: Schemas['Item'];
  readonly onClose: () => void;
}

const START = { warehouse: 'main', quantity: '', reason: 'count' as (typeof ADJUSTMENT_REASONS)[number], note: '', unitCost: '' };

const isFind = ({ quantity }: typeof START) => Number(quantity) > 0;

const bodyOf = (typed: typeof START, item: Schemas['Item'] | undefined, date: string) => ({
  itemId: item?.id ?? '',
  warehouse: typed.warehouse,
  date,
  quantity: typed.quantity,
  reason: typed.reason,
  ...(typed.note.trim() ? { note: typed.note.trim() } : {}),
  ...(isFind(typed) && typed.unitCost ? { unitCost: typed.unitCost } : {}),
});

/** Corrects what the count found, with the entry of the loss or the find before it is made. */
export function AdjustStockDialog({ item: given, onClose }: Props) {
  const t = useT();
  const { decimal, money } = useFormats();
  const [item, setItem] = useState(given);
  const [date, setDate] = useState(today());
  const [typed, setTyped] = useState(START);
  const set = (change: Partial<typeof START>) => setTyped({ ...typed, ...change });
  const body = bodyOf(typed, item, date);
  const faults = faultsOf(AdjustmentInput, body, (field) =>
    t(`stock.adjust.faults.${field}` as 'stock.adjust.faults.itemId', { defaultValue: t('forms.wrong') }),
  );
  return (
    <ActionDialog
      title={given ? t('stock.adjust.titleOf', { code: given.code }) : t('stock.adjust.title')}
      confirm={t('stock.adjust.action')}
      onClose={onClose}
      input={body}
      incomplete={Object.values(faults)[0] as string | undefined}
      run={(how) => api.POST('/stock-adjustments', { params: sending(how), body }).then(dataOf)}
      preview={({ entry, value }) => (
        <>
          <p>{t('stock.adjust.effect', { value: money(value) })}</p>
          <EntriesPreview entries={entry ? [entry] : []} />
        </>
      )}
      done={({ code, quantity }) => t('stock.adjust.done', { code, quantity: decimal(quantity) })}
    >
      {!given && <ItemPicker label={t('stock.item')} value={item} onChange={setItem} required autoFocus />}
      <div className={styles.pairs}>
        <DecimalInput
          label={t('stock.adjust.quantity')}
          description={t('stock.adjust.quantityHint')}
          required
          allowNegative
          decimalScale={3}
          value={typed.quantity}
          onChange={(quantity) => set({ quantity })}
          {...(given ? { 'data-autofocus': true } : {})}
        />
        <Reason reason={typed.reason} onChange={(reason) => set({ reason })} />
        <Where warehouse={typed.warehouse} onChange={(warehouse) => set({ warehouse })} />
        <BusinessDate value={date} onChange={setDate} />
        {isFind(typed) && (
          <DecimalInput
            label={t('stock.unitCost')}
            description={t('stock.adjust.costHint')}
            decimalScale={6}
            suffix=" €"
            value={typed.unitCost}
            onChange={(unitCost) => set({ unitCost })}
          />
        )}
      </div>
      <TextInput
        label={t('stock.note')}
        maxLength={200}
        value={typed.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </ActionDialog>
  );
}

function Reason({ reason, onChange }: { readonly reason: string; readonly onChange: (reason: typeof START.reason) => void }) {
  const t = useT();
  return (
    <Select
      label={t('stock.reason')}
      required
      allowDeselect={false}
      data={ADJUSTMENT_REASONS.map((value) => ({ value, label: t(`stock.reasons.${value}`) }))}
      value={reason}
      onChange={(value) => onChange((value ?? 'count') as typeof START.reason)}
    />
  );
}

/** Chooses a warehouse. */
export function Where({ warehouse, onChange }: { readonly warehouse: string; readonly onChange: (warehouse: string) => void }) {
  const t = useT();
  return (
    <Select
      label={t('stock.warehouse')}
      required
      allowDeselect={false}
      data={useWarehouses().map(warehouseChoice)}
      value={warehouse}
      onChange={(value) => onChange(value ?? 'main')}
    />
  );
}
