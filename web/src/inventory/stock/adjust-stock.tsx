import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ADJUSTMENT_REASONS } from '#domain/inventory/stock/adjustment.ts';
import { AdjustmentInput } from '#domain/inventory/stock/wire.ts';
import { isPositive, minus } from '#kernel/quantity.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { $api, api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { faultsOf } from '../../form/faults.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { given } from '../../lines/draft.ts';
import { type Field, Fields } from '../../lines/field.tsx';
import type { DraftItem } from '../../lines/item-field.tsx';
import styles from './stock.module.css';

interface Props {
  /** Absent: it is chosen first. */
  readonly item?: Schemas['ItemRow'];
  readonly onClose: () => void;
}

interface Typed {
  readonly item?: DraftItem | undefined;
  readonly warehouse: string;
  readonly date: string;
  readonly counted: string;
  readonly quantity: string;
  readonly reason: (typeof ADJUSTMENT_REASONS)[number];
  readonly note: string;
  readonly unitCost: string;
}

/** Whether it may be a find, which may have a cost of its own. */
const mayFind = ({ counted, quantity }: Typed) => counted !== '' || Number(quantity) > 0;

const bodyOf = (typed: Typed) => ({
  itemId: typed.item?.id ?? '',
  warehouse: typed.warehouse,
  date: typed.date,
  reason: typed.reason,
  ...given({ counted: typed.counted, quantity: typed.quantity, note: typed.note, unitCost: mayFind(typed) ? typed.unitCost : '' }),
});

/** Corrects what the count found, with the entry of the loss or the find before it is made. */
export function AdjustStockDialog({ item, onClose }: Props) {
  const t = useT();
  const { decimal, money } = useFormats();
  const [typed, setTyped] = useState<Typed>({
    item,
    warehouse: 'main',
    date: today(),
    counted: '',
    quantity: '',
    reason: 'count',
    note: '',
    unitCost: '',
  });
  const body = bodyOf(typed);
  const words = (field: string) => t(`stock.adjust.faults.${field}` as 'stock.adjust.faults.itemId', { defaultValue: t('forms.wrong') });
  const faults = { ...faultsOf(AdjustmentInput, body, words), ...(typed.counted || typed.quantity ? {} : { counted: words('counted') }) };
  return (
    <ActionDialog
      title={item ? t('stock.adjust.titleOf', { code: item.code }) : t('stock.adjust.title')}
      confirm={t('stock.adjust.action')}
      onClose={onClose}
      input={body}
      incomplete={Object.values(faults)[0] as string | undefined}
      run={(how) => api.POST('/stock-adjustments', { params: sending(how), body }).then(dataOf)}
      preview={({ quantity, entry, value, itemId, ...after }) => (
        <>
          <p>{t('stock.adjust.effect', { quantity: decimal(quantity), value: money(value) })}</p>
          <Shortage itemId={itemId} {...after} />
          <EntriesPreview entries={entry ? [entry] : []} />
        </>
      )}
      done={({ code, quantity }) => t('stock.adjust.done', { code, quantity: decimal(quantity) })}
    >
      <Fields
        fields={useFields(item === undefined, mayFind(typed))}
        record={typed}
        onChange={(part) => setTyped((now) => ({ ...now, ...part }))}
      />
    </ActionDialog>
  );
}

/** What has been promised and is not there any more, and to whom. */
function Shortage({
  itemId,
  onHand = '0',
  reserved = '0',
}: {
  readonly itemId: string;
  readonly onHand?: string;
  readonly reserved?: string;
}) {
  const t = useT();
  const { decimal } = useFormats();
  const short = minus(reserved, onHand);
  const query = { itemId, status: 'placed,partly-shipped', limit: 20 } as const;
  const { data } = $api.useQuery('get', '/orders', { params: { query } }, { enabled: isPositive(short) });
  if (!isPositive(short)) return null;
  return (
    <div role="alert" className={styles.short}>
      <p>{t('stock.adjust.short', { short: decimal(short), reserved: decimal(reserved) })}</p>
      <ul>
        {data?.items.map(({ id, number, customerName }) => (
          <li key={id}>
            <Link to={`/orders/${id}` as never}>{number}</Link> {customerName}
          </li>
        ))}
      </ul>
    </div>
  );
}

function useFields(picks: boolean, finds: boolean): Field<Typed>[] {
  const t = useT();
  const reasons = ADJUSTMENT_REASONS.map((value) => ({ value, label: t(`stock.reasons.${value}`) }));
  const item: Field<Typed> = { name: 'item', as: 'item', label: t('stock.item'), required: true, autoFocus: true, long: true };
  const cost: Field<Typed> = { name: 'unitCost', as: 'decimal', label: t('stock.unitCost'), hint: t('stock.adjust.costHint'), unit: '€' };
  return [
    ...(picks ? [item] : []),
    {
      name: 'counted',
      as: 'decimal',
      label: t('stock.adjust.counted'),
      hint: t('stock.adjust.countedHint'),
      autoFocus: !picks,
      set: (counted: string) => ({ counted, quantity: '' }),
    },
    {
      name: 'quantity',
      as: 'decimal',
      label: t('stock.adjust.quantity'),
      hint: t('stock.adjust.quantityHint'),
      set: (quantity: string) => ({ quantity, counted: '' }),
    },
    { name: 'reason', as: 'choice', label: t('stock.reason'), choices: reasons, required: true },
    { name: 'warehouse', as: 'warehouse', label: t('stock.warehouse'), required: true },
    { name: 'date', as: 'date', label: t('actions.date'), required: true },
    ...(finds ? [cost] : []),
    { name: 'note', as: 'text', label: t('stock.note'), maxLength: 200, long: true },
  ];
}
