import { NativeSelect, NumberInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import { AssignmentFields, NO_ASSIGNMENT, told } from '../people/assignment-fields.tsx';
import { Screen as VacancyList } from './vacancy-list.tsx';

/** A new one, before the list: an address that can be linked to. */
export function Screen() {
  const t = useT();
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  const form = useForm({ initialValues: { ...NO_ASSIGNMENT, contract: 'indefinite', openings: 1, budget: '', description: '' } });
  return (
    <>
      <VacancyList />
      <FormDialog
        title={t('recruiting.new.title')}
        form={form}
        send={({ position, contract, openings, budget, ...rest }, key) =>
          api
            .POST('/recruiting/vacancies', {
              params: { header: { 'Idempotency-Key': key } },
              body: {
                ...told(rest),
                title: position,
                contract: contract as 'indefinite',
                openings,
                budget: { amount: budget, currency: 'EUR' },
              },
            })
            .then(dataOf)
        }
        done={({ title }) => t('recruiting.new.done', { title })}
        onDone={({ id }) => go(`/people/vacancies/${id}`)}
        onClose={() => go('/people/vacancies')}
        places={{ 'body.title': 'position' }}
      >
        <AssignmentFields form={form} />
        <AmountInput
          label={t('recruiting.budget')}
          description={t('recruiting.budgetHint')}
          required
          value={form.values.budget}
          onChange={(amount) => form.setFieldValue('budget', amount)}
        />
        <NumberInput label={t('recruiting.openings')} min={1} max={500} allowDecimal={false} {...form.getInputProps('openings')} />
        <NativeSelect
          label={t('onboarding.contract')}
          data={(['indefinite', 'temporary'] as const).map((value) => ({ value, label: t(`payroll.contracts.${value}`) }))}
          {...form.getInputProps('contract')}
        />
        <Textarea
          label={t('recruiting.description')}
          description={t('recruiting.descriptionHint')}
          maxLength={4000}
          autosize
          minRows={3}
          {...form.getInputProps('description')}
        />
      </FormDialog>
    </>
  );
}
