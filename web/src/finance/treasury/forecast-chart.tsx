import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import styles from './forecast-chart.module.css';

const WIDTH = 640;
const HEIGHT = 160;

/** The balance at the end of each week, between what is feared and what is hoped; its words say the lowest point, and the table below all of it. */
export function ForecastChart({ forecast: { opening, weeks, date: today } }: { readonly forecast: Schemas['CashForecast'] }) {
  const t = useT();
  const { money, date } = useFormats();
  const closings = weeks.map(({ closing }) => ({
    low: Number(closing.low.amount),
    expected: Number(closing.expected.amount),
    high: Number(closing.high.amount),
  }));
  const start = Number(opening.amount);
  const points = [{ low: start, expected: start, high: start }, ...closings];
  const values = points.flatMap(({ low, high, expected }) => [low, high, expected]);
  const [least, most] = [Math.min(0, ...values), Math.max(1, ...values)];
  const x = (i: number) => (i * WIDTH) / (points.length - 1);
  const y = (value: number) => HEIGHT - ((value - least) * HEIGHT) / (most - least);
  const line = (of: 'low' | 'expected' | 'high') => points.map((point, i) => `${x(i).toFixed(1)},${y(point[of]).toFixed(1)}`);
  const worst = weeks.reduce(
    (low, week) => (Number(week.closing.low.amount) < Number(low.closing.low.amount) ? week : low),
    weeks[0] as (typeof weeks)[number],
  );
  const words = t('cash.chart', {
    from: date(today),
    opening: money(opening),
    to: date(weeks.at(-1)?.to ?? today),
    closing: money(weeks.at(-1)?.closing.expected ?? opening),
    low: money(worst.closing.low),
    on: date(worst.to),
  });
  return (
    <figure className={styles.figure}>
      <svg role="img" aria-label={words} viewBox={`0 -4 ${WIDTH} ${HEIGHT + 8}`} preserveAspectRatio="none" className={styles.chart}>
        <polygon className={styles.band} points={[...line('high'), ...line('low').toReversed()].join(' ')} />
        <line className={styles.zero} x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} />
        <polyline className={styles.expected} points={line('expected').join(' ')} />
      </svg>
      <figcaption className="dimmed">{words}</figcaption>
    </figure>
  );
}
