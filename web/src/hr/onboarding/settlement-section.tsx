import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Facts, Section } from '../../record/record-page.tsx';

type Figures = Pick<Schemas['Settlement']['figures'], 'severance' | 'severanceDays' | 'norm' | 'holiday' | 'holidayDays' | 'extraPays'>;

/** What a leaving was settled with, once it is accepted. */
export function SettlementSection({ onboardingId }: { readonly onboardingId: string }) {
  const t = useT();
  const { data } = $api.useQuery(
    'get',
    '/onboarding/onboardings/{onboardingId}/settlement',
    { params: { path: { onboardingId } } },
    { retry: false },
  );
  return data ? (
    <Section title={t('onboarding.settlement.title')}>
      <SettlementFacts figures={data.figures} />
    </Section>
  ) : null;
}

function SettlementFacts({ figures }: { readonly figures: Figures }) {
  const t = useT();
  const { money, decimal } = useFormats();
  return (
    <Facts
      facts={[
        [t('onboarding.settlement.severance'), `${money(figures.severance)} (${decimal(figures.severanceDays)} · ${figures.norm})`],
        [t('onboarding.settlement.holiday'), `${money(figures.holiday)} (${decimal(figures.holidayDays)})`],
        ...figures.extraPays.map(({ month, amount }) => [t('onboarding.settlement.extraPay', { month }), money(amount)] as const),
      ]}
    />
  );
}

interface Props {
  readonly onboarding: Schemas['Onboarding'];
  readonly onClose: () => void;
}

/** Works a settlement out, and keeps it as it is accepted. */
export function SettlementDialog({ onboarding: { id, employeeId, date, cause = 'resignation' }, onClose }: Props) {
  const t = useT();
  const form = useForm({ initialValues: { taken: '0' } });
  const taken = form.values.taken.replace(',', '.');
  const { data } = $api.useQuery(
    'get',
    '/payroll/employees/{employeeId}/settlement',
    { params: { path: { employeeId }, query: { date, cause, taken } } },
    { retry: false, enabled: /^\d{1,2}(\.\d{1,2})?$/.test(taken) },
  );
  return (
    <FormDialog
      title={t('onboarding.settlement.title')}
      form={form}
      confirm={t('onboarding.settlement.action')}
      send={(_, key) =>
        api
          .POST('/onboarding/onboardings/{onboardingId}/settlement', {
            params: { path: { onboardingId: id }, header: { 'Idempotency-Key': key } },
            body: { taken },
          })
          .then(dataOf)
      }
      done={() => t('onboarding.settlement.done')}
      onClose={onClose}
    >
      <TextInput
        label={t('onboarding.settlement.taken')}
        inputMode="decimal"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('taken')}
      />
      {data && <SettlementFacts figures={data} />}
    </FormDialog>
  );
}
