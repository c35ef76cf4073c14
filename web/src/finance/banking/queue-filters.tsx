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
const AMOUNT = /^\d{1,10}(\.\d{1,2})?$/;

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
    const filter = { q: next.q.trim(), from: next.from, to: next.to, amount: AMOUNT.test(next.amount) ? next.amount : '' };
    tell(Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== '')));
  };
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
      <DecimalInput label={t('banking.matching.ofAmount')} value={typed.amount} onChange={(amount) => set({ amount })} />
    </search>
  );
}
