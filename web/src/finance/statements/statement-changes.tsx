import { Link } from '@tanstack/react-router';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import lists from '../../list/list.module.css';
import { ProblemNote } from '../../ui/problem-note.tsx';
import ledger from '../ledger/ledger.module.css';

type Differences = Schemas['StatementDifferences'];

interface Props {
  readonly statement: Differences['statement'];
  readonly query: { readonly model: Differences['model']; readonly from: string; readonly date: string; readonly knownAt: string };
}

/** What a statement says now otherwise than it did, line by line, and the entries that came since. */
export function StatementChanges({ statement, query }: Props) {
  const t = useT();
  const { moment } = useFormats();
  const { data, error } = $api.useQuery('get', '/statements/{statement}/differences', {
    params: { path: { statement }, query: { ...query, limit: '100' as never } },
  });
  const since = moment(query.knownAt);
  return (
    <section aria-label={t('statements.changed.title', { since })}>
      <h2>{t('statements.changed.title', { since })}</h2>
      <ProblemNote error={error} />
      {data && data.entries.length === 0 && <p role="status">{t('statements.changed.none')}</p>}
      {data && data.lines.length > 0 && <ChangedLines lines={data.lines} />}
      {data && data.entries.length > 0 && <LaterEntries entries={data.entries} />}
      {data?.nextCursor && <p className="dimmed">{t('statements.changed.more', { count: data.entries.length })}</p>}
    </section>
  );
}

function ChangedLines({ lines }: { readonly lines: Differences['lines'] }) {
  const t = useT();
  const { money } = useFormats();
  const english = useLanguage() === 'en';
  const shown = lines.flatMap(({ id, label, labelEn, before, after }) =>
    after.map((amount, column) => ({ key: `${id} ${column}`, label: english ? labelEn : label, before: before[column], after: amount })),
  );
  return (
    <table className={`${lists.table} ${ledger.figures}`}>
      <caption className="unseen">{t('statements.changed.lines')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('statements.line')}</th>
          <th scope="col" className="amount">
            {t('statements.changed.before')}
          </th>
          <th scope="col" className="amount">
            {t('statements.changed.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown
          .filter(({ before, after }) => before?.amount !== after.amount)
          .map(({ key, label, before, after }) => (
            <tr key={key}>
              <th scope="row" className={ledger.name}>
                {label}
              </th>
              <td className="amount">{before ? money(before) : ''}</td>
              <td className="amount">{money(after)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function LaterEntries({ entries }: { readonly entries: Differences['entries'] }) {
  const t = useT();
  const { date, moment, money } = useFormats();
  return (
    <ul>
      {entries.map(({ entryId, postedAt, postedBy, text, reason, lines, ...entry }) => (
        <li key={entryId}>
          <Link to={`/journal/${entryId}` as never} className={lists.open}>
            {text}
          </Link>{' '}
          {t('statements.changed.posted', { date: date(entry.date), at: moment(postedAt), by: postedBy })}
          {reason && ` · ${reason}`}
          <div className="dimmed">
            {lines
              .map(({ account, debit, credit }) => `${account}: ${debit.amount === '0.00' ? `−${money(credit)}` : money(debit)}`)
              .join(' · ')}
          </div>
        </li>
      ))}
    </ul>
  );
}
