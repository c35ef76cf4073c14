import { Alert, Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type Step, StepDialog, step } from '../../actions/step-dialog.tsx';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { AutoMatch, useMatchRun } from '../bank-rules/auto-match.tsx';
import { MatchedBy } from '../bank-rules/matched-by.tsx';

type Statement = Schemas['BankStatement'];

const deleteStep = ({ id: statementId, lines }: Statement, t: ReturnType<typeof useT>): Step =>
  step(async () => dataOf(await api.DELETE('/banking/statements/{statementId}', { params: { path: { statementId } } })), {
    title: t('banking.statements.delete.title'),
    confirm: t('banking.statements.delete.action'),
    danger: true,
    says: t('banking.statements.delete.text', { count: lines }),
    done: () => t('banking.statements.delete.done'),
    to: () => '/banking/statements',
  });

/** One statement: what it tells, and its lines. */
export function Screen() {
  const t = useT();
  const { date } = useFormats();
  const { statementId } = useParams({ strict: false }) as { statementId: string };
  const query = $api.useQuery('get', '/banking/statements/{statementId}', { params: { path: { statementId } } });
  const { data: statement } = query;
  const [current, setStep] = useState<Step>();
  return (
    <RecordPage
      query={query}
      parent={{ to: '/banking/statements', label: t('menu.bankStatements') }}
      title={statement ? t('banking.statements.one', { number: statement.number }) : ''}
      badges={statement && <StateBadge kind="bank-statement" state={statement.state} />}
      subtitle={statement && `${statement.accountName} · ${date(statement.from)} – ${date(statement.to)}`}
      answered={statement?.actions}
      actions={[
        {
          id: 'delete',
          label: t('banking.statements.delete.action'),
          needs: 'deleteBankStatement',
          danger: true,
          start: () => statement && setStep(deleteStep(statement, t)),
        },
      ]}
      aside={statement && <Timeline id={statement.id} />}
    >
      {statement && (
        <>
          <GapNote statement={statement} />
          {statement.lacks && (
            <Alert color="yellow" title={t('banking.statements.lacksTitle')}>
              {t('banking.statements.lacks', { file: statement.fileName })}
            </Alert>
          )}
          <Matched statement={statement} />
        </>
      )}
      {current && <StepDialog {...current} onClose={() => setStep(undefined)} />}
    </RecordPage>
  );
}

/** What no statement tells of, between the one before and this one. */
function GapNote({ statement: { gap, opening, closing } }: { readonly statement: Statement }) {
  const t = useT();
  const { money, date } = useFormats();
  if (!opening || !closing) return <Alert color="gray">{t('banking.statements.noBalances')}</Alert>;
  if (!gap) return null;
  const days = gap.from && gap.to ? t('banking.statements.gapDays', { from: date(gap.from), to: date(gap.to) }) : '';
  return (
    <Alert color="yellow" title={t('banking.statements.gapTitle')}>
      {t('banking.statements.gapText', { amount: money(gap.amount) })} {days}
    </Alert>
  );
}

/** What comes is matched by itself within a few minutes. */
const JUST_COME_MS = 300_000;

/** The statement with the run over it: the lines are read again until they show what the run matched. */
function Matched({ statement }: { readonly statement: Statement }) {
  const { id: statementId, bankAccountId, createdAt } = statement;
  const matching = useMatchRun({ bankAccountId, statementId, awaited: Date.now() - Date.parse(createdAt) < JUST_COME_MS });
  const { run } = matching;
  const byItself = run?.state === 'done' && !run.undo ? run.counts.byRule + run.counts.byEngine : 0;
  return (
    <>
      <StatementFacts statement={statement} matching={matching} />
      <StatementLines statement={statement} byItself={byItself} />
    </>
  );
}

interface FactsProps {
  readonly statement: Statement;
  readonly matching: ReturnType<typeof useMatchRun>;
}

function StatementFacts({ statement, matching }: FactsProps) {
  const t = useT();
  const { money, whole } = useFormats();
  const { opening, closing, lines, already, openLines, bankAccountId } = statement;
  return (
    <Section title={t('billing.facts')}>
      <Facts
        facts={[
          [
            t('banking.statements.account'),
            <Link key="account" to={`/banking/accounts/${bankAccountId}` as never}>
              {statement.accountName}
            </Link>,
          ],
          [t('banking.statements.file'), statement.fileName],
          [t('banking.statements.format'), statement.format],
          [t('banking.statements.opening'), opening && money(opening)],
          [t('banking.statements.closing'), closing && money(closing)],
          [t('banking.statements.lines'), whole(lines)],
          [t('banking.statements.already'), already > 0 && whole(already)],
          [t('banking.statements.doubts'), statement.doubts > 0 && whole(statement.doubts)],
          [t('banking.statements.open'), whole(openLines)],
        ]}
      />
      <Button component={Link} to={`/banking/statements/${statement.id}/lines` as never} variant="default">
        {t('banking.lines.all')}
      </Button>{' '}
      {openLines > 0 && (
        <Button component={Link} to={`/banking/matching?account=${bankAccountId}` as never}>
          {t('menu.bankMatching')}
        </Button>
      )}
      <AutoMatch bankAccountId={bankAccountId} statementId={statement.id} {...matching} />
    </Section>
  );
}

/** Lists follow what is matched a moment later: so often, and after so long, they are read again. */
const LOOK_AGAIN_MS = 1000;
const LOOKS = 15;

interface LinesProps {
  readonly statement: Statement;
  /** How many of the lines the last run matched by itself. */
  readonly byItself: number;
}

function StatementLines({ statement: { id, bankAccountId }, byItself }: LinesProps) {
  const t = useT();
  const { money, date } = useFormats();
  const isBehind = (lines: Schemas['BankLineRow'][], more?: string) =>
    !more && lines.filter(({ match }) => match && match.how !== 'person').length < byItself;
  const { data } = $api.useQuery(
    'get',
    '/banking/lines',
    { params: { query: { bankAccountId, statementId: id, limit: 100 } } },
    {
      refetchInterval: ({ state: { data: read, dataUpdateCount } }) =>
        read && dataUpdateCount < LOOKS && isBehind(read.items, read.nextCursor) ? LOOK_AGAIN_MS : false,
    },
  );
  if (!data) return null;
  return (
    <Section title={t('banking.statements.lines')}>
      <LinesTable
        heads={[t('banking.check.day'), t('banking.check.what'), t('lists.columns.state'), ...amounts(t('banking.check.amount'))]}
      >
        <tbody>
          {data.items.map((line) => (
            <tr key={line.id}>
              <th scope="row" className="nowrap">
                <Link to={`/banking/lines/${line.id}` as never}>{date(line.date)}</Link>
              </th>
              <td>{[line.partyName, line.text].filter(Boolean).join(' · ')}</td>
              <td>
                <StateBadge kind="bank-line" state={line.state} /> <MatchedBy match={line.match} />
              </td>
              <td className="amount">{money(line.amount)}</td>
            </tr>
          ))}
        </tbody>
      </LinesTable>
      {data.nextCursor && <p className="dimmed">{t('banking.statements.first')}</p>}
    </Section>
  );
}
