import { Button, NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { FormDialog } from '../../form/form-dialog.tsx';
import { heldNumber, typedNumber } from '../../form/number.ts';
import { useFormats } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { SettingsPage } from '../../platform/public.ts';
import { Facts, Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';

type Settings = Schemas['CloseSettings'];

/** Whether closes begin by themselves, and which changes somebody has to explain. */
export function Screen() {
  const t = useT();
  const can = useCan();
  const { money } = useFormats();
  const { data: settings, error } = $api.useQuery('get', '/closing/settings', {});
  const [edits, setEdits] = useState(false);
  return (
    <SettingsPage part="closing" text={t('closing.settings.text')} error={error}>
      {settings && (
        <Section title={t('closing.settings.title')}>
          <Facts
            facts={[
              [
                t('closing.settings.begins'),
                settings.workday ? t('closing.settings.onWorkday', { day: settings.workday }) : t('closing.settings.byHand'),
              ],
              [
                t('closing.settings.variance'),
                t('closing.settings.varianceOf', { amount: money(settings.variance.amount), percent: settings.variance.percent }),
              ],
            ]}
          />
          {can('putCloseSettings') && (
            <Button variant="default" mt="xs" onClick={() => setEdits(true)}>
              {t('closing.settings.edit')}
            </Button>
          )}
        </Section>
      )}
      {settings && edits && <SettingsDialog settings={settings} onClose={() => setEdits(false)} />}
    </SettingsPage>
  );
}

function SettingsDialog({ settings: { workday, variance }, onClose }: { readonly settings: Settings; readonly onClose: () => void }) {
  const t = useT();
  const language = useLanguage();
  const form = useForm<{ workday: number | string; amount: string; percent: number | string }>({
    initialValues: { workday: workday ?? '', amount: typedNumber(variance.amount.amount, language), percent: variance.percent },
  });
  return (
    <FormDialog
      title={t('closing.settings.title')}
      form={form}
      send={({ workday: day, amount, percent }) =>
        api
          .PUT('/closing/settings', {
            body: {
              ...(day === '' ? {} : { workday: Number(day) }),
              variance: { amount: { amount: heldNumber(amount, language), currency: 'EUR' }, percent: Number(percent) },
            },
          } as never)
          .then(dataOf)
      }
      done={() => t('closing.settings.saved')}
      onClose={onClose}
    >
      <NumberInput
        label={t('closing.settings.workday')}
        description={t('closing.settings.workdayText')}
        min={1}
        max={15}
        allowDecimal={false}
        data-path="workday"
        data-autofocus
        {...form.getInputProps('workday')}
      />
      <AmountInput label={t('closing.settings.amount')} data-path="variance.amount" {...form.getInputProps('amount')} />
      <NumberInput
        label={t('closing.settings.percent')}
        min={1}
        max={1000}
        allowDecimal={false}
        data-path="variance.percent"
        {...form.getInputProps('percent')}
      />
    </FormDialog>
  );
}
