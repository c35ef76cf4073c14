import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import styles from '../../form/form.module.css';
import { useT } from '../../i18n/i18n.ts';

interface Props {
  readonly account: Schemas['BankAccount'];
  readonly onClose: () => void;
}

/** What may be changed of a bank account: its name, its BIC, and whether it is closed. */
export function BankAccountEdit({ account, onClose }: Props) {
  const t = useT();
  const [name, setName] = useState(account.name);
  const [bic, setBic] = useState(account.bic ?? '');
  const [closed, setClosed] = useState(account.closed ?? false);
  const body = { name: name.trim(), bic: bic.trim() === '' ? null : bic.trim().toUpperCase(), closed };
  return (
    <ActionDialog
      title={t('banking.accounts.edit')}
      confirm={t('actions.save')}
      tries={false}
      onClose={onClose}
      input={body}
      incomplete={body.name === '' ? t('banking.accounts.lacking') : undefined}
      run={async () =>
        dataOf(await api.PATCH('/banking/accounts/{bankAccountId}', { params: { path: { bankAccountId: account.id } }, body }))
      }
      done={(saved) => t('banking.accounts.changed', { name: saved.name })}
    >
      <div className={styles.pairs}>
        <TextInput
          label={t('banking.accounts.name')}
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <TextInput
          label="BIC"
          description={t('banking.accounts.bicHint')}
          maxLength={11}
          value={bic}
          onChange={(event) => setBic(event.currentTarget.value)}
        />
      </div>
      <Checkbox
        label={t('banking.accounts.closed')}
        description={t('banking.accounts.closedHint')}
        checked={closed}
        onChange={(event) => setClosed(event.currentTarget.checked)}
      />
    </ActionDialog>
  );
}
