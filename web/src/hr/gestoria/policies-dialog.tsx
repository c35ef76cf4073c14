import { NativeSelect, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { HOLIDAY_ROUNDINGS } from '#domain/hr/payroll/extra-pay.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { heldNumber, typedNumber } from '../../form/number.ts';
import { type Language, useLanguage, useT } from '../../i18n/i18n.ts';

type Settings = Schemas['PayrollSettings'];
interface Props {
  readonly settings: Settings;
  readonly onClose: () => void;
}

/** A line each: the year, the amount and where it was published. */
const hoursOf = (typed: string, language: Language) =>
  typed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [year = '', amount = '', ...source] = line.split(/[\t;]/).map((part) => part.trim());
      return { year: Number(year), amount: { amount: heldNumber(amount, language), currency: 'EUR' }, source: source.join('; ') };
    });

/** How the company counts where the norm leaves a choice; the other settings stay as they are. */
export function PoliciesDialog({ settings: { policies, contributionAccounts, dimension, gestoria }, onClose }: Props) {
  const t = useT();
  const language = useLanguage();
  const form = useForm({
    initialValues: {
      ...{ rateRounding: policies?.rateRounding ?? 'truncate', holidayRounding: policies?.holidayRounding ?? 'exact' },
      ...{ dailyDivisor: policies?.dailyDivisor ?? '365', severanceMonths: policies?.severanceMonths ?? 'started' },
      hours: (policies?.minimumHours ?? [])
        .map(({ year, amount, source }) => [year, typedNumber(amount.amount, language), source].join('; '))
        .join('\n'),
    },
  });
  const choice = (name: 'rateRounding' | 'holidayRounding' | 'dailyDivisor' | 'severanceMonths', values: readonly string[]) => (
    <NativeSelect
      label={t(`gestoria.policies.${name}`)}
      data={values.map((value) => ({ value, label: t(`gestoria.policies.values.${value}` as never) }))}
      data-path={`policies.${name}`}
      {...form.getInputProps(name)}
    />
  );
  return (
    <FormDialog
      title={t('gestoria.policies.edit')}
      form={form}
      send={({ hours, ...chosen }) =>
        api
          .PUT('/payroll/settings', {
            body: { contributionAccounts, dimension, gestoria, policies: { ...chosen, minimumHours: hoursOf(hours, language) } },
          } as never)
          .then(dataOf)
      }
      done={() => t('gestoria.policies.saved')}
      onClose={onClose}
    >
      {choice('rateRounding', ['truncate', 'half-up'])}
      {choice('holidayRounding', HOLIDAY_ROUNDINGS)}
      {choice('dailyDivisor', ['365', '360'])}
      {choice('severanceMonths', ['started', 'days'])}
      <Textarea
        label={t('gestoria.policies.hours')}
        description={t('gestoria.policies.hoursText')}
        autosize
        minRows={2}
        data-path="policies.minimumHours"
        {...form.getInputProps('hours')}
      />
    </FormDialog>
  );
}
