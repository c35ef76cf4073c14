import { Link, useParams } from '@tanstack/react-router';
import { post, type Step, step } from '../../actions/step-dialog.tsx';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import type { Words } from '../../list/columns.tsx';
import { DocumentPage } from '../../record/document-page.tsx';
import { FlowEntries } from '../../record/flow.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { RunPeople } from './run-people.tsx';

type Run = Schemas['PayrollRun'];

/** It goes on by itself: the page looks again. */
const MOVING: readonly Run['state'][] = ['calculating', 'approved', 'cancelling'];
const EVERY_MS = 2000;

/** One pay run, whole: what it comes to against the month before, who is in it and why it moved, who let it go, its file. */
export function Screen() {
  const t = useT();
  const { money, date } = useFormats();
  const { runId } = useParams({ strict: false }) as { runId: string };
  const query = $api.useQuery(
    'get',
    '/payroll/runs/{runId}',
    { params: { path: { runId } } },
    { refetchInterval: ({ state: { data } }) => (data && MOVING.includes(data.state) ? EVERY_MS : false) },
  );
  return (
    <DocumentPage
      query={query}
      parent={{ to: '/payroll/runs', label: t('menu.payrollRuns') }}
      title={({ number }) => t('payroll.runs.one', { number })}
      subtitle={({ month, people, totals, payDate }) =>
        t('payroll.runs.subtitle', { month, count: people, total: money(totals.payable), date: date(payDate) })
      }
      actions={({ state }) => [
        {
          ...{ id: 'approve', label: t('payroll.runs.approve.action'), needs: 'approvePayrollRun', primary: state === 'proposed' },
          step: approveRun,
        },
        { id: 'file', label: t('payroll.runs.file'), needs: 'getSalaryFile', step: fileOf },
        {
          id: 'pay',
          label: t('payroll.payments.ofRun'),
          needs: 'proposePayrollPayment',
          to: ({ id }) => ({ to: '/payroll/payments/new', search: { runId: id } }),
        },
        { id: 'cancel', label: t('payroll.runs.cancel.action'), needs: 'cancelPayrollRun', danger: true, step: cancelRun },
      ]}
    >
      {(run, open) => (
        <>
          <RunFacts run={run} />
          <Totals run={run} />
          {run.state !== 'calculating' && <RunPeople run={run} open={open} />}
          <Contributions run={run} />
          <Accounts run={run} />
          <FlowEntries entries={run.entries} />
        </>
      )}
    </DocumentPage>
  );
}

const approveRun = ({ id, rev, number, people, totals }: Run, { t, formats }: Words): Step =>
  step((_: undefined, how) => post('/payroll/runs/{runId}/approval', { runId: id })({ rev }, how), {
    title: t('payroll.runs.approve.title', { number }),
    confirm: t('payroll.runs.approve.action'),
    says: t('payroll.runs.approve.text', { total: formats.money(totals.payable), count: people }),
    done: () => t('payroll.runs.approve.done', { number }),
  });

const cancelRun = ({ id, number }: Run, { t }: Words): Step =>
  step(post('/payroll/runs/{runId}/cancellation', { runId: id }), {
    title: t('payroll.runs.cancel.title', { number }),
    confirm: t('payroll.runs.cancel.action'),
    danger: true,
    fields: { reason: {} },
    says: t('payroll.runs.cancel.text'),
    done: () => t('payroll.runs.cancel.done', { number }),
  });

const fileOf = ({ id, number, fileName = '' }: Run, { t }: Words): Step =>
  step(
    async () => {
      const link = dataOf(await api.GET('/payroll/runs/{runId}/file', { params: { path: { runId: id } } }));
      window.location.assign(link.url);
      return link;
    },
    { title: t('payroll.runs.one', { number }), confirm: t('payroll.runs.file'), says: fileName, done: () => fileName },
  );

function RunFacts({ run }: { readonly run: Run }) {
  const t = useT();
  const { date } = useFormats();
  const { createdBy, createdAt, iban, account, approvals, postedOn, fileName, transfers = 0, cancelled } = run;
  return (
    <Section title={t('billing.facts')}>
      <Facts
        facts={[
          [t('payroll.runs.kind'), t(`payroll.runs.kinds.${run.kind}`)],
          [t('payroll.runs.proposedBy'), `${createdBy}, ${date(createdAt.slice(0, 10))}`],
          [t('payroll.runs.fromIban'), `${iban} (${account})`],
          [t('payroll.runs.approvals'), approvals.map(({ by, on }) => `${by}, ${date(on)}`).join('; ') || undefined],
          [t('payroll.runs.postedOn'), postedOn && date(postedOn)],
          [t('payroll.runs.file'), fileName && `${fileName} (${t('payroll.runs.transfers')}: ${transfers})`],
          [t('payroll.runs.cancelled'), cancelled && `${date(cancelled.on)}: ${cancelled.reason}`],
        ]}
      />
    </Section>
  );
}

const cents = ({ amount }: Schemas['Money']): number => Math.round(Number(amount) * 100);
const less = (now: Schemas['Money'], before: Schemas['Money']): Schemas['Money'] => ({
  ...now,
  amount: ((cents(now) - cents(before)) / 100).toFixed(2),
});

function Totals({ run: { totals, before, kind } }: { readonly run: Run }) {
  const t = useT();
  const { money } = useFormats();
  const rows = [
    [t('payroll.gross'), totals.gross, before.gross],
    [t('payroll.ofWorker'), totals.worker],
    [t('payroll.lines.withheld'), totals.withheld],
    [t('payroll.runs.delegated'), totals.delegated],
    [t('payroll.paid'), totals.payable],
    [t('payroll.lines.company'), totals.company],
    [t('payroll.cost'), totals.cost, before.cost],
  ] as const;
  const compared = kind === 'regular';
  return (
    <Section title={t('payroll.runs.totals')}>
      <RowsTable
        rows={rows}
        columns={[
          [t('payroll.concept'), ([name]) => name],
          [t('payroll.amount'), ([, now]) => money(now), 'amount'],
          compared && [t('payroll.runs.before'), ([, , then]) => then && money(then), 'amount'],
          compared && [t('payroll.runs.difference'), ([, now, then]) => then && money(less(now, then)), 'amount'],
        ]}
      />
    </Section>
  );
}

/** What each contribution account owes, and the payments that there are. */
function Accounts({ run: { accounts, payments } }: { readonly run: Run }) {
  const t = useT();
  const { money } = useFormats();
  const owed = (account: Run['accounts'][number]) => ({
    ...account.worker,
    amount: ((cents(account.worker) + cents(account.company) - cents(account.delegated)) / 100).toFixed(2),
  });
  return (
    <>
      {accounts.length > 0 && (
        <Section title={t('payroll.payments.accounts')}>
          <RowsTable
            rows={accounts}
            columns={[
              [t('payroll.slip.account'), ({ account }) => account ?? t('payroll.payments.noAccount')],
              [t('payroll.worker'), ({ worker }) => money(worker), 'amount'],
              [t('payroll.company'), ({ company }) => money(company), 'amount'],
              [t('payroll.runs.delegated'), ({ delegated }) => money(delegated), 'amount'],
              [t('payroll.payments.pays'), (account) => money(owed(account)), 'amount'],
            ]}
          />
        </Section>
      )}
      {payments.length > 0 && (
        <Section title={t('payroll.payments.title')}>
          <RowsTable
            rows={payments}
            columns={[
              [
                t('payroll.payments.what'),
                ({ id, what }) => <Link to={`/payroll/payments/${id}` as never}>{t(`payroll.payments.kinds.${what}`)}</Link>,
              ],
              [t('payroll.slip.account'), ({ account }) => account],
            ]}
          />
        </Section>
      )}
    </>
  );
}

function Contributions({ run: { contributions } }: { readonly run: Run }) {
  const t = useT();
  const { money, percent } = useFormats();
  if (contributions.length === 0) return null;
  return (
    <Section title={t('payroll.runs.contributions')}>
      <RowsTable
        rows={contributions}
        columns={[
          [t('payroll.contribution'), ({ kind }) => t(`payroll.contributions.${kind}`)],
          [t('payroll.runs.month'), ({ month }) => month],
          [t('payroll.base'), ({ base }) => money(base), 'amount'],
          [t('payroll.worker'), ({ worker, workerPercent }) => `${money(worker)} (${percent(workerPercent)})`, 'amount'],
          [t('payroll.company'), ({ company, companyPercent }) => `${money(company)} (${percent(companyPercent)})`, 'amount'],
        ]}
      />
    </Section>
  );
}
