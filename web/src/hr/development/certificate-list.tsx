import { Button, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { CERTIFICATE_STATES } from '#domain/hr/development/staff-certificate.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import { load } from '../../list/api-list.ts';
import { dayOf, state, text } from '../../list/columns.tsx';
import { states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { useCan } from '../../session/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { EmployeePicker } from '../people/employee-picker.tsx';
import { CoursePicker } from './course-picker.tsx';

const plan = ({ t }: ListContext): ListPlan<Schemas['CertificateRow']> => ({
  id: 'certificates',
  title: t('menu.staffCertificates'),
  load: load('/development/certificates'),
  order: 'asc',
  href: ({ courseId }) => courseId && `/development/courses/${courseId}`,
  columns: [
    dayOf('expiresOn', ({ expiresOn }) => expiresOn ?? '', { header: t('development.certificate.expiresOn'), indexed: true }),
    text('name', ({ name }) => name, { header: t('development.employee') }),
    text('title', ({ title }) => title, { header: t('development.certificate.title') }),
    text('number', ({ number }) => number ?? '', { header: t('development.certificate.number'), hide: 'medium' }),
    dayOf('issuedOn', ({ issuedOn }) => issuedOn, { header: t('development.certificate.issuedOn'), hide: 'narrow' }),
    state('staff-certificate', (row) => row.state),
  ],
  filters: [states('staff-certificate', CERTIFICATE_STATES)],
  searchLabel: t('development.certificate.search'),
  empty: t('development.certificate.empty', { returnObjects: true }),
});

/** Certificates of people, by the day on which they end. */
export function Screen() {
  const t = useT();
  const can = useCan();
  const [adding, setAdding] = useState(false);
  const spec = useList(plan);
  return (
    <>
      <RecordList spec={spec} />
      {can('createCertificate') && (
        <Button onClick={() => setAdding(true)} variant="default" mt="xs">
          {t('development.certificate.new')}
        </Button>
      )}
      {adding && <CertificateDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function CertificateDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const [employee, choose] = useState<Pick<Schemas['EmployeeRow'], 'id' | 'name' | 'position'>>();
  const [course, pick] = useState<Pick<Schemas['CourseRow'], 'id' | 'title' | 'provider'>>();
  const form = useForm({
    initialValues: { employeeId: '', title: '', number: '', issuedOn: '', expiresOn: '', ahead: 60 as number | string },
    validate: {
      employeeId: () => (employee ? null : t('forms.wrong')),
      title: (title) => (title.trim() === '' ? t('forms.wrong') : null),
      issuedOn: (on) => (on === '' ? t('forms.wrong') : null),
    },
  });
  const day = (name: 'issuedOn' | 'expiresOn') => ({
    value: form.values[name],
    onChange: (on: string) => form.setFieldValue(name, on),
    error: form.errors[name],
    'data-path': name,
  });
  return (
    <FormDialog
      title={t('development.certificate.new')}
      form={form}
      send={({ title, number, issuedOn, expiresOn, ahead }, key) =>
        api
          .POST('/development/certificates', {
            params: { header: { 'Idempotency-Key': key } },
            body: {
              ...{ employeeId: employee?.id ?? '', title, issuedOn, ahead: Number(ahead) },
              ...(number.trim() ? { number } : {}),
              ...(expiresOn ? { expiresOn } : {}),
              ...(course ? { courseId: course.id } : {}),
            },
          })
          .then(dataOf)
      }
      done={({ title }) => t('development.saved', { name: title })}
      onClose={onClose}
    >
      <EmployeePicker
        label={t('development.employee')}
        required
        value={employee}
        onChange={choose}
        error={form.errors.employeeId}
        path="employeeId"
      />
      <TextInput label={t('development.certificate.title')} required maxLength={120} {...form.getInputProps('title')} />
      <CoursePicker label={t('development.certificate.course')} value={course} onChange={pick} path="courseId" />
      <TextInput label={t('development.certificate.number')} maxLength={60} {...form.getInputProps('number')} />
      <DateField label={t('development.certificate.issuedOn')} required {...day('issuedOn')} />
      <DateField label={t('development.certificate.expiresOn')} description={t('development.certificate.noEnd')} {...day('expiresOn')} />
      <NumberInput label={t('deadlines.ahead')} min={0} max={365} allowDecimal={false} {...form.getInputProps('ahead')} />
    </FormDialog>
  );
}
