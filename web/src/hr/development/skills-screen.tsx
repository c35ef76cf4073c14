import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { SKILL_LEVELS } from '#domain/hr/development/skill.ts';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import lists from '../../list/list.module.css';
import { useCan } from '../../session/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import styles from './development.module.css';

type Skill = Schemas['SkillRow'];
type Row = Schemas['SkillsMatrix']['items'][number];
type Opened = 'skill' | 'position' | { readonly row: Row };

const useSkills = () => {
  const { data, error } = $api.useQuery('get', '/development/skills', { params: { query: { limit: '100', state: 'used' } } } as never);
  return { skills: (data?.items ?? []) as readonly Skill[], error };
};

/** What people can do beside what their positions ask for. */
export function Screen() {
  const t = useT();
  const can = useCan();
  useTitle(t('menu.skills'));
  const [gaps, setGaps] = useState(false);
  const [on, setOn] = useState('');
  const [opened, open] = useState<Opened>();
  const { skills, error: fault } = useSkills();
  const { data, error } = $api.useQuery('get', '/development/skills-matrix', {
    params: { query: { limit: '100', ...(gaps ? { gaps: 'true' } : {}), ...(on ? { on } : {}) } },
  } as never);
  const rows = (data?.items ?? []) as readonly Row[];
  return (
    <div className={lists.list}>
      <div className={lists.head}>
        <h1 id="list-title">{t('menu.skills')}</h1>
        <div className={lists.actions}>
          {can('putPositionSkills') && (
            <Button variant="default" onClick={() => open('position')}>
              {t('development.skill.position')}
            </Button>
          )}
          {can('createSkill') && <Button onClick={() => open('skill')}>{t('development.skill.new')}</Button>}
        </div>
      </div>
      <p className="dimmed">{t('development.skill.legend')}</p>
      <Group gap="md" align="end">
        <DateField label={t('development.skill.asOf')} value={on} onChange={setOn} />
        <Checkbox label={t('development.skill.gapsOnly')} checked={gaps} onChange={(event) => setGaps(event.currentTarget.checked)} />
      </Group>
      <ProblemNote error={error ?? fault} />
      {data && rows.length === 0 && <Notice title={t('development.skill.empty.title')} text={t('development.skill.empty.text')} />}
      {rows.length > 0 && <Matrix rows={rows} skills={skills} onAssess={can('assessSkills') ? (row) => open({ row }) : undefined} />}
      {opened === 'skill' && <SkillDialog onClose={() => open(undefined)} />}
      {opened === 'position' && <PositionDialog skills={skills} onClose={() => open(undefined)} />}
      {typeof opened === 'object' && <AssessDialog row={opened.row} skills={skills} onClose={() => open(undefined)} />}
    </div>
  );
}

interface MatrixProps {
  readonly rows: readonly Row[];
  readonly skills: readonly Skill[];
  readonly onAssess: ((row: Row) => void) | undefined;
}

function Matrix({ rows, skills, onAssess }: MatrixProps) {
  const t = useT();
  const used = skills.filter(({ id }) => rows.some((row) => row.skills.some(({ skillId }) => skillId === id)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by the keyboard.
    <section className={styles.scroll} tabIndex={0} aria-labelledby="list-title">
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('development.employee')}</th>
            {used.map(({ id, name, group }) => (
              <th key={id} scope="col">
                {group && <small className="dimmed">{group}</small>} {name}
              </th>
            ))}
            <th scope="col">{t('development.skill.gap')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.employeeId}>
              <th scope="row">
                {row.name} <small className="dimmed">{row.position}</small>
                {onAssess && (
                  <div>
                    <Button
                      size="compact-xs"
                      variant="default"
                      onClick={() => onAssess(row)}
                      aria-label={`${t('development.skill.assess')}: ${row.name}`}
                    >
                      {t('development.skill.assess')}
                    </Button>
                  </div>
                )}
              </th>
              {used.map(({ id }) => (
                <Cell key={id} cell={row.skills.find(({ skillId }) => skillId === id)} />
              ))}
              <td data-gap={row.gap > 0 || undefined}>{row.gap > 0 ? `−${row.gap}` : '0'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** `2 / 3`: what somebody has, and what is asked for. */
function Cell({ cell }: { readonly cell: Row['skills'][number] | undefined }) {
  const t = useT();
  if (!cell) return <td />;
  const { level, required, gap } = cell;
  const words = [
    level === undefined ? t('development.skill.unknown') : t(`development.skill.levels.${level as 1}`),
    required === undefined ? undefined : t('development.skill.asks', { level: t(`development.skill.levels.${required as 1}`) }),
  ];
  return (
    <td data-gap={gap > 0 || undefined} title={words.filter(Boolean).join('. ')}>
      {level ?? '–'}
      {required !== undefined && <small> / {required}</small>}
    </td>
  );
}

function SkillDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const form = useForm({
    initialValues: { name: '', group: '', description: '' },
    validate: { name: (name) => (name.trim() === '' ? t('forms.wrong') : null) },
  });
  return (
    <FormDialog
      title={t('development.skill.new')}
      form={form}
      send={({ name, group, description }, key) =>
        api
          .POST('/development/skills', {
            params: { header: { 'Idempotency-Key': key } },
            body: { name, ...(group.trim() ? { group } : {}), ...(description.trim() ? { description } : {}) },
          })
          .then(dataOf)
      }
      done={({ name }) => t('development.saved', { name })}
      onClose={onClose}
    >
      <TextInput label={t('development.skill.name')} required maxLength={80} data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t('development.skill.group')} maxLength={60} {...form.getInputProps('group')} />
      <TextInput label={t('development.skill.description')} maxLength={300} {...form.getInputProps('description')} />
    </FormDialog>
  );
}

type Levels = Record<string, string>;
const told = (levels: Levels) =>
  Object.entries(levels)
    .filter(([, level]) => level !== '')
    .map(([skillId, level]) => ({ skillId, level: Number(level) }));

function LevelSelect({ skill, value, onChange, none }: LevelSelectProps) {
  const t = useT();
  return (
    <NativeSelect
      label={skill.name}
      data={[
        { value: '', label: none },
        ...SKILL_LEVELS.map((level) => ({ value: String(level), label: t(`development.skill.levels.${level}`) })),
      ]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
interface LevelSelectProps {
  readonly skill: Skill;
  readonly value: string;
  readonly onChange: (level: string) => void;
  readonly none: string;
}

function AssessDialog({ row, skills, onClose }: { readonly row: Row; readonly skills: readonly Skill[]; readonly onClose: () => void }) {
  const t = useT();
  const had = Object.fromEntries(row.skills.flatMap(({ skillId, level }) => (level === undefined ? [] : [[skillId, String(level)]])));
  const form = useForm({ initialValues: { on: today(), levels: had as Levels } });
  const { values } = form;
  return (
    <FormDialog
      title={t('development.skill.assessOf', { name: row.name })}
      form={form}
      send={({ on, levels }, key) =>
        api
          .POST('/development/employees/{employeeId}/skills', {
            params: { path: { employeeId: row.employeeId }, header: { 'Idempotency-Key': key } },
            body: { on, skills: told(levels).filter(({ skillId, level }) => had[skillId] !== String(level)) },
          })
          .then(dataOf)
      }
      done={() => t('development.saved', { name: row.name })}
      onClose={onClose}
    >
      <DateField
        label={t('development.skill.from')}
        required
        value={values.on}
        onChange={(on) => form.setFieldValue('on', on)}
        data-path="on"
      />
      {skills.map((skill) => (
        <LevelSelect
          key={skill.id}
          skill={skill}
          value={values.levels[skill.id] ?? ''}
          onChange={(level) => form.setFieldValue('levels', { ...values.levels, [skill.id]: level })}
          none={t('development.skill.unknown')}
        />
      ))}
    </FormDialog>
  );
}

function PositionDialog({ skills, onClose }: { readonly skills: readonly Skill[]; readonly onClose: () => void }) {
  const t = useT();
  const form = useForm({
    initialValues: { position: '', from: today(), levels: {} as Levels },
    validate: { position: (position) => (position.trim() === '' ? t('forms.wrong') : null) },
  });
  const { values } = form;
  return (
    <FormDialog
      title={t('development.skill.position')}
      form={form}
      send={({ position, from, levels }) =>
        api.PUT('/development/positions', { body: { position, from, skills: told(levels) } }).then(dataOf)
      }
      done={({ position }) => t('development.saved', { name: position })}
      onClose={onClose}
    >
      <TextInput
        label={t('employees.position')}
        description={t('development.skill.positionHint')}
        required
        maxLength={80}
        data-autofocus
        {...form.getInputProps('position')}
      />
      <DateField
        label={t('development.skill.from')}
        required
        value={values.from}
        onChange={(on) => form.setFieldValue('from', on)}
        data-path="from"
      />
      {skills.map((skill) => (
        <LevelSelect
          key={skill.id}
          skill={skill}
          value={values.levels[skill.id] ?? ''}
          onChange={(level) => form.setFieldValue('levels', { ...values.levels, [skill.id]: level })}
          none={t('development.skill.notAsked')}
        />
      ))}
    </FormDialog>
  );
}
