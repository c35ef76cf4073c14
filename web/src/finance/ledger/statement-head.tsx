import { $api } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import styles from './ledger.module.css';
import type { Range } from './ranges.ts';

function Company() {
  const t = useT();
  const { data: company } = $api.useQuery('get', '/company', {});
  return (
    <p>
      <b>{company?.name}</b>
      <span>{company && t('books.trial.taxId', { id: company.taxId })}</span>
    </p>
  );
}

/** On paper alone: whose the page is, where it says of itself what it is. */
export function CompanyOnPaper() {
  return (
    <div className={styles.statement} aria-hidden>
      <Company />
    </div>
  );
}

/** On paper alone: whose statement it is, of what, and of which days. */
export function StatementHead({ title, range }: { readonly title: string; readonly range: Range }) {
  const t = useT();
  const { longDate } = useFormats();
  return (
    <div className={styles.statement} aria-hidden>
      <Company />
      <p className={styles.statementTitle}>{title}</p>
      <p>
        <span>{t('books.trial.asOf', { from: longDate(range.from), to: longDate(range.to) })}</span>
        <span>{t('books.trial.currency')}</span>
      </p>
    </div>
  );
}
