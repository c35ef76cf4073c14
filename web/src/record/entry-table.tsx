import { Link } from '@tanstack/react-router';
import { $api, type Schemas } from '../api/client.ts';
import { useFormats } from '../i18n/format.ts';
import { useLanguage, useT } from '../i18n/i18n.ts';
import { amounts, LinesTable } from './lines-table.tsx';
import styles from './record.module.css';

/** Names of accounts by code, in the person's language: the chart is read once and kept. */
export function useAccountNames(): (code: string) => string {
  const { data } = $api.useQuery('get', '/accounts', {}, { staleTime: Number.POSITIVE_INFINITY });
  const english = useLanguage() === 'en';
  const names = new Map(data?.items.map(({ code, name, nameEn }) => [code, english ? nameEn : name]));
  return (code) => names.get(code) ?? '';
}

const isZero = ({ amount }: { readonly amount: string }) => Number(amount) === 0;

/** A journal entry as an accountant reads it: debit left, credit right, both with the same sum. */
export function EntryTable({ entry, linked = true }: { readonly entry: Schemas['Entry']; readonly linked?: boolean }) {
  const t = useT();
  const { money, date } = useFormats();
  const nameOf = useAccountNames();
  return (
    <div className={styles.entry}>
      <p>
        <b>{entry.text}</b>
        <span className="dimmed nowrap">{date(entry.date)}</span>
      </p>
      <LinesTable heads={[t('records.entry.account'), ...amounts(t('records.entry.debit'), t('records.entry.credit'))]}>
        <tbody>
          {entry.lines.map(({ account, debit, credit, foreign, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an entry never change places, and may be equal.
            <tr key={index}>
              <td>
                {linked ? <Link to={`/accounts/${account}` as never}>{account}</Link> : account} {nameOf(account)}
                {text && <small className="dimmed"> · {text}</small>}
                {foreign && <small className="dimmed"> · {money(foreign)}</small>}
              </td>
              <td className="amount">{isZero(debit) ? '' : money(debit)}</td>
              <td className="amount">{isZero(credit) ? '' : money(credit)}</td>
            </tr>
          ))}
        </tbody>
      </LinesTable>
    </div>
  );
}
