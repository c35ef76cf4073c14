import { Link, useParams } from '@tanstack/react-router';
import { post, step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import type { Words } from '../../list/columns.tsx';
import { DocumentPage } from '../../record/document-page.tsx';
import { FlowEntries } from '../../record/flow.tsx';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { Facts, Section } from '../../record/record-page.tsx';

type Claim = Schemas['ExpenseClaim'];

/** One expense claim, whole: what was paid, who decided on it, what it became in the books. */
export function Screen() {
  const t = useT();
  const { money } = useFormats();
  const { claimId } = useParams({ strict: false }) as { claimId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/expense-claims/{claimId}', { params: { path: { claimId } } })}
      parent={{ to: '/expenses', label: t('menu.expenses') }}
      title={({ number }) => t('expenses.one', { number })}
      subtitle={({ employeeName, total }) => `${employeeName} · ${money(total)}`}
      actions={({ state }) => [
        {
          id: 'approve',
          label: t('expenses.approve.action'),
          needs: 'approveExpenseClaim',
          primary: state === 'submitted',
          step: approve,
        },
        ...(['reject', 'withdraw', 'reverse'] as const).map((id) => ({
          ...{ id, label: t(`expenses.${id}.action`), needs: `${id}ExpenseClaim` as const, danger: true },
          step: (claim: Claim, words: Words) => end(id, claim, words),
        })),
      ]}
    >
      {(claim) => <ClaimBody claim={claim} />}
    </DocumentPage>
  );
}

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
              {line.documentId ? <Link to={`/documents/${line.documentId}` as never}>{line.text || t('expenses.paper')}</Link> : line.text}
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
