import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import fields from '../../form/form.module.css';
import { useT } from '../../i18n/i18n.ts';

type Adviser = Schemas['Adviser'];
const LENGTHS = [8, 9, 10, 11, 12];
const PREFIXES = ['430', '400', '410'] as const;

const NEW = {
  name: '',
  digits: 8,
  numbering: 'running' as Adviser['numbering'],
  padding: true,
  prefixes: { 430: '430', 400: '400', 410: '410' },
};
const settingsOf = ({ name, digits, numbering, padding, prefixes }: typeof NEW = NEW) => ({ name, digits, numbering, padding, prefixes });

/** How a firm numbers accounts: entered, or changed. */
export function SettingsDialog({ adviser, onClose }: { readonly adviser?: Adviser; readonly onClose: () => void }) {
  const t = useT();
  const [body, setBody] = useState(() => settingsOf(adviser));
  const change = (part: Partial<typeof body>) => setBody({ ...body, ...part });
  return (
    <ActionDialog
      title={adviser ? t('advisers.change', { name: adviser.name }) : t('advisers.new')}
      confirm={adviser ? t('advisers.save') : t('advisers.new')}
      tries={false}
      size="md"
      onClose={onClose}
      input={body}
      incomplete={body.name.trim() === '' ? t('advisers.nameNeeded') : undefined}
      run={({ key }) =>
        adviser
          ? api.PATCH('/advisers/{adviserId}', { params: { path: { adviserId: adviser.id } }, body }).then(dataOf)
          : api.POST('/advisers', { params: { header: { 'Idempotency-Key': key } }, body }).then(dataOf)
      }
      done={(saved) => t('advisers.saved', { name: saved.name })}
    >
      <TextInput
        label={t('advisers.name')}
        value={body.name}
        maxLength={120}
        onChange={(event) => change({ name: event.currentTarget.value })}
        required
        data-autofocus
      />
      <NativeSelect
        label={t('advisers.digits')}
        data={LENGTHS.map(String)}
        value={String(body.digits)}
        onChange={(event) => change({ digits: Number(event.currentTarget.value) })}
      />
      <div className={fields.pairs}>
        {PREFIXES.map((account) => (
          <TextInput
            key={account}
            label={t('advisers.prefix', { account })}
            inputMode="numeric"
            maxLength={5}
            value={body.prefixes[account]}
            onChange={(event) => change({ prefixes: { ...body.prefixes, [account]: event.currentTarget.value } })}
          />
        ))}
      </div>
      <NativeSelect
        label={t('advisers.numbering')}
        data={(['running', 'tax-id'] as const).map((value) => ({ value, label: t(`advisers.numberings.${value}`) }))}
        value={body.numbering}
        onChange={(event) => change({ numbering: event.currentTarget.value as Adviser['numbering'] })}
      />
      <Checkbox
        label={t('advisers.padding')}
        checked={body.padding}
        onChange={(event) => change({ padding: event.currentTarget.checked })}
      />
    </ActionDialog>
  );
}
