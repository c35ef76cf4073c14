import { NativeSelect, NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { LEAVING_CAUSES } from '#domain/hr/payroll/severance-es.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import type { PageAction } from '../../record/document-page.tsx';
import { DateField } from '../../ui/date-field.tsx';

interface Props {
  readonly employee: Pick<Schemas['Employee'], 'id' | 'name'>;
  readonly onClose: () => void;
}

/** Begins what is to be done because somebody comes. */
function StartDialog({ employee, onClose }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { contract: 'indefinite', trialMonths: 0 } });
  return (
    <FormDialog
      title={t('onboarding.start.title', { name: employee.name })}
      form={form}
      confirm={t('onboarding.start.action')}
      send={({ contract, trialMonths }, key) =>
        api
          .POST('/onboarding/onboardings', {
            params: { header: { 'Idempotency-Key': key } },
            body: { employeeId: employee.id, contract: contract as 'indefinite', ...(trialMonths > 0 ? { trialMonths } : {}) },
          })
          .then(dataOf)
      }
      done={() => t('onboarding.start.done')}
      onDone={({ id }) => void navigate({ to: `/people/onboarding/${id}` } as never)}
      onClose={onClose}
    >
      <ContractField props={form.getInputProps('contract')} />
      <NumberInput label={t('onboarding.trial')} min={0} max={6} allowDecimal={false} {...form.getInputProps('trialMonths')} />
    </FormDialog>
  );
}

function ContractField({ props }: { readonly props: object }) {
  const t = useT();
  const contracts = (['indefinite', 'temporary'] as const).map((value) => ({ value, label: t(`payroll.contracts.${value}`) }));
  return <NativeSelect label={t('onboarding.contract')} data={contracts} data-autofocus {...props} />;
}

/** Begins what is to be done because somebody leaves. */
function LeaveDialog({ employee, onClose }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { lastDay: today(), cause: 'resignation', contract: 'indefinite' } });
  return (
    <FormDialog
      title={t('onboarding.leave.title', { name: employee.name })}
      form={form}
      confirm={t('onboarding.leave.action')}
      send={({ lastDay, cause, contract }, key) =>
        api
          .POST('/onboarding/offboardings', {
            params: { header: { 'Idempotency-Key': key } },
            body: { employeeId: employee.id, lastDay, cause: cause as 'resignation', contract: contract as 'indefinite' },
          })
          .then(dataOf)
      }
      done={() => t('onboarding.leave.done')}
      onDone={({ id }) => void navigate({ to: `/people/onboarding/${id}` } as never)}
      onClose={onClose}
    >
      <DateField
        label={t('onboarding.days.leaving')}
        required
        value={form.values.lastDay}
        onChange={(day) => form.setFieldValue('lastDay', day)}
        error={form.errors.lastDay}
        data-path="lastDay"
      />
      <NativeSelect
        label={t('onboarding.cause')}
        data={LEAVING_CAUSES.map((value) => ({ value, label: t(`onboarding.causes.${value}`) }))}
        {...form.getInputProps('cause')}
      />
      <ContractField props={form.getInputProps('contract')} />
    </FormDialog>
  );
}

/** What can be begun of somebody who works here, or will. */
export const comingAndGoing = (t: ReturnType<typeof useT>): readonly PageAction<Schemas['Employee']>[] => [
  {
    ...{ id: 'onboarding', label: t('onboarding.start.action'), needs: 'startOnboarding' },
    dialog: (employee, onClose) => <StartDialog employee={employee} onClose={onClose} />,
  },
  {
    ...{ id: 'offboarding', label: t('onboarding.leave.action'), needs: 'startOffboarding' },
    dialog: (employee, onClose) => <LeaveDialog employee={employee} onClose={onClose} />,
  },
];
