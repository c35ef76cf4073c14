import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { StepDialog, step } from '../../actions/step-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import type { RecordAction } from '../../record/record-actions.tsx';
import type { Account } from './chart.ts';

export type AccountDialog = 'rename' | 'close' | undefined;

/** What can be done with an account that the company added. */
export const accountActions = ({ active }: Account, t: ReturnType<typeof useT>, start: (dialog: AccountDialog) => void): RecordAction[] => [
  { id: 'rename', label: t('books.chart.rename'), needs: 'patchAccount', start: () => start('rename') },
  {
    id: 'close',
    label: t(active ? 'books.chart.close' : 'books.chart.reopen'),
    needs: 'patchAccount',
    danger: active,
    start: () => start('close'),
  },
];

interface Props {
  readonly account: Account;
  readonly onClose: () => void;
}

export function AccountDialogs({ account, dialog, onClose }: Props & { readonly dialog: AccountDialog }) {
  const t = useT();
  if (dialog === 'rename') return <RenameDialog account={account} onClose={onClose} />;
  return dialog === 'close' ? <StepDialog {...closeAccount(account, t)} onClose={onClose} /> : null;
}

const patch = (code: string, body: Schemas['PatchAccount']) =>
  api.PATCH('/accounts/{code}', { params: { path: { code } }, body }).then(dataOf);

function RenameDialog({ account: { code, ...account }, onClose }: Props) {
  const t = useT();
  const [name, setName] = useState(account.name);
  const [nameEn, setNameEn] = useState(account.nameEn);
  const body = { name: name.trim(), nameEn: nameEn.trim() || name.trim() };
  return (
    <ActionDialog
      title={`${t('books.chart.rename')}: ${code}`}
      confirm={t('actions.save')}
      tries={false}
      onClose={onClose}
      input={body}
      incomplete={body.name ? undefined : t('books.chart.name')}
      run={() => patch(code, body)}
      done={() => t('books.chart.renamed', { code })}
    >
      <TextInput
        label={t('books.chart.name')}
        required
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={t('books.chart.nameEn')}
        maxLength={120}
        value={nameEn}
        onChange={(event) => setNameEn(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}

const closeAccount = ({ code, name, active }: Account, t: ReturnType<typeof useT>) =>
  step(() => patch(code, { active: !active }), {
    title: `${t(active ? 'books.chart.close' : 'books.chart.reopen')}: ${code} ${name}`,
    confirm: t(active ? 'books.chart.close' : 'books.chart.reopen'),
    danger: active,
    says: t(active ? 'books.chart.closeText' : 'books.chart.reopenText'),
    done: () => t(active ? 'books.chart.closeDone' : 'books.chart.reopenDone', { code }),
  });
