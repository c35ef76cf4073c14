import { NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useParams } from '@tanstack/react-router';
import { post, step } from '../../actions/step-dialog.tsx';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { FormDialog } from '../../form/form-dialog.tsx';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DocumentPage } from '../../record/document-page.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { DateField } from '../../ui/date-field.tsx';

type Enrolment = Schemas['Enrolment'];
interface DialogProps {
  readonly enrolment: Enrolment;
  readonly onClose: () => void;
}

/** Somebody's course: planned, ordered, and how it ended. */
export function Screen() {
  const t = useT();
  const { enrolmentId } = useParams({ strict: false }) as { enrolmentId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/development/enrolments/{enrolmentId}', { params: { path: { enrolmentId } } })}
      parent={{ to: '/development/enrolments', label: t('menu.enrolments') }}
      title={({ course }) => course}
      subtitle={({ name }) => name}
      actions={({ state }) => [
        {
          ...{ id: 'order', label: t('development.enrolment.order'), needs: 'orderEnrolment', primary: state === 'planned' },
          dialog: (enrolment, onClose) => <OrderDialog enrolment={enrolment} onClose={onClose} />,
        },
        {
          ...{ id: 'complete', label: t('development.enrolment.complete'), needs: 'completeEnrolment', primary: state === 'ordered' },
          dialog: (enrolment, onClose) => <CompleteDialog enrolment={enrolment} onClose={onClose} />,
        },
        {
          ...{ id: 'cancel', label: t('development.enrolment.cancel'), needs: 'cancelEnrolment', danger: true },
          step: ({ id }) =>
            step(post('/development/enrolments/{enrolmentId}/cancellation', { enrolmentId: id }), {
              ...{ title: t('development.enrolment.cancel'), confirm: t('development.enrolment.cancel'), danger: true },
              fields: { reason: {} },
              done: () => t('development.enrolment.cancelled'),
            }),
        },
      ]}
    >
      {(enrolment) => <Body enrolment={enrolment} />}
    </DocumentPage>
  );
}

function Body({ enrolment }: { readonly enrolment: Enrolment }) {
  const t = useT();
  const { date, decimal, money } = useFormats();
  const { courseId, course, employeeId, name } = enrolment;
  return (
    <Section title={t('development.enrolment.about')}>
      <Facts
        facts={[
          [
            t('development.employee'),
            <Link key="employee" to={`/people/employees/${employeeId}` as never}>
              {name}
            </Link>,
          ],
          [
            t('development.enrolment.course'),
            <Link key="course" to={`/development/courses/${courseId}` as never}>
              {course}
            </Link>,
          ],
          [t('development.enrolment.on'), date(enrolment.on)],
          [t('development.course.hours'), enrolment.hours && decimal(enrolment.hours)],
          [t('development.course.cost'), enrolment.cost && money(enrolment.cost)],
          [t('development.enrolment.endedOn'), enrolment.endedOn && date(enrolment.endedOn)],
          [t('development.note'), enrolment.note],
          [t('actions.reason'), enrolment.reason],
          [
            t('development.certificate.one'),
            enrolment.certificateId && <Link to={'/development/certificates' as never}>{t('development.certificate.seeAll')}</Link>,
          ],
        ]}
      />
    </Section>
  );
}

function OrderDialog({ enrolment: { id, on, cost, hours }, onClose }: DialogProps) {
  const t = useT();
  const form = useForm({ initialValues: { on, cost: cost?.amount ?? '', hours: hours ?? '' } });
  return (
    <FormDialog
      title={t('development.enrolment.order')}
      confirm={t('development.enrolment.order')}
      form={form}
      send={(values, key) =>
        api
          .POST('/development/enrolments/{enrolmentId}/order', {
            params: { path: { enrolmentId: id }, header: { 'Idempotency-Key': key } },
            body: {
              on: values.on,
              ...(values.cost ? { cost: { amount: values.cost, currency: 'EUR' as const } } : {}),
              ...(values.hours ? { hours: values.hours } : {}),
            },
          })
          .then(dataOf)
      }
      done={() => t('development.enrolment.ordered')}
      onClose={onClose}
    >
      <DateField
        label={t('development.enrolment.on')}
        required
        value={form.values.on}
        onChange={(day) => form.setFieldValue('on', day)}
        data-path="on"
      />
      <AmountInput label={t('development.course.cost')} {...form.getInputProps('cost')} />
      <DecimalInput label={t('development.course.hours')} unit="h" {...form.getInputProps('hours')} />
    </FormDialog>
  );
}

function CompleteDialog({ enrolment: { id, hours }, onClose }: DialogProps) {
  const t = useT();
  const form = useForm({ initialValues: { result: 'done' as 'done' | 'failed', on: today(), hours: hours ?? '', number: '' } });
  return (
    <FormDialog
      title={t('development.enrolment.complete')}
      form={form}
      send={(values, key) =>
        api
          .POST('/development/enrolments/{enrolmentId}/completion', {
            params: { path: { enrolmentId: id }, header: { 'Idempotency-Key': key } },
            body: {
              ...{ result: values.result, on: values.on },
              ...(values.hours ? { hours: values.hours } : {}),
              ...(values.number.trim() && values.result === 'done' ? { number: values.number } : {}),
            },
          })
          .then(dataOf)
      }
      done={({ certificateId }) => t(certificateId ? 'development.enrolment.certified' : 'development.enrolment.completed')}
      onClose={onClose}
    >
      <NativeSelect
        label={t('development.enrolment.result')}
        data={(['done', 'failed'] as const).map((value) => ({ value, label: t(`states.enrolment.${value}`) }))}
        {...form.getInputProps('result')}
      />
      <DateField
        label={t('development.enrolment.endedOn')}
        required
        value={form.values.on}
        onChange={(day) => form.setFieldValue('on', day)}
        error={form.errors.on}
        data-path="on"
      />
      <DecimalInput label={t('development.course.hours')} unit="h" {...form.getInputProps('hours')} />
      {form.values.result === 'done' && (
        <TextInput label={t('development.certificate.number')} maxLength={60} {...form.getInputProps('number')} />
      )}
    </FormDialog>
  );
}
