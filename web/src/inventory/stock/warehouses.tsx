import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { WarehouseInput } from '#domain/inventory/stock/warehouse.ts';
import { api, dataOf } from '../../api/client.ts';
import { faultsOf } from '../../form/faults.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { useWarehouses } from './use-warehouses.ts';

/** The company's warehouses, and adding one: a part of the settings. */
export function Warehouses() {
  const t = useT();
  const can = useCan();
  const warehouses = useWarehouses();
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('warehouses.title')}
      actions={
        can('createWarehouse') && (
          <Button variant="default" size="sm" onClick={() => setAdding(true)}>
            {t('warehouses.new')}
          </Button>
        )
      }
    >
      <LinesTable heads={[t('warehouses.code'), t('warehouses.name')]}>
        <tbody>
          {warehouses.map(({ code, name }) => (
            <tr key={code}>
              <td>{code}</td>
              <td>{name}</td>
            </tr>
          ))}
        </tbody>
      </LinesTable>
      {adding && <WarehouseDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}

const bodyOf = ({ code, name }: { code: string; name: string }) => ({ code: code.trim(), name: name.trim() });

function WarehouseDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const form = useForm({
    initialValues: { code: '', name: '' },
    validate: (values) => faultsOf(WarehouseInput, bodyOf(values), (field) => t(`warehouses.faults.${field}` as 'warehouses.faults.code')),
    validateInputOnBlur: true,
  });
  return (
    <FormDialog
      title={t('warehouses.new')}
      form={form}
      send={(values, key) => api.POST('/warehouses', { params: { header: { 'Idempotency-Key': key } }, body: bodyOf(values) }).then(dataOf)}
      done={({ name }) => t('warehouses.done', { name })}
      onClose={onClose}
      places={{ 'warehouse.exists': 'code' }}
    >
      <TextInput
        label={t('warehouses.code')}
        description={t('warehouses.codeHint')}
        required
        maxLength={20}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('code')}
      />
      <TextInput label={t('warehouses.name')} required maxLength={80} autoComplete="off" {...form.getInputProps('name')} />
    </FormDialog>
  );
}
