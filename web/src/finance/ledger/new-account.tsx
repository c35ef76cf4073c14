import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type * as z from 'zod/mini';
import { ACCOUNT_TYPES, CreateAccount, codesAbove, ownAccount } from '#domain/finance/ledger/own-account.ts';
import { subgroupOf } from '#domain/finance/ledger/subgroups-pgc.ts';
import { DomainError } from '#kernel/errors.ts';
import fields from '../../actions/action.module.css';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { type Account, useChart } from './chart.ts';

type Draft = z.input<typeof CreateAccount>;

/** The account that a code would hang below, nearest first. */
const parentOf = (code: string, accounts: readonly Account[]): Account | undefined =>
  codesAbove(code).flatMap((above) => accounts.find((account) => account.code === above) ?? [])[0];

/** Why the rulebook refuses the account, by its code; `undefined` where it takes it. */
function refusalOf(draft: Draft, accounts: readonly Account[]): string | undefined {
  const { success, data } = CreateAccount.safeParse(draft);
  if (!success) return 'code';
  if (accounts.some(({ code }) => code === data.code)) return 'account.exists';
  try {
    ownAccount(data, parentOf(data.code, accounts));
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** A new account of the company, below one of the chart: what it will hang below is said while its code is typed. */
export function NewAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { accounts, nameOf } = useChart();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [nameEn, setNameEn] = useState('');
  const [type, setType] = useState<Account['type'] | null>(null);
  const draft = { code: code.trim(), ...(type ? { type } : {}) };
  const body = { ...draft, name: name.trim(), ...(nameEn.trim() ? { nameEn: nameEn.trim() } : {}) };
  const refusal = refusalOf({ ...draft, name: 'x' }, accounts);
  const fault =
    refusal && refusal !== 'code'
      ? t(`errors.codes.${refusal.replace('.', '_')}` as 'errors.unknown', { defaultValue: refusal })
      : undefined;
  const place = refusal ? undefined : placeOf(draft.code, type, accounts, nameOf, t);
  return (
    <ActionDialog
      title={t('books.chart.addTitle')}
      confirm={t('books.chart.add')}
      tries={false}
      onClose={onClose}
      input={body}
      incomplete={refusal || !body.name ? t('books.chart.rule') : undefined}
      run={({ key }) => api.POST('/accounts', { params: { header: { 'Idempotency-Key': key } }, body }).then(dataOf)}
      done={() => t('books.chart.added', { code: body.code })}
    >
      <TextInput
        label={t('books.chart.code')}
        description={t('books.chart.rule')}
        required
        inputMode="numeric"
        maxLength={9}
        value={code}
        error={refusal === 'account.type' ? undefined : fault}
        onChange={(event) => setCode(event.currentTarget.value.replace(/\D/g, ''))}
        data-autofocus
      />
      <p role="status" className="dimmed">
        {place}
      </p>
      <div className={fields.fields}>
        <TextInput
          label={t('books.chart.name')}
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('books.chart.nameEn')}
          maxLength={120}
          value={nameEn}
          onChange={(event) => setNameEn(event.currentTarget.value)}
        />
      </div>
      <Select
        label={t('books.chart.type')}
        placeholder={t('books.chart.typeAsAbove')}
        data={ACCOUNT_TYPES.map((value) => ({ value, label: t(`books.chart.types.${value}`) }))}
        value={type}
        clearable
        clearButtonProps={{ 'aria-label': t('books.chart.typeAsAbove') }}
        error={refusal === 'account.type' ? fault : undefined}
        onChange={(value) => setType(value as Account['type'] | null)}
      />
    </ActionDialog>
  );
}

function placeOf(
  code: string,
  type: Account['type'] | null,
  accounts: readonly Account[],
  nameOf: (account: Account) => string,
  t: ReturnType<typeof useT>,
): string {
  const parent = parentOf(code, accounts);
  const subgroup = subgroupOf(code);
  const words = t(`books.chart.types.${type ?? parent?.type ?? subgroup?.type ?? 'asset'}`);
  if (parent) return t('books.chart.below', { parent: `${parent.code} ${nameOf(parent)}`, type: words });
  return t('books.chart.belowSubgroup', { parent: `${subgroup?.code} ${subgroup?.name}`, type: words });
}
