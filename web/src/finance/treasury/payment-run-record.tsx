import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { creditorId } from '#domain/finance/treasury/debit-rules.ts';
import { OneStep, post, type Step, step } from '../../actions/step-dialog.tsx';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useWords, type Words } from '../../list/columns.tsx';
import { FlowEntries } from '../../record/flow.tsx';
import type { RecordAction } from '../../record/record-actions.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { useCompany } from '../../session/company.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ApproveRunDialog } from './approve-run.tsx';
import { ReturnDebitDialog } from './return-debit.tsx';
import { LeftOutList, RunBadge, RunPayments } from './run-payments.tsx';

type Run = Schemas['PaymentRun'];

/** It goes on by itself: the page looks again. */
const MOVING: readonly Run['state'][] = ['proposing', 'approved', 'executing', 'cancelling'];
const EVERY_MS = 2000;

/** One payment run, whole: what it pays, who let it go, its file, what the bank did with it. */
export function Screen() {
  const words = useWords();
  const { t, formats } = words;
  const { runId } = useParams({ strict: false }) as { runId: string };
  const query = $api.useQuery(
    'get',
    '/treasury/payment-runs/{runId}',
    { params: { path: { runId } } },
    { refetchInterval: ({ state: { data } }) => (data && MOVING.includes(data.state) ? EVERY_MS : false) },
  );
  const { data: run } = query;
  const [current, setStep] = useState<Step>();
  const [approving, setApproving] = useState(false);
  const [returning, setReturning] = useState<Run['payments'][number]>();
  const [fault, setFault] = useState<unknown>();
  const download = () => {
    setFault(undefined);
    api
      .GET('/treasury/payment-runs/{runId}/file', { params: { path: { runId } } })
      .then((answer) => window.location.assign(dataOf(answer).url))
      .catch(setFault);
  };
  return (
    <RecordPage
      query={query}
      parent={{ to: '/treasury/payment-runs', label: t('menu.paymentRuns') }}
      title={run ? t('treasury.one', { number: run.number }) : ''}
      badges={run && <RunBadge state={run.state} />}
      subtitle={
        run &&
        t(run.kind === 'debit' ? 'treasury.debits.subtitle' : 'treasury.subtitle', {
          count: run.count,
          total: formats.money(run.total),
          date: formats.date(run.date),
        })
      }
      answered={run?.actions}
      actions={run ? actionsFor(run, words, { approve: () => setApproving(true), download, start: setStep }) : []}
      aside={run && <Timeline id={run.id} />}
    >
      <ProblemNote error={fault} />
      {run && <RunBody run={run} onReject={(payment) => setStep(rejectPayment(run, payment, words))} onReturn={setReturning} />}
      {run && returning && <ReturnDebitDialog run={run} payment={returning} onClose={() => setReturning(undefined)} />}
      {run && approving && <ApproveRunDialog run={run} onClose={() => setApproving(false)} />}
      <OneStep step={current} onClose={() => setStep(undefined)} />
    </RecordPage>
  );
}

interface Starts {
  readonly approve: () => void;
  readonly download: () => void;
  readonly start: (step: Step) => void;
}

const actionsFor = (run: Run, words: Words, { approve, download, start }: Starts): RecordAction[] => {
  const { t } = words;
  return [
    { id: 'approve', label: t('treasury.approve.action'), needs: 'approvePaymentRun', primary: run.state === 'proposed', start: approve },
    { id: 'file', label: t('treasury.file'), needs: 'getPaymentFile', start: download },
    {
      id: 'execute',
      label: t(run.kind === 'debit' ? 'treasury.debits.execute' : 'treasury.execute.action'),
      needs: 'executePaymentRun',
      primary: run.state === 'sent',
      start: () => start(executeRun(run, words)),
    },
    {
      id: 'cancel',
      label: t('treasury.cancel.action'),
      needs: 'cancelPaymentRun',
      danger: true,
      start: () => start(cancelRun(run, words)),
    },
  ];
};

const executeRun = (run: Run, { t, formats }: Words) =>
  step(post('/treasury/payment-runs/{runId}/execution', { runId: run.id }), {
    title: t(run.kind === 'debit' ? 'treasury.debits.executeTitle' : 'treasury.execute.title', { number: run.number }),
    confirm: t(run.kind === 'debit' ? 'treasury.debits.execute' : 'treasury.execute.action'),
    // What the bank has done is never of a day to come.
    fields: { date: { min: run.proposedOn, proposed: run.date > today() ? today() : run.date } },
    says: t(run.kind === 'debit' ? 'treasury.debits.executes' : 'treasury.execute.text', {
      count: run.count,
      total: formats.money(run.total),
    }),
    done: () => t('treasury.execute.done', { number: run.number }),
  });

const cancelRun = (run: Run, { t }: Words) =>
  step(post('/treasury/payment-runs/{runId}/cancellation', { runId: run.id }), {
    title: t('treasury.cancel.title', { number: run.number }),
    confirm: t('treasury.cancel.action'),
    danger: true,
    fields: { reason: {} },
    says: t(run.fileName ? 'treasury.cancel.atBank' : 'treasury.cancel.text'),
    done: () => t('treasury.cancel.done', { number: run.number }),
  });

const rejectPayment = (run: Run, { no, partyName, amount }: Run['payments'][number], { t, formats }: Words) =>
  step(post('/treasury/payment-runs/{runId}/payments/{no}/rejection', { runId: run.id, no: String(no) }), {
    title: t('treasury.reject.title', { supplier: partyName }),
    confirm: t('treasury.reject.action'),
    danger: true,
    fields: { reason: {} },
    says: t('treasury.reject.text', { amount: formats.money(amount) }),
    done: () => t('treasury.reject.done', { supplier: partyName }),
  });

type OnPayment = (payment: Run['payments'][number]) => void;

function RunBody({ run, onReject, onReturn }: { readonly run: Run; readonly onReject: OnPayment; readonly onReturn: OnPayment }) {
  const t = useT();
  const { date } = useFormats();
  const { data: company } = useCompany();
  const approvals = run.approvals.map(({ by, on }) => `${by}, ${date(on)}`).join('; ');
  return (
    <>
      <Section title={t('billing.facts')}>
        <Facts
          facts={[
            [t('treasury.proposedBy'), `${run.createdBy}, ${date(run.proposedOn)}`],
            [t('treasury.payOn'), run.askedDate && t('treasury.moved', { asked: date(run.askedDate), date: date(run.date) })],
            [t('treasury.until'), run.until && date(run.until)],
            [t(run.kind === 'debit' ? 'treasury.debits.intoIban' : 'treasury.fromIban'), `${run.iban} (${run.account})`],
            [
              t('treasury.debits.creditor'),
              run.kind === 'debit' && company ? creditorId(company.taxId, company.creditorSuffix) : undefined,
            ],
            [t('treasury.approvals'), approvals || undefined],
            [t('treasury.version'), run.version],
            [t('treasury.fileName'), run.fileName],
            [t('treasury.executedOn'), run.executedOn && date(run.executedOn)],
            [t('treasury.cancelled'), run.cancelled && `${date(run.cancelled.on)}: ${run.cancelled.reason}`],
          ]}
        />
      </Section>
      <Section title={t(run.kind === 'debit' ? 'treasury.debits.all' : 'treasury.payments')}>
        <RunPayments
          run={run}
          onReject={run.actions.rejectRunPayment === null ? onReject : undefined}
          onReturn={run.actions.returnRunPayment === null ? onReturn : undefined}
        />
        <LeftOutList leftOut={run.leftOut} />
      </Section>
      <FlowEntries entries={run.entries} />
    </>
  );
}
