import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';
import { told } from './assignment-fields.tsx';
import { type PersonalFile, usePersonal } from './personal-section.tsx';

interface Props {
  readonly employee: Pick<Schemas['Employee'], 'id' | 'name'>;
  readonly onClose: () => void;
}

/** Years of birth as people write them: `2019, 2024`. */
const yearsIn = (typed: string): number[] => (typed.match(/\d{4}/g) ?? []).map(Number);

/** The file with what the form says; the family anew from today on where that has changed, and what was told before stays. */
function fileOf(before: PersonalFile | undefined, values: ReturnType<typeof valuesOf>) {
  const { situation, children, shared, reducedTerritory, ...typed } = values;
  const family = before?.family ?? [];
  const descendants = yearsIn(children).map((birthYear) => ({ birthYear, whole: !shared }));
  const last = family.at(-1);
  const same =
    last?.situation === situation &&
    (last.reducedTerritory ?? false) === reducedTerritory &&
    JSON.stringify(last.descendants) === JSON.stringify(descendants);
  const day = today();
  const { reducedTerritory: _, ...kept } = last ?? {};
  const next = {
    ...kept,
    ...(reducedTerritory ? { reducedTerritory } : {}),
    from: day,
    situation: situation as '3',
    descendants,
    ascendants: last?.ascendants ?? [],
  };
  const address = before?.address ? { address: before.address } : {};
  return { ...told(typed), ...address, family: same ? family : [...family.filter(({ from }) => from !== day), next] };
}

const valuesOf = (file: PersonalFile | undefined) => {
  const last = file?.family.at(-1);
  return {
    ...{ taxId: file?.taxId ?? '', socialSecurityNumber: file?.socialSecurityNumber ?? '', birthDate: file?.birthDate ?? '' },
    ...{ phone: file?.phone ?? '', personalEmail: file?.personalEmail ?? '', iban: file?.iban ?? '', nationality: file?.nationality ?? '' },
    situation: last?.situation ?? '3',
    children: last?.descendants.map(({ birthYear }) => birthYear).join(', ') ?? '',
    reducedTerritory: last?.reducedTerritory ?? false,
    shared: last?.descendants.some(({ whole }) => !whole) ?? false,
  };
};

/** Personal data: who somebody is to Social Security and the tax agency, and the family that withholding depends on. */
export function PersonalDialog({ employee, onClose }: Props) {
  const { data, isPending } = usePersonal(employee.id);
  return isPending ? null : <PersonalForm employee={employee} file={data} onClose={onClose} />;
}

function PersonalForm({ employee, file, onClose }: Props & { readonly file: PersonalFile | undefined }) {
  const t = useT();
  const form = useForm({ initialValues: valuesOf(file) });
  return (
    <FormDialog
      title={t('employees.personal.title', { name: employee.name })}
      form={form}
      send={(values) =>
        api
          .PUT('/people/employees/{employeeId}/personal', {
            params: { path: { employeeId: employee.id } },
            body: fileOf(file, values),
          })
          .then(dataOf)
      }
      done={() => t('employees.personal.done', { name: employee.name })}
      onClose={onClose}
    >
      <TextInput label={t('employees.personal.taxId')} required autoComplete="off" data-path="taxId" {...form.getInputProps('taxId')} />
      <TextInput
        label={t('employees.personal.socialSecurityNumber')}
        autoComplete="off"
        data-path="socialSecurityNumber"
        {...form.getInputProps('socialSecurityNumber')}
      />
      <DateField
        label={t('employees.personal.birthDate')}
        required
        value={form.values.birthDate}
        onChange={(day) => form.setFieldValue('birthDate', day)}
        error={form.errors.birthDate}
        data-path="birthDate"
      />
      <TextInput label={t('employees.personal.phone')} autoComplete="off" data-path="phone" {...form.getInputProps('phone')} />
      <TextInput label={t('employees.personal.iban')} autoComplete="off" data-path="iban" {...form.getInputProps('iban')} />
      <NativeSelect
        label={t('employees.personal.situation')}
        data={(['1', '2', '3'] as const).map((value) => ({ value, label: t(`employees.personal.situations.${value}`) }))}
        {...form.getInputProps('situation')}
      />
      <TextInput
        label={t('employees.personal.children')}
        description={t('employees.personal.childrenHint')}
        autoComplete="off"
        {...form.getInputProps('children')}
      />
      <Checkbox label={t('employees.personal.shared')} {...form.getInputProps('shared', { type: 'checkbox' })} />
      <Checkbox label={t('employees.personal.reducedTerritory')} {...form.getInputProps('reducedTerritory', { type: 'checkbox' })} />
    </FormDialog>
  );
}
