import { ActionIcon, Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { MATCHES, MAX_CONDITIONS, MAX_GROUPED, type Match, OPERATORS_OF } from '#domain/automation/rules/condition.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';
import { IconPlus, IconTrash } from '../../ui/icons.ts';
import styles from './rule.module.css';
import { conditionOn, type RuleDraft, type Trigger } from './rule-draft.ts';
import { type Condition, type ConditionGroup, type ConditionItem, useRuleWords } from './rule-words.ts';

interface Props {
  readonly draft: RuleDraft;
  readonly trigger: Trigger;
  readonly onChange: (part: Partial<RuleDraft>) => void;
}

/** What must hold before the rule does anything: conditions, and groups of them that count as one. */
export function ConditionRows({ draft: { items, match }, trigger, onChange }: Props) {
  const t = useT();
  const [first] = trigger.fields;
  const put = (at: number, item: ConditionItem) => onChange({ items: items.map((old, i) => (i === at ? item : old)) });
  const remove = (at: number) => () => onChange({ items: items.filter((_, i) => i !== at) });
  const canAdd = first && items.length < MAX_CONDITIONS;
  return (
    <fieldset className={styles.part}>
      <legend>{t('automation.if')}</legend>
      {items.length === 0 && <p className="dimmed">{t('automation.always')}</p>}
      {(items.length > 1 || match !== 'all') && <MatchSelect match={match} onChange={(next) => onChange({ match: next })} />}
      {items.map((item, at) => {
        const row = { no: String(at + 1), trigger, onChange: (next: ConditionItem) => put(at, next), onRemove: remove(at) };
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name of their own; they keep their place.
        return 'items' in item ? <GroupRows key={at} {...row} group={item} /> : <Row key={at} {...row} item={item} />;
      })}
      {canAdd && (
        <Group gap="xs">
          <Add label={t('automation.addCondition')} onAdd={() => onChange({ items: [...items, conditionOn(first)] })} />
          <Add
            label={t('automation.addGroup')}
            onAdd={() => onChange({ items: [...items, { match: 'any', items: [conditionOn(first)] }] })}
          />
        </Group>
      )}
    </fieldset>
  );
}

const Add = ({ label, onAdd }: { readonly label: string; readonly onAdd: () => void }) => (
  <Button variant="default" leftSection={<IconPlus size={16} />} onClick={onAdd}>
    {label}
  </Button>
);

interface MatchProps {
  readonly match: Match;
  /** Of a group: which. */
  readonly no?: string;
  readonly onChange: (match: Match) => void;
}

function MatchSelect({ match, no, onChange }: MatchProps) {
  const t = useT();
  return (
    <NativeSelect
      aria-label={no ? t('automation.match.ofGroup', { no }) : t('automation.match.title')}
      data={MATCHES.map((value) => ({ value, label: t(`automation.match.${value}`) }))}
      value={match}
      onChange={(event) => onChange(event.currentTarget.value as Match)}
    />
  );
}

interface GroupProps {
  readonly no: string;
  readonly group: ConditionGroup;
  readonly trigger: Trigger;
  readonly onChange: (item: ConditionItem) => void;
  readonly onRemove: () => void;
}

/** Conditions that count as one; without any left, the group goes. */
function GroupRows({ no, group, trigger, onChange, onRemove }: GroupProps) {
  const t = useT();
  const { match, items } = group;
  const [first] = trigger.fields;
  return (
    <fieldset className={styles.group}>
      <legend>{t('automation.group', { no })}</legend>
      <MatchSelect no={no} match={match} onChange={(next) => onChange({ ...group, match: next })} />
      {items.map((item, at) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name of their own; they keep their place.
          key={at}
          no={`${no}.${at + 1}`}
          item={item}
          trigger={trigger}
          onChange={(next) => onChange({ ...group, items: items.map((old, i) => (i === at ? next : old)) })}
          onRemove={() => (items.length === 1 ? onRemove() : onChange({ ...group, items: items.filter((_, i) => i !== at) }))}
        />
      ))}
      {first && items.length < MAX_GROUPED && (
        <Add label={t('automation.addInGroup', { no })} onAdd={() => onChange({ ...group, items: [...items, conditionOn(first)] })} />
      )}
    </fieldset>
  );
}

interface RowProps {
  readonly no: string;
  readonly item: Condition;
  readonly trigger: Trigger;
  readonly onChange: (item: Condition) => void;
  readonly onRemove: () => void;
}

function Row({ no, item, trigger, onChange, onRemove }: RowProps) {
  const t = useT();
  const words = useRuleWords();
  const field = trigger.fields.find(({ name }) => name === item.field);
  if (!field) return null;
  return (
    <div className={styles.row}>
      <NativeSelect
        aria-label={t('automation.fieldOf', { no })}
        data={trigger.fields.map(({ name }) => ({ value: name, label: words.field(name) }))}
        value={item.field}
        onChange={(event) => {
          const chosen = trigger.fields.find(({ name }) => name === event.currentTarget.value);
          if (chosen) onChange(conditionOn(chosen));
        }}
      />
      <NativeSelect
        aria-label={t('automation.operatorOf', { no })}
        data={OPERATORS_OF[field.type].map((op) => ({ value: op, label: words.operator(op) }))}
        value={item.op}
        onChange={(event) => onChange({ ...item, op: event.currentTarget.value as Condition['op'] })}
      />
      <ValueInput no={no} item={item} field={field} onChange={(value) => onChange({ ...item, value })} />
      <ActionIcon variant="subtle" size="lg" aria-label={t('automation.removeCondition', { no })} onClick={onRemove}>
        <IconTrash size={18} />
      </ActionIcon>
    </div>
  );
}

interface ValueProps {
  readonly no: string;
  readonly item: Condition;
  readonly field: Trigger['fields'][number];
  readonly onChange: (value: string | boolean) => void;
}

function ValueInput({ no, item, field, onChange }: ValueProps) {
  const t = useT();
  const words = useRuleWords();
  const label = t('automation.valueOf', { no });
  const held = String(item.value);
  if (field.type === 'flag' || field.type === 'choice') {
    const values = field.type === 'flag' ? ['true', 'false'] : (field.choices ?? []);
    const nameOf = (value: string) =>
      field.type === 'flag' ? t(value === 'true' ? 'automation.yes' : 'automation.no') : words.choice(value);
    return (
      <NativeSelect
        aria-label={label}
        data={values.map((value) => ({ value, label: nameOf(value) }))}
        value={held}
        onChange={(event) => onChange(field.type === 'flag' ? event.currentTarget.value === 'true' : event.currentTarget.value)}
      />
    );
  }
  if (field.type === 'money') return <AmountInput aria-label={label} value={held} onChange={onChange} />;
  if (field.type === 'number') return <DecimalInput aria-label={label} value={held} onChange={onChange} />;
  if (field.type === 'date') return <DateField aria-label={label} value={held} onChange={onChange} />;
  return <TextInput aria-label={label} value={held} maxLength={120} onChange={(event) => onChange(event.currentTarget.value)} />;
}
