import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { centsOf, euros } from '../../api/money.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useAccountNames } from '../../record/entry-table.tsx';
import { hrefOf } from '../../record/kinds.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import type { Range } from './ranges.ts';

type Line = Schemas['EntryLine'];

/** The lines of an entry with all that they bear; each account leads to its ledger of the entry's year. */
export function EntryLines({ lines, year }: { readonly lines: readonly Line[]; readonly year: string }) {
  const t = useT();
  const { money } = useFormats();
  const sum = (side: 'debit' | 'credit') => money(euros(lines.reduce((total, line) => total + centsOf(line[side]), 0)));
  return (
    <LinesTable heads={[t('books.account'), ...amounts(t('books.debit'), t('books.credit'))]}>
      <tbody>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an entry never change places, and may be equal.
          <EntryRow key={index} line={line} range={{ from: `${year}-01-01`, to: `${year}-12-31` }} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('books.total')}</th>
          <td className="amount">{sum('debit')}</td>
          <td className="amount">{sum('credit')}</td>
        </tr>
      </tfoot>
    </LinesTable>
  );
}

function EntryRow({ line, range }: { readonly line: Line; readonly range: Range }) {
  const { money } = useFormats();
  const nameOf = useAccountNames();
  const { account, debit, credit } = line;
  return (
    <tr>
      <td>
        <Link to={`/accounts/${account}` as never} search={range as never}>
          {account}
        </Link>{' '}
        {nameOf(account)}
        <LineNote line={line} />
      </td>
      <td className="amount">{centsOf(debit) === 0 ? '' : money(debit)}</td>
      <td className="amount">{centsOf(credit) === 0 ? '' : money(credit)}</td>
    </tr>
  );
}

/** Text, customer, tax and dimensions of a line, where it has them. */
function LineNote({ line: { text, foreign, party, tax, dimensions } }: { readonly line: Line }) {
  const t = useT();
  const { money } = useFormats();
  const href = party && hrefOf(party);
  const notes = [
    text,
    foreign && money(foreign),
    party && (href ? <Link to={href as never}>{t('books.entry.customer')}</Link> : `${t('books.party')}: ${party}`),
    tax && `${t('books.entry.tax')}: ${tax}`,
    ...Object.entries(dimensions ?? {}).map(([name, value]) => `${name}: ${value}`),
  ].filter((note) => note !== undefined && note !== '');
  if (notes.length === 0) return null;
  return (
    <small className="dimmed">
      {notes.map((note, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the notes of a line never change places.
        <span key={index}> · {note}</span>
      ))}
    </small>
  );
}
