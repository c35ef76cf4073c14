import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { WarehouseInput } from '#domain/inventory/stock/warehouse.ts';
import { $api, api, dataOf } from '../../api/client.ts';
import { faultsOf } from '../../form/faults.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import record from '../../record/record.module.css';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { IconPlus } from '../../ui/icons.ts';
import { SettingsPage } from './settings-page.tsx';

/** Where goods are kept. */
export function Screen() {
  const t = useT();
  const can = useCan();
  const { data, error } = $api.useQuery('get', '/warehouses', {});
  const [adding, setAdding] = useState(false);
  return (
    <SettingsPage
      part="warehouses"
      text={t('settings.warehouses.text')}
      error={error}
      actions={
        can('createWarehouse') && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            {t('settings.warehouses.add')}
          </Button>
        )
      }
    >
      <Section title={t('settings.warehouses.title')}>
        <table className={record.table}>
          <thead>
            <tr>
              <th scope="col">{t('settings.warehouses.code')}</th>
              <th scope="col">{t('settings.warehouses.name')}</th>
            </tr>
          </thead>
          <tbody>
            {data?.items.map(({ id, code, name }) => (
              <tr key={id}>
                <td>
                  <code>{code}</code>
                </td>
                <td>{name}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      {adding && <AddWarehouse onClose={() => setAdding(false)} />}
    </SettingsPage>
  );
}

function AddWarehouse({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const bodyOf = ({ code, name }: { code: string; name: string }) => ({ code: code.trim().toLowerCase(), name: name.trim() });
  const form = useForm({
    initialValues: { code: '', name: '' },
    validate: (values) =>
      faultsOf(WarehouseInput, bodyOf(values), (field) => t(`settings.warehouses.faults.${field}` as 'settings.warehouses.faults.code')),
  });
  return (
    <FormDialog
      title={t('settings.warehouses.add')}
      form={form}
      confirm={t('settings.warehouses.add')}
      send={(values, key) => api.POST('/warehouses', { params: { header: { 'Idempotency-Key': key } }, body: bodyOf(values) }).then(dataOf)}
      done={({ name }) => t('settings.warehouses.done', { name })}
      onClose={onClose}
    >
      <TextInput
        label={t('settings.warehouses.code')}
        description={t('settings.warehouses.codeHint')}
        required
        maxLength={20}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('code')}
      />
      <TextInput label={t('settings.warehouses.name')} required maxLength={80} autoComplete="off" {...form.getInputProps('name')} />
    </FormDialog>
  );
}
