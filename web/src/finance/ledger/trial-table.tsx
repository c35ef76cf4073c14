import { ActionIcon } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLayoutEffect, useRef } from 'react';
import { euros } from '../../api/money.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import lists from '../../list/list.module.css';
import { moveFocus } from '../../list/row-keys.ts';
import { scrollPositionOf, useScrollPosition } from '../../list/scroll-position.ts';
import { IconChevronRight } from '../../ui/icons.ts';
import styles from './ledger.module.css';
import type { Range } from './ranges.ts';
import type { TrialFigures, TrialNode } from './trial-tree.ts';

interface Props {
  readonly nodes: readonly TrialNode[];
  readonly totals: TrialFigures;
  readonly range: Range;
  readonly isOpen: (node: TrialNode) => boolean;
  readonly onToggle: (node: TrialNode) => void;
}

/** The statement: each account leads to its ledger of the same days. */
export function TrialTable({ nodes, totals, ...props }: Props) {
  const t = useT();
  const scroller = useRef<HTMLElement>(null);
  useScrollPosition('trial-balance', scroller);
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = scrollPositionOf('trial-balance');
  }, []);
  return (
    <section
      ref={scroller}
      className={lists.scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
      tabIndex={0}
      aria-label={t('lists.rowsOf', { what: t('books.trial.title') })}
      onKeyDown={moveFocus}
    >
      <table className={`${lists.table} ${styles.figures}`}>
        <thead>
          <tr>
            <th scope="col">{t('books.account')}</th>
            <Heads />
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <Line key={`${node.depth}-${node.code}`} node={node} {...props} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('books.total')}</th>
            <Figures figures={totals} zeros />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Heads() {
  const t = useT();
  return (
    <>
      <th scope="col" className={`amount ${styles.medium}`}>
        {t('books.opening')}
      </th>
      <th scope="col" className={`amount ${styles.wide}`}>
        {t('books.debit')}
      </th>
      <th scope="col" className={`amount ${styles.wide}`}>
        {t('books.credit')}
      </th>
      <th scope="col" className="amount">
        {t('books.debitBalance')}
      </th>
      <th scope="col" className="amount">
        {t('books.creditBalance')}
      </th>
    </>
  );
}

function Line({ node, range, isOpen, onToggle }: { readonly node: TrialNode } & Omit<Props, 'nodes' | 'totals'>) {
  const t = useT();
  const what = `${node.code} ${node.name}`;
  const open = isOpen(node);
  return (
    <tr data-depth={node.depth} data-sum={!node.account || undefined}>
      <th scope="row" className={styles.name}>
        {node.account ? (
          <Link to={`/accounts/${node.code}` as never} search={range as never} className={lists.open} data-row>
            <span className={styles.code}>{node.code}</span> {node.name}
          </Link>
        ) : (
          <span className={styles.fold}>
            <ActionIcon
              size={20}
              className="no-print"
              aria-expanded={open}
              aria-label={t(open ? 'books.trial.close' : 'books.trial.open', { what })}
              onClick={() => onToggle(node)}
            >
              <IconChevronRight size={15} className={styles.turn} data-open={open || undefined} />
            </ActionIcon>
            <span className={styles.code}>{node.code}</span>
            <span>{node.name}</span>
          </span>
        )}
      </th>
      <Figures figures={node} />
    </tr>
  );
}

function Figures({ figures, zeros = false }: { readonly figures: TrialFigures; readonly zeros?: boolean }) {
  const { money } = useFormats();
  const text = (sum: bigint) => (sum === 0n && !zeros ? '' : money(euros(sum)));
  return (
    <>
      <td className={`amount ${styles.medium}`}>{text(figures.opening)}</td>
      <td className={`amount ${styles.wide}`}>{text(figures.debit)}</td>
      <td className={`amount ${styles.wide}`}>{text(figures.credit)}</td>
      <td className="amount">{text(figures.closingDebit)}</td>
      <td className="amount">{text(figures.closingCredit)}</td>
    </>
  );
}
