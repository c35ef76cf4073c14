import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';
import { EmployeePicker } from '../people/employee-picker.tsx';
import { EquipmentFields, toldEquipment, useEquipmentForm } from './equipment-form.tsx';

interface Props {
  readonly equipment: Schemas['Equipment'];
  readonly onClose: () => void;
}
const sent = ({ on, condition }: { readonly on: string; readonly condition: string }) => ({
  on,
  ...(condition.trim() ? { condition } : {}),
});

/** Hands it to somebody, from a day on. */
export function HandOverDialog({ equipment: { id, name }, onClose }: Props) {
  const t = useT();
  const [employee, choose] = useState<Pick<Schemas['EmployeeRow'], 'id' | 'name' | 'position'>>();
  const form = useForm({
    initialValues: { employeeId: '', on: today(), condition: '' },
    validate: { employeeId: () => (employee ? null : t('forms.wrong')), on: (on) => (on === '' ? t('forms.wrong') : null) },
  });
  return (
    <FormDialog
      title={t('equipment.handOverOf', { name })}
      confirm={t('equipment.handOver')}
      form={form}
      send={(values, key) =>
        api
          .POST('/equipment/{equipmentId}/handover', {
            params: { path: { equipmentId: id }, header: { 'Idempotency-Key': key } },
            body: { employeeId: employee?.id ?? '', ...sent(values) },
          })
          .then(dataOf)
      }
      done={({ holder = '' }) => t('equipment.handedOver', { name, holder })}
      onClose={onClose}
    >
      <EmployeePicker
        label={t('equipment.holder')}
        required
        value={employee}
        onChange={choose}
        error={form.errors.employeeId}
        path="employeeId"
      />
      <Day form={form} label={t('equipment.from')} />
      <TextInput label={t('equipment.condition')} maxLength={200} {...form.getInputProps('condition')} />
    </FormDialog>
  );
}

/** Takes it back from whoever has it. */
export function TakeBackDialog({ equipment: { id, name }, onClose }: Props) {
  const t = useT();
  const form = useForm({
    initialValues: { on: today(), condition: '' },
    validate: { on: (on) => (on === '' ? t('forms.wrong') : null) },
  });
  return (
    <FormDialog
      title={t('equipment.takeBackOf', { name })}
      confirm={t('equipment.takeBack')}
      form={form}
      send={(values, key) =>
        api
          .POST('/equipment/{equipmentId}/return', {
            params: { path: { equipmentId: id }, header: { 'Idempotency-Key': key } },
            body: sent(values),
          })
          .then(dataOf)
      }
      done={() => t('equipment.takenBack', { name })}
      onClose={onClose}
    >
      <Day form={form} label={t('equipment.until')} />
      <TextInput label={t('equipment.conditionBack')} maxLength={200} {...form.getInputProps('condition')} />
    </FormDialog>
  );
}

/** Corrects what was entered of it. */
export function ChangeDialog({ equipment, onClose }: Props) {
  const t = useT();
  const form = useEquipmentForm(equipment);
  return (
    <FormDialog
      title={t('equipment.change')}
      form={form}
      send={(values) =>
        api
          .PATCH('/equipment/{equipmentId}', { params: { path: { equipmentId: equipment.id } }, body: toldEquipment(values, null) })
          .then(dataOf)
      }
      done={({ name }) => t('equipment.saved', { name })}
      onClose={onClose}
    >
      <EquipmentFields form={form} />
    </FormDialog>
  );
}

interface DayForm {
  readonly values: { readonly on: string };
  readonly errors: Readonly<Record<string, unknown>>;
  readonly setFieldValue: (name: 'on', value: string) => void;
}
const Day = ({ form, label }: { readonly form: DayForm; readonly label: string }) => (
  <DateField
    label={label}
    required
    value={form.values.on}
    onChange={(on) => form.setFieldValue('on', on)}
    error={form.errors.on as string | undefined}
    data-path="on"
  />
);
