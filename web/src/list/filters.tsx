import { CloseButton, Select, Switch, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/i18n.ts';
import { DateField } from '../ui/date-field.tsx';
import { IconSearch } from '../ui/icons.ts';
import type { Search } from './address.ts';
import { CustomerFilter } from './customer-filter.tsx';
import { ItemFilter } from './item-filter.tsx';
import styles from './list.module.css';
import type { Filter, ListSpec } from './spec.ts';

interface Props {
  readonly search: Search;
  readonly onChange: (to: Search, replace?: boolean) => void;
}

/** Words and filters above a list. What they say is in the address. */
export function Filters<Row>({ spec, search, onChange }: Props & { readonly spec: ListSpec<Row> }) {
  return (
    <search className={styles.filters}>
      {spec.searchLabel && <Words label={spec.searchLabel} search={search} onChange={onChange} />}
      {spec.filters?.map((filter) => (
        <OneFilter key={filter.id} filter={filter} search={search} onChange={onChange} />
      ))}
    </search>
  );
}

function Words({ label, search, onChange }: Props & { readonly label: string }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const wanted = search.q ?? '';
  const [text, setText] = useState(wanted);
  useEffect(() => setText(wanted), [wanted]);
  useHotkeys([['/', () => input.current?.focus()]]);
  const later = useDebouncedCallback((q: string) => onChange({ q }, true), 220);
  const type = (q: string) => {
    setText(q);
    later(q);
  };
  return (
    <TextInput
      ref={input}
      className={styles.words}
      aria-label={label}
      placeholder={label}
      maxLength={80}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text ? <CloseButton size={24} aria-label={t('lists.clearWords')} onClick={() => type('')} /> : <kbd>/</kbd>}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

/** What a view that takes several states at once is called: `placed,partly-shipped`. */
function manyOf(options: readonly { readonly value: string; readonly label: string }[], values: string | undefined): string | undefined {
  const labels = options.filter(({ value }) => values?.split(',').includes(value)).map(({ label }) => label);
  return labels.length > 1 ? labels.join(', ') : undefined;
}

function OneFilter({ filter, search, onChange }: Props & { readonly filter: Filter }) {
  const t = useT();
  if (filter.kind === 'choice')
    return (
      <Select
        aria-label={filter.label}
        placeholder={manyOf(filter.options, search[filter.id]) ?? filter.label}
        data={filter.options.map((option) => ({ ...option }))}
        value={search[filter.id] ?? null}
        onChange={(value) => onChange({ [filter.id]: value ?? undefined })}
        clearable
        searchable={filter.options.length > 8}
        clearButtonProps={{ 'aria-label': t('lists.clearFilter', { what: filter.label }) }}
        className={styles.filter}
      />
    );
  if (filter.kind === 'customer')
    return <CustomerFilter label={filter.label} id={search[filter.id]} onChange={(customerId) => onChange({ [filter.id]: customerId })} />;
  if (filter.kind === 'item')
    return <ItemFilter label={filter.label} id={search[filter.id]} onChange={(itemId) => onChange({ [filter.id]: itemId })} />;
  if (filter.kind === 'own')
    return (
      <div className={styles.filter}>
        {filter.input({ label: filter.label, id: search[filter.id], onChange: (id) => onChange({ [filter.id]: id }) })}
      </div>
    );
  if (filter.kind === 'flag')
    return (
      <Switch
        label={filter.label}
        checked={search[filter.id] === 'true'}
        onChange={(event) => onChange({ [filter.id]: event.currentTarget.checked ? 'true' : undefined })}
      />
    );
  return (
    <fieldset className={styles.dates}>
      <legend className="unseen">{filter.label}</legend>
      <DateField
        className={styles.date}
        aria-label={t('lists.from')}
        value={search.from ?? ''}
        max={search.to}
        onChange={(date) => onChange({ from: date })}
      />
      <span aria-hidden>–</span>
      <DateField
        className={styles.date}
        aria-label={t('lists.to')}
        value={search.to ?? ''}
        min={search.from}
        onChange={(date) => onChange({ to: date })}
      />
    </fieldset>
  );
}
