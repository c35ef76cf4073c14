import { ActionIcon } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { euros } from '../../api/money.ts';
import { useFormats } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import lists from '../../list/list.module.css';
import { moveFocus } from '../../list/row-keys.ts';
import { IconChevronRight } from '../../ui/icons.ts';
import ledger from '../ledger/ledger.module.css';
import styles from './statement.module.css';
import type { StatementRow } from './statement-rows.ts';

interface Props {
  readonly title: string;
  readonly columns: Schemas['Statement']['columns'];
  readonly rows: readonly StatementRow[];
  readonly isOpen: (id: string) => boolean;
  readonly onToggle: (id: string) => void;
}

/** The statement: each line unfolds into its accounts, each account leads to its ledger of the same days. */
export function StatementTable({ title, columns, rows, ...fold }: Props) {
  const t = useT();
  const headOf = useColumnHead();
  return (
    <section
      className={lists.scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
      tabIndex={0}
      aria-label={title}
      onKeyDown={moveFocus}
    >
      <table className={`${lists.table} ${ledger.figures} ${styles.statement}`}>
        <thead>
          <tr>
            <th scope="col">{t('statements.line')}</th>
            {columns.map((column, i) => (
              <th
                key={column.id ?? `${column.from}-${column.date}`}
                scope="col"
                className={`amount ${i > 0 && !column.label ? ledger.medium : ''}`}
              >
                {headOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} range={row.days ?? columns[0]} named={columns[0]?.label !== undefined} {...fold} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps extends Pick<Props, 'isOpen' | 'onToggle'> {
  readonly row: StatementRow;
  readonly range: { readonly from: string; readonly date: string } | undefined;
  /** Columns have names: none is of another range that a narrow screen may leave out. */
  readonly named: boolean;
}

/** What stands above a column: a component's name, or the day that its range ends on. */
export function useColumnHead(): (column: Props['columns'][number]) => string {
  const { date } = useFormats();
  const english = useLanguage() === 'en';
  return ({ date: day, label, labelEn }) => (english ? labelEn : label) ?? date(day);
}

function Row({ row, range, named, isOpen, onToggle }: RowProps) {
  const { money } = useFormats();
  return (
    <tr data-level={row.level}>
      <th scope="row" className={ledger.name}>
        {row.account ? (
          <Link
            to={`/accounts/${row.code}` as never}
            search={{ from: range?.from, to: range?.date } as never}
            className={lists.open}
            data-row
          >
            <span className={ledger.code}>{row.code}</span> {row.label}
          </Link>
        ) : (
          <span className={ledger.fold}>
            {row.folds && <Fold row={row} open={isOpen(row.key)} onToggle={onToggle} />}
            <span>{row.label}</span>
          </span>
        )}
      </th>
      {row.amounts.map((amount, i) => (
        // The columns keep their order.
        // biome-ignore lint/suspicious/noArrayIndexKey: a figure has no other name than its place.
        <td key={i} className={`amount ${i > 0 && !named ? ledger.medium : ''}`}>
          {amount === 0n ? '' : money(euros(amount))}
        </td>
      ))}
    </tr>
  );
}

function Fold({ row, open, onToggle }: { readonly row: StatementRow; readonly open: boolean; readonly onToggle: Props['onToggle'] }) {
  const t = useT();
  return (
    <ActionIcon
      size={20}
      className="no-print"
      aria-expanded={open}
      aria-label={t(open ? 'books.trial.close' : 'books.trial.open', { what: row.label })}
      onClick={() => onToggle(row.key)}
    >
      <IconChevronRight size={15} className={ledger.turn} data-open={open || undefined} />
    </ActionIcon>
  );
}
