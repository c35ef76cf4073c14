import { Button, FileInput, Loader, Select } from '@mantine/core';
import { useState } from 'react';
import { FOREIGN_CURRENCIES } from '#domain/finance/currencies/exchange-rate.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import record from '../../record/record.module.css';
import { useCan } from '../../session/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import periods from '../ledger/periods.module.css';

type Day = Schemas['ExchangeRateRow'];
type Opened = 'import' | 'set';

/** What a euro was worth on each day: of one currency at a time. */
export function Screen() {
  const t = useT();
  useTitle(t('menu.exchangeRates'));
  const query = $api.useQuery('get', '/exchange-rates', { params: { query: { limit: 100, order: 'desc' } } });
  const [currency, setCurrency] = useState<string>('USD');
  const [opened, open] = useState<Opened>();
  const days = query.data?.items ?? [];
  return (
    <section className={periods.page} aria-labelledby="rates-title" aria-busy={query.isPending}>
      <div className={record.header}>
        <h1 id="rates-title">{t('menu.exchangeRates')}</h1>
        <Actions onOpen={open} />
      </div>
      <p className="dimmed">{t('currencies.meaning')}</p>
      <ProblemNote error={query.error} />
      {query.isPending && <Loader aria-label={t('shell.loading')} />}
      {query.data && days.length === 0 && <p>{t('currencies.empty')}</p>}
      {days.length > 0 && <RateTable days={days} currency={currency} onCurrency={setCurrency} />}
      {opened === 'import' && <ImportDialog onClose={() => open(undefined)} />}
      {opened === 'set' && <SetDialog currency={currency} onClose={() => open(undefined)} />}
    </section>
  );
}

function Actions({ onOpen }: { readonly onOpen: (opened: Opened) => void }) {
  const t = useT();
  const can = useCan();
  return (
    <div className={record.actions}>
      {can('importExchangeRates') && <Button onClick={() => onOpen('import')}>{t('currencies.import.action')}</Button>}
      {can('putExchangeRates') && (
        <Button variant="default" onClick={() => onOpen('set')}>
          {t('currencies.set.action')}
        </Button>
      )}
    </div>
  );
}

interface TableProps {
  readonly days: readonly Day[];
  readonly currency: string;
  readonly onCurrency: (currency: string) => void;
}

function RateTable({ days, currency, onCurrency }: TableProps) {
  const t = useT();
  const { date, decimal } = useFormats();
  const known = [...new Set(days.flatMap(({ rates }) => rates.map((each) => each.currency)))].sort();
  const shown = known.includes(currency) ? currency : (known[0] ?? currency);
  const rows = days.flatMap((day) => day.rates.filter((each) => each.currency === shown).map((rate) => ({ ...rate, date: day.date })));
  return (
    <>
      <Select
        label={t('currencies.currency')}
        data={known}
        value={shown}
        allowDeselect={false}
        onChange={(code) => code && onCurrency(code)}
        w={140}
      />
      <LinesTable heads={[t('currencies.day'), [t('currencies.perEuro'), 'amount'], t('currencies.source')]}>
        <tbody>
          {rows.map(({ date: day, rate, source }) => (
            <tr key={day}>
              <th scope="row">{date(day)}</th>
              <td className="amount">{decimal(rate)}</td>
              <td>{t(`currencies.sources.${source}`)}</td>
            </tr>
          ))}
        </tbody>
      </LinesTable>
    </>
  );
}

const keyed = (key: string) => ({ header: { 'Idempotency-Key': key } });

function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { date } = useFormats();
  const [content, setContent] = useState('');
  return (
    <ActionDialog
      title={t('currencies.import.title')}
      confirm={t('currencies.import.confirm')}
      tries={false}
      size="md"
      onClose={onClose}
      input={content}
      incomplete={content === '' ? t('currencies.import.none') : undefined}
      run={({ key }) => api.POST('/exchange-rates/imports', { params: keyed(key), body: { content } }).then(dataOf)}
      done={({ date: newest }) => t('currencies.import.done', { date: date(newest) })}
    >
      <p>{t('currencies.import.text')}</p>
      <FileInput
        label={t('currencies.import.file')}
        accept=".xml,.csv,text/xml,application/xml,text/csv"
        onChange={(file) => void file?.text().then(setContent)}
        data-autofocus
      />
    </ActionDialog>
  );
}

function SetDialog({ currency: first, onClose }: { readonly currency: string; readonly onClose: () => void }) {
  const t = useT();
  const [{ date, currency, rate }, setFields] = useState({ date: today(), currency: first, rate: '' });
  const change = (part: Partial<{ date: string; currency: string; rate: string }>) => setFields({ date, currency, rate, ...part });
  const body = { rates: { [currency]: rate } };
  return (
    <ActionDialog
      title={t('currencies.set.title')}
      confirm={t('currencies.set.confirm')}
      tries={false}
      size="md"
      onClose={onClose}
      input={{ date, ...body }}
      incomplete={rate === '' ? t('currencies.set.none') : undefined}
      run={() => api.PUT('/exchange-rates/{date}', { params: { path: { date } }, body }).then(dataOf)}
      done={() => t('currencies.set.done', { currency })}
    >
      <DateField label={t('currencies.day')} required value={date} max={today()} onChange={(day) => change({ date: day })} />
      <Select
        label={t('currencies.currency')}
        data={[...FOREIGN_CURRENCIES]}
        value={currency}
        searchable
        allowDeselect={false}
        onChange={(code) => change({ currency: code ?? currency })}
      />
      <DecimalInput
        label={t('currencies.rateOf', { currency })}
        description={t('currencies.perEuroHint', { currency })}
        value={rate}
        onChange={(text) => change({ rate: text })}
        required
        data-autofocus
      />
    </ActionDialog>
  );
}
