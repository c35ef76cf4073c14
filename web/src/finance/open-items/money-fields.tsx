import { Select, TextInput } from '@mantine/core';
import type { ComponentProps } from 'react';
import { METHODS, type PaymentMethod } from '#domain/finance/receivables/receipt.ts';
import { BASE_CURRENCY } from '#kernel/money.ts';
import { inCurrency, typedCents } from '../../api/money.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { BusinessDate } from '../../form/step-fields.tsx';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { BankField, bankTyped } from '../currencies/bank-field.tsx';
import { EurosField, eurosTyped, unitOf } from '../currencies/euros-field.tsx';

/** What is typed of money that came or went. */
export interface TypedMoney {
  readonly amount: string;
  readonly currency: string;
  /** What an account in euros got or gave for it, where it is in a foreign currency. */
  readonly euros: string;
  readonly date: string;
  readonly method: PaymentMethod;
  /** The bank account; empty: the usual one. */
  readonly account: string;
  readonly reference: string;
}

export const typedMoney = (known: Partial<TypedMoney> = {}): TypedMoney => ({
  ...{ amount: '', currency: BASE_CURRENCY, euros: '', date: today(), method: 'bank', account: '', reference: '' },
  ...known,
});

/** The same as the requests have it. @param exchanged what they call the euros of money in a foreign currency. */
export const moneyBody = <N extends 'received' | 'paid'>({ reference, ...typed }: TypedMoney, exchanged: N) => ({
  date: typed.date,
  method: typed.method,
  amount: inCurrency(typedCents(typed.amount), typed.currency),
  ...bankTyped(typed.method, typed.account),
  ...eurosTyped(exchanged, typed.currency, typed.euros),
  ...(reference.trim() ? { reference: reference.trim() } : {}),
});

interface Props {
  readonly typed: TypedMoney;
  readonly onType: (typed: TypedMoney) => void;
  readonly exchanged: 'received' | 'paid';
  /** Those that it may be in, beside euros, where that is open. */
  readonly currencies?: readonly string[];
  /** The day of what it is about. */
  readonly min?: string;
  readonly amount: Partial<ComponentProps<typeof AmountInput>> & { readonly 'data-path'?: string; readonly 'data-autofocus'?: boolean };
  /** Whether it has a reference of its own. */
  readonly referenced?: boolean;
}

/** How much, when, and where it came to or went from: each way is an account of its own. */
export function MoneyFields({ typed, onType, exchanged, currencies = [], min, amount, referenced = true }: Props) {
  const t = useT();
  const { currency, method } = typed;
  const choices = [...new Set([BASE_CURRENCY, ...currencies])];
  const type = (change: Partial<TypedMoney>) => onType({ ...typed, ...change });
  return (
    <>
      {choices.length > 1 && (
        <Select
          label={t('currencies.currency')}
          data={choices}
          value={currency}
          allowDeselect={false}
          onChange={(picked) => type({ currency: picked ?? BASE_CURRENCY, account: '' })}
        />
      )}
      <AmountInput
        label={t('billing.amount')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        unit={unitOf(currency)}
        required
        {...amount}
        value={typed.amount}
        onChange={(text) => type({ amount: text })}
      />
      <EurosField name={exchanged} currency={currency} value={typed.euros} onChange={(euros) => type({ euros })} />
      <BusinessDate value={typed.date} onChange={(date) => type({ date })} min={min} />
      <Select
        label={t('billing.method')}
        data={METHODS.map((each) => ({ value: each, label: t(`billing.methods.${each}`) }))}
        value={method}
        onChange={(picked) => type({ method: picked === 'cash' ? 'cash' : 'bank' })}
        allowDeselect={false}
      />
      <BankField method={method} currency={currency} value={typed.account} onChange={(account) => type({ account })} />
      {referenced && (
        <TextInput
          label={t('billing.reference')}
          description={t('billing.referenceText')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={80}
          value={typed.reference}
          onChange={(event) => type({ reference: event.currentTarget.value })}
        />
      )}
    </>
  );
}
