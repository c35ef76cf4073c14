import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import type { Search } from '../../app/root-route.tsx';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { DeleteDraftDialog } from './delete-draft.tsx';
import { DraftFields } from './draft-fields.tsx';
import { type TypedDraft, totalsNow } from './draft-form.ts';
import { DraftLines } from './draft-lines.tsx';
import { DraftTotals } from './draft-totals.tsx';
import own from './drafts.module.css';
import { IssueDraftDialog } from './issue-draft.tsx';
import { useDraftEditor, useSavedStep } from './use-draft-editor.ts';

interface Props {
  /** As it is at the server; `undefined` for a new one. */
  readonly saved: Schemas['Draft'] | undefined;
  readonly initial: TypedDraft;
}

/** A draft being written: customer, lines, live totals by the rules that the invoice is made with. */
export function DraftEditor({ saved, initial }: Props) {
  const editor = useDraftEditor(saved, initial);
  const { typed, change, faults } = editor;
  const t = useT();
  const value = totalsNow(typed);
  const { submit, issue } = useSteps(saved, editor);
  return (
    <form onSubmit={submit} className={own.form} noValidate aria-label={t('billing.drafts.form')}>
      <Section title={t('billing.facts')}>
        <DraftFields typed={typed} onChange={change} faults={faults.byField} />
      </Section>
      <Section title={t('records.lines')}>
        <DraftLines lines={typed.lines} onChange={(lines) => change({ ...typed, lines })} faults={faults.byField} value={value} />
      </Section>
      <Section title={t('billing.drafts.totals')}>
        <DraftTotals value={value} />
      </Section>
      <ProblemNote error={faults.refusal} />
      <Foot saved={saved} editor={editor} onIssue={issue} />
    </form>
  );
}

type Editor = ReturnType<typeof useDraftEditor>;

/** Saving, and saving first where what is issued has been changed. */
function useSteps(saved: Props['saved'], editor: Editor) {
  const savedStep = useSavedStep();
  const navigate = useNavigate();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const draft = await editor.save();
    if (draft) savedStep(draft);
  };
  const issue = async () => {
    if (saved && !editor.changed) return void navigate({ to: '.', search: { issue: 'true' }, replace: true } as never);
    const draft = await editor.save();
    if (draft) savedStep(draft, { issue: 'true' });
  };
  return { submit: (event: FormEvent) => void submit(event), issue: () => void issue() };
}

function Foot({ saved, editor, onIssue }: { readonly saved: Props['saved']; readonly editor: Editor; readonly onIssue: () => void }) {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const { issue } = useSearch({ strict: false }) as Search;
  const [deleting, setDeleting] = useState(false);
  return (
    <div className={`${own.foot} no-print`}>
      <span className="dimmed" role="status">
        {editor.changed ? t('billing.drafts.unsaved') : ''}
      </span>
      {saved && can('deleteDraft') && (
        <Button variant="default" c="var(--bad)" onClick={() => setDeleting(true)}>
          {t('billing.drafts.delete.action')}
        </Button>
      )}
      {editor.changed && (
        <Button variant="default" onClick={editor.discard}>
          {t('billing.drafts.discard')}
        </Button>
      )}
      <Button
        type="submit"
        variant={can('issueDraft') ? 'default' : 'filled'}
        loading={editor.busy}
        disabled={saved !== undefined && !editor.changed}
      >
        {t('billing.drafts.save')}
      </Button>
      {can('issueDraft') && (
        <Button onClick={onIssue} loading={editor.busy}>
          {t(saved && !editor.changed ? 'billing.drafts.issue.action' : 'billing.drafts.issue.saveFirst')}
        </Button>
      )}
      {saved && issue === 'true' && can('issueDraft') && (
        <IssueDraftDialog draft={saved} onClose={() => void navigate({ to: '.', search: {}, replace: true } as never)} />
      )}
      {saved && deleting && <DeleteDraftDialog draft={saved} onClose={() => setDeleting(false)} />}
    </div>
  );
}
