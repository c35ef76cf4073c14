import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { VARIABLE_PAY, type VariableKind } from '#domain/hr/payroll/pay-facts.ts';
import { SICKNESS_KINDS, type SicknessKind } from '#domain/hr/payroll/sick-pay-es.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import styles from '../../form/form.module.css';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';
import { IconPlus, IconTrash } from '../../ui/icons.ts';

interface Values extends Record<string, unknown> {
  variable: { kind: VariableKind; text: string; amount: string }[];
  sick: { kind: SicknessKind; from: string; to: string; daysBefore: string }[];
  unpaid: { kind: 'unpaid-leave' | 'strike'; from: string; to: string }[];
  advance: string;
  owed: string;
  points: string;
}
type Form = UseFormReturnType<Values>;

const eur = (amount: string) => ({ amount, currency: 'EUR' as const });

const bodyOf = ({ variable, sick, unpaid, advance, owed, points }: Values) => ({
  variable: variable.map(({ amount, ...each }) => ({ ...each, amount: eur(amount) })),
  sick: sick.map(({ kind, from, to, daysBefore }) => ({
    ...{ kind, from },
    ...(to ? { to } : {}),
    ...(daysBefore ? { daysBefore: Number(daysBefore) } : {}),
  })),
  unpaid,
  advance: eur(advance || '0.00'),
  ...(owed ? { garnishment: { owed: eur(owed), familyPoints: Number(points || '0') } } : {}),
});

interface Props {
  readonly row: Schemas['PayInputRow'];
  readonly month: string;
  readonly onClose: () => void;
}

/** What a month of somebody's pay has beside the salary. */
export function InputDialog({ row: { employeeId, name, input, state }, month, onClose }: Props) {
  const t = useT();
  const form = useForm<Values>({
    initialValues: {
      variable: input.variable.map(({ kind, text, amount }) => ({ kind, text, amount: amount.amount })),
      sick: input.sick.map(({ kind, from, to = '', daysBefore }) => ({ kind, from, to, daysBefore: daysBefore ? String(daysBefore) : '' })),
      unpaid: input.unpaid.map((each) => ({ ...each })),
      advance: input.advance.amount === '0.00' ? '' : input.advance.amount,
      owed: input.garnishment?.owed.amount ?? '',
      points: input.garnishment?.familyPoints ? String(input.garnishment.familyPoints) : '',
    },
  });
  return (
    <FormDialog
      title={t('payroll.inputs.of', { name, month })}
      form={form}
      send={(values) =>
        api
          .PUT('/payroll/employees/{employeeId}/inputs/{month}', { params: { path: { employeeId, month } }, body: bodyOf(values) })
          .then(dataOf)
      }
      done={() => t('payroll.inputs.done', { name })}
      onClose={onClose}
    >
      {state !== 'open' && <p className="dimmed">{t(`payroll.inputs.notes.${state}`)}</p>}
      <Variables form={form} />
      <Sickness form={form} month={month} />
      <Unpaid form={form} month={month} />
      <TakenOff form={form} isPaid={state === 'paid'} />
    </FormDialog>
  );
}

interface PartProps {
  readonly form: Form;
  readonly month?: string;
}

const Remove = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }) => (
  <ActionIcon variant="subtle" size="lg" aria-label={label} onClick={onClick}>
    <IconTrash size={18} />
  </ActionIcon>
);
const Add = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }) => (
  <p>
    <Button variant="default" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={onClick}>
      {label}
    </Button>
  </p>
);

function Variables({ form }: PartProps) {
  const t = useT();
  return (
    <fieldset>
      <legend>{t('payroll.inputs.variable')}</legend>
      {form.values.variable.map(({ amount }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own.
        <div key={i} className={styles.pairs}>
          <NativeSelect
            label={t('payroll.inputs.kind')}
            data={VARIABLE_PAY.map((value) => ({ value, label: t(`payroll.kinds.${value}`) }))}
            {...form.getInputProps(`variable.${i}.kind`)}
          />
          <TextInput
            label={t('payroll.inputs.what')}
            required
            maxLength={80}
            data-path={`variable.${i}.text`}
            {...form.getInputProps(`variable.${i}.text`)}
          />
          <AmountInput
            label={t('payroll.amount')}
            required
            value={amount}
            onChange={(typed) => form.setFieldValue(`variable.${i}.amount`, typed)}
            error={form.errors[`variable.${i}.amount`]}
            data-path={`variable.${i}.amount`}
          />
          <Remove label={t('payroll.inputs.remove', { no: i + 1 })} onClick={() => form.removeListItem('variable', i)} />
        </div>
      ))}
      <Add
        label={t('payroll.inputs.addVariable')}
        onClick={() => form.insertListItem('variable', { kind: 'bonus', text: '', amount: '' })}
      />
    </fieldset>
  );
}

/** From and to of a row. */
function Days({
  form,
  path,
  required,
}: {
  readonly form: Form;
  readonly path: `sick.${number}` | `unpaid.${number}`;
  readonly required: boolean;
}) {
  const t = useT();
  const [list, no] = path.split('.') as ['sick' | 'unpaid', string];
  const days = form.values[list][Number(no)];
  return (
    <>
      <DateField
        label={t('payroll.inputs.from')}
        required
        value={days?.from ?? ''}
        onChange={(from) => form.setFieldValue(`${path}.from`, from)}
        error={form.errors[`${path}.from`]}
        data-path={`${path}.from`}
      />
      <DateField
        label={t('payroll.inputs.to')}
        required={required}
        value={days?.to ?? ''}
        onChange={(to) => form.setFieldValue(`${path}.to`, to)}
        error={form.errors[`${path}.to`]}
        data-path={`${path}.to`}
      />
    </>
  );
}

function Sickness({ form, month }: PartProps) {
  const t = useT();
  return (
    <fieldset>
      <legend>{t('payroll.inputs.sick')}</legend>
      <p className="dimmed">{t('payroll.inputs.sickText')}</p>
      {form.values.sick.map((_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own.
        <div key={i} className={styles.pairs}>
          <NativeSelect
            label={t('payroll.inputs.kind')}
            data={SICKNESS_KINDS.map((value) => ({ value, label: t(`payroll.inputs.sickness.${value}`) }))}
            {...form.getInputProps(`sick.${i}.kind`)}
          />
          <Days form={form} path={`sick.${i}`} required={false} />
          <TextInput
            label={t('payroll.inputs.daysBefore')}
            maxLength={3}
            inputMode="numeric"
            data-path={`sick.${i}.daysBefore`}
            {...form.getInputProps(`sick.${i}.daysBefore`)}
          />
          <Remove label={t('payroll.inputs.remove', { no: i + 1 })} onClick={() => form.removeListItem('sick', i)} />
        </div>
      ))}
      <Add
        label={t('payroll.inputs.addSick')}
        onClick={() => form.insertListItem('sick', { kind: 'common', from: `${month}-01`, to: '', daysBefore: '' })}
      />
    </fieldset>
  );
}

function Unpaid({ form, month }: PartProps) {
  const t = useT();
  return (
    <fieldset>
      <legend>{t('payroll.inputs.unpaid')}</legend>
      {form.values.unpaid.map((_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own.
        <div key={i} className={styles.pairs}>
          <NativeSelect
            label={t('payroll.inputs.kind')}
            data={(['unpaid-leave', 'strike'] as const).map((value) => ({ value, label: t(`payroll.inputs.unpaidKinds.${value}`) }))}
            {...form.getInputProps(`unpaid.${i}.kind`)}
          />
          <Days form={form} path={`unpaid.${i}`} required />
          <Remove label={t('payroll.inputs.remove', { no: i + 1 })} onClick={() => form.removeListItem('unpaid', i)} />
        </div>
      ))}
      <Add
        label={t('payroll.inputs.addUnpaid')}
        onClick={() => form.insertListItem('unpaid', { kind: 'unpaid-leave', from: `${month}-01`, to: `${month}-01` })}
      />
    </fieldset>
  );
}

function TakenOff({ form, isPaid }: { readonly form: Form; readonly isPaid: boolean }) {
  const t = useT();
  const { advance, owed } = form.values;
  return (
    <fieldset disabled={isPaid}>
      <legend>{t('payroll.inputs.takenOff')}</legend>
      <div className={styles.pairs}>
        <AmountInput
          label={t('payroll.slip.advance')}
          value={advance}
          onChange={(typed) => form.setFieldValue('advance', typed)}
          error={form.errors.advance}
          data-path="advance"
        />
        <AmountInput
          label={t('payroll.inputs.owed')}
          description={t('payroll.inputs.owedText')}
          value={owed}
          onChange={(typed) => form.setFieldValue('owed', typed)}
          error={form.errors.owed}
          data-path="garnishment.owed"
        />
        <TextInput
          label={t('payroll.inputs.points')}
          maxLength={2}
          inputMode="numeric"
          data-path="garnishment.familyPoints"
          {...form.getInputProps('points')}
        />
      </div>
    </fieldset>
  );
}
