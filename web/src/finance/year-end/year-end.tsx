import { Button, Loader, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Step, StepDialog } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useAddress } from '../../list/address.ts';
import lists from '../../list/list.module.css';
import { EntryTable } from '../../record/entry-table.tsx';
import record from '../../record/record.module.css';
import { type RecordAction, RecordActions } from '../../record/record-actions.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { refusalText } from '../../ui/problem-text.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useTitle } from '../../ui/title.ts';
import periods from '../ledger/periods.module.css';
import { fiscalYearName } from '../ledger/ranges.ts';
import { closeYear, postProposal, reopenYear } from './steps.ts';
import styles from './year-tasks.module.css';
import { YearTasks } from './year-tasks.tsx';

type Guide = Schemas['YearEnd'];
const TAXPAYERS = ['general', 'micro', 'reduced', 'new'] as const;

/** The guide through the end of a fiscal year: months, corporate tax, closing, distribution of the result. */
export function Screen() {
  const t = useT();
  const { search, change } = useAddress();
  useTitle(t('yearEnd.title'));
  const formats = useFormats();
  const years = $api.useQuery('get', '/year-ends', {});
  const all = years.data?.items ?? [];
  // The first that can be closed; else the last.
  const year = search.year ?? (all.findLast(({ actions }) => actions.closeYear === null) ?? all[0])?.year;
  return (
    <section className={periods.page} aria-labelledby="year-end-title" aria-busy={years.isPending}>
      <div className={record.header}>
        <h1 id="year-end-title">{t('yearEnd.title')}</h1>
      </div>
      <p className="dimmed">{t('yearEnd.meaning')}</p>
      <ProblemNote error={years.error} />
      {years.isPending && <Loader aria-label={t('shell.loading')} />}
      {year && (
        <search className={lists.filters}>
          <NativeSelect
            aria-label={t('yearEnd.year')}
            data={all.map((each) => ({
              value: each.year,
              label: `${fiscalYearName(each, formats)} · ${t(`states.year-end.${each.state}`)}`,
            }))}
            value={year}
            onChange={(event) => change({ year: event.currentTarget.value }, true)}
          />
          <NativeSelect
            aria-label={t('yearEnd.taxpayer')}
            data={TAXPAYERS.map((value) => ({ value, label: t(`yearEnd.taxpayers.${value}`) }))}
            value={search.taxpayer ?? 'general'}
            onChange={(event) => change({ taxpayer: event.currentTarget.value }, true)}
          />
        </search>
      )}
      {year && <YearGuide year={year} taxpayer={TAXPAYERS.find((each) => each === search.taxpayer) ?? 'general'} />}
    </section>
  );
}

function YearGuide({ year, taxpayer }: { readonly year: string; readonly taxpayer: (typeof TAXPAYERS)[number] }) {
  const t = useT();
  const formats = useFormats();
  const query = $api.useQuery('get', '/year-ends/{year}', { params: { path: { year }, query: { taxpayer } } });
  const [step, setStep] = useState<Step>();
  const guide = query.data;
  if (!guide) return query.error ? <ProblemNote error={query.error} /> : <Loader aria-label={t('shell.loading')} aria-busy />;
  const words = { t, formats };
  const { corporateTax, distribution } = guide.proposals;
  return (
    <>
      <Result guide={guide} />
      <YearTasks guide={guide} />
      <Section title={t('yearEnd.months')}>
        <p>
          {guide.openMonths.length === 0
            ? t('yearEnd.monthsDone')
            : t('yearEnd.monthsOpen', { months: guide.openMonths.map(formats.month).join(', ') })}{' '}
          <Link to={'/periods' as never}>{t('yearEnd.toPeriods')}</Link>
        </p>
      </Section>
      <Section title={t('yearEnd.corporateTax')}>
        <p className="dimmed">{t('yearEnd.corporateTaxText')}</p>
        {corporateTax ? (
          <Proposal entry={corporateTax} onPost={() => setStep(postProposal(corporateTax, words))} />
        ) : (
          <p>{t('yearEnd.noTax')}</p>
        )}
        <Adjustment of={guide.depreciationAdjustment} />
      </Section>
      <Closing guide={guide} onClose={() => setStep(closeYear(guide, words))} onReopen={() => setStep(reopenYear(guide, words))} />
      <Section title={t('yearEnd.distribution')}>
        <p className="dimmed">{t('yearEnd.distributionText')}</p>
        {distribution ? (
          <Proposal entry={distribution} onPost={() => setStep(postProposal(distribution, words))} />
        ) : (
          <p>{t('yearEnd.noDistribution')}</p>
        )}
      </Section>
      {step && <StepDialog {...step} onClose={() => setStep(undefined)} />}
    </>
  );
}

/** What the proposal of tax leaves to a person: depreciation above the maximum, asset by asset. */
function Adjustment({ of }: { readonly of: Guide['depreciationAdjustment'] }) {
  const t = useT();
  const { money } = useFormats();
  if (!of) return null;
  return (
    <>
      <p role="note">{t('yearEnd.adjustment', { added: money(of.added), deducted: money(of.deducted) })}</p>
      <ul>
        {of.assets.map(({ assetId, name, amount }) => (
          <li key={assetId}>
            <Link to={`/assets/${assetId}` as never}>{name}</Link>: {money(amount)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Result({ guide: { state, runs, result, on, by, reason, resultBeforeTax, resultNow } }: { readonly guide: Guide }) {
  const t = useT();
  const { money, longDate } = useFormats();
  const facts: (readonly [string, ReactNode])[] = [
    [t('yearEnd.state'), <StateBadge key="state" kind="year-end" state={state} />],
    [t('yearEnd.resultBeforeTax'), money(resultBeforeTax)],
    [t('yearEnd.resultNow'), money(resultNow)],
  ];
  if (runs && on)
    facts.push([
      t('yearEnd.closedBy'),
      t('yearEnd.closedOn', { date: longDate(on), by: by ?? '', result: result ? money(result) : '', run: runs }),
    ]);
  if (reason) facts.push([t('yearEnd.reason'), reason]);
  return (
    <Section title={t('yearEnd.result')}>
      <Facts facts={facts} />
    </Section>
  );
}

/** An entry that nobody has posted yet. */
function Proposal({ entry, onPost }: { readonly entry: Schemas['Entry']; readonly onPost: () => void }) {
  const t = useT();
  const can = useCan();
  return (
    <>
      <EntryTable entry={entry} />
      {can('postEntry') && (
        <Button variant="default" onClick={onPost} aria-label={t('yearEnd.post.title', { text: entry.text })}>
          {t('yearEnd.post.action')}
        </Button>
      )}
    </>
  );
}

interface ClosingProps {
  readonly guide: Guide;
  readonly onClose: () => void;
  readonly onReopen: () => void;
}

function Closing({ guide: { state, actions, entries }, onClose, onReopen }: ClosingProps) {
  const t = useT();
  const closed = state === 'closed';
  const action: RecordAction = closed
    ? { id: 'reopen', label: t('yearEnd.reopen.action'), needs: 'reopenYear', danger: true, start: onReopen }
    : { id: 'close', label: t('yearEnd.close.action'), needs: 'closeYear', primary: true, start: onClose };
  const refusal = refusalText(closed ? actions.reopenYear : actions.closeYear);
  return (
    <Section title={t('yearEnd.closing')}>
      <p className="dimmed">{t('yearEnd.closingText')}</p>
      {entries.map((entry) => (
        <p key={entry.id}>
          <Link to={`/journal/${entry.id}` as never}>{entry.text}</Link>
        </p>
      ))}
      <div className={styles.act}>
        <RecordActions actions={[action]} answered={actions} />
      </div>
      {refusal && <p role="status">{refusal}</p>}
    </Section>
  );
}
