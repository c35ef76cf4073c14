import { Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type FiscalYear, fiscalMonths } from '#kernel/fiscal-year.ts';
import { allocate } from '#kernel/money.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { centsOf, euros, typedCents } from '../../api/money.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useDimensions } from '../../lines/dimension-column.tsx';
import { fiscalYearName } from '../ledger/ranges.ts';

type Row = Schemas['Budget']['rows'][number];

/** As the API takes a line: with the months that it had, or a fiscal year in equal parts. */
const lineOf = ({ account, dimension, value, months }: Pick<Row, 'account' | 'dimension' | 'value' | 'months'>) => ({
  account,
  ...(dimension && value ? { dimension, value } : {}),
  months: months.map((month) => euros(centsOf(month))),
});

interface Props {
  readonly year: FiscalYear;
  readonly rows: readonly Row[];
  /** Absent: another line. */
  readonly row: Row | undefined;
  readonly onClose: () => void;
}

interface Typed {
  readonly account: string;
  /** `centre=MAD`; empty: the whole company. */
  readonly place: string;
  readonly amount: string;
  readonly remove: boolean;
}

/** The line as it is typed: a fiscal year in equal parts. */
function typedLine({ account, place, amount }: Typed, year: FiscalYear) {
  const [dimension, value] = place.split('=');
  const months = allocate(
    typedCents(amount),
    fiscalMonths(year).map(() => 1),
  ).map(euros);
  return { account: account.trim(), ...(dimension && value ? { dimension, value } : {}), months };
}

/** One line of a budget: what the year comes to, in equal months; or it is taken out. */
export function BudgetLineDialog({ year, rows, row, onClose }: Props) {
  const t = useT();
  const formats = useFormats();
  const place = row?.dimension ? `${row.dimension}=${row.value}` : '';
  const [typed, setTyped] = useState<Typed>({ account: row?.account ?? '', place, amount: row?.year.amount ?? '', remove: false });
  const others = rows.filter((other) => other !== row).map(lineOf);
  const body = { lines: typed.remove ? others : [...others, typedLine(typed, year)] };
  return (
    <ActionDialog
      title={row ? t('analysis.budget.edit', { account: row.account }) : t('analysis.budget.add')}
      confirm={t('analysis.edit.save')}
      tries={false}
      size="md"
      onClose={onClose}
      input={body}
      incomplete={typed.account.trim() === '' || (!typed.remove && typed.amount === '') ? t('analysis.budget.lacking') : undefined}
      run={() => api.PUT('/budgets/{year}', { params: { path: { year: year.year } }, body }).then(dataOf)}
      done={() => t('analysis.budget.done', { year: fiscalYearName(year, formats) })}
    >
      <LineFields typed={typed} onChange={(part) => setTyped((now) => ({ ...now, ...part }))} isNew={row === undefined} />
    </ActionDialog>
  );
}

interface FieldsProps {
  readonly typed: Typed;
  readonly onChange: (part: Partial<Typed>) => void;
  readonly isNew: boolean;
}

function LineFields({ typed: { account, place, amount, remove }, onChange, isNew }: FieldsProps) {
  const t = useT();
  const places = useDimensions().flatMap(({ code, name, values }) =>
    values.map((value) => ({ value: `${code}=${value.code}`, label: `${name}: ${value.name}` })),
  );
  return (
    <>
      <TextInput
        label={t('analysis.budget.account')}
        description={t('analysis.budget.accountHint')}
        value={account}
        maxLength={9}
        onChange={(event) => onChange({ account: event.currentTarget.value })}
        disabled={!isNew}
        required
        data-autofocus
      />
      {places.length > 0 && (
        <Select
          label={t('analysis.budget.place')}
          data={[{ value: '', label: t('analysis.budget.everywhere') }, ...places]}
          value={place}
          allowDeselect={false}
          onChange={(chosen) => onChange({ place: chosen ?? '' })}
          disabled={!isNew}
        />
      )}
      <AmountInput
        label={t('analysis.budget.ofYear')}
        value={amount}
        onChange={(text) => onChange({ amount: text })}
        disabled={remove}
        required
      />
      {!isNew && (
        <Checkbox
          label={t('analysis.budget.remove')}
          checked={remove}
          onChange={(event) => onChange({ remove: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
