import { FileInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';

type Adviser = Schemas['Adviser'];
interface Props {
  readonly adviser: Adviser;
  readonly onClose: () => void;
}

const HEAD = 'cuenta;subcuenta';

/** The table of accounts, one a line: typed, pasted, or from a file. */
export function AccountsDialog({ adviser, onClose }: Props) {
  const t = useT();
  const [csv, setCsv] = useState([HEAD, ...adviser.accounts.map(({ account, subaccount }) => `${account};${subaccount}`)].join('\n'));
  return (
    <ActionDialog
      title={t('advisers.table.title', { name: adviser.name })}
      confirm={t('advisers.save')}
      tries={false}
      size="md"
      onClose={onClose}
      input={csv}
      incomplete={csv.trim() === '' ? t('advisers.table.needed') : undefined}
      run={() => api.PUT('/advisers/{adviserId}/accounts', { params: { path: { adviserId: adviser.id } }, body: { csv } }).then(dataOf)}
      done={({ accounts }) => t('advisers.table.done', { count: accounts.length })}
    >
      <p>{t('advisers.table.text', { digits: adviser.digits })}</p>
      <FileInput
        label={t('advisers.table.file')}
        accept=".csv,.txt,text/csv,text/plain"
        onChange={(file) => void file?.text().then(setCsv)}
      />
      <Textarea
        label={t('advisers.table.rows')}
        autosize
        minRows={6}
        maxRows={16}
        maxLength={100_000}
        value={csv}
        onChange={(event) => setCsv(event.currentTarget.value)}
        data-autofocus
      />
    </ActionDialog>
  );
}
