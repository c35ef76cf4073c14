import { NativeSelect, Select, Switch, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { isInForce, TAX_CODES, taxPercent } from '#domain/finance/events.ts';
import type { Minor } from '#kernel/money.ts';
import { $api } from '../api/client.ts';
import { DecimalInput } from '../form/decimal-input.tsx';
import { useFormats } from '../i18n/format.ts';
import { DateField } from '../ui/date-field.tsx';
import { CustomerField, type DraftCustomer } from './customer-field.tsx';
import type { InputProps } from './input.ts';
import { type DraftItem, ItemField } from './item-field.tsx';
import styles from './lines.module.css';

interface Choice {
  readonly value: string;
  readonly label: string;
}

type Kind<V> =
  | { readonly as: 'text' | 'notes'; readonly maxLength: number; readonly left?: (record: V) => string | undefined }
  | { readonly as: 'decimal'; readonly unit?: string | ((record: V) => string | undefined) }
  | { readonly as: 'date' | 'switch' | 'warehouse' | 'customer' }
  | { readonly as: 'choice'; readonly choices: readonly Choice[] }
  /** A code of VAT, with its rate on that day. */
  | { readonly as: 'vat'; readonly date: string }
  /** An item of the catalogue; where a warehouse is named, with what is available there. */
  | { readonly as: 'item'; readonly warehouse?: string; readonly shown?: (record: V) => string | undefined }
  /** What a line comes to: shown, not typed. */
  | { readonly as: 'amount'; readonly of: (record: V) => Minor | undefined; readonly currency?: string }
  /** Anything else, such as an account. */
  | {
      readonly as: 'own';
      readonly input: (props: InputProps & { readonly value: string; readonly onChange: (value: string) => void }) => ReactNode;
    };

/** A field of a document or a column of its lines, told as data. */
export type Field<V> = Kind<V> & {
  readonly name: keyof V & string;
  readonly label: string;
  /** As the request calls it, where that is another name. */
  readonly path?: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  /** What else changes with it. */
  readonly set?: (value: never, record: V) => Partial<V>;
  readonly disabled?: (record: V) => boolean;
  /** Of a document: twice as long as the others. */
  readonly long?: boolean;
  /** Of a line: its share of the width, as a track of a grid. */
  readonly width?: string;
};

interface Props<V> extends InputProps {
  readonly field: Field<V>;
  readonly record: V;
  readonly onChange: (change: Partial<V>) => void;
}

/** The input of a field. */
export function FieldInput<V>({ field, record, onChange, ...rest }: Props<V>) {
  const looks = { ...rest, required: field.required ?? false };
  const held: unknown = record[field.name];
  const set = (value: unknown) => onChange(field.set?.(value as never, record) ?? ({ [field.name]: value } as Partial<V>));
  const text = typeof held === 'string' ? held : '';
  const { hint, disabled } = field;
  const shared = {
    ...looks,
    ...(looks.autoFocus ? { 'data-autofocus': true } : {}),
    disabled: disabled?.(record) ?? false,
    ...(hint ? { description: hint, inputWrapperOrder: ORDER } : {}),
  };
  const typed = { ...shared, value: text, onChange: (event: { currentTarget: { value: string } }) => set(event.currentTarget.value) };
  switch (field.as) {
    case 'text':
      return <TextInput {...typed} maxLength={field.maxLength} {...leftOf(field.left?.(record))} />;
    case 'notes':
      return <Textarea {...typed} maxLength={field.maxLength} autosize minRows={2} />;
    case 'decimal':
      return (
        <DecimalInput
          {...shared}
          value={text}
          onChange={set}
          unit={typeof field.unit === 'function' ? field.unit(record) : field.unit}
          onFocus={(event) => event.currentTarget.select()}
        />
      );
    case 'date':
      return <DateField {...shared} value={text} onChange={set} />;
    case 'switch':
      return <Switch id={looks.id} label={looks.label} checked={held === true} onChange={(event) => set(event.currentTarget.checked)} />;
    case 'choice':
      return <Select {...shared} allowDeselect={false} data={[...field.choices]} value={text} onChange={(value) => value && set(value)} />;
    case 'warehouse':
      return <WarehouseField {...shared} value={text} onChange={set} />;
    case 'customer':
      return <CustomerField {...looks} value={held as DraftCustomer | undefined} onChange={set} />;
    case 'vat':
      return <VatField {...shared} date={field.date} value={text} onChange={set} />;
    case 'item':
      return (
        <ItemField
          {...looks}
          warehouse={field.warehouse}
          value={held as DraftItem | undefined}
          shown={field.shown?.(record)}
          onChange={set}
        />
      );
    case 'own':
      return field.input({ ...looks, value: text, onChange: set });
    case 'amount':
      return null;
  }
}

interface FieldsProps<V> {
  readonly fields: readonly Field<V>[];
  readonly record: V;
  readonly faultAt?: (place: string) => string | undefined;
  readonly onChange: (change: Partial<V>) => void;
}

/** The fields of a document or a dialog, side by side as far as there is room. */
export function Fields<V>({ fields, record, faultAt, onChange }: FieldsProps<V>) {
  return (
    <div className={styles.fields}>
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          record={record}
          id={field.name}
          label={field.label}
          className={field.long || field.as === 'customer' || field.as === 'notes' ? styles.long : undefined}
          error={faultAt?.(field.path ?? field.name)}
          // On a narrow screen the keyboard would cover the page before it is seen.
          autoFocus={field.autoFocus === true && window.innerWidth >= 900}
          onChange={onChange}
        />
      ))}
    </div>
  );
}

const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];
const leftOf = (text: string | undefined) => (text ? { leftSection: text, leftSectionWidth: text.length * 9 + 20 } : {});

interface TextProps extends InputProps {
  readonly disabled: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Which warehouse: nothing to be asked where there is one. */
function WarehouseField({ onChange, ...rest }: TextProps) {
  const { data } = $api.useQuery('get', '/warehouses', {}, { staleTime: 300_000 });
  const choices = (data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return choices.length > 1 ? <NativeSelect {...rest} data={choices} onChange={(event) => onChange(event.currentTarget.value)} /> : null;
}

function VatField({ date, onChange, ...rest }: TextProps & { readonly date: string }) {
  const { percent } = useFormats();
  const rateOf = (code: string): string => {
    try {
      return percent(taxPercent(code, date));
    } catch {
      return '–'; // Before its first day the code has no rate: the line itself says so.
    }
  };
  const known = TAX_CODES.filter((code) => code === rest.value || isInForce(code, date));
  const codes = known.map((code) => ({ value: code, label: `${code} · ${rateOf(code)}` }));
  return (
    <NativeSelect
      {...rest}
      data={rest.value ? codes : [{ value: '', label: '' }, ...codes]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
