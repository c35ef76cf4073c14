import { NativeSelect, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { HOLIDAY_ROUNDINGS } from '#domain/hr/payroll/extra-pay.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { heldNumber, typedNumber } from '../../form/number.ts';
import { type Language, useLanguage, useT } from '../../i18n/i18n.ts';
import { conceptLine } from './concept-line.ts';

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

/** A line each: name, first month, whether it contributes and is taxed, up to which amount, norm. */
const conceptsOf = (typed: string, language: Language) =>
  typed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', from = '', contributes = '', taxed = '', upTo = '', ...source] = line.split(/[\t;]/).map((part) => part.trim());
      return {
        ...{ name, from, contributes: isYes(contributes), taxed: isYes(taxed), source: source.join('; ') },
        ...(upTo === '' ? {} : { upTo: { amount: heldNumber(upTo, language), currency: 'EUR' } }),
      };
    });
/** What is neither goes to the server as it is typed, which says which field is wrong. */
const isYes = (typed: string): boolean | string => (/^(s[ií]|yes)$/i.test(typed) ? true : /^no$/i.test(typed) ? false : typed);

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
      concepts: (policies?.concepts ?? []).map((rule) => conceptLine(rule, t, language)).join('\n'),
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
      send={({ hours, concepts, ...chosen }) =>
        api
          .PUT('/payroll/settings', {
            body: {
              ...{ contributionAccounts, dimension, gestoria },
              policies: { ...chosen, minimumHours: hoursOf(hours, language), concepts: conceptsOf(concepts, language) },
            },
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
      <Textarea
        label={t('gestoria.policies.concepts')}
        description={t('gestoria.policies.conceptsText')}
        autosize
        minRows={2}
        data-path="policies.concepts"
        {...form.getInputProps('concepts')}
      />
    </FormDialog>
  );
}
