import { Button, Loader } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { $api } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import record from '../../record/record.module.css';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import periods from '../ledger/periods.module.css';
import { SettingsDialog } from './adviser-settings.tsx';

/** The firms that keep the company's books outside. */
export function Screen() {
  const t = useT();
  const can = useCan();
  useTitle(t('menu.advisers'));
  const query = $api.useQuery('get', '/advisers', { params: { query: { limit: 100, order: 'asc' } } });
  const [adding, setAdding] = useState(false);
  const rows = query.data?.items ?? [];
  return (
    <section className={periods.page} aria-labelledby="advisers-title" aria-busy={query.isPending}>
      <div className={record.header}>
        <h1 id="advisers-title">{t('menu.advisers')}</h1>
        {can('createAdviser') && <Button onClick={() => setAdding(true)}>{t('advisers.new')}</Button>}
      </div>
      <p className="dimmed">{t('advisers.meaning')}</p>
      <ProblemNote error={query.error} />
      {query.isPending && <Loader aria-label={t('shell.loading')} />}
      {query.data && rows.length === 0 && <p>{t('advisers.empty')}</p>}
      {rows.length > 0 && (
        <LinesTable heads={[t('advisers.name'), t('advisers.digits'), t('advisers.layout.title')]}>
          <tbody>
            {rows.map(({ id, name, digits, layout }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={`/advisers/${id}` as never}>{name}</Link>
                </th>
                <td>{digits}</td>
                <td>{layout ? t(`advisers.layout.formats.${layout.format}`) : t('advisers.layout.neutral')}</td>
              </tr>
            ))}
          </tbody>
        </LinesTable>
      )}
      {adding && <SettingsDialog onClose={() => setAdding(false)} />}
    </section>
  );
}
