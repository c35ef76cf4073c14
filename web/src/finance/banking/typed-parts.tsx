import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DimensionsField, useDimensions } from '../../lines/dimension-column.tsx';
import { AccountField } from '../ledger/account-field.tsx';
import styles from './banking.module.css';
import type { TypedPart } from './match-draft.ts';

interface Props {
  readonly typed: readonly TypedPart[];
  /** What is left of the line: the first part without an amount takes it. */
  readonly rest: string;
  readonly onChange: (typed: readonly TypedPart[]) => void;
  readonly onAdd: () => void;
}

/** What no document tells of, by accounts: a fee, wages, a tax. Split among as many as are typed. */
export function TypedParts({ typed, rest, onChange, onAdd }: Props) {
  const t = useT();
  const last = useRef<HTMLDivElement>(null);
  const count = typed.length;
  // Whoever asks for another part types on in it.
  useEffect(() => {
    if (count > 1) last.current?.querySelector('input')?.focus();
  }, [count]);
  const open = typed.findIndex(({ amount }) => amount === '');
  return (
    <>
      {typed.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have nothing else that tells them apart, and only the last is taken away.
        <div key={i} ref={i === count - 1 ? last : undefined}>
          <TypedFields part={part} no={i + 1} rest={i === open ? rest : ''} onChange={(changed) => onChange(typed.with(i, changed))} />
        </div>
      ))}
      <Button variant="subtle" size="compact-sm" onClick={onAdd}>
        {t('banking.matching.another')} <kbd>A</kbd>
      </Button>
      {count > 1 && (
        <Button variant="subtle" size="compact-sm" color="gray" onClick={() => onChange(typed.slice(0, -1))}>
          {t('banking.matching.fewer')}
        </Button>
      )}
    </>
  );
}

interface FieldsProps {
  readonly part: TypedPart;
  readonly no: number;
  readonly rest: string;
  readonly onChange: (part: TypedPart) => void;
}

function TypedFields({ part, no, rest, onChange }: FieldsProps) {
  const t = useT();
  const { decimal } = useFormats();
  const dimensions = useDimensions();
  const set = (name: keyof TypedPart) => (value: string) => onChange({ ...part, [name]: value });
  return (
    <fieldset className={styles.typed}>
      <legend>{no === 1 ? t('banking.matching.byAccount') : t('banking.matching.byAccountNo', { no })}</legend>
      <AccountField id={`by-account-${no}`} label={t('banking.matching.account')} value={part.account} onChange={set('account')} />
      <TextInput
        label={t('banking.matching.amount')}
        inputMode="decimal"
        maxLength={16}
        placeholder={rest === '' ? '' : decimal(rest)}
        value={part.amount}
        onChange={(event) => set('amount')(event.currentTarget.value.replace(',', '.'))}
      />
      <TextInput
        label={t('banking.matching.text')}
        maxLength={140}
        value={part.text}
        onChange={(event) => set('text')(event.currentTarget.value)}
      />
      {dimensions.length > 0 && (
        <DimensionsField label={t('analysis.column')} dimensions={dimensions} value={part.dimensions} onChange={set('dimensions')} />
      )}
    </fieldset>
  );
}
