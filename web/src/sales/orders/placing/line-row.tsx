import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { TAX_CODES, taxPercent } from '#domain/finance/events.ts';
import { minorText } from '#kernel/money.ts';
import { useFormats } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/i18n.ts';
import { IconX } from '../../../ui/icons.ts';
import { PickField } from '../../../ui/pick-field.tsx';
import type { DraftLine, LineField } from './draft.ts';
import { type FoundItem, findItems, type Shortage } from './find-items.ts';
import { goTo } from './go-to.ts';
import styles from './placing.module.css';
import { useWritten } from './use-draft.ts';

export interface LineRowProps {
  readonly line: DraftLine;
  readonly no: number;
  readonly date: string;
  readonly warehouse: string;
  readonly net: number | undefined;
  readonly shortage: Shortage | undefined;
  readonly refuses: boolean;
  readonly fault: (field: LineField) => string | undefined;
  readonly onChange: (change: Partial<DraftLine>) => void;
  readonly onRemove: () => void;
  /** To the line below. */
  readonly onNext: () => void;
}

/** One line: the item by code or words, Enter to its quantity, Enter to the next line. */
export function LineRow(props: LineRowProps) {
  const { line, no, net, warehouse, fault, onChange, onRemove } = props;
  const { key, item } = line;
  const t = useT();
  const { money } = useFormats();
  const written = useWritten();
  const [picked, setPicked] = useState<string>();
  // Only once the line shows the item is its quantity there to be typed over.
  useEffect(() => {
    if (picked === undefined || picked !== item?.id) return;
    goTo(`${key}-quantity`);
    setPicked(undefined);
  }, [picked, item?.id, key]);
  const pick = ({ item: { id, code, name, unit, price, taxCode, kind, active } }: FoundItem) => {
    const picked = { id, code, name, unit, price, taxCode, kind, active };
    onChange({ item: picked, price: written(price), taxCode, quantity: line.quantity || '1', description: undefined });
    setPicked(id);
  };
  return (
    <li className={styles.line} data-empty={item === undefined || undefined} aria-label={t('orders.new.lineNo', { no })}>
      <PickField
        id={`${key}-item`}
        className={styles.item}
        label={t('orders.item')}
        kind={`item-${warehouse}`}
        chosen={item && `${item.code} · ${line.description ?? item.name}`}
        find={(q) => findItems(q, warehouse)}
        idOf={(found) => found.item.id}
        optionOf={(found) => <ItemOption found={found} />}
        onPick={pick}
        onClear={() => onChange({ item: undefined, price: '', taxCode: '' })}
        error={fault('item')}
      />
      <LineNumbers {...props} />
      <output className={`${styles.lineNet} amount`}>{net === undefined ? '' : money({ amount: minorText(net), currency: 'EUR' })}</output>
      {item ? (
        <ActionIcon
          className={styles.remove}
          variant="subtle"
          color="gray"
          aria-label={t('orders.new.removeLine', { no })}
          onClick={onRemove}
        >
          <IconX size={16} />
        </ActionIcon>
      ) : (
        <span />
      )}
      <LineNotes {...props} />
    </li>
  );
}

function LineNumbers({ line, date, fault, onChange, onNext }: LineRowProps) {
  const t = useT();
  const { percent } = useFormats();
  const { key, item } = line;
  const next = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onNext();
  };
  const number = (field: 'quantity' | 'price' | 'discount') => ({
    id: `${key}-${field}`,
    className: styles[field] ?? '',
    label: t(`orders.${field}`),
    inputMode: 'decimal' as const,
    autoComplete: 'off',
    value: line[field],
    error: fault(field) !== undefined,
    'aria-describedby': `${key}-faults`,
    disabled: !item,
    onFocus: (event: React.FocusEvent<HTMLInputElement>) => event.currentTarget.select(),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => onChange({ [field]: event.currentTarget.value }),
    onKeyDown: next,
  });
  return (
    <>
      <TextInput {...number('quantity')} rightSection={item && <small className="dimmed">{item.unit}</small>} />
      <TextInput {...number('price')} />
      <TextInput {...number('discount')} rightSection={<small className="dimmed">%</small>} />
      <NativeSelect
        id={`${key}-taxCode`}
        className={styles.taxCode ?? ''}
        label={t('orders.vat')}
        disabled={!item}
        value={line.taxCode}
        error={fault('taxCode') !== undefined}
        onChange={(event) => onChange({ taxCode: event.currentTarget.value })}
        data={[
          ...(item ? [] : [{ value: '', label: '' }]),
          ...TAX_CODES.map((code) => ({ value: code, label: `${code} · ${rateOn(code, date, percent)}` })),
        ]}
      />
    </>
  );
}

function rateOn(code: string, date: string, percent: (value: string) => string): string {
  try {
    return percent(taxPercent(code, date));
  } catch {
    return '–'; // Before its first day the code has no rate: the line itself says so.
  }
}

function ItemOption({ found: { item, available } }: { readonly found: FoundItem }) {
  const t = useT();
  const { decimal, price } = useFormats();
  return (
    <div className={styles.option}>
      <b>{item.code}</b>
      <span>{item.name}</span>
      <span className="amount">{price(item.price)}</span>
      <small className="amount" data-none={available !== undefined && Number(available) <= 0 ? true : undefined}>
        {available === undefined ? t('orders.new.service') : t('orders.new.available', { quantity: decimal(available) })}
      </small>
    </div>
  );
}

/** What is wrong with the line's numbers, in words of their own below it: their fields are too narrow. */
function LineNotes({ line, fault, shortage, refuses }: LineRowProps) {
  const t = useT();
  const { decimal } = useFormats();
  const faults = [...new Set((['quantity', 'price', 'discount', 'taxCode'] as const).map(fault).filter(Boolean))];
  return (
    <div className={styles.notes} id={`${line.key}-faults`}>
      {faults.map((text) => (
        <p key={text} role="alert" data-refuses>
          {text}
        </p>
      ))}
      {shortage && (
        <p data-refuses={refuses || undefined} role="status">
          {t(refuses ? 'orders.new.shortRefused' : 'orders.new.shortBackorder', {
            asked: decimal(shortage.asked),
            available: decimal(shortage.available),
          })}
        </p>
      )}
    </div>
  );
}
