import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { LANES, type Lane, type LaneState } from '#domain/finance/ledger/lanes.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { ReasonField } from '../../form/step-fields.tsx';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';
import { IconLock } from '../../ui/icons.ts';

type Period = Schemas['Period'];
const RANK: Readonly<Record<LaneState, number>> = { open: 0, closed: 1, shut: 2 };

/** What of a month is not open, and what is so again until a day: a padlock each. */
export function LaneNotes({ period: { lanes } }: { readonly period: Period }) {
  const t = useT();
  const { date } = useFormats();
  const told = lanes.filter(({ state, until }) => state !== 'open' || until);
  return told.map(({ lane, state, until, by = '', reason = '' }) => (
    <small key={lane} className="dimmed" style={{ display: 'block' }}>
      {state !== 'open' && <IconLock size={12} aria-hidden />}{' '}
      {until
        ? t('closing.lanes.opened', { lane: t(`closing.lanes.names.${lane}`), until: date(until), by, reason })
        : t('closing.lanes.told', { lane: t(`closing.lanes.names.${lane}`), state: t(`closing.lanes.states.${state}`) })}
    </small>
  ));
}

/** Closes, shuts or opens again a part of a month. */
export function LaneButton({ period }: { readonly period: Period }) {
  const t = useT();
  const { month } = useFormats();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        aria-label={t('closing.lanes.of', { period: month(period.period) })}
        onClick={() => setOpen(true)}
      >
        {t('closing.lanes.action')}
      </Button>
      {open && <LaneDialog period={period} onClose={() => setOpen(false)} />}
    </>
  );
}

function LaneDialog({ period: { period, lanes }, onClose }: { readonly period: Period; readonly onClose: () => void }) {
  const t = useT();
  const { month } = useFormats();
  const [lane, setLane] = useState<Lane>('sales');
  const [state, setState] = useState<LaneState>('shut');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(today());
  const now = lanes.find((each) => each.lane === lane)?.state ?? 'open';
  const opens = RANK[state] < RANK[now];
  const incomplete =
    state === now ? t('closing.lanes.same') : opens && reason.trim().length < 3 ? t('closing.lanes.incomplete') : undefined;
  const body = { state, ...(opens ? { reason: reason.trim(), until } : {}) };
  return (
    <ActionDialog
      title={t('closing.lanes.of', { period: month(period) })}
      confirm={t('closing.lanes.set')}
      size="md"
      onClose={onClose}
      input={{ lane, ...body }}
      incomplete={incomplete}
      run={({ dryRun }) =>
        api
          .PUT('/periods/{period}/lanes/{lane}', { params: { path: { period, lane }, query: dryRun ? { dryRun: true } : {} }, body })
          .then(dataOf)
      }
      done={() => t('closing.lanes.done', { lane: t(`closing.lanes.names.${lane}`), state: t(`closing.lanes.states.${state}`) })}
    >
      <p>{t('closing.lanes.text')}</p>
      <NativeSelect
        label={t('closing.lanes.lane')}
        data={LANES.map((value) => ({ value, label: t(`closing.lanes.names.${value}`) }))}
        value={lane}
        onChange={(event) => setLane(event.currentTarget.value as Lane)}
        data-autofocus
      />
      <NativeSelect
        label={t('closing.lanes.state')}
        data={(['open', 'closed', 'shut'] as const).map((value) => ({ value, label: t(`closing.lanes.states.${value}`) }))}
        value={state}
        onChange={(event) => setState(event.currentTarget.value as LaneState)}
      />
      {opens && <ReasonField label={t('closing.lanes.reason')} value={reason} onChange={setReason} />}
      {opens && <DateField label={t('closing.lanes.until')} required value={until} onChange={setUntil} min={today()} />}
      <LaneHistory period={period} />
    </ActionDialog>
  );
}

/** Who closed and opened parts of the month, the newest first. */
function LaneHistory({ period }: { readonly period: string }) {
  const t = useT();
  const { moment } = useFormats();
  const { data } = $api.useQuery('get', '/audit', { params: { query: { record: `per_${period.replace('-', '/')}.0` } } });
  const steps = data?.steps.filter(({ action }) => action === 'setPeriodLane' || action === 'ringMonthCloses') ?? [];
  if (steps.length === 0) return null;
  return (
    <section aria-label={t('closing.lanes.history')}>
      <strong>{t('closing.lanes.history')}</strong>
      <ul>
        {steps.toReversed().map(({ rev, by, at }) => (
          <li key={rev}>{t('closing.lanes.step', { by, at: moment(at) })}</li>
        ))}
      </ul>
    </section>
  );
}
