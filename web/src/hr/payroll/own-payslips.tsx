import { $api } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { RecordPage, Section } from '../../record/record-page.tsx';
import { PayslipTable } from './payslip-table.tsx';

/** One's own payslips. */
export function Screen() {
  const t = useT();
  const query = $api.useQuery('get', '/payroll/slips');
  const { data } = query;
  return (
    <RecordPage query={query} parent={{ to: '/', label: t('menu.home') }} title={t('payroll.ownSlips.title')}>
      {data && (
        <Section title={t('payroll.slips')}>
          {data.items.length === 0 ? (
            <p className="dimmed">{t('payroll.ownSlips.none')}</p>
          ) : (
            <PayslipTable employeeId={data.employeeId ?? ''} slips={data.items} />
          )}
        </Section>
      )}
    </RecordPage>
  );
}
