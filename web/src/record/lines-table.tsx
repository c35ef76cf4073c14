import { type ReactNode, useEffect, useRef } from 'react';
import styles from './record.module.css';

const ROLES: Readonly<Record<string, string>> = { THEAD: 'rowgroup', TBODY: 'rowgroup', TFOOT: 'rowgroup', TR: 'row', TD: 'cell' };

const roleOf = (element: Element): string | undefined =>
  element.tagName === 'TH' ? (element.getAttribute('scope') === 'row' ? 'rowheader' : 'columnheader') : ROLES[element.tagName];

/** Gives each cell the name of its column, which stands before it where the rows are stacked. */
function nameCells(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map((head) => head.textContent?.trim() ?? '');
  for (const row of [...table.tBodies, ...(table.tFoot ? [table.tFoot] : [])].flatMap((part) => [...part.rows])) {
    let column = 0;
    for (const cell of row.cells) {
      if (column > 0) cell.dataset.label = heads[column] ?? '';
      column += cell.colSpan;
    }
  }
  // Told in words too: a browser may take what is not drawn as a table for none.
  for (const part of table.querySelectorAll('thead, tbody, tfoot, tr, th, td')) {
    const role = roleOf(part);
    if (role && part.getAttribute('role') !== role) part.setAttribute('role', role);
  }
}

interface Props {
  /** What the table tells, where the heading above it does not say it already. */
  readonly caption?: string;
  readonly className?: string | undefined;
  /** Of the columns; none where what stands in a row says it. The first says what a row is about. */
  readonly heads?: readonly (Head | false)[];
  /** `tbody` and `tfoot`. */
  readonly children: ReactNode;
}

/** Columns of figures. */
export const amounts = (...names: readonly string[]): Head[] => names.map((name) => [name, 'amount']);

/** A column's name, with its class: `amount` of figures, `unseen` at its end where the column needs no name for who sees it. */
type Head = string | readonly [name: string, className: string | undefined];

function HeadCell({ head }: { readonly head: Head | false }) {
  if (head === false) return null;
  const [name, className] = typeof head === 'string' ? [head, undefined] : head;
  if (name === '') return <td />;
  return (
    <th scope="col" className={className?.replace(/ ?unseen$/, '') || undefined}>
      {className?.endsWith('unseen') ? <span className="unseen">{name}</span> : name}
    </th>
  );
}

/**
 * The table of a record's lines. On a narrow page each row is a block, every value beside the name of its column, so that
 * nobody scrolls sideways to read a line (WCAG 2.2, 1.4.10); to a screen reader it is the same table.
 */
export function LinesTable({ caption, className, heads = [], children }: Props) {
  const ref = useRef<HTMLTableElement>(null);
  useEffect(() => {
    const table = ref.current;
    if (!table) return;
    nameCells(table);
    const watcher = new MutationObserver(() => nameCells(table));
    watcher.observe(table, { childList: true, characterData: true, subtree: true });
    return () => watcher.disconnect();
  }, []);
  return (
    <table ref={ref} {...{ role: 'table' }} className={`${styles.table} ${styles.lines} ${className ?? ''}`}>
      {caption && <caption className="unseen">{caption}</caption>}
      {heads.length > 0 && (
        <thead>
          <tr>
            {heads.map((head, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a table's columns never change places, and two may be named alike.
              <HeadCell key={index} head={head} />
            ))}
          </tr>
        </thead>
      )}
      {children}
    </table>
  );
}
