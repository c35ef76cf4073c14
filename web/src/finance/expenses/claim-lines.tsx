import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { EXPENSE_KINDS, EXPENSE_TAX_CODES, MAX_CLAIM_LINES } from '#domain/finance/expenses/expense-claim.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { DecimalInput } from '../../form/decimal-input.tsx';
import styles from '../../form/form.module.css';
import { useTaxChoices } from '../../form/use-tax-choices.ts';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCan } from '../../session/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { AccountField } from '../ledger/account-field.tsx';
import { blankLine, type ExpenseKind, type ExpenseLine } from './claim-draft.ts';

interface LineProps {
  readonly line: ExpenseLine;
  readonly no: number;
  readonly onChange: (line: ExpenseLine) => void;
  /** Absent: it is the only one. */
  readonly onRemove?: (() => void) | undefined;
}

/** One expense: a receipt, kilometres, or an invoice in the company's name. */
function LineFields({ line, no, onChange, onRemove }: LineProps) {
  const t = useT();
  const can = useCan();
  const set =
    <Name extends keyof ExpenseLine>(name: Name) =>
    (value: ExpenseLine[Name]) =>
      onChange({ ...line, [name]: value });
  const isMileage = line.kind === 'mileage';
  return (
    <fieldset className={styles.group}>
      <legend>{t('expenses.line', { no })}</legend>
      <div className={styles.pairs}>
        <DateField label={t('expenses.date')} required value={line.date} onChange={set('date')} max={today()} />
        <Select
          label={t('expenses.kind')}
          data={EXPENSE_KINDS.map((kind) => ({ value: kind, label: t(`expenses.kinds.${kind}`) }))}
          allowDeselect={false}
          value={line.kind}
          onChange={(kind) => set('kind')((kind ?? 'travel') as ExpenseKind)}
        />
        {isMileage ? (
          <DecimalInput label={t('expenses.km')} unit="km" required value={line.km} onChange={set('km')} />
        ) : (
          <AmountInput
            label={t('expenses.amount')}
            description={t('expenses.amountHint')}
            required
            value={line.amount}
            onChange={set('amount')}
          />
        )}
        <TextInput
          label={t('expenses.what')}
          maxLength={160}
          value={line.text}
          onChange={(event) => set('text')(event.currentTarget.value)}
        />
        {can('approveExpenseClaim') && (
          <AccountField id={`account-${line.key}`} label={t('expenses.account')} value={line.account} onChange={set('account')} />
        )}
      </div>
      {!isMileage && (
        <Checkbox
          label={t('expenses.invoiced')}
          description={t('expenses.invoicedHint')}
          checked={line.invoiced}
          onChange={({ currentTarget: { checked } }) => set('invoiced')(checked)}
        />
      )}
      {!isMileage && line.invoiced && <InvoiceFields line={line} onChange={onChange} />}
      {onRemove && (
        <Button variant="subtle" size="compact-sm" aria-label={t('expenses.removeLine', { no })} onClick={onRemove}>
          {t('expenses.remove')}
        </Button>
      )}
    </fieldset>
  );
}

function InvoiceFields({ line, onChange }: Pick<LineProps, 'line' | 'onChange'>) {
  const t = useT();
  const { tax } = useTaxChoices();
  const text = (name: 'number' | 'issuer' | 'taxId', maxLength: number) => (
    <TextInput
      label={t(`expenses.invoice.${name}`)}
      required
      maxLength={maxLength}
      autoComplete="off"
      value={line[name]}
      onChange={(event) => onChange({ ...line, [name]: event.currentTarget.value })}
    />
  );
  return (
    <div className={styles.pairs}>
      {text('issuer', 120)}
      {text('taxId', 24)}
      {text('number', 40)}
      <Select
        label={t('expenses.invoice.taxCode')}
        data={EXPENSE_TAX_CODES.map((code) => ({ value: code, label: tax(code) }))}
        allowDeselect={false}
        value={line.taxCode}
        onChange={(code) => onChange({ ...line, taxCode: (code ?? EXPENSE_TAX_CODES[0]) as ExpenseLine['taxCode'] })}
      />
    </div>
  );
}

interface LinesProps {
  readonly lines: readonly ExpenseLine[];
  readonly onChange: (lines: readonly ExpenseLine[]) => void;
}

/** The expenses of a claim, one after the other. */
export function ClaimLines({ lines, onChange }: LinesProps) {
  const t = useT();
  const next = Math.max(...lines.map(({ key }) => key)) + 1;
  return (
    <>
      {lines.map((line, at) => (
        <LineFields
          key={line.key}
          line={line}
          no={at + 1}
          onChange={(changed) => onChange(lines.with(at, changed))}
          onRemove={lines.length > 1 ? () => onChange(lines.toSpliced(at, 1)) : undefined}
        />
      ))}
      {lines.length < MAX_CLAIM_LINES && (
        <Button variant="default" onClick={() => onChange([...lines, blankLine(next, lines.at(-1)?.date)])}>
          {t('expenses.addLine')}
        </Button>
      )}
    </>
  );
}
