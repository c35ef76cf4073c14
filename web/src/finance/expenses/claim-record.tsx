import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { post, type Step, step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import type { Words } from '../../list/columns.tsx';
import { FlowEntries } from '../../record/flow.tsx';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import type { RecordAction } from '../../record/record-actions.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { OneStep } from '../payables/purchase-parts.tsx';

type Claim = Schemas['ExpenseClaim'];

/** One expense claim, whole: what was paid, who decided on it, what it became in the books. */
export function Screen() {
  const words = { t: useT(), formats: useFormats() };
  const { t, formats } = words;
  const { claimId } = useParams({ strict: false }) as { claimId: string };
  const query = $api.useQuery('get', '/expense-claims/{claimId}', { params: { path: { claimId } } });
  const { data: claim } = query;
  const [current, setStep] = useState<Step>();
  return (
    <RecordPage
      query={query}
      parent={{ to: '/expenses', label: t('menu.expenses') }}
      title={claim ? t('expenses.one', { number: claim.number }) : ''}
      badges={claim && <StateBadge kind="expense-claim" state={claim.state} />}
      subtitle={claim && `${claim.employeeName} · ${formats.money(claim.total)}`}
      answered={claim?.actions}
      actions={claim ? actionsFor(claim, words, setStep) : []}
      aside={claim && <Timeline id={claim.id} />}
    >
      {claim && <ClaimBody claim={claim} />}
      <OneStep step={current} onClose={() => setStep(undefined)} />
    </RecordPage>
  );
}

const actionsFor = (claim: Claim, words: Words, start: (step: Step) => void): RecordAction[] => {
  const { t } = words;
  return [
    {
      id: 'approve',
      label: t('expenses.approve.action'),
      needs: 'approveExpenseClaim',
      primary: claim.state === 'submitted',
      start: () => start(approve(claim, words)),
    },
    ...(['reject', 'withdraw', 'reverse'] as const).map(
      (name): RecordAction => ({
        id: name,
        label: t(`expenses.${name}.action`),
        needs: `${name}ExpenseClaim`,
        danger: true,
        start: () => start(end(name, claim, words)),
      }),
    ),
  ];
};

const approve = (claim: Claim, { t, formats }: Words) =>
  step(post('/expense-claims/{claimId}/approval', { claimId: claim.id }), {
    title: t('expenses.approve.title', { number: claim.number }),
    confirm: t('expenses.approve.action'),
    fields: { date: {} },
    says: t('expenses.approve.text', { total: formats.money(claim.total), employee: claim.employeeName }),
    done: () => t('expenses.approve.done', { number: claim.number }),
  });

const SENDS = {
  reject: (claimId: string) => post('/expense-claims/{claimId}/rejection', { claimId }),
  withdraw: (claimId: string) => post('/expense-claims/{claimId}/withdrawal', { claimId }),
  reverse: (claimId: string) => post('/expense-claims/{claimId}/reversal', { claimId }),
} as const;

const end = (name: keyof typeof SENDS, claim: Claim, { t }: Words) =>
  step(SENDS[name](claim.id), {
    title: t(`expenses.${name}.title`, { number: claim.number }),
    confirm: t(`expenses.${name}.action`),
    danger: true,
    fields: { reason: {} },
    says: t(`expenses.${name}.text`),
    done: () => t(`expenses.${name}.done`, { number: claim.number }),
  });

function ClaimBody({ claim }: { readonly claim: Claim }) {
  const t = useT();
  const { date } = useFormats();
  const { decided, reversed } = claim;
  const decision = (by: string, on: string, reason?: string) => [`${by}, ${date(on)}`, reason].filter(Boolean).join(': ');
  return (
    <>
      <Section title={t('billing.facts')}>
        <Facts
          facts={[
            [t('expenses.employee'), claim.employeeName],
            [t('expenses.text'), claim.text],
            [t('expenses.submittedBy'), decision(claim.submittedBy, claim.submittedOn)],
            [t('expenses.decided'), decided && decision(decided.by, decided.on, decided.reason)],
            [t('expenses.reversed'), reversed && decision(reversed.by, reversed.on, reversed.reason)],
          ]}
        />
      </Section>
      <Section title={t('expenses.lines')}>
        <Lines claim={claim} />
      </Section>
      <FlowEntries entries={claim.entries} />
    </>
  );
}

function Lines({ claim: { lines, total } }: { readonly claim: Claim }) {
  const t = useT();
  const { date, money, decimal } = useFormats();
  const detail = ({ km, rate, taxable, invoice }: Claim['lines'][number]) =>
    [
      km && rate && t('expenses.kmAt', { km: decimal(km), rate: money(rate) }),
      taxable && t('expenses.taxable', { amount: money(taxable) }),
      invoice && `${invoice.issuer} (${invoice.taxId}), ${invoice.number}, ${invoice.taxCode}`,
      !invoice && !km && t('expenses.noTax'),
    ].filter(Boolean);
  return (
    <LinesTable
      heads={[t('expenses.date'), t('expenses.kind'), t('expenses.what'), t('expenses.account'), ...amounts(t('billing.amount'))]}
    >
      <tbody>
        {lines.map((line) => (
          <tr key={line.line}>
            <td className="nowrap">{date(line.date)}</td>
            <td>{t(`expenses.kinds.${line.kind}`)}</td>
            <td>
              {line.text}
              {detail(line).map((text) => (
                <div key={String(text)} className="dimmed">
                  {text}
                </div>
              ))}
            </td>
            <td>{line.account}</td>
            <td className="amount">{money(line.amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={4}>
            {t('expenses.total')}
          </th>
          <td className="amount">{money(total)}</td>
        </tr>
      </tfoot>
    </LinesTable>
  );
}
