import { Button, Group, MultiSelect, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ONBOARDING_FLOWS, type OnboardingFlow } from '#domain/hr/onboarding/statutory-es.ts';
import type { TemplateInput } from '#domain/hr/onboarding/template.ts';
import { ROLES } from '#kernel/permission.ts';
import { $api, api, dataOf } from '../../api/client.ts';
import form from '../../form/form.module.css';
import { useT } from '../../i18n/i18n.ts';
import { useCan } from '../../session/session.ts';
import { NotFoundScreen } from '../../ui/not-found-screen.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import styles from './template.module.css';
import { draftOfTemplate, standardDraft, type TemplateDraft, templateBody } from './template-draft.ts';
import { TemplateTasks } from './template-tasks.tsx';

/** A template: new, beginning as the standard one, or one that is changed. */
export function Screen() {
  const t = useT();
  const can = useCan();
  const { templateId } = useParams({ strict: false }) as { templateId?: string };
  const query = $api.useQuery(
    'get',
    '/onboarding/templates/{templateId}',
    { params: { path: { templateId: templateId ?? '' } } },
    { enabled: templateId !== undefined },
  );
  const title = query.data?.name ?? t('onboarding.templates.new');
  useTitle(title);
  if (!templateId && !can('createOnboardingTemplate')) return <NotFoundScreen />;
  const isReady = !templateId || query.data !== undefined;
  return (
    <section className={styles.page} aria-labelledby="template-title" aria-busy={!isReady}>
      <nav>
        <Link to={'/people/onboarding/templates' as never}>{t('menu.onboardingTemplates')}</Link>
      </nav>
      <h1 id="template-title">{title}</h1>
      <ProblemNote error={query.error} />
      {isReady && (
        <Editor key={templateId} templateId={templateId} initial={query.data ? draftOfTemplate(query.data) : standardDraft('joining')} />
      )}
    </section>
  );
}

interface EditorProps {
  readonly templateId: string | undefined;
  readonly initial: TemplateDraft;
}

function Editor({ templateId, initial }: EditorProps) {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(initial);
  const [key] = useState(() => crypto.randomUUID());
  const change = (part: Partial<TemplateDraft>) => setDraft((now) => ({ ...now, ...part }));
  const save = useMutation({
    mutationFn: () => {
      const body = templateBody(draft) as never;
      return templateId
        ? api.PUT('/onboarding/templates/{templateId}', { params: { path: { templateId } }, body }).then(dataOf)
        : api.POST('/onboarding/templates', { params: { header: { 'Idempotency-Key': key } }, body }).then(dataOf);
    },
    onSuccess: async ({ name }) => {
      notifications.show({ message: t('onboarding.templates.saved', { name }), color: 'teal' });
      await queries.invalidateQueries();
      void navigate({ to: '/people/onboarding/templates' as never });
    },
  });
  const incomplete = draft.name.trim() === '' || draft.tasks.some(({ title }) => title.trim() === '');
  return (
    <form
      className={styles.page}
      onSubmit={(event) => {
        event.preventDefault();
        if (!incomplete) save.mutate();
      }}
    >
      <About
        draft={draft}
        isNew={!templateId}
        onChange={change}
        onFlow={(flow) => setDraft({ ...standardDraft(flow), name: draft.name })}
      />
      <TemplateTasks draft={draft} onChange={(tasks) => change({ tasks })} />
      <ProblemNote error={save.error} />
      <Group>
        <Button type="submit" loading={save.isPending} disabled={incomplete || !can('createOnboardingTemplate')}>
          {t('onboarding.templates.save')}
        </Button>
        <span className="dimmed">{t(incomplete ? 'onboarding.templates.incomplete' : 'onboarding.templates.laws')}</span>
      </Group>
    </form>
  );
}

interface AboutProps {
  readonly draft: TemplateDraft;
  readonly isNew: boolean;
  readonly onChange: (part: Partial<TemplateDraft>) => void;
  readonly onFlow: (flow: OnboardingFlow) => void;
}

/** Whom it is for, and what whoever comes may do. */
function About({ draft, isNew, onChange, onFlow }: AboutProps) {
  const t = useT();
  const contracts = [
    { value: '', label: t('onboarding.templates.all') },
    ...(['indefinite', 'temporary'] as const).map((value) => ({ value, label: t(`payroll.contracts.${value}`) })),
  ];
  return (
    <>
      <div className={form.pairs}>
        <TextInput
          label={t('onboarding.templates.name')}
          required
          maxLength={80}
          value={draft.name}
          onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
        />
        <NativeSelect
          label={t('onboarding.flow')}
          disabled={!isNew}
          data={ONBOARDING_FLOWS.map((value) => ({ value, label: t(`onboarding.flows.${value}`) }))}
          value={draft.flow}
          onChange={({ currentTarget }) => onFlow(currentTarget.value as OnboardingFlow)}
        />
        <TextInput
          label={t('employees.position')}
          description={t('onboarding.templates.whom')}
          maxLength={80}
          value={draft.position ?? ''}
          onChange={({ currentTarget }) => onChange({ position: currentTarget.value || undefined })}
        />
        <TextInput
          label={t('onboarding.workplace')}
          description={t('onboarding.templates.whom')}
          maxLength={80}
          value={draft.workplace ?? ''}
          onChange={({ currentTarget }) => onChange({ workplace: currentTarget.value || undefined })}
        />
        <NativeSelect
          label={t('onboarding.contract')}
          data={contracts}
          value={draft.contract ?? ''}
          onChange={({ currentTarget }) => onChange({ contract: (currentTarget.value || undefined) as TemplateInput['contract'] })}
        />
        <TagsInput
          label={t('onboarding.templates.holidays')}
          description={t('onboarding.templates.holidaysHint')}
          value={[...draft.holidays]}
          maxTags={40}
          onChange={(days) => onChange({ holidays: days.filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day)) })}
        />
      </div>
      {draft.flow === 'joining' && (
        <MultiSelect
          label={t('onboarding.templates.roles')}
          data={ROLES.map((value) => ({ value, label: t(`shell.roles.${value}`) }))}
          value={[...draft.roles]}
          onChange={(roles) => onChange({ roles: roles as TemplateInput['roles'] })}
        />
      )}
    </>
  );
}
