import { useState } from 'react';
import { $api, type Schemas } from '../../api/client.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

interface Props {
  readonly employeeId: string;
}

/** What an employee earns: the terms from day to day, and what this month's slip comes to. Seen by who may see pay. */
export function PaySection({ employeeId }: Props) {
  const t = useT();
  const { money, date } = useFormats();
  const { data } = $api.useQuery('get', '/payroll/employees/{employeeId}/terms', { params: { path: { employeeId } } });
  if (!data) return null;
  return (
    <>
      <Section title={t('payroll.terms')}>
        {data.terms.length === 0 && <p className="dimmed">{t('payroll.none')}</p>}
        {data.terms.length > 0 && (
          <RowsTable
            rows={data.terms.toReversed()}
            columns={[
              [t('employees.from'), ({ from }) => date(from)],
              [t('payroll.annual'), ({ annual }) => money(annual), 'amount'],
              [t('payroll.pays'), ({ extraMonths }) => 12 + extraMonths.length, 'amount'],
              [t('payroll.group'), ({ group }) => group, 'amount'],
              [t('payroll.contract'), ({ contract }) => t(`payroll.contracts.${contract}`)],
            ]}
          />
        )}
      </Section>
      {data.terms.length > 0 && <PreviewSection employeeId={employeeId} />}
    </>
  );
}

const usePreview = (employeeId: string, month: string, net: string) =>
  $api.useQuery('get', '/payroll/employees/{employeeId}/preview', {
    params: { path: { employeeId }, query: { month, ...(net === '' ? {} : { net }) } },
  });
type Preview = NonNullable<ReturnType<typeof usePreview>['data']>;

function PreviewSection({ employeeId }: Props) {
  const t = useT();
  const [net, setNet] = useState('');
  const month = today().slice(0, 7);
  const { data, error } = usePreview(employeeId, month, net);
  return (
    <Section title={t('payroll.preview', { month })}>
      <AmountInput label={t('payroll.net')} description={t('payroll.netHint')} value={net} onChange={setNet} maw={280} />
      <ProblemNote error={error} />
      {data && <Slip slip={data} />}
    </Section>
  );
}

/** A slip: what is earned, what each side contributes with the row of each rate, what is withheld, what is paid. */
function Slip({ slip }: { readonly slip: Preview }) {
  const t = useT();
  const { money, percent } = useFormats();
  return (
    <>
      <RowsTable
        rows={slip.earnings}
        columns={[
          [t('payroll.earned'), ({ kind, text }) => text ?? t(`payroll.kinds.${kind}`)],
          [t('payroll.days'), ({ days }) => days, 'amount'],
          [t('payroll.amount'), ({ amount }) => money(amount), 'amount'],
        ]}
      />
      <RowsTable
        rows={slip.contributions}
        columns={[
          [t('payroll.contribution'), ({ kind }) => t(`payroll.contributions.${kind}`)],
          [t('payroll.base'), ({ base }) => money(base), 'amount'],
          [t('payroll.worker'), ({ worker, workerPercent }) => `${money(worker)} (${percent(workerPercent)})`, 'amount'],
          [t('payroll.company'), ({ company, companyPercent }) => `${money(company)} (${percent(companyPercent)})`, 'amount'],
          [t('payroll.row'), ({ norm }) => norm],
        ]}
      />
      <RowsTable
        rows={[
          [t('payroll.annual'), slip.annual],
          [t('payroll.gross'), slip.gross],
          [t('payroll.ofWorker'), slip.worker],
          [t('payroll.withheld', { percent: percent(slip.rate.percent) }), slip.withheld],
          [t('payroll.paid'), slip.payable],
          [t('payroll.cost'), slip.cost],
        ]}
        columns={[
          [t('payroll.concept'), ([name]) => name as string],
          [t('payroll.amount'), ([, amount]) => money(amount as Schemas['Money']), 'amount'],
        ]}
      />
    </>
  );
}
