import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { RowsTable } from '../../record/rows-table.tsx';
import { PayslipFile } from './payslip-file.tsx';

interface Props {
  readonly employeeId: string;
  readonly slips: readonly Schemas['PayslipRow'][];
}

/** Payslips, newest first. */
export function PayslipTable({ employeeId, slips }: Props) {
  const t = useT();
  const { money, moment } = useFormats();
  return (
    <RowsTable
      rows={slips}
      columns={[
        [t('payroll.slip.month'), ({ place }) => <Link to={`/payroll/slips/${employeeId}/${place}` as never}>{place}</Link>],
        [t('payroll.gross'), ({ gross }) => money(gross), 'amount'],
        [t('payroll.lines.withheld'), ({ withheld }) => money(withheld), 'amount'],
        [t('payroll.paid'), ({ payable }) => money(payable), 'amount'],
        [t('payroll.slip.signed'), ({ received }) => received && moment(received.at)],
        [t('payroll.slip.paper'), ({ place }) => <PayslipFile employeeId={employeeId} place={place} compact />],
      ]}
    />
  );
}
