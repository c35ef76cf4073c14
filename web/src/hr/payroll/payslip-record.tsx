import { Link, useParams } from '@tanstack/react-router';
import { post, type Step, step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import type { Words } from '../../list/columns.tsx';
import { DocumentPage } from '../../record/document-page.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { useCan } from '../../session/session.ts';
import { PayslipFile } from './payslip-file.tsx';
import { PayslipLines } from './payslip-lines.tsx';

type Slip = Schemas['Payslip'];

/** One payslip: what is earned, contributed, withheld and paid, each with the row that it comes from. */
export function Screen() {
  const t = useT();
  const { employeeId, place } = useParams({ strict: false }) as { employeeId: string; place: string };
  const query = $api.useQuery('get', '/payroll/employees/{employeeId}/slips/{place}', { params: { path: { employeeId, place } } });
  const own = $api.useQuery('get', '/payroll/slips').data?.employeeId === employeeId;
  return (
    <DocumentPage
      query={query}
      parent={{ to: '/payroll/slips', label: t('menu.ownPayslips') }}
      title={({ month }) => t(place.includes('.') ? 'payroll.slip.correction' : 'payroll.slip.title', { month })}
      subtitle={({ name, position, department }) => [name, position, department].filter(Boolean).join(' · ')}
      actions={({ received }) =>
        own && !received ? [{ id: 'sign', label: t('payroll.slip.sign'), needs: 'signPayslip', primary: true, step: sign }] : []
      }
    >
      {(slip) => (
        <>
          <SlipFacts slip={slip} />
          <Section title={t('payroll.earned')}>
            <PayslipLines slip={slip} />
          </Section>
          {slip.arrears.map((late) => (
            <Section key={late.month} title={t('payroll.slip.arrears', { month: late.month })}>
              <PayslipLines slip={late} />
            </Section>
          ))}
          <Totals slip={slip} />
          {slip.variance.length > 0 && <VarianceSection slip={slip} />}
        </>
      )}
    </DocumentPage>
  );
}

const sign = ({ employeeId, place, month }: Slip, { t }: Words): Step =>
  step(post('/payroll/employees/{employeeId}/slips/{place}/receipt', { employeeId, place }), {
    title: t('payroll.slip.signTitle', { month }),
    confirm: t('payroll.slip.sign'),
    says: t('payroll.slip.signText'),
    done: () => t('payroll.slip.done'),
  });

function SlipFacts({ slip }: { readonly slip: Slip }) {
  const t = useT();
  const can = useCan();
  const { date, moment } = useFormats();
  const { taxId, socialSecurityNumber, group, startDate, iban, received, runId, contributionAccount, employeeId, place } = slip;
  return (
    <Section title={t('billing.facts')}>
      <Facts
        facts={[
          [t('payroll.slip.taxId'), taxId],
          [t('payroll.slip.socialSecurityNumber'), socialSecurityNumber],
          [t('payroll.slip.account'), contributionAccount],
          [t('payroll.group'), group],
          [t('payroll.slip.since'), date(startDate)],
          [t('payroll.slip.iban'), iban],
          [t('payroll.slip.signed'), received && `${moment(received.at)}, ${received.by}`],
          [t('payroll.slip.run'), can('getPayrollRun') && <Link to={`/payroll/runs/${runId}` as never}>{slip.month}</Link>],
        ]}
      />
      <p>
        <PayslipFile employeeId={employeeId} place={place} />
      </p>
    </Section>
  );
}

function Totals({ slip }: { readonly slip: Slip }) {
  const t = useT();
  const { money, percent } = useFormats();
  const rows = [
    [t('payroll.gross'), slip.gross],
    [t('payroll.ofWorker'), slip.worker],
    [t('payroll.withheld', { percent: percent(slip.rate.percent) }), slip.withheld],
    ...(slip.inKind.amount === '0.00' ? [] : [[t('payroll.slip.inKind'), slip.inKind] as const]),
    ...(slip.advance.amount === '0.00' ? [] : [[t('payroll.slip.advance'), slip.advance] as const]),
    ...(slip.garnished.amount === '0.00' ? [] : [[t('payroll.slip.garnished'), slip.garnished] as const]),
    [t('payroll.paid'), slip.payable],
    [t('payroll.cost'), slip.cost],
  ] as const;
  return (
    <Section title={t('payroll.slip.totals')}>
      <RowsTable
        rows={rows}
        columns={[
          [t('payroll.concept'), ([name]) => name],
          [t('payroll.amount'), ([, amount]) => money(amount), 'amount'],
        ]}
      />
    </Section>
  );
}

const SIDES: ReadonlySet<string> = new Set(['arrears', 'worker', 'company', 'withheld', 'advance', 'garnished']);

/** Line by line why it is not what the month before was. */
function VarianceSection({ slip }: { readonly slip: Slip }) {
  const t = useT();
  const { money } = useFormats();
  const nameOf = (line: string) => (SIDES.has(line) ? t(`payroll.lines.${line}` as never) : t(`payroll.kinds.${line}` as never));
  return (
    <Section title={t('payroll.slip.variance')}>
      <RowsTable
        rows={slip.variance}
        columns={[
          [t('payroll.concept'), ({ line }) => nameOf(line)],
          [t('payroll.slip.before'), ({ before }) => money(before), 'amount'],
          [t('payroll.slip.now'), ({ now }) => money(now), 'amount'],
          [t('payroll.slip.cause'), ({ cause }) => t(`payroll.causes.${cause}`)],
        ]}
      />
    </Section>
  );
}
