import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import type { Schemas } from '../../api/client.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { useT } from '../../i18n/i18n.ts';

export interface CourseValues extends Record<string, unknown> {
  readonly title: string;
  readonly provider: string;
  readonly hours: string;
  readonly cost: string;
  readonly certifies: boolean;
  readonly validMonths: number | string;
}
const valuesOf = (course: Schemas['Course'] | undefined): CourseValues => ({
  title: course?.title ?? '',
  provider: course?.provider ?? '',
  hours: course?.hours ?? '',
  cost: course?.cost?.amount ?? '',
  certifies: course?.certifies ?? true,
  validMonths: course?.validMonths ?? '',
});

export function useCourseForm(course?: Schemas['Course']) {
  const t = useT();
  return useForm<CourseValues>({
    initialValues: valuesOf(course),
    validate: { title: (title) => (title.trim() === '' ? t('forms.wrong') : null) },
  });
}

/** What is told of a course; of what is empty, `nothing`: left out of a new one, null of one that is changed. */
export const toldCourse = <N,>({ title, provider, hours, cost, certifies, validMonths }: CourseValues, nothing: N) => ({
  ...{ title, certifies },
  provider: provider.trim() || nothing,
  hours: hours || nothing,
  cost: cost ? { amount: cost, currency: 'EUR' as const } : nothing,
  validMonths: certifies && validMonths !== '' ? Number(validMonths) : nothing,
});

export function CourseFields({ form }: { readonly form: UseFormReturnType<CourseValues> }) {
  const t = useT();
  return (
    <>
      <TextInput label={t('development.course.title')} required maxLength={120} data-autofocus {...form.getInputProps('title')} />
      <TextInput label={t('development.course.provider')} maxLength={120} {...form.getInputProps('provider')} />
      <DecimalInput label={t('development.course.hours')} unit="h" {...form.getInputProps('hours')} />
      <AmountInput label={t('development.course.costEach')} {...form.getInputProps('cost')} />
      <Checkbox label={t('development.course.certifies')} {...form.getInputProps('certifies', { type: 'checkbox' })} />
      {form.values.certifies && (
        <NumberInput
          label={t('development.course.validMonths')}
          description={t('development.course.validHint')}
          min={1}
          max={240}
          allowDecimal={false}
          {...form.getInputProps('validMonths')}
        />
      )}
    </>
  );
}
