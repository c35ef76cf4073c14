import { Alert } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import styles from './import.module.css';
import { useReasonText } from './reasons.ts';

type Import = Schemas['Import'];
const OUTCOMES = [
  ['sold', 'sold', 'sales'],
  ['returned', 'returned', 'returns'],
  ['already', 'already', 'already'],
  ['changed', 'changed', 'changed'],
  ['not-taken', 'notTaken', 'notTaken'],
  ['unfinished', 'unfinished', 'unfinished'],
] as const;

/** How many documents and rows came to what; each leads to its rows. */
export function Outcomes({ record: { id, status, rowsByOutcome, documents } }: { readonly record: Import }) {
  const t = useT();
  const { whole } = useFormats();
  return (
    <Section title={t('imports.outcomes')}>
      <ul className={styles.figures}>
        {OUTCOMES.filter(([outcome]) => outcome !== 'unfinished' || rowsByOutcome.unfinished).map(([outcome, rows, docs]) => {
          const count = rowsByOutcome[rows] ?? 0;
          const label = t(`imports.outcome.${outcome}`);
          return (
            <li key={outcome}>
              <b>{whole(count)}</b>
              {status === 'done' && count > 0 ? <Link to={`/imports/${id}/rows?outcome=${outcome}` as never}>{label}</Link> : label}
              <small className="dimmed">{t('imports.documents', { count: documents[docs] ?? 0 })}</small>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** Invoices that ought to name their recipient, whom the file does not name: somebody has to put them right. */
export function RecipientsMissing({ record: { recipientMissing: count } }: { readonly record: Import }) {
  const t = useT();
  if (count === 0) return null;
  return (
    <Alert color="yellow">
      {t('imports.recipientMissing', { count })}{' '}
      <Link to={'/invoices?recipientMissing=true' as never}>{t('imports.recipientMissingList')}</Link>
    </Alert>
  );
}

/** Rows that nothing came of, by the reason. */
export function NotTaken({ record: { id, status, notTaken, unreferencedReturns } }: { readonly record: Import }) {
  const t = useT();
  const { whole } = useFormats();
  const reasonText = useReasonText();
  const rows = [...Object.entries(notTaken), ...(unreferencedReturns > 0 ? [['unreferenced', unreferencedReturns] as const] : [])];
  if (rows.length === 0) return null;
  return (
    <Section title={t('imports.look')}>
      <LinesTable heads={[t('imports.reason'), [t('imports.rows'), 'amount']]}>
        <tbody>
          {rows.map(([reason, count]) => (
            <tr key={reason}>
              <td>
                {status === 'done' ? (
                  <Link to={`/imports/${id}/rows?reason=${encodeURIComponent(reason)}` as never}>{reasonText(reason)}</Link>
                ) : (
                  reasonText(reason)
                )}
              </td>
              <td className="amount">{whole(count)}</td>
            </tr>
          ))}
        </tbody>
      </LinesTable>
    </Section>
  );
}

/** What it came to in money. */
export function Money({ record: { totals } }: { readonly record: Import }) {
  const t = useT();
  const { money, whole } = useFormats();
  const rows = [
    ['sales', totals.sales],
    ['credits', totals.credits],
  ] as const;
  return (
    <Section title={t('imports.money')}>
      <div className={styles.money}>
        <LinesTable heads={['', ...amounts(t('records.totals.net'), t('imports.tax'), t('records.totals.gross'))]}>
          <tbody>
            {rows.map(([name, { net, tax, gross }]) => (
              <tr key={name}>
                <th scope="row">{t(`imports.${name}`)}</th>
                <td className="amount">{money(net)}</td>
                <td className="amount">{money(tax)}</td>
                <td className="amount">{money(gross)}</td>
              </tr>
            ))}
          </tbody>
        </LinesTable>
        <Facts
          facts={[
            [t('imports.cashReceived'), money(totals.cashReceived)],
            [t('imports.cashRefunded'), money(totals.cashRefunded)],
            [t('imports.goodsReceived'), money(totals.goodsReceived)],
            [t('imports.goodsReceipts'), whole(totals.goodsReceipts)],
          ]}
        />
      </div>
    </Section>
  );
}
