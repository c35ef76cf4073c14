import { ActionIcon, Button, Group, MultiSelect, NativeSelect, TagsInput, Textarea, TextInput } from '@mantine/core';
import { MAX_EFFECTS } from '#domain/automation/rules/effect.ts';
import { ROLES } from '#kernel/permission.ts';
import { $api } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { IconPlus, IconTrash } from '../../ui/icons.ts';
import { ReportFields } from './report-fields.tsx';
import styles from './rule.module.css';
import { effectOf, type RuleDraft, type Trigger } from './rule-draft.ts';
import { type Effect, useRuleWords } from './rule-words.ts';

interface Props {
  readonly draft: RuleDraft;
  readonly trigger: Trigger;
  readonly onChange: (part: Partial<RuleDraft>) => void;
}

/** What the rule does, one after the other. */
export function EffectRows({ draft: { effects }, trigger, onChange }: Props) {
  const t = useT();
  return (
    <fieldset className={styles.part}>
      <legend>{t('automation.does')}</legend>
      {effects.map((effect, at) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: effects have no name of their own; they keep their place.
          key={at}
          no={at + 1}
          effect={effect}
          trigger={trigger}
          onChange={(next) => onChange({ effects: effects.map((old, i) => (i === at ? next : old)) })}
          onRemove={effects.length > 1 ? () => onChange({ effects: effects.filter((_, i) => i !== at) }) : undefined}
        />
      ))}
      {effects.length < MAX_EFFECTS && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => onChange({ effects: [...effects, { do: 'note', text: '' }] })}
        >
          {t('automation.addEffect')}
        </Button>
      )}
    </fieldset>
  );
}

interface RowProps {
  readonly no: number;
  readonly effect: Effect;
  readonly trigger: Trigger;
  readonly onChange: (effect: Effect) => void;
  readonly onRemove: (() => void) | undefined;
}

function Row({ no, effect, trigger, onChange, onRemove }: RowProps) {
  const t = useT();
  const words = useRuleWords();
  return (
    <div>
      <div className={styles.row}>
        <NativeSelect
          aria-label={t('automation.effectOf', { no })}
          data={trigger.effects.map((name) => ({ value: name, label: words.effect(name) }))}
          value={effect.do}
          onChange={(event) => onChange(effectOf(event.currentTarget.value as Effect['do'], effect))}
        />
        {onRemove && (
          <ActionIcon variant="subtle" size="lg" aria-label={t('automation.removeEffect', { no })} onClick={onRemove}>
            <IconTrash size={18} />
          </ActionIcon>
        )}
      </div>
      <Params effect={effect} trigger={trigger} onChange={onChange} />
    </div>
  );
}

type ParamsProps = Omit<RowProps, 'no' | 'onRemove'>;

function Params({ effect, trigger, onChange }: ParamsProps) {
  const t = useT();
  return (
    <>
      {effect.do === 'tag' && (
        <TagsInput label={t('automation.tags')} value={[...effect.tags]} maxTags={5} onChange={(tags) => onChange({ ...effect, tags })} />
      )}
      {effect.do === 'report' && <ReportFields effect={effect} onChange={onChange} />}
      {'members' in effect && (
        <>
          <Members value={effect.members} onChange={(members) => onChange({ ...effect, members })} />
          <Roles value={effect.roles ?? []} onChange={(roles) => onChange({ ...effect, roles: roles as typeof effect.roles })} />
        </>
      )}
      {effect.do === 'mail' && (
        <TextInput
          label={t('automation.mailSubject')}
          maxLength={120}
          value={effect.subject}
          onChange={(event) => onChange({ ...effect, subject: event.currentTarget.value })}
        />
      )}
      {'text' in effect && <TextOf text={effect.text} trigger={trigger} onChange={(text) => onChange({ ...effect, text })} />}
    </>
  );
}

interface TextProps {
  readonly text: string;
  readonly trigger: Trigger;
  readonly onChange: (text: string) => void;
}

/** A text into which fields of the trigger are put by a click. */
function TextOf({ text, trigger, onChange }: TextProps) {
  const t = useT();
  const words = useRuleWords();
  return (
    <>
      <Textarea
        label={t('automation.text')}
        autosize
        minRows={2}
        maxLength={1000}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Group gap={6} aria-label={t('automation.insert')} role="group">
        {trigger.fields.map(({ name }) => (
          <Button
            key={name}
            size="compact-xs"
            variant="default"
            onClick={() => onChange(`${text}${text === '' || text.endsWith(' ') ? '' : ' '}{{${name}}}`)}
          >
            {words.field(name)}
          </Button>
        ))}
      </Group>
    </>
  );
}

function Members({ value, onChange }: { readonly value: readonly string[]; readonly onChange: (members: string[]) => void }) {
  const t = useT();
  const { data } = $api.useQuery('get', '/members', { params: { query: { limit: 100, order: 'asc' } } }, { staleTime: 60_000 });
  const people = (data?.items ?? []).filter(({ state }) => state !== 'removed');
  return (
    <MultiSelect
      label={t('automation.members')}
      data={people.map(({ id, name, email }) => ({ value: id, label: name ?? email }))}
      value={[...value]}
      maxValues={20}
      searchable
      onChange={onChange}
    />
  );
}

/** Everybody who has one of these roles when the rule does it. */
function Roles({ value, onChange }: { readonly value: readonly string[]; readonly onChange: (roles: string[]) => void }) {
  const t = useT();
  const { data } = $api.useQuery(
    'get',
    '/roles',
    { params: { query: { limit: 100, order: 'asc', state: 'active' } } },
    { staleTime: 60_000 },
  );
  const own = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <MultiSelect
      label={t('automation.roles')}
      data={[
        ...ROLES.filter((role) => role !== 'integration').map((role) => ({ value: role as string, label: t(`shell.roles.${role}`) })),
        ...own,
      ]}
      value={[...value]}
      maxValues={5}
      searchable
      onChange={onChange}
    />
  );
}
