import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { fieldsOf, focusFirst } from '../../form/faults.ts';
import { useT } from '../../i18n/i18n.ts';
import { usePerson } from '../../session/session.ts';
import { useKept } from '../../ui/kept.ts';
import { useProblemText } from '../../ui/problem-note.tsx';
import { createBody, faultyFields, patchBody, type TypedDraft } from './draft-form.ts';

type Draft = Schemas['Draft'];

/** What is typed, kept over a reload until it is saved or thrown away; and its saving. */
export function useDraftEditor(saved: Draft | undefined, initial: TypedDraft) {
  const { company, email } = usePerson();
  const queries = useQueryClient();
  // What somebody else has saved meanwhile is not written over by what was typed upon the draft as it was.
  const place = saved ? `${saved.id}.${saved.rev}` : 'new';
  const [kept, keep] = useKept<TypedDraft | null>(`invoice-draft.${company}.${email}.${place}`, null);
  const [first] = useState(initial);
  const typed = kept ?? first;
  const faults = useFaults(typed);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const save = async (): Promise<Draft | undefined> => {
    if (!faults.check()) return;
    setBusy(true);
    try {
      const draft = await send(saved, typed, key);
      setKey(crypto.randomUUID());
      keep(null);
      await queries.invalidateQueries();
      return draft;
    } catch (error) {
      faults.refuse(error);
      return;
    } finally {
      setBusy(false);
    }
  };
  return { typed, change: keep, changed: kept !== null, discard: () => keep(null), busy, save, faults };
}

const send = (saved: Draft | undefined, typed: TypedDraft, key: string): Promise<Draft> =>
  saved
    ? api.PATCH('/invoice-drafts/{draftId}', { params: { path: { draftId: saved.id } }, body: patchBody(typed) as never }).then(dataOf)
    : api.POST('/invoice-drafts', { params: { header: { 'Idempotency-Key': key } }, body: createBody(typed) as never }).then(dataOf);

/** Faults at their fields once saving was tried: by the schema while one types on, by the API's refusal until something changes. */
function useFaults(typed: TypedDraft) {
  const t = useT();
  const text = useProblemText();
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly of: TypedDraft; readonly error: unknown }>();
  const wordsOf = (path: string): string =>
    t(`billing.drafts.faults.${path.split('.').at(-1)}` as 'billing.drafts.faults.name', {
      defaultValue: t('billing.drafts.faults.other'),
    });
  const own = (): Record<string, string> => Object.fromEntries(faultyFields(typed).map((path) => [path, wordsOf(path)]));
  const standing = refusal?.of === typed ? refusal.error : undefined;
  const named = isProblem(standing) ? Object.fromEntries(fieldsOf(standing).map((path) => [path, text(standing)])) : {};
  return {
    byField: { ...(tried ? own() : {}), ...named },
    /** A refusal, also where it names a field: some fields are not on the form. */
    refusal: standing,
    check: (): boolean => {
      const found = own();
      setTried(true);
      focusFirst(found);
      return Object.keys(found).length === 0;
    },
    refuse: (error: unknown) => {
      setRefusal({ of: typed, error });
      if (isProblem(error)) focusFirst(Object.fromEntries(fieldsOf(error).map((path) => [path, true])));
    },
  };
}

/** After a first saving the address is the draft's own. */
export function useSavedStep() {
  const t = useT();
  const navigate = useNavigate();
  return (draft: Draft, search: Record<string, string> = {}) => {
    notifications.show({ message: t('billing.drafts.saved', { number: draft.number }), color: 'teal' });
    void navigate({ to: `/invoice-drafts/${draft.id}`, search, replace: true } as never);
  };
}
