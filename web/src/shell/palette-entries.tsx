import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { $api, type Schemas } from '../api/client.ts';
import { useOffer } from '../areas/use-offer.ts';
import { useFormats } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.ts';
import { iconOf, pageOf } from '../record/kinds.ts';
import { useOpenActions, useRecent } from '../record/open-record.ts';
import { IconAdjustments, IconBolt, IconHistory } from '../ui/icons.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import type { Entry } from './palette-entry.ts';
import { useSettingEntries } from './setting-entries.ts';
import { fits } from './words.ts';

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
  const matching = own.map((group) => ({
    ...group,
    entries: group.entries.filter(({ label, words = '' }) => fits(`${label} ${words}`, q)),
  }));
  const recent = { id: 'recent', title: t('palette.recent'), entries: useRecentEntries() };
  const groups = q ? [...matching, ...found.groups] : [matching[0], recent, ...matching.slice(1)].filter((group) => group !== undefined);
  return { groups: groups.filter(({ entries }) => entries.length > 0), searching: found.searching, more: found.more };
}

function useOwnEntries(): readonly EntryGroup[] {
  const t = useT();
  const { areas, commands, settings } = useOffer();
  const go = useNavigate();
  const offered = useOpenActions();
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
      entries: commands.map(({ id, icon, to }) => ({
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
      entries: [
        ...areas.flatMap(({ id: area, places }) =>
          places.map(({ id, icon, to, keys }) => ({
            id,
            label: t(`menu.${id}`),
            // Found by its area too: `ventas` shows all that is there.
            words: t(`areas.${area}`, { defaultValue: '' }),
            icon,
            leaves: true,
            run: () => void go({ to } as never),
            ...(keys ? { note: <kbd>{`g ${keys}`}</kbd> } : {}),
          })),
        ),
        ...settings.slice(1).map(({ id, to }) => ({
          id: `settings-${id}`,
          label: `${t('menu.settings')}: ${t(`settings.parts.${id}` as 'settings.parts.company')}`,
          icon: IconAdjustments,
          leaves: true,
          run: () => void go({ to } as never),
        })),
      ],
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
  const found = $api.useQuery('get', '/search', { params: { query: { q: settled } } }, { enabled, placeholderData: keepPreviousData });
  const hits = q.length >= LEAST ? (found.data?.items ?? []) : [];
  // What was found for other words stays in sight and is not to be opened: it is not what was asked for.
  const stale = settled !== q || found.isPlaceholderData;
  const entryOf = ({ kind, id, title, subtitle, state, date: day, amount, record }: Hit): Entry => ({
    id: `${kind}-${id}`,
    label: subtitle ? `${title} · ${subtitle}` : title,
    icon: iconOf(kind),
    leaves: true,
    stale,
    run: () => void go({ to: pageOf(record?.id ?? id) } as never),
    note: (
      <>
        {day && date(day)} {amount && <span className="amount">{money(amount)}</span>} {state && <StateBadge kind={kind} state={state} />}
      </>
    ),
  });
  const groups = [...Map.groupBy(hits, ({ kind }) => kind)].map(([kind, mine]) => ({
    id: kind,
    title: t(`palette.kinds.${kind}` as 'palette.kinds.order'),
    entries: mine.map(entryOf),
  }));
  return {
    groups,
    searching: q.length >= LEAST && (found.isFetching || settled !== q),
    more: hits.length > 0 && (found.data?.more.length ?? 0) > 0,
  };
}

type Hit = Schemas['Search']['items'][number];
