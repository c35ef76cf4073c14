import { Alert, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { Section } from '../../record/record-page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import type { TestedRule } from './rule-draft.ts';

type Test = Schemas['RuleTest'];
const WAIT_MS = 1000;

/** A test of a rule on the past: begun here, followed until it is through, with what the rule would have done. */
export function RuleTestResult({ rule }: { readonly rule: TestedRule }) {
  const t = useT();
  const queries = useQueryClient();
  const [begun, setBegun] = useState<string>();
  const [fault, setFault] = useState<unknown>();
  const testId = begun ?? rule.tested?.testId;
  const { data: test } = $api.useQuery(
    'get',
    '/banking/back-tests/{testId}',
    { params: { path: { testId: testId ?? '' } } },
    {
      enabled: testId !== undefined,
      refetchInterval: ({ state: { data } }) => {
        if (data?.state === 'running') return WAIT_MS;
        if (begun && data?.state === 'done' && rule.tested?.testId !== begun)
          void queries.invalidateQueries({ queryKey: ['get', '/banking/rules/{ruleId}'] });
        return false;
      },
    },
  );
  const begin = () =>
    api
      .POST('/banking/rules/{ruleId}/back-test', {
        params: { path: { ruleId: rule.id }, header: { 'Idempotency-Key': crypto.randomUUID() } },
      })
      .then(dataOf)
      .then(({ id }) => setBegun(id))
      .catch(setFault);
  const busy = begun !== undefined && test?.state !== 'done' && test?.state !== 'failed';
  return (
    <Section
      title={t('bankRules.test.title')}
      actions={
        <Button size="xs" variant="default" loading={busy} onClick={() => void begin()}>
          {t('bankRules.test.begin')}
        </Button>
      }
    >
      <ProblemNote error={fault} />
      {!testId && <p className="dimmed">{t('bankRules.test.none')}</p>}
      {test && <TestTables test={test} />}
    </Section>
  );
}

function TestTables({ test }: { readonly test: Test }) {
  const t = useT();
  const { money, whole } = useFormats();
  const { counts, earlier, effect, lines, taken, state } = test;
  if (state === 'failed') return <Alert color="red">{t('bankRules.test.failed')}</Alert>;
  return (
    <>
      <p role="status">
        {state === 'running' ? t('bankRules.test.running', { count: lines }) : t('bankRules.test.done', { lines: whole(lines), taken })}
      </p>
      {earlier > 0 && <p>{t('bankRules.test.earlier', { count: earlier })}</p>}
      {counts.wrong > 0 && <Alert color="yellow">{t('bankRules.test.wrong', { count: counts.wrong })}</Alert>}
      <LinesTable caption={t('bankRules.test.counts')} heads={[t('bankRules.test.verdict'), ...amounts(t('banking.statements.lines'))]}>
        <tbody>
          {(['new', 'agreed', 'wrong', 'own', 'ignored'] as const).map((verdict) => (
            <tr key={verdict}>
              <th scope="row">{t(`bankRules.verdicts.${verdict}`)}</th>
              <td className="amount">{whole(counts[verdict])}</td>
            </tr>
          ))}
        </tbody>
      </LinesTable>
      {effect.length > 0 && (
        <LinesTable caption={t('bankRules.test.effect')} heads={[t('banking.matching.account'), ...amounts(t('banking.check.amount'))]}>
          <tbody>
            {effect.map(({ account, amount }) => (
              <tr key={account}>
                <th scope="row">{account}</th>
                <td className="amount">{money(amount)}</td>
              </tr>
            ))}
          </tbody>
        </LinesTable>
      )}
      {test.shown.length > 0 && <ShownLines test={test} />}
    </>
  );
}

/** Lines one by one, those first that people matched otherwise. */
function ShownLines({ test: { shown } }: { readonly test: Test }) {
  const t = useT();
  const { money, date } = useFormats();
  const order = shown.toSorted((a, b) => Number(b.verdict === 'wrong') - Number(a.verdict === 'wrong'));
  return (
    <LinesTable
      caption={t('bankRules.test.lines')}
      heads={[t('banking.check.day'), t('banking.check.what'), t('bankRules.test.verdict'), ...amounts(t('banking.check.amount'))]}
    >
      <tbody>
        {order.map(({ lineId, date: day, text, verdict, instead, amount }) => (
          <tr key={lineId}>
            <td>{date(day)}</td>
            <th scope="row">{text}</th>
            <td>
              {t(`bankRules.verdicts.${verdict}`)}
              {instead && ` (${instead})`}
            </td>
            <td className="amount">{money(amount)}</td>
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}
