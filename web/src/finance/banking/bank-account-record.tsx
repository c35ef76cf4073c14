import { Alert, Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { BankAccountEdit } from './bank-account-edit.tsx';
import { ibanText } from './bank-text.ts';
import { CsvMappingDialog } from './csv-columns.tsx';

type Reconciliation = Schemas['BankReconciliation'];

/** One bank account: what it is, and what lies between the bank and the books. */
export function Screen() {
  const t = useT();
  const { bankAccountId } = useParams({ strict: false }) as { bankAccountId: string };
  const query = $api.useQuery('get', '/banking/accounts/{bankAccountId}', { params: { path: { bankAccountId } } });
  const { data: account } = query;
  const [dialog, setDialog] = useState<'edit' | 'csv'>();
  const close = () => setDialog(undefined);
  return (
    <RecordPage
      query={query}
      parent={{ to: '/banking/accounts', label: t('menu.bankAccounts') }}
      title={account?.name ?? ''}
      badges={account && <StateBadge kind="bank-account" state={account.closed ? 'closed' : 'active'} />}
      subtitle={account && ibanText(account.iban)}
      answered={account?.actions}
      actions={(['edit', 'csv'] as const).map((id) => ({
        ...{ id, label: t(id === 'edit' ? 'banking.accounts.edit' : 'banking.csv.title') },
        ...{ needs: 'patchBankAccount' as const, start: () => setDialog(id) },
      }))}
      aside={account && <Timeline id={account.id} />}
    >
      {account && (
        <>
          <Section title={t('billing.facts')}>
            <Facts
              facts={[
                ['IBAN', ibanText(account.iban)],
                ['BIC', account.bic],
                [
                  t('banking.accounts.account'),
                  <Link key="account" to={`/accounts/${account.account}` as never}>
                    {account.account}
                  </Link>,
                ],
                [t('banking.accounts.currency'), account.currency],
              ]}
            />
            <Button component={Link} to={`/banking/matching?account=${account.id}` as never}>
              {t('menu.bankMatching')}
            </Button>
          </Section>
          <BankAndBooks bankAccountId={account.id} />
          <Gaps bankAccountId={account.id} />
          {dialog === 'edit' && <BankAccountEdit account={account} onClose={close} />}
          {dialog === 'csv' && <CsvMappingDialog account={account} onClose={close} />}
        </>
      )}
    </RecordPage>
  );
}

/** Statements before which something is missing, and those that others had brought already in part. */
function Gaps({ bankAccountId }: { readonly bankAccountId: string }) {
  const t = useT();
  const { date, money, whole } = useFormats();
  const { data } = $api.useQuery('get', '/banking/statements', { params: { query: { bankAccountId, limit: 100 } } });
  const told = (data?.items ?? []).filter(({ gap, already, doubts }) => gap || already > 0 || doubts > 0);
  if (told.length === 0) return null;
  return (
    <Section title={t('banking.check.statements')}>
      <LinesTable
        heads={[
          t('menu.bankStatements'),
          t('banking.statements.already'),
          t('banking.statements.doubts'),
          ...amounts(t('banking.statements.gap')),
        ]}
      >
        <tbody>
          {told.map(({ id, from, to, gap, already, doubts }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/banking/statements/${id}` as never}>
                  {date(from)} – {date(to)}
                </Link>
              </th>
              <td>{already > 0 && whole(already)}</td>
              <td>{doubts > 0 && whole(doubts)}</td>
              <td className="amount">
                {gap && money(gap.amount)}{' '}
                {gap?.from && gap.to && t('banking.statements.gapDays', { from: date(gap.from), to: date(gap.to) })}
              </td>
            </tr>
          ))}
        </tbody>
      </LinesTable>
    </Section>
  );
}

/** Both balances, and each thing that explains the difference. */
function BankAndBooks({ bankAccountId }: { readonly bankAccountId: string }) {
  const t = useT();
  const { date } = useFormats();
  const { data } = $api.useQuery('get', '/banking/accounts/{bankAccountId}/reconciliation', {
    params: { path: { bankAccountId: bankAccountId } },
  });
  if (!data) return null;
  return (
    <Section title={t('banking.check.title')}>
      <p className="dimmed">{t('banking.check.on', { date: date(data.date) })}</p>
      <Balances check={data} />
      {data.entries.length > 0 && <Untold check={data} />}
      {!data.complete && <Alert color="yellow">{t('banking.check.behind')}</Alert>}
    </Section>
  );
}

function Balances({ check }: { readonly check: Reconciliation }) {
  const t = useT();
  const { money, date } = useFormats();
  const rows = [
    ['bank', check.bank],
    ['openLines', check.openLines.amount],
    ['entries', check.entriesAmount],
    ['before', check.before],
    ['gaps', check.gaps],
    ['unexplained', check.unexplained],
  ] as const;
  return (
    <LinesTable caption={t('banking.check.title')} heads={[t('banking.check.what'), ...amounts(t('banking.check.amount'))]}>
      <tbody>
        {rows.map(([name, amount]) => (
          <tr key={name}>
            <th scope="row">{t(`banking.check.rows.${name}`, { count: check.openLines.count, date: date(check.since) })}</th>
            <td className="amount">{amount ? money(amount) : t('banking.check.none')}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('banking.check.rows.ledger', { account: check.account })}</th>
          <td className="amount">{money(check.ledger)}</td>
        </tr>
        {check.ledgerInEuros && (
          <tr>
            <th scope="row">{t('banking.check.rows.inEuros')}</th>
            <td className="amount">{money(check.ledgerInEuros)}</td>
          </tr>
        )}
      </tfoot>
    </LinesTable>
  );
}

/** Entries that no line of the bank tells of. */
function Untold({ check }: { readonly check: Reconciliation }) {
  const t = useT();
  const { money, date } = useFormats();
  return (
    <LinesTable
      caption={t('banking.check.untold')}
      heads={[t('banking.check.day'), t('banking.check.what'), ...amounts(t('banking.check.amount'))]}
    >
      <tbody>
        {check.entries.map(({ entryId, text, date: on, amount }) => (
          <tr key={entryId}>
            <td>{date(on)}</td>
            <th scope="row">
              <Link to={`/journal/${entryId}` as never}>{text}</Link>
            </th>
            <td className="amount">{money(amount)}</td>
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}
