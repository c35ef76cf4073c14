import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, dataOf, type Schemas } from '../api/client.ts';
import { useT } from '../i18n/i18n.ts';

interface Choice<T> {
  readonly id: string;
  readonly label: string;
  readonly record: T;
}

export interface RecordPickerProps<T> {
  readonly label: string;
  readonly value: T | undefined;
  readonly onChange: (record: T | undefined) => void;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
  /** Above a list: its label is its placeholder, and it can be cleared. */
  readonly bare?: boolean;
}

/** Finds one record while typing: one request for what has been typed, none for what was asked already. */
function RecordPicker<T>(
  props: RecordPickerProps<T> & {
    readonly kind: string;
    readonly find: (q: string) => Promise<readonly T[]>;
    readonly choiceOf: (record: T) => Choice<T>;
  },
) {
  const { label, value, onChange, error, required, autoFocus, disabled, bare, kind, find, choiceOf } = props;
  const t = useT();
  const chosen = value && choiceOf(value);
  const [text, setText] = useState(chosen?.label ?? '');
  const [q] = useDebouncedValue(text === chosen?.label ? '' : text.trim(), 200);
  const found = useQuery({ queryKey: ['pick', kind, q], queryFn: () => find(q), placeholderData: (before) => before });
  const choices = (found.data ?? []).map(choiceOf);
  const all = chosen && !choices.some(({ id }) => id === chosen.id) ? [chosen, ...choices] : choices;
  return (
    <Select
      {...(bare ? bareLooks(label, t) : { label, placeholder: t('lists.pick') })}
      data={all.map(({ id, label: name }) => ({ value: id, label: name }))}
      value={chosen?.id ?? null}
      onChange={(id) => onChange(all.find((choice) => choice.id === id)?.record)}
      searchable
      searchValue={text}
      onSearchChange={setText}
      // The API has found them already, by more than their labels.
      filter={({ options }) => options}
      nothingFoundMessage={found.isFetching ? t('shell.loading') : t('lists.nothingFound')}
      selectFirstOptionOnChange
      error={error}
      required={required ?? false}
      disabled={disabled ?? false}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
    />
  );
}

const bareLooks = (label: string, t: ReturnType<typeof useT>) => ({
  'aria-label': label,
  placeholder: label,
  clearable: true,
  clearButtonProps: { 'aria-label': t('lists.clearFilter', { what: label }) },
});

const customers = (q: string) => api.GET('/customers', { params: { query: { q, limit: 20 } } }).then((answer) => dataOf(answer).items);
const items = (q: string) =>
  api.GET('/items', { params: { query: { q, limit: 20, active: true } } }).then((answer) => dataOf(answer).items);

export function CustomerPicker(props: RecordPickerProps<Schemas['Customer']>) {
  return (
    <RecordPicker
      {...props}
      kind="customer"
      find={customers}
      choiceOf={(record) => ({ id: record.id, label: record.taxId ? `${record.name} · ${record.taxId}` : record.name, record })}
    />
  );
}

export function ItemPicker(props: RecordPickerProps<Schemas['Item']>) {
  return (
    <RecordPicker
      {...props}
      kind="item"
      find={items}
      choiceOf={(record) => ({ id: record.id, label: `${record.code} · ${record.name}`, record })}
    />
  );
}
