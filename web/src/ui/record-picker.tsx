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
  /** Its field in the form: the focus finds it there when it is at fault. */
  readonly path?: string;
}

interface Finding<T> {
  readonly kind: string;
  readonly find: (q: string) => Promise<readonly T[]>;
  readonly choiceOf: (record: T) => Choice<T>;
}

/** Finds one record while typing: one request for what has been typed, none for what was asked already. */
function RecordPicker<T>(props: RecordPickerProps<T> & Finding<T>) {
  const { label, onChange, error, required = false, autoFocus, disabled = false, bare, path } = props;
  const t = useT();
  const { chosen, choices, text, setText, typed, waiting } = useChoices(props);
  return (
    <Select
      {...(bare ? bareLooks(label, t) : { label, placeholder: t('lists.pick') })}
      data={choices.map(({ id, label: name }) => ({ value: id, label: name }))}
      value={chosen?.id ?? null}
      onChange={(id) => onChange(choices.find((choice) => choice.id === id)?.record)}
      searchable
      searchValue={text}
      onSearchChange={setText}
      // The API has found them already, by more than their labels.
      filter={({ options }) => options}
      nothingFoundMessage={waiting ? t('shell.loading') : t('lists.nothingFound')}
      selectFirstOptionOnChange
      // What is wrong stands below the field, where its choices would cover it.
      openOnFocus={!error}
      onKeyDown={(event) => typed && event.key === 'Enter' && event.preventDefault()}
      error={error}
      required={required}
      disabled={disabled}
      {...(path ? { 'data-path': path } : {})}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
    />
  );
}

/** What is offered is of the words that stand in the field: Enter never takes a choice of earlier ones. */
function useChoices<T>({ value, kind, find, choiceOf }: RecordPickerProps<T> & Finding<T>) {
  const chosen = value && choiceOf(value);
  const [text, setText] = useState(chosen?.label ?? '');
  const typed = text !== (chosen?.label ?? '');
  const [q] = useDebouncedValue(typed ? text.trim() : '', 200);
  const found = useQuery({ queryKey: ['pick', kind, q], queryFn: () => find(q), placeholderData: (before) => before });
  const ready = !typed || (q === text.trim() && !found.isPlaceholderData);
  const offered = ready ? (found.data ?? []).map(choiceOf) : [];
  const choices = chosen && !typed && !offered.some(({ id }) => id === chosen.id) ? [chosen, ...offered] : offered;
  return { chosen, choices, text, setText, typed, waiting: !ready || found.isFetching };
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
