import { useT } from '../../i18n/i18n.ts';
import { TotalRows } from '../../record/totals.tsx';
import type { totalsNow } from './draft-form.ts';
import own from './drafts.module.css';

/** What the lines come to, as they are typed. */
export function DraftTotals({ value }: { readonly value: ReturnType<typeof totalsNow> }) {
  const t = useT();
  if (!value) return <p role="status">{t('billing.drafts.noTotals')}</p>;
  return (
    <div role="status">
      <table className={own.totals}>
        <TotalRows totals={value.totals} span={1} />
      </table>
    </div>
  );
}
