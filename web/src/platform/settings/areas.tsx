import { Select, Switch } from '@mantine/core';
import { ACTIVITIES, type Activity, AREAS, areaChoices, usedAreas } from '#domain/platform/company/areas.ts';
import { $api, type Schemas } from '../../api/client.ts';
import { MODULES } from '../../areas/registry.ts';
import { useRecordForm } from '../../form/use-record-form.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SaveButtons } from './save-buttons.tsx';
import styles from './settings.module.css';
import { SettingsPage } from './settings-page.tsx';
import { useCompanyPatch } from './use-company-patch.ts';

/** What the company lives on, and which areas of the console it uses. */
export function Screen() {
  const t = useT();
  const { data, error } = $api.useQuery('get', '/company', {});
  return (
    <SettingsPage part="areas" text={t('settings.areas.text')} error={error}>
      {data && <AreasForm company={data} />}
    </SettingsPage>
  );
}

type Values = { activity: Activity; used: Record<string, boolean> };

const valuesOf = (chosen: Pick<Schemas['Company'], 'activity' | 'areas'>): Values => {
  const used = usedAreas(chosen);
  return { activity: chosen.activity ?? 'trade', used: Object.fromEntries(AREAS.map((area) => [area, used.includes(area)])) };
};

const patchOf = ({ activity, used }: Values) => ({
  activity,
  areas: areaChoices(
    activity,
    AREAS.filter((area) => used[area]),
  ),
});

function AreasForm({ company }: { readonly company: Schemas['Company'] }) {
  const t = useT();
  const may = useCan()('patchCompany');
  const form = useRecordForm<Values>(valuesOf(company), () => ({}));
  const { busy, fault, save } = useCompanyPatch(patchOf, form.resetDirty);
  return (
    <Section title={t('settings.areas.title')}>
      <form className={styles.form} noValidate onSubmit={form.onSubmit(save)}>
        {!may && <p className="dimmed">{t('settings.ownersOnly')}</p>}
        <ActivitySelect value={form.values.activity} readOnly={!may} onChange={(activity) => form.setValues(valuesOf({ activity }))} />
        {AREAS.map((area) => (
          <Switch
            key={area}
            label={t(`areas.${area}`)}
            description={pagesOf(area)
              .map((id) => t(`menu.${id}`))
              .join(', ')}
            disabled={!may}
            {...form.getInputProps(`used.${area}`, { type: 'checkbox' })}
          />
        ))}
        <ProblemNote error={fault} />
        {may && <SaveButtons label={t('actions.save')} busy={busy} changed={form.isDirty()} onUndo={form.reset} />}
      </form>
    </Section>
  );
}

const pagesOf = (area: string): string[] =>
  MODULES.filter((module) => module.area === area).flatMap(({ menu = [] }) => menu.map(({ id }) => id));

interface ActivityProps {
  readonly value: Activity;
  readonly onChange: (activity: Activity) => void;
  readonly readOnly?: boolean;
}

/** What a company lives on: its areas to begin with follow from it. */
export function ActivitySelect({ value, onChange, readOnly = false }: ActivityProps) {
  const t = useT();
  return (
    <Select
      label={t('settings.areas.activity')}
      description={t('settings.areas.activityText')}
      data={ACTIVITIES.map((activity) => ({ value: activity, label: t(`settings.areas.activities.${activity}`) }))}
      allowDeselect={false}
      readOnly={readOnly}
      value={value}
      onChange={(chosen) => chosen && onChange(chosen as Activity)}
    />
  );
}
