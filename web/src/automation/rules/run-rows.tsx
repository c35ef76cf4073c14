import { Loader } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { $api } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { hrefOf, numberOf } from '../../record/kinds.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';

/** What a rule did last. */
export function RunRows({ ruleId }: { readonly ruleId: string }) {
  const t = useT();
  const { moment, money } = useFormats();
  const query = $api.useQuery('get', '/automation/runs', { params: { query: { rule: ruleId, limit: 10, order: 'desc' } } });
  const rows = query.data?.items ?? [];
  if (query.isPending) return <Loader aria-label={t('shell.loading')} />;
  if (query.error) return <ProblemNote error={query.error} />;
  if (rows.length === 0) return <p>{t('automation.noRuns')}</p>;
  return (
    <LinesTable heads={[t('automation.at'), t('automation.subject'), t('lists.columns.state'), ...amounts(t('automation.amount'))]}>
      <tbody>
        {rows.map(({ id, at, subject, state, amount }) => {
          const to = subject && hrefOf(subject);
          return (
            <tr key={id}>
              <th scope="row">
                <Link to={`/automation/runs/${id}` as never}>{moment(at)}</Link>
              </th>
              <td>{to ? <Link to={to as never}>{numberOf(subject)}</Link> : '–'}</td>
              <td>
                <StateBadge kind="rule-run" state={state} />
              </td>
              <td className="amount">{amount && money(amount)}</td>
            </tr>
          );
        })}
      </tbody>
    </LinesTable>
  );
}
