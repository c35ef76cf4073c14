import { Select, Textarea, TextInput } from '@mantine/core';
import { AmountInput } from '../../form/amount-input.tsx';
import { DecimalInput } from '../../form/decimal-input.tsx';
import styles from '../../form/form.module.css';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';
import { AccountField } from '../ledger/account-field.tsx';
import { BillFields } from './bill-fields.tsx';
import { type BankRuleDraft, DOES } from './rule-draft.ts';

interface Props {
  readonly draft: BankRuleDraft;
  readonly onChange: (draft: BankRuleDraft) => void;
}

/** What a rule takes, and what it does with it. */
export function RuleForm({ draft, onChange }: Props) {
  const t = useT();
  const set = (name: keyof BankRuleDraft) => (value: string | null) => onChange({ ...draft, [name]: value ?? '' } as BankRuleDraft);
  const typed = (name: keyof BankRuleDraft, maxLength: number) => ({
    label: t(`bankRules.fields.${name}`),
    value: draft[name],
    maxLength,
    onChange: (event: { currentTarget: { value: string } }) => set(name)(event.currentTarget.value),
  });
  return (
    <>
      <TextInput {...typed('name', 80)} required data-autofocus />
      <div className={styles.pairs}>
        <Select
          label={t('bankRules.fields.direction')}
          data={(['out', 'in'] as const).map((value) => ({ value, label: t(`bankRules.directions.${value}`) }))}
          value={draft.direction}
          onChange={set('direction')}
          allowDeselect={false}
        />
        <Textarea {...typed('texts', 600)} description={t('bankRules.textsHint')} autosize minRows={2} maxRows={6} />
        <Textarea {...typed('without', 600)} autosize minRows={2} maxRows={6} />
        <TextInput {...typed('partyName', 60)} />
        <TextInput {...typed('partyIban', 50)} autoComplete="off" />
        <TextInput {...typed('code', 24)} description={t('bankRules.codeHint')} />
        <AmountInput label={t('bankRules.fields.least')} value={draft.least} onChange={set('least')} />
        <AmountInput label={t('bankRules.fields.most')} value={draft.most} onChange={set('most')} />
      </div>
      <ActionFields draft={draft} set={set} onChange={onChange} />
      <div className={styles.pairs}>
        <TextInput {...typed('order', 3)} inputMode="numeric" description={t('bankRules.orderHint')} />
        <DateField label={t('bankRules.fields.activeFrom')} value={draft.activeFrom} onChange={set('activeFrom')} />
      </div>
    </>
  );
}

interface ActionProps {
  readonly draft: BankRuleDraft;
  readonly onChange: (draft: BankRuleDraft) => void;
  readonly set: (name: keyof BankRuleDraft) => (value: string | null) => void;
}

function ActionFields({ draft, set, onChange }: ActionProps) {
  const t = useT();
  const { does } = draft;
  const account = (name: 'account' | 'second' | 'takings', required: boolean) => (
    <AccountField id={`rule-${name}`} label={t(`bankRules.fields.${name}`)} required={required} value={draft[name]} onChange={set(name)} />
  );
  const percent = <DecimalInput label={t('bankRules.fields.percent')} unit="%" value={draft.percent} onChange={set('percent')} />;
  return (
    <div className={styles.pairs}>
      <Select
        label={t('bankRules.fields.does')}
        data={DOES.map((value) => ({ value, label: t(`bankRules.does.${value}`) }))}
        value={does}
        onChange={set('does')}
        allowDeselect={false}
      />
      {does === 'bill' && <BillFields draft={draft} onChange={onChange} />}
      {account('account', true)}
      {does === 'entry' && account('second', false)}
      {does === 'entry' && draft.second !== '' && percent}
      {does === 'commission' && account('takings', true)}
      {does === 'commission' && percent}
      {(does === 'small' || does === 'fee') && (
        <AmountInput
          label={t('bankRules.fields.upTo')}
          description={t('bankRules.fields.upToHint')}
          required
          value={draft.upTo}
          onChange={set('upTo')}
        />
      )}
    </div>
  );
}
