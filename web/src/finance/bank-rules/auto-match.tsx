import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { codeText } from '../../ui/problem-text.ts';

type Run = Schemas['MatchRun'];
const WAIT_MS = 1000;
/** How often the run over a statement that has just come is looked for. */
const LOOKS = 10;
const isBusy = (run: Run | undefined): boolean => run?.state === 'running' || run?.state === 'undoing';

interface Props {
  readonly bankAccountId: string;
  readonly statementId?: string;
}

/**
 * The last run over an account or one of its statements, whoever began it, followed until it rests; what it changed is then
 * read again by every screen that shows it. `follow` takes a run that was just begun.
 * @param awaited whether a run may begin by itself in the next moments: its statement has just come.
 */
export function useMatchRun({ bankAccountId, statementId, awaited }: Props & { readonly awaited: boolean }) {
  const queries = useQueryClient();
  const [begun, follow] = useState<string>();
  const isOurs = (run: { readonly statementId?: string | undefined }) => statementId === undefined || run.statementId === statementId;
  const { data: runs } = $api.useQuery(
    'get',
    '/banking/match-runs',
    { params: { query: { bankAccountId, limit: 20 } } },
    {
      refetchInterval: ({ state: { data, dataUpdateCount } }) =>
        awaited && dataUpdateCount < LOOKS && !data?.items.some(isOurs) ? WAIT_MS : false,
    },
  );
  const last = runs?.items.find(isOurs);
  const runId = begun ?? last?.id;
  const { data: run } = $api.useQuery(
    'get',
    '/banking/match-runs/{runId}',
    { params: { path: { runId: runId ?? '' } } },
    { enabled: runId !== undefined, refetchInterval: ({ state: { data } }) => (isBusy(data) ? WAIT_MS : false) },
  );
  const busy = isBusy(run);
  const was = useRef(busy);
  useEffect(() => {
    if (was.current && !busy) void queries.invalidateQueries();
    was.current = busy;
  }, [busy, queries]);
  return { run, follow };
}

/** Matches what matches by itself, tells what came of it, and takes it back. */
export function AutoMatch({ bankAccountId, statementId, run, follow }: Props & ReturnType<typeof useMatchRun>) {
  const t = useT();
  const queries = useQueryClient();
  const [fault, setFault] = useState<unknown>();
  const send = (work: () => Promise<{ readonly id: string }>) => {
    setFault(undefined);
    work()
      .then(({ id }) => follow(id))
      .then(() => queries.invalidateQueries())
      .catch(setFault);
  };
  const header = () => ({ 'Idempotency-Key': crypto.randomUUID() });
  const body = { bankAccountId, ...(statementId ? { statementId } : {}) };
  const begin = () => send(() => api.POST('/banking/match-runs', { params: { header: header() }, body }).then(dataOf));
  const undo = (id: string) =>
    send(() => api.POST('/banking/match-runs/{runId}/undo', { params: { path: { runId: id }, header: header() }, body: {} }).then(dataOf));
  return (
    <>
      <Group>
        <Button variant="default" loading={isBusy(run)} onClick={begin}>
          {t('bankRules.auto.begin')}
        </Button>
        {run && !run.actions.undoMatchRun && run.counts.byRule + run.counts.byEngine > 0 && (
          <Button variant="subtle" onClick={() => undo(run.id)}>
            {t('bankRules.auto.undo')}
          </Button>
        )}
      </Group>
      <ProblemNote error={fault} />
      {run && <RunResult run={run} />}
    </>
  );
}

/** What a run came to, in sentences. */
function RunResult({ run: { state, counts, refused, undo, fault } }: { readonly run: Run }) {
  const t = useT();
  const told = [
    t('bankRules.auto.matched', { count: counts.byRule + counts.byEngine, rules: counts.byRule }),
    counts.proposed > 0 && t('bankRules.auto.proposed', { count: counts.proposed }),
    counts.ties > 0 && t('bankRules.auto.ties', { count: counts.ties }),
    counts.refused > 0 && t('bankRules.auto.refused', { count: counts.refused }),
    ...(counts.refused > 0 ? [...new Set(refused.map(({ code }) => codeText(code)))] : []),
    state === 'done' && fault === 'bank_match_run.unfinished' && t('bankRules.auto.unfinished'),
    undo && t('bankRules.auto.undone', { count: undo.count }),
    undo && undo.kept.length > 0 && t('bankRules.auto.kept', { count: undo.kept.length }),
  ];
  return (
    <p role="status">
      {state === 'running'
        ? t('bankRules.auto.running', { count: counts.lines })
        : state === 'failed'
          ? t('bankRules.auto.failed')
          : told.filter(Boolean).join(' ')}
    </p>
  );
}
