import { Select, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ChangeEvent, useState } from 'react';
import { isIban } from '#kernel/iban.ts';
import { BASE_CURRENCY, CURRENCIES, type Currency } from '#kernel/money.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf } from '../../api/client.ts';
import styles from '../../form/form.module.css';
import { useT } from '../../i18n/i18n.ts';
import { Screen as BankAccountList } from './bank-account-list.tsx';
import { bareIban } from './bank-text.ts';

const EMPTY = { name: '', iban: '', bic: '', account: '572', currency: BASE_CURRENCY as Currency };
type Values = typeof EMPTY;

interface FieldsProps {
  readonly values: Values;
  readonly wrong: boolean;
  readonly onChange: (values: Values) => void;
}

function Fields({ values, wrong, onChange }: FieldsProps) {
  const t = useT();
  const input = (name: keyof Values) => ({
    value: values[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) => onChange({ ...values, [name]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput
        label={t('banking.accounts.name')}
        description={t('banking.accounts.nameHint')}
        required
        maxLength={80}
        {...input('name')}
        data-autofocus
      />
      <div className={styles.pairs}>
        <TextInput
          label="IBAN"
          description={t('banking.accounts.ibanHint')}
          required
          maxLength={50}
          autoComplete="off"
          error={wrong ? t('banking.accounts.ibanWrong') : undefined}
          {...input('iban')}
        />
        <TextInput label="BIC" description={t('banking.accounts.bicHint')} maxLength={11} {...input('bic')} />
        <TextInput
          label={t('banking.accounts.account')}
          description={t('banking.accounts.accountHint')}
          required
          maxLength={9}
          inputMode="numeric"
          {...input('account')}
        />
        <Select
          label={t('banking.accounts.currency')}
          description={t('banking.accounts.currencyHint')}
          data={[...CURRENCIES]}
          searchable
          allowDeselect={false}
          value={values.currency}
          onChange={(currency) => currency && onChange({ ...values, currency: currency as Currency })}
        />
      </div>
    </>
  );
}

function BankAccountDialog({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (id: string) => void }) {
  const t = useT();
  const [values, setValues] = useState(EMPTY);
  const body = {
    ...{ name: values.name.trim(), iban: bareIban(values.iban), account: values.account.trim(), currency: values.currency },
    ...(values.bic.trim() ? { bic: values.bic.trim().toUpperCase() } : {}),
  };
  const isComplete = body.name && isIban(body.iban) && /^57[23]\d{0,6}$/.test(body.account);
  return (
    <ActionDialog
      title={t('banking.accounts.new')}
      confirm={t('banking.accounts.save')}
      tries={false}
      onClose={onClose}
      input={body}
      incomplete={isComplete ? undefined : t('banking.accounts.lacking')}
      run={({ key }) => api.POST('/banking/accounts', { params: { header: { 'Idempotency-Key': key } }, body }).then(dataOf)}
      done={({ name }) => t('banking.accounts.saved', { name })}
      onDone={({ id }) => onDone(id)}
    >
      <Fields values={values} wrong={values.iban.trim() !== '' && !isIban(body.iban)} onChange={setValues} />
    </ActionDialog>
  );
}

/** A new bank account, before the list: an address that can be linked to. */
export function Screen() {
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  return (
    <>
      <BankAccountList />
      <BankAccountDialog onClose={() => go('/banking/accounts')} onDone={(id) => go(`/banking/accounts/${id}`)} />
    </>
  );
}
