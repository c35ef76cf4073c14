import { Alert, Button, Checkbox, FileButton, MultiSelect, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import type { BankAccount } from '#domain/finance/banking/bank-account.ts';
import { CSV_DATE_FORMATS } from '#domain/finance/banking/csv-columns.ts';
import { guessedCsv } from '#domain/finance/banking/csv-guess.ts';
import { csvRows } from '#domain/finance/banking/csv-rows.ts';
import { fileText } from '#domain/finance/banking/file-text.ts';
import { BASE_CURRENCY } from '#kernel/money.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import form from '../../form/form.module.css';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import styles from './banking.module.css';
import { type CsvPreview, csvPreview } from './csv-preview.ts';

export type BankCsv = NonNullable<BankAccount['csv']>;
type Columns = BankCsv['columns'];
type Account = Schemas['BankAccount'];

/** Bytes of a file that are looked at: the rest is read as they are. */
const LOOKED = 200_000;
const ROWS = 5;
const ONE = ['date', 'valueDate', 'amount', 'debit', 'credit', 'balance', 'partyName', 'partyIban', 'reference'] as const;
type One = (typeof ONE)[number];
const EMPTY: BankCsv = {
  ...{ delimiter: ';', decimal: ',', dateFormat: 'DD/MM/YYYY', skip: 0, header: true },
  columns: { date: 1, amount: 3, text: [2] },
};

interface Props {
  readonly account: Account;
  readonly onClose: () => void;
}

/** How the CSV of an account's bank is read: a file of it is chosen, guessed, and what is read of it shown beside. */
export function CsvMappingDialog({ account, onClose }: Props) {
  const t = useT();
  const { currency = BASE_CURRENCY } = account;
  const [text, setText] = useState<string>();
  const [csv, setCsv] = useState<BankCsv>((account.csv as BankCsv | undefined) ?? EMPTY);
  const preview = text === undefined ? undefined : csvPreview(text, csv, { iban: account.iban, currency });
  const choose = (file: File | null) =>
    void file
      ?.slice(0, LOOKED)
      .arrayBuffer()
      .then((buffer) => {
        const told = fileText(new Uint8Array(buffer)).replaceAll('\ufeff', '');
        setText(told);
        setCsv(guessedCsv(told) ?? csv);
      });
  return (
    <ActionDialog
      title={t('banking.csv.title')}
      confirm={t('actions.save')}
      size="xl"
      tries={false}
      onClose={onClose}
      input={csv}
      incomplete={preview?.fault === undefined ? undefined : t('banking.csv.lacking')}
      run={async () =>
        dataOf(
          await api.PATCH('/banking/accounts/{bankAccountId}', { params: { path: { bankAccountId: account.id } }, body: { csv } as never }),
        )
      }
      done={() => t('banking.csv.saved')}
    >
      <p className="dimmed">{t('banking.csv.says')}</p>
      <FileButton onChange={choose} accept=".csv,.txt,text/csv,text/plain" inputProps={{ 'aria-label': t('banking.csv.choose') }}>
        {(props) => (
          <Button variant="default" {...props}>
            {t('banking.csv.choose')}
          </Button>
        )}
      </FileButton>
      {text !== undefined && <FileHead text={text} csv={csv} />}
      <Marks csv={csv} onChange={setCsv} />
      <ColumnChoice
        csv={csv}
        names={text === undefined ? undefined : namesOf(text, csv)}
        onChange={(columns) => setCsv({ ...csv, columns })}
      />
      {preview && <Read preview={preview} currency={currency} />}
    </ActionDialog>
  );
}

const headOf = (text: string): string => text.split(/\r\n|\n|\r/, 60).join('\n');

/** Names of the columns: those of the header, else their numbers. */
function namesOf(text: string, { delimiter, skip, header }: BankCsv): string[] {
  const row = csvRows(headOf(text), delimiter)[skip]?.cells ?? [];
  return row.map((cell, at) => (header && cell.trim() !== '' ? cell.trim() : String(at + 1)));
}

/** The first rows as they are cut. */
function FileHead({ text, csv }: { readonly text: string; readonly csv: BankCsv }) {
  const t = useT();
  const rows = csvRows(headOf(text), csv.delimiter).slice(csv.skip, csv.skip + ROWS);
  return (
    <div className={styles.csv}>
      <table>
        <caption>{t('banking.csv.file')}</caption>
        <tbody>
          {rows.map(({ at, cells }) => (
            <tr key={at}>
              {cells.map((cell, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface MarksProps {
  readonly csv: BankCsv;
  readonly onChange: (csv: BankCsv) => void;
}

const DELIMITERS = [';', ',', '\t', '|'] as const;

/** What stands between cells, before decimals, and before the movements. */
function Marks({ csv, onChange }: MarksProps) {
  const t = useT();
  return (
    <div className={form.pairs}>
      <Select
        label={t('banking.csv.delimiter')}
        data={DELIMITERS.map((value) => ({ value, label: value === '\t' ? t('banking.csv.tab') : value }))}
        value={csv.delimiter}
        allowDeselect={false}
        onChange={(delimiter) => delimiter && onChange({ ...csv, delimiter: delimiter as BankCsv['delimiter'] })}
      />
      <Select
        label={t('banking.csv.decimal')}
        data={[',', '.']}
        value={csv.decimal}
        allowDeselect={false}
        onChange={(decimal) => decimal && onChange({ ...csv, decimal: decimal as BankCsv['decimal'] })}
      />
      <Select
        label={t('banking.csv.dateFormat')}
        data={[...CSV_DATE_FORMATS]}
        value={csv.dateFormat}
        allowDeselect={false}
        onChange={(dateFormat) => dateFormat && onChange({ ...csv, dateFormat: dateFormat as BankCsv['dateFormat'] })}
      />
      <NumberInput
        label={t('banking.csv.skip')}
        min={0}
        max={100}
        value={csv.skip}
        onChange={(skip) => onChange({ ...csv, skip: Number(skip) || 0 })}
      />
      <Checkbox
        label={t('banking.csv.header')}
        checked={csv.header}
        onChange={(event) => onChange({ ...csv, header: event.currentTarget.checked })}
      />
    </div>
  );
}

interface ColumnProps {
  readonly csv: BankCsv;
  /** Of the file that is looked at; absent where none is. */
  readonly names: readonly string[] | undefined;
  readonly onChange: (columns: Columns) => void;
}

/** A column by its name, or by its number where it has none. */
const columnOf = (csv: BankCsv, name: string): string | number => (csv.header && !/^\d{1,3}$/.test(name) ? name : Number(name));

/** Which column is what: a column that goes by number is shown by its name. */
function ColumnChoice({ csv, names, onChange }: ColumnProps) {
  const t = useT();
  const { columns } = csv;
  const shown = (column: string | number): string => (typeof column === 'number' ? (names?.[column - 1] ?? String(column)) : column);
  const told = [...ONE.flatMap((field) => columns[field] ?? []), ...columns.text].map(shown);
  const data = [...new Set([...(names ?? []), ...told])];
  const set = (field: One) => (name: string | null) => {
    const { [field]: _, ...others } = columns;
    onChange((name === null ? others : { ...others, [field]: columnOf(csv, name) }) as Columns);
  };
  return (
    <fieldset className={styles.typed}>
      <legend>{t('banking.csv.columns')}</legend>
      {ONE.map((field) => {
        const column = columns[field];
        return (
          <Select
            key={field}
            label={t(`banking.csv.fields.${field}`)}
            data={data}
            value={column === undefined ? null : shown(column)}
            clearable={field !== 'date'}
            allowDeselect={field !== 'date'}
            onChange={set(field)}
          />
        );
      })}
      <MultiSelect
        label={t('banking.csv.fields.text')}
        data={data}
        value={columns.text.map(shown)}
        onChange={(chosen) => onChange({ ...columns, text: chosen.map((name) => columnOf(csv, name)) })}
      />
    </fieldset>
  );
}

/** What is read of the file, or the line and the cause why nothing is. */
function Read({ preview: { lines, fault }, currency }: { readonly preview: CsvPreview; readonly currency: string }) {
  const t = useT();
  const { date, money, whole } = useFormats();
  if (fault)
    return (
      <Alert color="red" role="alert" title={t('banking.csv.unread')}>
        {fault.line !== undefined && `${t('banking.upload.atLine', { line: whole(fault.line) })} `}
        {t(`banking.faults.${fault.why}` as 'banking.faults.empty', { defaultValue: t('banking.csv.lacking') })}
      </Alert>
    );
  return (
    <LinesTable
      caption={t('banking.csv.read')}
      heads={[t('banking.check.day'), t('banking.check.what'), ...amounts(t('banking.check.amount'))]}
    >
      <tbody>
        {lines.map((line) => (
          <tr key={line.no}>
            <th scope="row" className="nowrap">
              {date(line.date)}
            </th>
            <td>{[line.partyName, line.text].filter(Boolean).join(' · ')}</td>
            <td className="amount">{money({ amount: line.amount, currency } as never)}</td>
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}
