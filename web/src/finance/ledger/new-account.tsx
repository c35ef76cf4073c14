import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type * as z from 'zod/mini';
import { FOREIGN_CURRENCIES, type ForeignCurrency } from '#domain/finance/currencies/exchange-rate.ts';
import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import { ACCOUNT_TYPES, CreateAccount, codesAbove, ownAccount } from '#domain/finance/ledger/own-account.ts';
import { subgroupOf } from '#domain/finance/ledger/subgroups-pgc.ts';
import { DomainError } from '#kernel/errors.ts';
import { BASE_CURRENCY } from '#kernel/money.ts';
import layout from '../../actions/action.module.css';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { type Account, useChart } from './chart.ts';

interface Fields {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly type: Account['type'] | null;
  /** Of a bank account below 573. */
  readonly currency: string | null;
}
type Refusal = 'account.exists' | 'account.no_parent' | 'account.type' | 'incomplete';
const FAULTS = { 'account.exists': 'exists', 'account.no_parent': 'noParent', 'account.type': 'type', incomplete: undefined } as const;

/** The account that a code would hang below, nearest first. */
const parentOf = (code: string, accounts: readonly Account[]): Account | undefined =>
  codesAbove(code).flatMap((above) => accounts.find((account) => account.code === above) ?? [])[0];

/** Why the rulebook refuses the account; `undefined` where it takes it. */
function refusalOf(body: z.input<typeof CreateAccount>, accounts: readonly Account[]): Refusal | undefined {
  const { success, data } = CreateAccount.safeParse(body);
  if (!success) return 'incomplete';
  if (accounts.some(({ code }) => code === data.code)) return 'account.exists';
  try {
    ownAccount(data, parentOf(data.code, accounts));
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code as Refusal;
    throw error;
  }
}

/** A new account of the company, below one of the chart: what it will hang below is said while its code is typed. */
export function NewAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { accounts } = useChart();
  const [fields, setFields] = useState<Fields>({ code: '', name: '', nameEn: '', type: null, currency: null });
  const { code, type } = fields;
  const currency = isAbroad(code) ? (fields.currency as ForeignCurrency | null) : null;
  const [name, nameEn] = [fields.name.trim(), fields.nameEn.trim()];
  const body = { code, name, ...(nameEn ? { nameEn } : {}), ...(type ? { type } : {}), ...(currency ? { currency } : {}) };
  // The code is judged before there is a name.
  const refusal = refusalOf({ ...body, name: 'x' }, accounts);
  return (
    <ActionDialog
      title={t('books.chart.addTitle')}
      confirm={t('books.chart.addNow')}
      tries={false}
      onClose={onClose}
      input={body}
      incomplete={refusal || !name ? t('books.chart.rule') : undefined}
      run={({ key }) => api.POST('/accounts', { params: { header: { 'Idempotency-Key': key } }, body }).then(dataOf)}
      done={() => t('books.chart.added', { code })}
    >
      <AccountFields fields={fields} refusal={refusal} onChange={(change) => setFields({ ...fields, ...change })} />
    </ActionDialog>
  );
}

interface FieldsProps {
  readonly fields: Fields;
  readonly refusal: Refusal | undefined;
  readonly onChange: (change: Partial<Fields>) => void;
}

function AccountFields({ fields: { code, name, nameEn, type, currency }, refusal, onChange }: FieldsProps) {
  const t = useT();
  const why = refusal && FAULTS[refusal];
  const fault = why && t(`books.chart.faults.${why}`);
  return (
    <>
      <TextInput
        label={t('books.chart.code')}
        description={t('books.chart.rule')}
        required
        inputMode="numeric"
        maxLength={9}
        value={code}
        error={why === 'type' ? undefined : fault}
        onChange={(event) => onChange({ code: event.currentTarget.value.replace(/\D/g, '') })}
        data-autofocus
      />
      <Place code={refusal ? undefined : code} type={type} />
      <div className={layout.fields}>
        <TextInput
          label={t('books.chart.name')}
          required
          maxLength={120}
          value={name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('books.chart.nameEn')}
          maxLength={120}
          value={nameEn}
          onChange={(event) => onChange({ nameEn: event.currentTarget.value })}
        />
      </div>
      <Select
        label={t('books.chart.type')}
        placeholder={t('books.chart.typeAsAbove')}
        data={ACCOUNT_TYPES.map((value) => ({ value, label: t(`books.chart.types.${value}`) }))}
        value={type}
        clearable
        clearButtonProps={{ 'aria-label': t('books.chart.typeAsAbove') }}
        error={why === 'type' ? fault : undefined}
        onChange={(value) => onChange({ type: value as Account['type'] | null })}
      />
      {isAbroad(code) && (
        <Select
          label={t('currencies.currency')}
          description={t('currencies.accountHint')}
          data={[...FOREIGN_CURRENCIES]}
          value={currency}
          clearable
          clearButtonProps={{ 'aria-label': BASE_CURRENCY }}
          onChange={(value) => onChange({ currency: value })}
        />
      )}
    </>
  );
}

/** Only bank accounts below 573 have a currency. */
const isAbroad = (code: string): boolean => code.startsWith(ACCOUNT.bankAbroad) && code !== ACCOUNT.bankAbroad;

/** Where in the chart the account will stand. */
function Place({ code, type }: { readonly code: string | undefined; readonly type: Account['type'] | null }) {
  const t = useT();
  const { accounts, nameOf } = useChart();
  const parent = code === undefined ? undefined : parentOf(code, accounts);
  const subgroup = code === undefined ? undefined : subgroupOf(code);
  const words = t(`books.chart.types.${type ?? parent?.type ?? subgroup?.type ?? 'asset'}`);
  return (
    <p role="status" className="dimmed">
      {parent && t('books.chart.below', { parent: `${parent.code} ${nameOf(parent)}`, type: words })}
      {!parent && subgroup && t('books.chart.belowSubgroup', { parent: `${subgroup.code} ${subgroup.name}`, type: words })}
    </p>
  );
}
