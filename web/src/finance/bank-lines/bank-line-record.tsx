import { Alert } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { post, type Send, type Step, step } from '../../actions/step-dialog.tsx';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { todayOrAfter } from '../../i18n/format.ts';
import { useWords, type Words } from '../../list/columns.tsx';
import { DocumentPage, type PageAction } from '../../record/document-page.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { ibanText } from '../banking/bank-text.ts';
import { BatchPayments, MatchOfLine, UndoneParts } from './bank-line-match.tsx';

type Line = Schemas['BankLine'];
type Undo = { readonly reason?: string; readonly date?: string };

const PATH = '/banking/lines/{lineId}';

/** Undoes the match of a line, from whatever page and however long after it. */
function undoStep({ id: lineId, date, match }: Line, { t }: Words): Step {
  const send: Send<Undo, Line> = ({ reason, ...body }, how) =>
    post(`${PATH}/unmatch`, { lineId })({ ...body, ...(reason ? { reason } : {}) }, how);
  const after = [date, match?.on ?? date].sort().at(-1) ?? date;
  return step(send, {
    ...{ title: t('bankLines.undo'), confirm: t('bankLines.undo'), danger: true },
    fields: { reason: { optional: true, label: t('bankLines.undoReason') }, date: { min: date, proposed: todayOrAfter(after) } },
    says: t('bankLines.undoSays'),
    done: () => t('bankLines.undoDone'),
  });
}

const bringBackStep = ({ id: lineId }: Line, { t }: Words): Step =>
  step(
    async (_: undefined, { key }) =>
      dataOf(await api.POST(`${PATH}/reopening`, { params: { path: { lineId }, header: { 'Idempotency-Key': key } } })),
    {
      ...{ title: t('bankLines.bringBack'), confirm: t('bankLines.bringBack') },
      says: t('bankLines.bringBackSays'),
      done: () => t('bankLines.bringBackDone'),
    },
  );

/** What can be done with a line: that which its state allows is the one that is expected. */
const actionsOf = ({ state }: Line, { t }: Words): readonly PageAction<Line>[] => [
  ...(state === 'open'
    ? [
        {
          ...{ id: 'match', label: t('bankLines.match'), needs: 'matchBankLine' as const, primary: true, key: 'c' },
          to: ({ bankAccountId: account, id: line }: Line) => ({ to: '/banking/matching', search: { account, line } }),
        },
      ]
    : []),
  ...(state === 'matched'
    ? [{ id: 'undo', label: t('bankLines.undo'), needs: 'unmatchBankLine' as const, danger: true, step: undoStep }]
    : []),
  ...(state === 'ignored'
    ? [{ id: 'bringBack', label: t('bankLines.bringBack'), needs: 'reopenBankLine' as const, primary: true, step: bringBackStep }]
    : []),
];

/** One line of a bank: what the bank tells, what it is in the books, who matched it and why, and the way back. */
export function Screen() {
  const words = useWords();
  const { t, formats } = words;
  const { lineId } = useParams({ strict: false }) as { lineId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', PATH, { params: { path: { lineId } } })}
      parent={{ to: '/banking/lines', label: t('banking.lines.every') }}
      title={({ number }) => t('bankLines.one', { number })}
      subtitle={({ date, partyName, text, amount }) =>
        [formats.money(amount), formats.date(date), partyName, text].filter(Boolean).join(' · ')
      }
      actions={(line) => actionsOf(line, words)}
    >
      {(line) => (
        <>
          {line.state === 'open' && line.like && (
            <Alert color="yellow" title={t('banking.matching.likeTitle')}>
              {t('banking.matching.like')} <Link to={`/banking/lines/${line.like}` as never}>{t('bankLines.like')}</Link>
            </Alert>
          )}
          {line.match && <MatchOfLine match={line.match} />}
          {line.ignored && (
            <Section title={t('bankLines.aside')}>
              <p>
                {t('bankLines.asideBy', {
                  ...{ by: line.ignored.by, date: formats.date(line.ignored.on), reason: line.ignored.reason },
                })}
              </p>
            </Section>
          )}
          {line.undone && <UndoneParts parts={line.undone} />}
          <LineFacts line={line} />
          {line.parts && <BatchPayments parts={line.parts} />}
        </>
      )}
    </DocumentPage>
  );
}

function LineFacts({ line }: { readonly line: Line }) {
  const { t, formats } = useWords();
  const { date, money } = formats;
  const { data: account } = $api.useQuery('get', '/banking/accounts/{bankAccountId}', {
    params: { path: { bankAccountId: line.bankAccountId } },
  });
  const { data: statement } = $api.useQuery('get', '/banking/statements/{statementId}', {
    params: { path: { statementId: line.statementId } },
  });
  return (
    <Section title={t('bankLines.facts')}>
      <Facts
        facts={[
          [t('banking.check.amount'), money(line.amount)],
          [t('banking.check.day'), date(line.date)],
          [t('banking.lines.valueDate'), line.valueDate && date(line.valueDate)],
          [t('banking.lines.party'), line.partyName],
          ['IBAN', line.partyIban && ibanText(line.partyIban)],
          [t('bankLines.ofText'), line.text],
          [t('banking.lines.reference'), line.reference],
          [t('bankLines.endToEnd'), line.endToEndId],
          [t('bankLines.mandate'), line.mandateId],
          [t('bankLines.bankReference'), line.bankReference],
          [t('bankLines.code'), line.code],
          [t('bankLines.returned'), line.returnReason],
          [t('bankLines.original'), line.original && money(line.original)],
          [t('bankLines.charges'), line.charges && money(line.charges)],
          [
            t('banking.statements.account'),
            account && (
              <Link key="account" to={`/banking/accounts/${account.id}` as never}>
                {account.name}
              </Link>
            ),
          ],
          [
            t('banking.upload.statement'),
            statement && (
              <Link key="statement" to={`/banking/statements/${statement.id}` as never}>
                {statement.number}
              </Link>
            ),
          ],
        ]}
      />
    </Section>
  );
}
