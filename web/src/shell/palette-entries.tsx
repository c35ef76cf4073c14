import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { $api, type Schemas } from '../api/client.ts';
import { useFormats } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.ts';
import { hrefOf } from '../record/href.ts';
import { useOffered, useRecent } from '../record/open-record.ts';
import { useCan } from '../session/session.ts';
import { type Icon, IconBolt, IconHistory } from '../ui/icons.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { commandsFor, placesFor } from './commands.ts';
import { KIND_ICONS } from './navigation.ts';
import { useSettingEntries } from './setting-entries.ts';
import { fits } from './words.ts';

/** One line of the palette. */
export interface Entry {
  readonly id: string;
  readonly label: string;
  readonly note?: ReactNode;
  readonly icon: Icon | undefined;
  readonly run: () => void;
  /** It leads to another screen: the focus goes there, not back to where the palette was opened. */
  readonly leaves?: boolean;
}
export interface EntryGroup {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** Fewer letters find too much to be of use. */
const LEAST = 2;

/** What the palette offers for the words typed: first what can be done, then what there is. */
export function useEntries(q: string): { readonly groups: readonly EntryGroup[]; readonly searching: boolean; readonly more: boolean } {
  const t = useT();
  const own = useOwnEntries();
  const found = useFound(q);
  const matching = own.map((group) => ({ ...group, entries: group.entries.filter(({ label }) => fits(label, q)) }));
  const recent = { id: 'recent', title: t('palette.recent'), entries: useRecentEntries() };
  const groups = q ? [...matching, ...found.groups] : [matching[0], recent, ...matching.slice(1)].filter((group) => group !== undefined);
  return { groups: groups.filter(({ entries }) => entries.length > 0), searching: found.searching, more: found.more };
}

function useOwnEntries(): readonly EntryGroup[] {
  const t = useT();
  const can = useCan();
  const go = useNavigate();
  const offered = useOffered();
  const preferences = useSettingEntries();
  return [
    {
      id: 'record',
      title: t('palette.record'),
      entries: offered.map(({ id, label, start }) => ({ id, label, icon: IconBolt, run: start, leaves: true })),
    },
    {
      id: 'do',
      title: t('palette.do'),
      entries: commandsFor(can).map(({ id, icon, to }) => ({
        id,
        label: t(`commands.${id}`),
        icon,
        leaves: true,
        run: () => void go({ to } as never),
      })),
    },
    {
      id: 'go',
      title: t('palette.go'),
      entries: placesFor(can).map(({ id, icon, to, keys }) => ({
        id,
        label: t(`shell.nav.${id}`),
        icon,
        leaves: true,
        run: () => void go({ to } as never),
        ...(keys ? { note: <kbd>{`g ${keys}`}</kbd> } : {}),
      })),
    },
    { id: 'set', title: t('palette.set'), entries: preferences },
  ];
}

function useRecentEntries(): readonly Entry[] {
  const go = useNavigate();
  const [recent] = useRecent();
  return recent.map(({ to, title }) => ({
    id: to,
    label: title,
    icon: IconHistory,
    leaves: true,
    run: () => void go({ to } as never),
  }));
}

/** Records by one request for what was typed, none for what was asked a moment ago. */
function useFound(q: string) {
  const t = useT();
  const go = useNavigate();
  const { money, date } = useFormats();
  const [settled] = useDebouncedValue(q, 180);
  const enabled = settled.length >= LEAST;
  const asked = $api.useQuery('get', '/search', { params: { query: { q: settled } } }, { enabled, placeholderData: keepPreviousData });
  const hits = q.length >= LEAST ? (asked.data?.items ?? []) : [];
  const entryOf = ({ kind, id, title, subtitle, state, date: day, amount }: Hit): Entry => ({
    id: `${kind}-${id}`,
    label: subtitle ? `${title} · ${subtitle}` : title,
    icon: KIND_ICONS[kind === 'journal-entry' ? 'entry' : kind],
    leaves: true,
    run: () => void go({ to: hrefOf(id) ?? `/accounts/${id}` } as never),
    note: (
      <>
        {day && date(day)} {amount && <span className="amount">{money(amount)}</span>} {state && <StateBadge kind={kind} state={state} />}
      </>
    ),
  });
  const groups = [...Map.groupBy(hits, ({ kind }) => kind)].map(([kind, mine]) => ({
    id: kind,
    title: t(`palette.kinds.${kind}`),
    entries: mine.map(entryOf),
  }));
  return {
    groups,
    searching: q.length >= LEAST && (asked.isFetching || settled !== q),
    more: hits.length > 0 && (asked.data?.more.length ?? 0) > 0,
  };
}

type Hit = Schemas['Search']['items'][number];
