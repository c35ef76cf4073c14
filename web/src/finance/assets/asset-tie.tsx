import { Button, Loader } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { $api } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { DocumentLink } from '../receivables/documents.tsx';

/** Whether the assets and the accounts that they stand on agree. */
export function CheckBooks() {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('assets.tie.action')}
      </Button>
      {open && (
        <Dialog title={t('assets.tie.title')} size="lg" onClose={() => setOpen(false)}>
          <Tie />
        </Dialog>
      )}
    </>
  );
}

function Tie() {
  const t = useT();
  const { money, date } = useFormats();
  const { data, error } = $api.useQuery('get', '/assets/reconciliation', {});
  if (!data) return error ? <ProblemNote error={error} /> : <Loader aria-label={t('shell.loading')} aria-busy />;
  return (
    <>
      <p role="status">
        {t(data.agrees ? 'assets.tie.agrees' : 'assets.tie.differs')} {!data.complete && t('assets.tie.incomplete')}
      </p>
      <LinesTable heads={[t('assets.account'), ...amounts(t('assets.tie.books'), t('assets.tie.assets'), t('assets.tie.difference'))]}>
        <tbody>
          {data.rows.map(({ account, books, assets, difference }) => (
            <tr key={account}>
              <th scope="row">{account}</th>
              <td className="amount">{money(books)}</td>
              <td className="amount">{money(assets)}</td>
              <td className="amount">{money(difference)}</td>
            </tr>
          ))}
        </tbody>
      </LinesTable>
      <ul>
        {data.documents.map(({ id, account, amount, date: on }) => (
          <li key={`${id} ${account}`}>
            {t('assets.tie.document', { account, amount: money(amount), date: date(on) })} <DocumentLink id={id} />
          </li>
        ))}
        {data.assets.map(({ id, name, account, amount }) => (
          <li key={`${id} ${account}`}>
            {t('assets.tie.asset', { account, amount: money(amount) })} <Link to={`/assets/${id}` as never}>{name}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
