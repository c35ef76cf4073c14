import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { type CustomField, FIELD_KINDS } from '#domain/platform/custom-fields/custom-field.ts';
import { $api, api, dataOf } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import lists from '../../list/list.module.css';
import { RowsTable } from '../../record/rows-table.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';

/** The fields that the company asks for of its employees, beside those of the house. */
export function Screen() {
  const t = useT();
  useTitle(t('menu.employeeFields'));
  const { data, error } = $api.useQuery('get', '/people/fields');
  const fields = data?.fields ?? [];
  const [edited, edit] = useState<CustomField | 'new'>();
  return (
    <div className={lists.list}>
      <div className={lists.head}>
        <h1 id="list-title">{t('menu.employeeFields')}</h1>
        <div className={lists.actions}>
          <Button onClick={() => edit('new')}>{t('employees.fields.new')}</Button>
        </div>
      </div>
      <ProblemNote error={error} />
      {data && fields.length === 0 && <p className="dimmed">{t('employees.fields.none')}</p>}
      {fields.length > 0 && <Rows fields={fields} edit={edit} />}
      {edited && <FieldDialog fields={fields} field={edited === 'new' ? undefined : edited} onClose={() => edit(undefined)} />}
    </div>
  );
}

function Rows({ fields, edit }: { readonly fields: readonly CustomField[]; readonly edit: (field: CustomField) => void }) {
  const t = useT();
  const readers = ({ seenBy }: CustomField) =>
    ['hr' as const, ...seenBy].map((reader) => t(`employees.fields.readers.${reader}`)).join(', ');
  return (
    <RowsTable
      rows={fields}
      columns={[
        [t('employees.fields.name'), ({ name, retired }) => (retired ? `${name} (${t('employees.fields.retired')})` : name)],
        [t('employees.fields.kind'), ({ kind }) => t(`employees.fields.kinds.${kind}`)],
        [t('employees.fields.required'), ({ required }) => t(required ? 'employees.fields.yes' : 'employees.fields.no')],
        [t('employees.fields.seenBy'), readers],
        [
          '',
          (field) => (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => edit(field)}
              aria-label={`${t('employees.fields.change')}: ${field.name}`}
            >
              {t('employees.fields.change')}
            </Button>
          ),
        ],
      ]}
    />
  );
}

interface Props {
  readonly fields: readonly CustomField[];
  readonly field: CustomField | undefined;
  readonly onClose: () => void;
}
const NEW = { name: '', kind: 'text' as CustomField['kind'], choices: '', required: false, manager: false, own: false, retired: false };
const valuesOf = ({ seenBy, choices, name, kind, required, retired }: CustomField) => ({
  ...{ name, kind, required, retired, choices: choices.join('\n') },
  ...{ manager: seenBy.includes('manager'), own: seenBy.includes('own') },
});

/** All fields with the one that was typed: in its place, or as the last. */
function fieldsWith(fields: readonly CustomField[], before: CustomField | undefined, { manager, own, choices, ...values }: typeof NEW) {
  const typed = {
    ...values,
    ...(before ? { id: before.id } : {}),
    choices: choices.split('\n').flatMap((choice) => choice.trim() || []),
    seenBy: [...(manager ? (['manager'] as const) : []), ...(own ? (['own'] as const) : [])],
  };
  const others = fields.map((one) => ({ ...one, choices: [...one.choices], seenBy: [...one.seenBy] }));
  return before ? others.map((one) => (one.id === before.id ? typed : one)) : [...others, typed];
}

function FieldDialog({ fields, field, onClose }: Props) {
  const t = useT();
  const form = useForm({ initialValues: field ? valuesOf(field) : NEW });
  const check = (name: 'required' | 'manager' | 'own' | 'retired') => form.getInputProps(name, { type: 'checkbox' });
  return (
    <FormDialog
      title={t(field ? 'employees.fields.change' : 'employees.fields.new')}
      form={form}
      send={(values) => api.PUT('/people/fields', { body: { fields: fieldsWith(fields, field, values) } }).then(dataOf)}
      done={() => t('employees.fields.done')}
      onClose={onClose}
      places={{ 'custom_field.twice': 'name', 'custom_field.choices': 'choices' }}
    >
      <TextInput
        label={t('employees.fields.name')}
        required
        maxLength={60}
        autoComplete="off"
        data-autofocus
        data-path="name"
        {...form.getInputProps('name')}
      />
      <NativeSelect
        label={t('employees.fields.kind')}
        disabled={field !== undefined}
        data={FIELD_KINDS.map((value) => ({ value, label: t(`employees.fields.kinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      {form.values.kind === 'choice' && (
        <Textarea
          label={t('employees.fields.choices')}
          description={t('employees.fields.choicesHint')}
          required
          autosize
          minRows={3}
          data-path="choices"
          {...form.getInputProps('choices')}
        />
      )}
      <Checkbox label={t('employees.fields.required')} {...check('required')} />
      <Checkbox label={t('employees.fields.toManager')} {...check('manager')} />
      <Checkbox label={t('employees.fields.toOwn')} {...check('own')} />
      {field && <Checkbox label={t('employees.fields.retire')} {...check('retired')} />}
    </FormDialog>
  );
}
