import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, dataOf } from '../../api/client.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';
import { GroupFields, tableOf } from '../agreements/group-fields.tsx';
import { told } from '../people/assignment-fields.tsx';
import type { Application } from './application-dialogs.tsx';

interface Props {
  readonly application: Application;
  readonly onClose: () => void;
}
const EMPTY = {
  ...{ startDate: '', annual: '', pays: '14', contract: '', weeklyHours: '', trialMonths: 0, agreement: '', days: 7 },
  ...{ group: '', percent: '', source: '', tableId: '', tableGroup: '' },
};
const GROUPS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'] as const;

function bodyOf({ startDate, annual, pays, trialMonths, days, group, percent, source, tableId, tableGroup, ...rest }: typeof EMPTY) {
  const payroll = group === '' ? {} : { payroll: { group: group as (typeof GROUPS)[number], accident: { percent, source } } };
  return {
    ...(told(rest) as { contract?: 'indefinite' | 'temporary'; weeklyHours?: string; agreement?: string }),
    ...payroll,
    ...tableOf({ tableId, tableGroup }),
    ...{ startDate, days, pays: Number(pays) as 12 | 14, annual: { amount: annual, currency: 'EUR' as const } },
    ...(trialMonths > 0 ? { trialMonths } : {}),
  };
}

/** The terms of an offer: what the candidate reads, what their employment begins with, and, where it is known, their pay. */
export function OfferDialog({ application: { id }, onClose }: Props) {
  const t = useT();
  const form = useForm({ initialValues: EMPTY });
  return (
    <FormDialog
      title={t('recruiting.offer.action')}
      form={form}
      send={(values, key) =>
        api
          .POST('/recruiting/applications/{applicationId}/offer', {
            params: { path: { applicationId: id }, header: { 'Idempotency-Key': key } },
            body: bodyOf(values),
          })
          .then(dataOf)
      }
      done={() => t('recruiting.offer.done')}
      onClose={onClose}
    >
      <DateField
        label={t('onboarding.days.joining')}
        required
        value={form.values.startDate}
        onChange={(day) => form.setFieldValue('startDate', day)}
        error={form.errors.startDate}
        data-path="startDate"
        data-autofocus
      />
      <AmountInput
        label={t('recruiting.offer.annual')}
        required
        value={form.values.annual}
        onChange={(amount) => form.setFieldValue('annual', amount)}
        error={form.errors.annual}
        data-path="annual"
      />
      <NativeSelect
        label={t('recruiting.offer.pays')}
        data={(['14', '12'] as const).map((value) => ({ value, label: t(`recruiting.offer.paysOf.p${value}`) }))}
        {...form.getInputProps('pays')}
      />
      <NativeSelect
        label={t('onboarding.contract')}
        data={[
          { value: '', label: t('recruiting.offer.asVacancy') },
          ...(['indefinite', 'temporary'] as const).map((value) => ({ value, label: t(`payroll.contracts.${value}`) })),
        ]}
        {...form.getInputProps('contract')}
      />
      <TextInput
        label={t('recruiting.offer.weeklyHours')}
        description={t('recruiting.offer.weeklyHint')}
        autoComplete="off"
        {...form.getInputProps('weeklyHours')}
      />
      <NumberInput label={t('onboarding.trial')} min={0} max={6} allowDecimal={false} {...form.getInputProps('trialMonths')} />
      <TextInput label={t('recruiting.offer.agreement')} maxLength={120} autoComplete="off" {...form.getInputProps('agreement')} />
      <GroupFields form={form} />
      <NumberInput label={t('recruiting.offer.days')} min={1} max={60} allowDecimal={false} {...form.getInputProps('days')} />
      <NativeSelect
        label={t('recruiting.offer.group')}
        description={t('recruiting.offer.groupHint')}
        data={[{ value: '', label: t('recruiting.offer.later') }, ...GROUPS]}
        {...form.getInputProps('group')}
      />
      {form.values.group !== '' && (
        <>
          <TextInput label={t('recruiting.offer.percent')} required autoComplete="off" {...form.getInputProps('percent')} />
          <TextInput label={t('recruiting.offer.source')} required maxLength={120} autoComplete="off" {...form.getInputProps('source')} />
        </>
      )}
    </FormDialog>
  );
}
