import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { centsOf, euros } from '../../api/money.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import lists from '../../list/list.module.css';
import { moveFocus } from '../../list/row-keys.ts';
import { scrollPositionOf, useScrollPosition } from '../../list/scroll-position.ts';
import styles from './ledger.module.css';
import type { Range } from './ranges.ts';
import { sourceHref, sourceName } from './sources.ts';
import type { Ledger, LedgerRead } from './use-ledger.ts';

const ROW_HEIGHT = 37;
/** Rows from the end at which the next page is fetched. */
const AHEAD = 40;

interface Props {
  readonly id: string;
  readonly ledger: LedgerRead;
  readonly range: Range;
}

/** Only the rows in sight are drawn, between the opening and the closing balance. */
export function LedgerTable({ id, ledger, range }: Props) {
  const t = useT();
  const scroller = useRef<HTMLElement>(null);
  useScrollPosition(id, scroller);
  const { lines, more, first } = ledger;
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 15,
    initialOffset: scrollPositionOf(id),
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= lines.length - AHEAD) more();
  }, [last, lines.length, more]);
  const above = shown[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section ref={scroller} className={lists.scroller} tabIndex={0} aria-label={t('books.ledger.table')} onKeyDown={moveFocus}>
      <table
        className={`${lists.table} ${styles.figures} ${styles.ledger}`}
        aria-rowcount={ledger.complete ? lines.length + 3 : -1}
        aria-busy={ledger.busy}
      >
        <Heads />
        <tbody>
          <Edge name={t('books.opening')} day={range.from} balance={first?.opening} />
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {shown.map(({ index }) => {
            const line = lines[index];
            return line && <Line key={index} line={line} index={index} measure={virtual.measureElement} />;
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
          {lines.length === 0 && (
            <tr>
              <td colSpan={6} className="dimmed">
                {t('books.ledger.empty')}
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <Edge name={t('books.closing')} day={range.to} balance={first?.closing} />
        </tfoot>
      </table>
    </section>
  );
}

function Heads() {
  const t = useT();
  return (
    <thead>
      <tr>
        <th scope="col">{t('books.text')}</th>
        <th scope="col" className={styles.wide}>
          {t('books.date')}
        </th>
        <th scope="col" className={styles.medium}>
          {t('books.document')}
        </th>
        <th scope="col" className={`amount ${styles.wide}`}>
          {t('books.debit')}
        </th>
        <th scope="col" className={`amount ${styles.wide}`}>
          {t('books.credit')}
        </th>
        <th scope="col" className={`amount ${styles.narrow}`}>
          {t('books.amount')}
        </th>
        <th scope="col" className="amount">
          {t('books.balance')}
        </th>
      </tr>
    </thead>
  );
}

interface LineProps {
  readonly line: Ledger['items'][number];
  readonly index: number;
  /** Takes the height of the row: on narrow screens words go over several lines. */
  readonly measure: (row: HTMLTableRowElement | null) => void;
}

function Line({ line, index, measure }: LineProps) {
  const t = useT();
  const { date, money } = useFormats();
  const href = sourceHref(line.source);
  const [debit, credit] = [centsOf(line.debit), centsOf(line.credit)];
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 3}>
      <td>
        <Link to={`/journal/${line.entryId}` as never} className={lists.open} data-row>
          {line.text}
        </Link>
        <small className={`dimmed ${styles.narrowBlock}`}>{date(line.date)}</small>
      </td>
      <td className={styles.wide}>{date(line.date)}</td>
      <td className={styles.medium}>{href ? <Link to={href as never}>{sourceName(line.source, t)}</Link> : sourceName(line.source, t)}</td>
      <td className={`amount ${styles.wide}`}>{debit === 0 ? '' : money(line.debit)}</td>
      <td className={`amount ${styles.wide}`}>{credit === 0 ? '' : money(line.credit)}</td>
      <td className={`amount ${styles.narrow}`}>{money(euros(debit - credit))}</td>
      <td className="amount">{money(line.balance)}</td>
    </tr>
  );
}

function Edge({ name, day, balance }: { readonly name: string; readonly day: string; readonly balance: Ledger['opening'] | undefined }) {
  const { date, money } = useFormats();
  return (
    <tr data-sum>
      <th scope="row" className={styles.name}>
        {name}
        <small className={`dimmed ${styles.narrowBlock}`}>{date(day)}</small>
      </th>
      <td className={styles.wide}>{date(day)}</td>
      <td className={styles.medium} />
      <td className={styles.wide} />
      <td className={styles.wide} />
      <td className={styles.narrow} />
      <td className="amount">{balance && money(balance)}</td>
    </tr>
  );
}
