import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { CONTRIBUTION_GROUPS } from '#domain/hr/payroll/social-security-es.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { FormDialog } from '../../form/form-dialog.tsx';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';
import { GroupFields, tableOf } from '../agreements/group-fields.tsx';

interface Props {
  readonly employee: Pick<Schemas['Employee'], 'id' | 'name'>;
  readonly onClose: () => void;
}

const NOTHING_SET = {
  ...{ from: '', annual: '', group: '7', contract: 'indefinite', extras: true, percent: '', source: '', activity: '', special: false },
  ...{ tableId: '', tableGroup: '' },
};
type Form = UseFormReturnType<typeof NOTHING_SET>;

/** What somebody earns from a day on. */
export function TermsDialog({ employee, onClose }: Props) {
  const t = useT();
  const form = useForm({ initialValues: { ...NOTHING_SET, from: today() } });
  const { values } = form;
  return (
    <FormDialog
      title={t('payroll.set.title', { name: employee.name })}
      form={form}
      send={({ from, annual, group, contract, extras, percent, source, activity, special, ...inTable }, key) =>
        api
          .POST('/payroll/employees/{employeeId}/terms', {
            params: { path: { employeeId: employee.id }, header: { 'Idempotency-Key': key } },
            body: {
              ...{ from, annual: { amount: annual, currency: 'EUR' }, extraMonths: extras ? [6, 12] : [], accrual: 'half-year' },
              ...{
                group: group as '7',
                contract: contract as 'indefinite',
                accident: { percent, source, ...(activity ? { activity } : {}) },
              },
              ...(special ? { special } : {}),
              ...tableOf(inTable),
            },
          })
          .then(dataOf)
      }
      done={() => t('payroll.set.done', { name: employee.name })}
      onClose={onClose}
    >
      <DateField
        label={t('employees.from')}
        required
        value={values.from}
        onChange={(from) => form.setFieldValue('from', from)}
        error={form.errors.from}
        data-path="from"
      />
      <AmountInput
        label={t('payroll.annual')}
        required
        value={values.annual}
        onChange={(annual) => form.setFieldValue('annual', annual)}
        error={form.errors.annual}
        data-path="annual.amount"
      />
      <Checkbox label={t('payroll.set.extras')} {...form.getInputProps('extras', { type: 'checkbox' })} />
      <ContractFields form={form} />
      <GroupFields form={form} />
      <AccidentFields form={form} />
    </FormDialog>
  );
}

/** The contribution group, and what of the contract withholding depends on. */
function ContractFields({ form }: { readonly form: Form }) {
  const t = useT();
  return (
    <>
      <NativeSelect label={t('payroll.group')} data={[...CONTRIBUTION_GROUPS]} {...form.getInputProps('group')} />
      <NativeSelect
        label={t('payroll.contract')}
        data={(['indefinite', 'temporary'] as const).map((value) => ({ value, label: t(`payroll.contracts.${value}`) }))}
        {...form.getInputProps('contract')}
      />
      <Checkbox label={t('payroll.special')} {...form.getInputProps('special', { type: 'checkbox' })} />
    </>
  );
}

/** The rate of accidents and illnesses of work, of which activity, and where it was published. */
function AccidentFields({ form }: { readonly form: Form }) {
  const t = useT();
  return (
    <>
      <TextInput
        label={t('payroll.accident')}
        description={t('payroll.accidentHint')}
        required
        data-path="accident.percent"
        {...form.getInputProps('percent')}
      />
      <TextInput label={t('payroll.activity')} maxLength={4} data-path="accident.activity" {...form.getInputProps('activity')} />
      <TextInput label={t('payroll.source')} required maxLength={120} data-path="accident.source" {...form.getInputProps('source')} />
    </>
  );
}
