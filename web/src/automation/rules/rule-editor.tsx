import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, api, dataOf } from '../../api/client.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import form from '../../form/form.module.css';
import { useT } from '../../i18n/i18n.ts';
import { useAddress } from '../../list/address.ts';
import { useCan } from '../../session/session.ts';
import { NotFoundScreen } from '../../ui/not-found-screen.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import { ConditionRows } from './condition-rows.tsx';
import { DraftDryRun } from './dry-run.tsx';
import { EffectRows } from './effect-rows.tsx';
import styles from './rule.module.css';
import { draftOf, EMPTY_RULE, isIncomplete, type RuleDraft, ruleBodyOf, type Trigger, withTrigger } from './rule-draft.ts';
import { RuleTemplates } from './rule-templates.tsx';
import { useRuleWords } from './rule-words.ts';
import { ScheduleFields } from './schedule-fields.tsx';

/** A rule as a sentence: when, if, then. New, or one that is changed. */
export function Screen() {
  const t = useT();
  const can = useCan();
  const { ruleId } = useParams({ strict: false }) as { ruleId?: string };
  // `?copy=rul_…`: a new one that begins as another.
  const { copy } = useAddress().search;
  const shown = ruleId ?? copy;
  useTitle(t(ruleId ? 'automation.edit' : 'commands.newRule'));
  const options = $api.useQuery('get', '/automation/options', {});
  const rule = $api.useQuery(
    'get',
    '/automation/rules/{ruleId}',
    { params: { path: { ruleId: shown ?? '' } } },
    { enabled: shown !== undefined },
  );
  if (!can('createRule')) return <NotFoundScreen />;
  const isReady = options.data && (shown === undefined || rule.data);
  return (
    <section className={styles.page} aria-labelledby="rule-title" aria-busy={!isReady}>
      <nav>
        <Link to={'/automation/rules' as never}>{t('menu.automation')}</Link>
      </nav>
      <h1 id="rule-title">{(ruleId && rule.data?.name) || t('commands.newRule')}</h1>
      <ProblemNote error={options.error ?? rule.error} />
      {isReady && (
        <Editor
          ruleId={ruleId}
          initial={
            rule.data
              ? draftOf(ruleId ? rule.data : { ...rule.data, name: t('automation.copyOf', { name: rule.data.name }).slice(0, 80) })
              : EMPTY_RULE
          }
          triggers={options.data.triggers}
        />
      )}
    </section>
  );
}

interface EditorProps {
  readonly ruleId: string | undefined;
  readonly initial: RuleDraft;
  readonly triggers: readonly Trigger[];
}

function Editor({ ruleId, initial, triggers }: EditorProps) {
  const t = useT();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(initial);
  const [key] = useState(() => crypto.randomUUID());
  const change = (part: Partial<RuleDraft>) => setDraft((now) => ({ ...now, ...part }));
  const trigger = triggers.find(({ name }) => name === draft.trigger);
  const save = useMutation({
    mutationFn: () =>
      ruleId
        ? api.PATCH('/automation/rules/{ruleId}', { params: { path: { ruleId } }, body: ruleBodyOf(draft) }).then(dataOf)
        : api.POST('/automation/rules', { params: { header: { 'Idempotency-Key': key } }, body: ruleBodyOf(draft) }).then(dataOf),
    onSuccess: ({ id, name }) => {
      notifications.show({ message: t('automation.saved', { name }), color: 'teal' });
      void navigate({ to: `/automation/rules/${id}` as never });
    },
  });
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {!ruleId && <RuleTemplates triggers={triggers} onPick={setDraft} />}
      <TextInput
        label={t('automation.name')}
        required
        maxLength={80}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <When draft={draft} triggers={triggers} onChange={setDraft} />
      {trigger && <ConditionRows draft={draft} trigger={trigger} onChange={change} />}
      {trigger && <EffectRows draft={draft} trigger={trigger} onChange={change} />}
      <Limits draft={draft} onChange={change} />
      <DraftDryRun rule={ruleBodyOf(draft)} disabled={isIncomplete(draft)} />
      <ProblemNote error={save.error} />
      <Group>
        <Button type="submit" loading={save.isPending} disabled={isIncomplete(draft)}>
          {t('automation.save')}
        </Button>
        <span className="dimmed">{t(isIncomplete(draft) ? 'automation.incomplete' : 'automation.savedOff')}</span>
      </Group>
    </form>
  );
}

function When({
  draft,
  triggers,
  onChange,
}: {
  readonly draft: RuleDraft;
  readonly triggers: readonly Trigger[];
  readonly onChange: (draft: RuleDraft) => void;
}) {
  const t = useT();
  const words = useRuleWords();
  return (
    <fieldset className={styles.part}>
      <legend>{t('automation.when')}</legend>
      <NativeSelect
        aria-label={t('automation.when')}
        data={triggers.map(({ name }) => ({ value: name, label: words.trigger(name) }))}
        value={draft.trigger}
        onChange={(event) => {
          const chosen = triggers.find(({ name }) => name === event.currentTarget.value);
          if (chosen) onChange(withTrigger(draft, chosen));
        }}
      />
      {draft.schedule && <ScheduleFields schedule={draft.schedule} onChange={(schedule) => onChange({ ...draft, schedule })} />}
    </fieldset>
  );
}

function Limits({ draft, onChange }: { readonly draft: RuleDraft; readonly onChange: (part: Partial<RuleDraft>) => void }) {
  const t = useT();
  return (
    <fieldset className={styles.part}>
      <legend>{t('automation.limits.title')}</legend>
      <div className={form.pairs}>
        <TextInput
          label={t('automation.limits.perDay')}
          inputMode="numeric"
          value={String(draft.perDay)}
          onChange={(event) => onChange({ perDay: Math.min(1000, Number(event.currentTarget.value.replace(/\D/g, '') || 0)) })}
          onBlur={() => onChange({ perDay: Math.max(1, draft.perDay) })}
        />
        <AmountInput
          label={t('automation.limits.amountPerRun')}
          value={draft.amountPerRun}
          onChange={(amountPerRun) => onChange({ amountPerRun })}
        />
        <AmountInput
          label={t('automation.limits.amountPerDay')}
          value={draft.amountPerDay}
          onChange={(amountPerDay) => onChange({ amountPerDay })}
        />
      </div>
    </fieldset>
  );
}
