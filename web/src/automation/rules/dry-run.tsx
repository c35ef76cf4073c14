import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type * as z from 'zod/mini';
import type { DryRunView } from '#domain/automation/rules/wire.ts';
import { addDays } from '#kernel/date.ts';
import { api, dataOf } from '../../api/client.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { hrefOf, numberOf } from '../../record/kinds.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { Section } from '../../record/record-page.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import styles from './rule.module.css';
import type { ruleBodyOf } from './rule-draft.ts';
import { useRuleWords } from './rule-words.ts';

type Page = z.input<typeof DryRunView>;
interface Range {
  readonly from: string;
  readonly to: string;
  readonly cursor?: string;
  readonly days: Page['days'];
}
type Ask = (range: Range) => Promise<Page>;

const header = () => ({ 'Idempotency-Key': crypto.randomUUID() });

/** What a saved rule would have done. */
export const DryRunSection = ({ ruleId }: { readonly ruleId: string }) => (
  <DryRun
    ask={(body) =>
      api.POST('/automation/rules/{ruleId}/dry-run', { params: { path: { ruleId }, header: header() }, body }).then(dataOf) as Promise<Page>
    }
  />
);

interface DraftProps {
  readonly rule: ReturnType<typeof ruleBodyOf>;
  readonly disabled: boolean;
}
/** What a rule would have done that is still being written. */
export const DraftDryRun = ({ rule, disabled }: DraftProps) => (
  <DryRun
    disabled={disabled}
    ask={(range) =>
      api.POST('/automation/dry-run', { params: { header: header() }, body: { ...range, rule } }).then(dataOf) as Promise<Page>
    }
  />
);

/** Two pages together: counts add up, the first items stay. */
const joined = (before: Page | undefined, next: Page): Page =>
  before
    ? {
        ...next,
        examined: before.examined + next.examined,
        matched: before.matched + next.matched,
        runs: before.runs + next.runs,
        held: before.held + next.held,
        amount: { ...next.amount, amount: (Number(before.amount.amount) + Number(next.amount.amount)).toFixed(2) },
        items: [...before.items, ...next.items].slice(0, 25),
      }
    : next;

/** Looks through a range of days, page after page, and shows what would have been done. */
function DryRun({ ask, disabled = false }: { readonly ask: Ask; readonly disabled?: boolean }) {
  const t = useT();
  const [from, setFrom] = useState(() => addDays(today(), -30));
  const [to, setTo] = useState(today);
  const [result, setResult] = useState<Page>();
  const run = useMutation({
    mutationFn: async () => {
      let all: Page | undefined;
      do {
        const cursor = all?.nextCursor;
        all = joined(all, await ask({ from, to, days: all?.days ?? [], ...(cursor ? { cursor } : {}) }));
        setResult(all);
      } while (all.nextCursor);
    },
    onMutate: () => setResult(undefined),
  });
  return (
    <Section title={t('automation.dryRun.title')} printed={false}>
      <p className="dimmed">{t('automation.dryRun.meaning')}</p>
      <div className={styles.row}>
        <DateField label={t('automation.dryRun.from')} value={from} max={to} onChange={setFrom} />
        <DateField label={t('automation.dryRun.to')} value={to} min={from} onChange={setTo} />
        <Button variant="default" loading={run.isPending} disabled={disabled || !from || !to} onClick={() => run.mutate()}>
          {t('automation.dryRun.action')}
        </Button>
      </div>
      <ProblemNote error={run.error} />
      <div role="status">{result && <Result result={result} />}</div>
    </Section>
  );
}

function Result({ result: { examined, matched, runs, held, amount, items } }: { readonly result: Page }) {
  const t = useT();
  const { money, whole, moment } = useFormats();
  const words = useRuleWords();
  return (
    <>
      <p>
        {t('automation.dryRun.says', {
          examined: whole(examined),
          matched: whole(matched),
          runs: whole(runs),
          held: whole(held),
          amount: money(amount),
        })}
      </p>
      {items.length > 0 && (
        <LinesTable heads={[t('automation.at'), t('automation.subject'), t('automation.cause'), t('automation.does')]}>
          <tbody>
            {items.map(({ subject, at, limit, values, texts }) => {
              const href = subject && hrefOf(subject);
              return (
                <tr key={`${subject} ${at}`}>
                  <th scope="row">{at.endsWith('Z') ? moment(at) : at.replace('T', ' ')}</th>
                  <td>{href ? <Link to={href as never}>{numberOf(subject)}</Link> : '–'}</td>
                  <td>
                    {values
                      .slice(0, 3)
                      .map(({ type, value }) => words.value(type, value))
                      .join(' · ')}
                  </td>
                  <td>
                    {limit
                      ? `${t('automation.limit')}: ${t(`automation.limits.${limit}`)}`
                      : texts.filter(Boolean).join(' · ') || t('automation.dryRun.done')}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </LinesTable>
      )}
      {matched > items.length && (
        <Group>
          <span className="dimmed">{t('automation.dryRun.more', { count: matched - items.length })}</span>
        </Group>
      )}
    </>
  );
}
