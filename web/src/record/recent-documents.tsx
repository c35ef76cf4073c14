import { Link } from '@tanstack/react-router';
import { useT } from '../i18n/i18n.ts';
import { type ColumnOf, useWords } from '../list/columns.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { LinesTable } from './lines-table.tsx';
import { Section } from './record-page.tsx';

interface Props<Row> {
  readonly title: string;
  readonly query: { readonly data?: { readonly items: readonly Row[] } | undefined; readonly error: unknown };
  /** The list that holds all of them, by its address. */
  readonly all: { readonly to: string; readonly search: Readonly<Record<string, string>> };
  readonly none: string;
  /** The first names the document, and leads to it where it has a page. */
  readonly columns: readonly ColumnOf<Row>[];
  readonly href?: (row: Row) => string;
}

/** The newest documents of one kind, with the way to all of them. */
export function RecentDocuments<Row extends { readonly id: string }>({ title, query, all, none, columns, href }: Props<Row>) {
  const t = useT();
  const { data } = query;
  return (
    <Section
      title={title}
      actions={
        data && data.items.length > 0 ? (
          <Link to={all.to as never} search={all.search as never} aria-label={t('records.seeAllOf', { what: title })}>
            {t('records.seeAll')}
          </Link>
        ) : undefined
      }
    >
      <ProblemNote error={query.error} />
      {!data && !query.error && <p className="dimmed">{t('shell.loading')}</p>}
      {data?.items.length === 0 && <p className="dimmed">{none}</p>}
      {data && data.items.length > 0 && <Rows items={data.items} columns={columns} {...(href ? { href } : {})} />}
    </Section>
  );
}

function Rows<Row extends { readonly id: string }>({
  items,
  columns: kinds,
  href,
}: Pick<Props<Row>, 'columns' | 'href'> & { readonly items: readonly Row[] }) {
  const words = useWords();
  const columns = kinds.map((column) => column(words));
  return (
    <LinesTable heads={columns.map(({ header, numeric }) => [header, numeric ? 'amount' : undefined])}>
      <tbody>
        {items.map((row) => (
          <tr key={row.id}>
            {columns.map(({ id, cell, numeric }, index) => (
              <td key={id} className={numeric ? 'amount' : undefined}>
                {index === 0 && href ? (
                  <Link className="nowrap" to={href(row) as never}>
                    {cell(row)}
                  </Link>
                ) : (
                  cell(row)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}
