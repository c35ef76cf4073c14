import { Alert } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { post, type Send, type Step, step } from '../../actions/step-dialog.tsx';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { todayOrAfter } from '../../i18n/format.ts';
import { useWords, type Words } from '../../list/columns.tsx';
import { DocumentPage, type PageAction } from '../../record/document-page.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { BatchPayments, MatchOfLine, UndoneParts } from './bank-line-match.tsx';
import { ibanText } from './bank-text.ts';

type Line = Schemas['BankLine'];
type Undo = { readonly reason?: string; readonly date?: string };

const PATH = '/banking/lines/{lineId}';

/** Undoes the match of a line, from whatever page and however long after it. */
function undoStep({ id: lineId, date, match }: Line, { t }: Words): Step {
  const send: Send<Undo, Line> = ({ reason, ...body }, how) =>
    post(`${PATH}/unmatch`, { lineId })({ ...body, ...(reason ? { reason } : {}) }, how);
  const after = [date, match?.on ?? date].sort().at(-1) ?? date;
  return step(send, {
    ...{ title: t('banking.line.undo'), confirm: t('banking.line.undo'), danger: true },
    fields: { reason: { optional: true, label: t('banking.line.undoReason') }, date: { min: date, proposed: todayOrAfter(after) } },
    says: t('banking.line.undoSays'),
    done: () => t('banking.line.undoDone'),
  });
}

const bringBackStep = ({ id: lineId }: Line, { t }: Words): Step =>
  step(
    async (_: undefined, { key }) =>
      dataOf(await api.POST(`${PATH}/reopening`, { params: { path: { lineId }, header: { 'Idempotency-Key': key } } })),
    {
      ...{ title: t('banking.line.bringBack'), confirm: t('banking.line.bringBack') },
      says: t('banking.line.bringBackSays'),
      done: () => t('banking.line.bringBackDone'),
    },
  );

/** What can be done with a line: that which its state allows is the one that is expected. */
const actionsOf = ({ state }: Line, { t }: Words): readonly PageAction<Line>[] => [
  ...(state === 'open'
    ? [
        {
          ...{ id: 'match', label: t('banking.line.match'), needs: 'matchBankLine' as const, primary: true, key: 'c' },
          to: ({ bankAccountId: account, id: line }: Line) => ({ to: '/banking/matching', search: { account, line } }),
        },
      ]
    : []),
  ...(state === 'matched'
    ? [{ id: 'undo', label: t('banking.line.undo'), needs: 'unmatchBankLine' as const, danger: true, step: undoStep }]
    : []),
  ...(state === 'ignored'
    ? [{ id: 'bringBack', label: t('banking.line.bringBack'), needs: 'reopenBankLine' as const, primary: true, step: bringBackStep }]
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
      title={({ number }) => t('banking.line.one', { number })}
      subtitle={({ date, partyName, text, amount }) =>
        [formats.money(amount), formats.date(date), partyName, text].filter(Boolean).join(' · ')
      }
      actions={(line) => actionsOf(line, words)}
    >
      {(line) => (
        <>
          {line.state === 'open' && line.like && (
            <Alert color="yellow" title={t('banking.matching.likeTitle')}>
              {t('banking.matching.like')} <Link to={`/banking/lines/${line.like}` as never}>{t('banking.line.like')}</Link>
            </Alert>
          )}
          {line.match && <MatchOfLine match={line.match} />}
          {line.ignored && (
            <Section title={t('banking.line.aside')}>
              <p>
                {t('banking.line.asideBy', {
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
    <Section title={t('banking.line.facts')}>
      <Facts
        facts={[
          [t('banking.check.amount'), money(line.amount)],
          [t('banking.check.day'), date(line.date)],
          [t('banking.lines.valueDate'), line.valueDate && date(line.valueDate)],
          [t('banking.lines.party'), line.partyName],
          ['IBAN', line.partyIban && ibanText(line.partyIban)],
          [t('banking.line.ofText'), line.text],
          [t('banking.lines.reference'), line.reference],
          [t('banking.line.endToEnd'), line.endToEndId],
          [t('banking.line.mandate'), line.mandateId],
          [t('banking.line.bankReference'), line.bankReference],
          [t('banking.line.code'), line.code],
          [t('banking.line.returned'), line.returnReason],
          [t('banking.line.original'), line.original && money(line.original)],
          [t('banking.line.charges'), line.charges && money(line.charges)],
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
