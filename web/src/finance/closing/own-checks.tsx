import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useState } from 'react';
import { OWN_CONDITIONS, OWN_MEASURES } from '#domain/finance/closing/own-check.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import styles from '../../form/form.module.css';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Facts, Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { IconPlus, IconTrash } from '../../ui/icons.ts';

type Settings = Schemas['CloseSettings'];
type Own = NonNullable<Settings['own']>[number];
type Row = Omit<Own, 'amount' | 'words'> & { amount: string; words: string };
interface Values extends Record<string, unknown> {
  own: Row[];
}

const NEW: Row = { name: '', accounts: '', measure: 'balance', words: '', condition: 'equal', amount: '0.00' };

/** What the company itself wants to be so when a month is closed. */
export function OwnChecks({ settings }: { readonly settings: Settings }) {
  const t = useT();
  const can = useCan();
  const { money } = useFormats();
  const [edits, setEdits] = useState(false);
  const { own = [] } = settings;
  const saidOf = ({ accounts, measure, words, condition, amount }: Own): string => {
    const what = { measure: t(`closing.own.measures.${measure}`), accounts, condition: t(`closing.own.conditions.${condition}`) };
    return [t('closing.own.said', { ...what, amount: money(amount) }), words && `«${words}»`].filter(Boolean).join(' · ');
  };
  return (
    <Section title={t('closing.own.title')}>
      {own.length === 0 ? (
        <p className="dimmed">{t('closing.own.none')}</p>
      ) : (
        <Facts facts={own.map((each): [string, string] => [each.name, saidOf(each)])} />
      )}
      {can('putCloseSettings') && (
        <Button variant="default" mt="xs" onClick={() => setEdits(true)}>
          {t('closing.own.edit')}
        </Button>
      )}
      {edits && <OwnDialog settings={settings} onClose={() => setEdits(false)} />}
    </Section>
  );
}

function OwnDialog({ settings, onClose }: { readonly settings: Settings; readonly onClose: () => void }) {
  const t = useT();
  const { workday, variance, lastYear, budget, own = [] } = settings;
  const form = useForm<Values>({
    initialValues: { own: own.map(({ amount, words = '', ...each }) => ({ ...each, words, amount: amount.amount })) },
  });
  const send = (values: Values) => {
    const checks = values.own.map(({ amount, words, ...each }) => ({
      ...each,
      ...(words === '' ? {} : { words }),
      amount: { amount, currency: 'EUR' },
    }));
    return api.PUT('/closing/settings', { body: { workday, variance, lastYear, budget, own: checks } } as never).then(dataOf);
  };
  return (
    <FormDialog title={t('closing.own.title')} form={form} send={send} done={() => t('closing.own.saved')} onClose={onClose}>
      <p className="dimmed">{t('closing.own.text')}</p>
      {form.values.own.map((_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own.
        <OwnRow key={i} form={form} i={i} />
      ))}
      <p>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => form.insertListItem('own', { ...NEW })}
        >
          {t('closing.own.add')}
        </Button>
      </p>
    </FormDialog>
  );
}

function OwnRow({ form, i }: { readonly form: UseFormReturnType<Values>; readonly i: number }) {
  const t = useT();
  const row = form.values.own[i] ?? NEW;
  const field = (name: keyof Row) => ({ 'data-path': `own.${i}.${name}`, ...form.getInputProps(`own.${i}.${name}`) });
  return (
    <fieldset>
      <legend>{row.name || t('closing.own.add')}</legend>
      <TextInput label={t('closing.own.name')} required maxLength={80} {...field('name')} />
      <div className={styles.pairs}>
        <TextInput label={t('closing.own.accounts')} required maxLength={9} inputMode="numeric" {...field('accounts')} />
        <NativeSelect
          label={t('closing.own.measure')}
          data={OWN_MEASURES.map((value) => ({ value, label: t(`closing.own.measures.${value}`) }))}
          {...field('measure')}
        />
        <NativeSelect
          label={t('closing.own.condition')}
          data={OWN_CONDITIONS.map((value) => ({ value, label: t(`closing.own.conditions.${value}`) }))}
          {...field('condition')}
        />
        <AmountInput label={t('closing.own.amount')} required {...field('amount')} />
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t('closing.own.remove', { no: i + 1 })}
          onClick={() => form.removeListItem('own', i)}
        >
          <IconTrash size={18} />
        </ActionIcon>
      </div>
      {row.measure === 'movement' && <TextInput label={t('closing.own.words')} maxLength={60} {...field('words')} />}
    </fieldset>
  );
}
