import { TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';
import styles from './banking.module.css';
import type { QueueFilter } from './use-queue.ts';

const NOTHING = { q: '', from: '', to: '', amount: '' };
const WAIT_MS = 250;
const AMOUNT = /^\d{1,10}(\.\d{1,3})?$/;
const NUMBER = /^\d+(\.\d+)?$/;
/** Money that went out is looked for without its sign. */
const unsigned = (amount: string): string => amount.replace('-', '');

/** Narrows the queue: by words, by days, by an amount. */
export function QueueFilters({ onChange }: { readonly onChange: (filter: QueueFilter) => void }) {
  const t = useT();
  const [typed, setTyped] = useState(NOTHING);
  const words = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => words.current?.focus()]]);
  const tell = useDebouncedCallback(onChange, WAIT_MS);
  const set = (part: Partial<typeof NOTHING>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    const amount = unsigned(next.amount);
    // What is no amount narrows nothing: the queue stays as it was, and the field says why.
    if (amount !== '' && !AMOUNT.test(amount)) {
      tell.cancel();
      return;
    }
    const filter = { q: next.q.trim(), from: next.from, to: next.to, amount };
    tell(Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== '')));
  };
  const isTooLong = NUMBER.test(unsigned(typed.amount)) && !AMOUNT.test(unsigned(typed.amount));
  return (
    <search className={styles.filters}>
      <TextInput
        ref={words}
        label={t('banking.matching.find')}
        maxLength={80}
        value={typed.q}
        onChange={(event) => set({ q: event.currentTarget.value })}
      />
      <DateField label={t('banking.matching.from')} value={typed.from} onChange={(from) => set({ from })} />
      <DateField label={t('banking.matching.to')} value={typed.to} onChange={(to) => set({ to })} />
      <DecimalInput
        label={t('banking.matching.ofAmount')}
        value={typed.amount}
        onChange={(amount) => set({ amount })}
        error={isTooLong && t('banking.matching.ofAmountWrong')}
      />
    </search>
  );
}
