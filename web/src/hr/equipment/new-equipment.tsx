import { useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import { EquipmentFields, toldEquipment, useEquipmentForm } from './equipment-form.tsx';
import { Screen as EquipmentList } from './equipment-list.tsx';

/** A new one, before the list. */
export function Screen() {
  const t = useT();
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  const form = useEquipmentForm();
  return (
    <>
      <EquipmentList />
      <FormDialog
        title={t('equipment.new')}
        form={form}
        send={(values, key) =>
          api
            .POST('/equipment', { params: { header: { 'Idempotency-Key': key } }, body: toldEquipment(values, undefined) as never })
            .then(dataOf)
        }
        done={({ name }) => t('equipment.saved', { name })}
        onDone={({ id }) => go(`/people/equipment/${id}`)}
        onClose={() => go('/people/equipment')}
      >
        <EquipmentFields form={form} />
      </FormDialog>
    </>
  );
}
