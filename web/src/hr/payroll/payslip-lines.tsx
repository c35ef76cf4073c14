import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { RowsTable } from '../../record/rows-table.tsx';

type Amounts = Pick<Schemas['Payslip'], 'earnings' | 'contributions'>;

/** What is earned, and what each side contributes with the row of each rate. */
export function PayslipLines({ slip: { earnings, contributions } }: { readonly slip: Amounts }) {
  const t = useT();
  const { money, decimal, percent } = useFormats();
  return (
    <>
      <RowsTable
        rows={earnings}
        columns={[
          [
            t('payroll.earned'),
            ({ kind, text, contributes, taxed }) => (
              <>
                {text ?? t(`payroll.kinds.${kind}`)}
                {contributes === false && <small className="dimmed"> · {t('gestoria.policies.free.contribution')}</small>}
                {taxed === false && <small className="dimmed"> · {t('gestoria.policies.free.tax')}</small>}
              </>
            ),
          ],
          [t('payroll.days'), ({ days }) => (days === undefined ? undefined : decimal(days)), 'amount'],
          [t('payroll.amount'), ({ amount }) => money(amount), 'amount'],
        ]}
      />
      <RowsTable
        rows={contributions}
        columns={[
          [t('payroll.contribution'), ({ kind }) => t(`payroll.contributions.${kind}`)],
          [t('payroll.base'), ({ base }) => money(base), 'amount'],
          [t('payroll.worker'), ({ worker, workerPercent }) => `${money(worker)} (${percent(workerPercent)})`, 'amount'],
          [t('payroll.company'), ({ company, companyPercent }) => `${money(company)} (${percent(companyPercent)})`, 'amount'],
          [t('payroll.row'), ({ norm }) => norm],
        ]}
      />
    </>
  );
}
