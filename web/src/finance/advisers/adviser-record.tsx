import { Button, Group } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { useCan } from '../../session/session.ts';
import { Exports, NewExport } from './adviser-exports.tsx';
import { LayoutDialog } from './adviser-layout.tsx';
import { SettingsDialog } from './adviser-settings.tsx';
import { AccountsDialog } from './adviser-tables.tsx';

type Adviser = Schemas['Adviser'];

/** One firm that keeps books outside: how it numbers accounts, what it gets, and what it has got. */
export function Screen() {
  const t = useT();
  const { adviserId } = useParams({ strict: false }) as { adviserId: string };
  const query = $api.useQuery('get', '/advisers/{adviserId}', { params: { path: { adviserId } } });
  const { data: adviser } = query;
  return (
    <RecordPage
      query={query}
      parent={{ to: '/advisers', label: t('menu.advisers') }}
      title={adviser?.name ?? ''}
      aside={adviser && <Timeline id={adviser.id} />}
    >
      {adviser && (
        <>
          <NewExport adviserId={adviser.id} />
          <Exports adviserId={adviser.id} />
          <AdviserFacts adviser={adviser} />
        </>
      )}
    </RecordPage>
  );
}

function AdviserFacts({ adviser }: { readonly adviser: Adviser }) {
  const t = useT();
  const can = useCan();
  const { date } = useFormats();
  const [doing, setDoing] = useState<'settings' | 'accounts' | 'layout'>();
  const stop = () => setDoing(undefined);
  const { layout, layoutBy, layoutOn, prefixes } = adviser;
  const read = layout
    ? [t(`advisers.layout.formats.${layout.format}`), layout.source, layoutBy && layoutOn && `${layoutBy}, ${date(layoutOn)}`]
    : [t('advisers.layout.neutral')];
  return (
    <Section title={t('advisers.facts')}>
      <Facts
        facts={[
          [t('advisers.digits'), String(adviser.digits)],
          [t('advisers.prefixes'), `430 → ${prefixes[430]} · 400 → ${prefixes[400]} · 410 → ${prefixes[410]}`],
          [t('advisers.numbering'), t(`advisers.numberings.${adviser.numbering}`)],
          [t('advisers.padding'), t(adviser.padding ? 'advisers.yes' : 'advisers.no')],
          [t('advisers.table.short'), t('advisers.table.done', { count: adviser.accounts.length })],
          [t('advisers.layout.title'), read.filter(Boolean).join(' · ')],
        ]}
      />
      {can('patchAdviser') && (
        <Group gap="xs">
          <Button variant="default" onClick={() => setDoing('settings')}>
            {t('advisers.changeShort')}
          </Button>
          <Button variant="default" onClick={() => setDoing('accounts')}>
            {t('advisers.table.short')}
          </Button>
          <Button variant="default" onClick={() => setDoing('layout')}>
            {t('advisers.layout.title')}
          </Button>
        </Group>
      )}
      {doing === 'settings' && <SettingsDialog adviser={adviser} onClose={stop} />}
      {doing === 'accounts' && <AccountsDialog adviser={adviser} onClose={stop} />}
      {doing === 'layout' && <LayoutDialog adviser={adviser} onClose={stop} />}
    </Section>
  );
}
