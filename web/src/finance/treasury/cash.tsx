import { TextInput } from '@mantine/core';
import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, type Schemas } from '../../api/client.ts';
import { DecimalInput } from '../../form/decimal-input.tsx';
import styles from '../../form/form.module.css';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { RecordPage, Section } from '../../record/record-page.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ForecastChart } from './forecast-chart.tsx';
import { plainAmount } from './what-if.ts';

type Forecast = Schemas['CashForecast'];

/** What there is in banks and cash, and what there will be in the next thirteen weeks. */
export function Screen() {
  const t = useT();
  const { longDate } = useFormats();
  const query = $api.useQuery('get', '/cash/position', {});
  const { data } = query;
  return (
    <RecordPage
      query={query}
      parent={{ to: '/treasury/payment-runs', label: t('menu.paymentRuns') }}
      title={t('menu.cash')}
      subtitle={data && t('cash.on', { date: longDate(data.date) })}
    >
      {data && (
        <>
          <Section title={t('cash.position')}>
            <Position position={data} />
          </Section>
          <ForecastSection />
        </>
      )}
    </RecordPage>
  );
}

function Position({ position: { accounts, total } }: { readonly position: Schemas['CashPosition'] }) {
  const t = useT();
  const { money } = useFormats();
  return (
    <LinesTable heads={[t('payables.account'), ...amounts(t('cash.balance'))]}>
      <tbody>
        {accounts.map(({ account, name, balance }) => (
          <tr key={account}>
            <th scope="row">
              <Link to={`/accounts/${account}` as never}>
                {account} {name}
              </Link>
            </th>
            <td className="amount">{money(balance)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('treasury.total')}</th>
          <td className="amount">{money(total)}</td>
        </tr>
      </tfoot>
    </LinesTable>
  );
}

/** What is supposed beside what is known. */
interface WhatIf {
  readonly delayDays: string;
  readonly date: string;
  readonly amount: string;
}

function ForecastSection() {
  const t = useT();
  const [what, setWhat] = useState<WhatIf>({ delayDays: '', date: '', amount: '' });
  const amount = plainAmount(what.amount);
  const search = {
    ...(/^\d{1,3}$/.test(what.delayDays) && Number(what.delayDays) <= 180 ? { delayDays: String(Number(what.delayDays)) } : {}),
    ...(what.date && amount ? { extra: `${what.date}:${amount}` } : {}),
  };
  const { data } = $api.useQuery('get', '/cash/forecast', { params: { query: search as never } }, { placeholderData: keepPreviousData });
  return (
    <Section title={t('cash.forecast')}>
      <WhatIfFields what={what} onChange={setWhat} />
      {data && <ForecastBody forecast={data} />}
    </Section>
  );
}

function WhatIfFields({ what, onChange }: { readonly what: WhatIf; readonly onChange: (what: WhatIf) => void }) {
  const t = useT();
  const set = (name: keyof WhatIf) => (value: string) => onChange({ ...what, [name]: value });
  return (
    <fieldset className={styles.group}>
      <legend>{t('cash.whatIf.title')}</legend>
      <div className={styles.pairs}>
        <DecimalInput
          label={t('cash.whatIf.delayDays')}
          description={t('cash.whatIf.delayHint')}
          inputMode="numeric"
          value={what.delayDays}
          onChange={set('delayDays')}
        />
        <DateField label={t('cash.whatIf.date')} description={t('cash.whatIf.extraHint')} value={what.date} onChange={set('date')} />
        <TextInput
          label={t('cash.whatIf.amount')}
          description={t('cash.whatIf.amountHint')}
          inputMode="decimal"
          maxLength={16}
          value={what.amount}
          onChange={(event) => set('amount')(event.currentTarget.value)}
        />
      </div>
    </fieldset>
  );
}

function ForecastBody({ forecast }: { readonly forecast: Forecast }) {
  const t = useT();
  const { lateness, ownHabits } = forecast;
  return (
    <>
      <ForecastChart forecast={forecast} />
      <Weeks forecast={forecast} />
      <p className="dimmed">
        {t('cash.basis', { sample: lateness.sample, median: lateness.median, p25: lateness.p25, p75: lateness.p75, customers: ownHabits })}
      </p>
      <Sources forecast={forecast} />
    </>
  );
}

/** What the columns are made of, each opened by a click. */
function Sources({ forecast: { taxReturns, recurringEntries } }: { readonly forecast: Forecast }) {
  const t = useT();
  const { money, date } = useFormats();
  const lists = [
    ['/receivables', t('cash.receivables')],
    ['/payables/ageing', t('cash.bills')],
    ['/treasury/payment-runs', t('menu.paymentRuns')],
  ] as const;
  return (
    <LinesTable caption={t('cash.sources')} heads={[t('cash.source'), t('cash.days'), ...amounts(t('cash.amount'))]}>
      <tbody>
        {lists.map(([to, name]) => (
          <tr key={to}>
            <th scope="row">
              <Link to={to as never}>{name}</Link>
            </th>
            <td>{t('cash.byDueDate')}</td>
            <td className="amount">–</td>
          </tr>
        ))}
        {recurringEntries.map(({ id, text, dates, amount }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={'/recurring-entries' as never}>{text}</Link>
            </th>
            <td>{dates.map(date).join(' · ')}</td>
            <td className="amount">{money(amount)}</td>
          </tr>
        ))}
        {taxReturns.map(({ form, period, due, amount, low, high }) => (
          <tr key={`${form}-${period}`}>
            <th scope="row">
              <Link to={'/tax-returns' as never} search={{ form, period } as never}>
                {t('cash.draftOf', { form, period })}
              </Link>
            </th>
            <td>{date(due)}</td>
            <td className="amount">
              −{money(amount)}
              {money(low) === money(high) ? '' : <div className="dimmed">{t('cash.between', { low: money(high), high: money(low) })}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}

/** The same figures in rows: what the drawing says, to the cent. */
function Weeks({ forecast: { weeks } }: { readonly forecast: Forecast }) {
  const t = useT();
  const { money, date } = useFormats();
  return (
    <LinesTable
      caption={t('cash.forecast')}
      heads={[
        t('cash.week'),
        ...amounts(
          t('cash.receivables'),
          t('cash.bills'),
          t('menu.paymentRuns'),
          t('cash.recurring'),
          t('cash.taxes'),
          t('cash.extra'),
          t('cash.low'),
          t('cash.expected'),
          t('cash.high'),
        ),
      ]}
    >
      <tbody>
        {weeks.map((week) => (
          <tr key={week.from}>
            <th scope="row">
              {date(week.from)} – {date(week.to)}
            </th>
            {[week.receivables.expected, week.bills, week.paymentRuns, week.recurring, week.taxes, week.extra].map((amount, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
              <td key={i} className="amount">
                {money(amount)}
              </td>
            ))}
            <td className="amount">{money(week.closing.low)}</td>
            <td className="amount">
              <b>{money(week.closing.expected)}</b>
            </td>
            <td className="amount">{money(week.closing.high)}</td>
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}
