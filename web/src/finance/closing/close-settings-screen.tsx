import { Button, NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Fragment, useState } from 'react';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { SettingsPage } from '../../platform/public.ts';
import { Facts, Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { OwnChecks } from './own-checks.tsx';

type Settings = Schemas['CloseSettings'];

/** What a month is compared with. */
const LIMITS = ['variance', 'lastYear', 'budget'] as const;
type Compared = (typeof LIMITS)[number];

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
              ...LIMITS.map((of): [string, string] => {
                const limit = settings[of];
                const told = limit && t('closing.settings.varianceOf', { amount: money(limit.amount), percent: limit.percent });
                return [t(`closing.settings.of.${of}`), told ?? t('closing.settings.sameAs')];
              }),
            ]}
          />
          {can('putCloseSettings') && (
            <Button variant="default" mt="xs" onClick={() => setEdits(true)}>
              {t('closing.settings.edit')}
            </Button>
          )}
        </Section>
      )}
      {settings && <OwnChecks settings={settings} />}
      {settings && edits && <SettingsDialog settings={settings} onClose={() => setEdits(false)} />}
    </SettingsPage>
  );
}

interface Values extends Record<string, unknown> {
  readonly workday: number | string;
  readonly amount: Readonly<Record<Compared, string>>;
  readonly percent: Readonly<Record<Compared, number | string>>;
}
const forEach = <T,>(make: (of: Compared) => T) => Object.fromEntries(LIMITS.map((of) => [of, make(of)])) as Record<Compared, T>;

/** What was typed: what is left empty, of others than the month before, is as of that. */
const limitsOf = ({ amount, percent }: Values) =>
  Object.fromEntries(
    LIMITS.filter((of) => of === 'variance' || amount[of] !== '' || percent[of] !== '').map((of) => [
      of,
      { amount: { amount: amount[of], currency: 'EUR' }, percent: Number(percent[of]) },
    ]),
  );

function SettingsDialog({ settings, onClose }: { readonly settings: Settings; readonly onClose: () => void }) {
  const t = useT();
  const form = useForm<Values>({
    initialValues: {
      workday: settings.workday ?? '',
      amount: forEach((of) => settings[of]?.amount.amount ?? ''),
      percent: forEach((of) => settings[of]?.percent ?? ''),
    },
  });
  return (
    <FormDialog
      title={t('closing.settings.title')}
      form={form}
      send={(values) =>
        api
          .PUT('/closing/settings', {
            body: {
              ...(values.workday === '' ? {} : { workday: Number(values.workday) }),
              ...limitsOf(values),
              ...(settings.own ? { own: settings.own } : {}),
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
      {LIMITS.map((of) => (
        <Fragment key={of}>
          <AmountInput
            label={t('closing.settings.amount', { of: t(`closing.settings.of.${of}`) })}
            description={of === 'variance' ? undefined : t('closing.settings.same')}
            data-path={`${of}.amount`}
            {...form.getInputProps(`amount.${of}`)}
          />
          <NumberInput
            label={t('closing.settings.percent', { of: t(`closing.settings.of.${of}`) })}
            min={1}
            max={1000}
            allowDecimal={false}
            data-path={`${of}.percent`}
            {...form.getInputProps(`percent.${of}`)}
          />
        </Fragment>
      ))}
    </FormDialog>
  );
}
