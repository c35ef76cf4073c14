import { ActionIcon, Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { minorText } from '#kernel/money.ts';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { IconPlus, IconTrash } from '../../ui/icons.ts';
import { ItemPicker } from '../../ui/record-picker.tsx';
import styles from './goods-receipts.module.css';
import { type DraftLine, draftTotal, lineCost, newLine, type ReceiptDraft } from './receipt-draft.ts';

interface Props {
  readonly draft: ReceiptDraft;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (lines: readonly DraftLine[]) => void;
}

const eur = (minor: number) => ({ amount: minorText(minor), currency: 'EUR' });

/** Item, quantity and cost, line after line: Enter goes to the next field, and from the last one to a new line. */
export function ReceiptLines({ draft, faults, onChange }: Props) {
  const t = useT();
  const { money } = useFormats();
  const { lines } = draft;
  const { box, add, onKeyDown } = useLineKeys(lines, onChange);
  const set = (key: string, change: Partial<DraftLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...change } : line)));
  const remove = (key: string) => {
    const rest = lines.filter((line) => line.key !== key);
    onChange(rest.length > 0 ? rest : [newLine()]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter moves on between the fields inside; each of them is reached by Tab as well.
    <div className={styles.lines} ref={box} onKeyDown={onKeyDown}>
      <div className={styles.heads} aria-hidden>
        <span>{t('stock.item')}</span>
        <span className="amount">{t('stock.quantity')}</span>
        <span className="amount">{t('stock.unitCost')}</span>
        <span className="amount">{t('goodsReceipts.cost')}</span>
      </div>
      {lines.map((line, index) => (
        <Line
          key={line.key}
          line={line}
          no={index + 1}
          faults={faults}
          onSet={(change) => set(line.key, change)}
          onRemove={() => remove(line.key)}
        />
      ))}
      <div className={styles.foot}>
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add}>
          {t('goodsReceipts.addLine')}
        </Button>
        <span className={styles.total} role="status">
          {t('stock.total')}: <b className="amount">{money(eur(draftTotal(draft)))}</b>
        </span>
      </div>
    </div>
  );
}

interface LineProps {
  readonly line: DraftLine;
  readonly no: number;
  readonly faults: Readonly<Record<string, string>>;
  readonly onSet: (change: Partial<DraftLine>) => void;
  readonly onRemove: () => void;
}

function Line({ line, no, faults, onSet, onRemove }: LineProps) {
  const t = useT();
  const { money } = useFormats();
  const cost = lineCost(line);
  const fields = useRef<HTMLFieldSetElement>(null);
  // An item that was taken with Enter leads on, as Enter does in the other fields.
  const take = (item: DraftLine['item']) => {
    onSet({ item });
    if (item) setTimeout(() => fields.current?.querySelectorAll('input')[1]?.focus());
  };
  return (
    <fieldset ref={fields} className={styles.line} data-line={line.key} aria-label={t('goodsReceipts.line', { no })}>
      <ItemPicker label={t('stock.item')} value={line.item} onChange={take} error={faults[`${line.key}.itemId`]} autoFocus={no === 1} />
      <DecimalInput
        label={t('stock.quantity')}
        decimalScale={3}
        value={line.quantity}
        onChange={(quantity) => onSet({ quantity })}
        error={faults[`${line.key}.quantity`]}
      />
      <DecimalInput
        label={t('stock.unitCost')}
        decimalScale={6}
        suffix=" €"
        value={line.unitCost}
        onChange={(unitCost) => onSet({ unitCost })}
        error={faults[`${line.key}.unitCost`]}
      />
      <span className={`amount ${styles.cost}`}>{cost === undefined ? '' : money(eur(cost))}</span>
      <ActionIcon aria-label={t('goodsReceipts.removeLine', { no })} onClick={onRemove}>
        <IconTrash size={17} />
      </ActionIcon>
    </fieldset>
  );
}

/** Enter moves on between the fields; a new line has the focus. */
function useLineKeys(lines: readonly DraftLine[], onChange: (lines: readonly DraftLine[]) => void) {
  const box = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState<string>();
  useEffect(() => {
    if (added) box.current?.querySelector<HTMLElement>(`[data-line="${added}"] input`)?.focus();
  }, [added]);
  const add = () => {
    const line = newLine();
    onChange([...lines, line]);
    setAdded(line.key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.defaultPrevented || !(target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const inputs = [...(box.current?.querySelectorAll<HTMLInputElement>('[data-line] input:not([type=hidden])') ?? [])];
    const next = inputs[inputs.indexOf(target) + 1];
    if (next) next.focus();
    else add();
  };
  return { box, add, onKeyDown };
}
