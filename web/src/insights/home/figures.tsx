import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { euros, exactCentsOf } from '../../api/money.ts';
import { type Formats, type MoneyText, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { type Operation, useCan } from '../../session/session.ts';
import { IconTrendingDown, IconTrendingUp } from '../../ui/icons.ts';
import { growth } from './arithmetic.ts';
import { Bars } from './bars.tsx';
import styles from './home.module.css';
import type { FiguresOf } from './home-data.ts';

interface FigureProps {
  readonly title: string;
  readonly value: string;
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
  readonly needs: Operation;
  readonly children?: ReactNode;
}

/** The figures of the day and of the month, each a link to what it is made of. */
export function Figures({ figures, date }: { readonly figures: FiguresOf; readonly date: string }) {
  const t = useT();
  const { money, month } = useFormats();
  const { sales, received, paid, receivable, stock } = figures;
  const from = `${date.slice(0, 7)}-01`;
  return (
    <section aria-labelledby="figures" data-tour="figures">
      <h2 id="figures" className={styles.title}>
        {t('home.figures.title', { month: month(date.slice(0, 7)) })}
      </h2>
      <ul className={styles.figures}>
        <Figure title={t('home.figures.sales')} value={money(sales.month)} to="/invoices" search={{ from }} needs="listInvoices">
          <small>{t('home.figures.today', { amount: money(sales.today) })}</small>
          <Comparison now={sales.month.amount} before={sales.lastMonth} />
          <Days days={sales.days} />
        </Figure>
        {received && paid && (
          <Figure title={t('home.figures.received')} value={money(received.month)} to="/receipts" search={{ from }} needs="listReceipts">
            <small>{t('home.figures.today', { amount: money(received.today) })}</small>
            <small>{t('home.figures.paid', { amount: money(paid.month) })}</small>
          </Figure>
        )}
        {receivable && (
          <Figure title={t('home.figures.receivable')} value={money(receivable)} to="/receivables" needs="getReceivables">
            <small>{t('home.figures.receivableNote')}</small>
          </Figure>
        )}
        <Figure title={t('home.figures.stock')} value={money(stock)} to="/stock" needs="listStock">
          <small>{t('home.figures.stockNote')}</small>
        </Figure>
        <Figure title={t('home.figures.year')} value={money(sumOf(sales.months))} to="/trial-balance" needs="getTrialBalance">
          <Months months={sales.months} />
        </Figure>
      </ul>
    </section>
  );
}

const sumOf = (months: FiguresOf['sales']['months']) => euros(months.reduce((sum, { net }) => sum + exactCentsOf(net), 0n));

function Figure({ title, value, to, search, needs, children }: FigureProps) {
  const can = useCan();
  const inside = (
    <>
      <span className={styles.cardHead}>{title}</span>
      <b className={styles.figure}>{value}</b>
      {children}
    </>
  );
  return (
    <li>
      {can(needs) ? (
        <Link to={to as never} {...(search ? { search: search as never } : {})} className={styles.card}>
          {inside}
        </Link>
      ) : (
        <div className={styles.card}>{inside}</div>
      )}
    </li>
  );
}

/** Against the same days of last month: a month that is half over is not compared with a whole one. */
function Comparison({ now, before }: { readonly now: string; readonly before: MoneyText }) {
  const t = useT();
  const { money, percent } = useFormats();
  const share = growth(now, before.amount);
  const up = Number(share) >= 0;
  const Icon = up ? IconTrendingUp : IconTrendingDown;
  return (
    <small className={styles.comparison} data-up={up || undefined}>
      {share !== undefined && (
        <b>
          <Icon size={15} aria-hidden /> {up ? '+' : ''}
          {percent(share)}
        </b>
      )}{' '}
      {t('home.figures.lastMonth', { amount: money(before) })}
    </small>
  );
}

function Days({ days }: { readonly days: FiguresOf['sales']['days'] }) {
  const t = useT();
  const { money, date } = useFormats();
  const best = bestOf(days);
  const words = best
    ? t('home.figures.days', { count: days.length, amount: money(best.net), date: date(best.date) })
    : t('home.figures.noSales');
  return <Bars values={days.map(({ net }) => Number(net.amount))} words={words} />;
}

function Months({ months }: { readonly months: FiguresOf['sales']['months'] }) {
  const t = useT();
  const { money, month }: Formats = useFormats();
  const best = bestOf(months);
  const words = best ? t('home.figures.months', { amount: money(best.net), month: month(best.month) }) : t('home.figures.noSales');
  return (
    <>
      <small>{words}</small>
      <Bars values={months.map(({ net }) => Number(net.amount))} words={words} />
    </>
  );
}

const bestOf = <T extends { readonly net: { readonly amount: string } }>(all: readonly T[]): T | undefined =>
  all.filter(({ net }) => Number(net.amount) > 0).sort((a, b) => Number(b.net.amount) - Number(a.net.amount))[0];
