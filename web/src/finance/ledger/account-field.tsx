import { Select } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { CONTROL_ACCOUNTS } from '#domain/finance/ledger/accounts.ts';
import { normalise, tokens } from '#kernel/text.ts';
import { useT } from '../../i18n/i18n.ts';
import type { InputProps } from '../../lines/input.ts';
import { useChart } from './chart.ts';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled: boolean;
}

/** What is typed begins the code, or stands in the name; those whose code it begins come first. */
function matching(options: readonly Option[], typed: string): Option[] {
  const words = tokens(typed);
  const byCode = options.filter(({ value }) => words[0] !== undefined && value.startsWith(words[0]));
  const byWords = options.filter((option) => {
    const text = normalise(option.label);
    return !byCode.includes(option) && words.every((word) => text.includes(word));
  });
  return [...byCode, ...byWords].slice(0, 40);
}

interface Props extends InputProps {
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** An account, by its code or by words of its name. Tab takes the first that matches, as Enter does. */
export function AccountField({ value, onChange, ...looks }: Props) {
  const t = useT();
  const { accounts, nameOf } = useChart();
  const options = useMemo(
    () =>
      accounts.map((account) => ({
        value: account.code,
        label: `${account.code} ${nameOf(account)}`,
        disabled: !account.active || CONTROL_ACCOUNTS.has(account.code),
      })),
    [accounts, nameOf],
  );
  const chosen = options.find((option) => option.value === value);
  const [text, setText] = useState(chosen?.label ?? '');
  // What was typed and left before the chart came is taken when it comes.
  const typedEarly = useRef<string>(undefined);
  useEffect(() => {
    if (typedEarly.current === undefined || options.length === 0) return;
    const first = matching(options, typedEarly.current).find(({ disabled }) => !disabled);
    typedEarly.current = undefined;
    if (first && !value) onChange(first.value);
  }, [options, value, onChange]);
  const take = (event: KeyboardEvent) => {
    // Enter takes what is marked in the list by itself; nothing is, where the chart came later than the keys.
    const takes = event.key === 'Tab' || (event.key === 'Enter' && !event.currentTarget.hasAttribute('aria-activedescendant'));
    if (!takes || text === chosen?.label || text.trim() === '') return;
    if (options.length === 0) typedEarly.current = text;
    const first = matching(options, text).find(({ disabled }) => !disabled);
    if (first) onChange(first.value);
  };
  return (
    <Select
      {...looks}
      placeholder={t('books.account')}
      data={options}
      value={value || null}
      onChange={(code) => onChange(code ?? '')}
      searchable
      searchValue={text}
      onSearchChange={setText}
      onKeyDown={take}
      filter={({ search }) => matching(options, search === chosen?.label ? '' : search)}
      nothingFoundMessage={t('books.newEntry.nothing')}
      selectFirstOptionOnChange
      // Without it the library forgets the first one again once the list is open, and Enter takes nothing.
      selectFirstOptionOnDropdownOpen
      openOnFocus={false}
      rightSection={null}
      data-field="account"
    />
  );
}
