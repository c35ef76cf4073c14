import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useDryRun } from '../actions/use-dry-run.ts';
import type { Sending } from '../api/client.ts';
import { useT } from '../i18n/i18n.ts';
import { usePerson } from '../session/session.ts';
import { fieldErrors } from '../ui/field-errors.ts';
import { useLocalSetting } from '../ui/use-local-storage.ts';
import { bodyOf, cellOf, type Draft, type DraftKind, draftFaults } from './draft.ts';

export interface DocumentOptions<D extends Draft, Body, Result> {
  /** What the draft is kept by; drafts of other beginnings do not overwrite each other. */
  readonly name: string;
  readonly initial: D;
  /** What is left when it is discarded, where that is not what it began with. */
  readonly fresh?: () => D;
  /** The texts of its faults, by cause: `orders.new.bad`. */
  readonly faults: string;
  /** Sends it, or tries it. @throws Problem. */
  readonly send: (body: Body, how: Sending, mode: string) => Promise<Result>;
  /** Whether the API can try it: what it would do is shown while one types. */
  readonly tries?: boolean;
  /** What is said afterwards, and where it leads. */
  readonly done: (
    result: Result,
    mode: string,
  ) => { readonly message: string; readonly to: string; readonly search?: object; readonly replace?: boolean };
}

/** As it is kept: what was sent last has the key that sends it again, also after a reload, without doing it twice. */
interface Kept<D> {
  readonly draft: D;
  readonly sent?: { readonly text: string; readonly key: string } | undefined;
}

/** A document while it is written. */
export interface Editing<D extends Draft, Result = unknown> {
  readonly kind: DraftKind<D>;
  readonly draft: D;
  readonly change: (next: (draft: D) => D) => void;
  readonly discard: () => void;
  readonly changed: boolean;
  readonly complete: boolean;
  /** What it would do. */
  readonly tried: { readonly data: Result | undefined; readonly error: unknown; readonly isFetching: boolean };
  readonly error: unknown;
  /** What is wrong at a place, in words. */
  readonly faultAt: (place: string) => string | undefined;
  readonly submit: (mode?: string) => void;
  /** In which mode it is being sent. */
  readonly busy: string | undefined;
}

/** The draft of a document, kept in this browser; what is wrong with it, what it would do, and sending it. */
export function useDocument<D extends Draft, Body, Result>(
  kind: DraftKind<D, Body>,
  options: DocumentOptions<D, Body, Result>,
): Editing<D, Result> {
  const { name, fresh, send, tries = false } = options;
  const { company, email } = usePerson();
  const [kept, keep] = useLocalSetting<Kept<D> | null>(`document.${company}.${email}.${name}`, null);
  const [initial] = useState(options.initial);
  const draft = kept?.draft ?? initial;
  // Two changes of one moment, such as a pick and what follows from it: the second is of what the first left.
  const latest = useRef(draft);
  latest.current = draft;
  const change = (next: (draft: D) => D) => {
    latest.current = next(latest.current);
    keep({ draft: latest.current, sent: kept?.sent });
  };
  const body = bodyOf(kind, draft);
  const faults = draftFaults(kind, draft);
  const complete = Object.keys(faults).length === 0;
  const sender = useSender(options, {
    body,
    complete,
    sent: kept?.sent,
    mark: (sent) => keep({ draft: latest.current, sent }),
    finish: () => keep(null),
  });
  const tried = useDryRun((how) => send(body, how, ''), body, tries && complete && sender.busy === undefined);
  const error = sender.refusal ?? (tries && complete ? tried.error : null);
  const discard = () => {
    sender.forget();
    keep(fresh ? { draft: fresh() } : null);
  };
  const faultAt = useWords(options.faults, sender.submitted ? faults : {}, refusals(kind, draft, error));
  return {
    kind,
    draft,
    change,
    discard,
    changed: kept !== null,
    complete,
    tried,
    error,
    faultAt,
    submit: sender.submit,
    busy: sender.busy,
  };
}

/** What the API refuses, in words, by the places of the page. */
const refusals = <D extends Draft>(kind: DraftKind<D>, draft: D, error: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(error ? fieldErrors(error) : {}).map(([path, text]) => [cellOf(kind, draft, path), text]));

/** What to say at a place: what it lacks once it was to be sent, or what the API refused of it. */
function useWords(texts: string, own: Readonly<Record<string, string>>, refused: Readonly<Record<string, string>>) {
  const t = useT();
  return (place: string): string | undefined =>
    own[place] === undefined ? refused[place] : t(`${texts}.${own[place]}` as 'forms.wrong', { defaultValue: t('forms.wrong') });
}

interface Sendable<Body> {
  readonly body: Body;
  readonly complete: boolean;
  readonly sent: Kept<unknown>['sent'];
  readonly mark: (sent: NonNullable<Kept<unknown>['sent']>) => void;
  readonly finish: () => void;
}

/** Sends what is complete: one content with one Idempotency-Key, however often it is sent. */
function useSender<D extends Draft, Body, Result>({ send, done }: DocumentOptions<D, Body, Result>, draft: Sendable<Body>) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [submitted, setSubmitted] = useState(false);
  const [busy, setBusy] = useState<string>();
  const [refused, setRefused] = useState<{ readonly error: unknown; readonly of: string }>();
  const content = JSON.stringify(draft.body);
  const submit = async (mode = '') => {
    setSubmitted(true);
    if (!draft.complete) return toFault();
    if (busy !== undefined) return;
    const text = `${mode} ${content}`;
    const key = draft.sent?.text === text ? draft.sent.key : crypto.randomUUID();
    draft.mark({ text, key });
    setBusy(mode);
    try {
      const result = await send(draft.body, { dryRun: false, key }, mode);
      const { message, ...place } = done(result, mode);
      notifications.show({ message, color: 'teal' });
      draft.finish();
      await navigate(place as never);
      await queries.invalidateQueries();
    } catch (error) {
      setRefused({ error, of: content });
      toFault();
    } finally {
      setBusy(undefined);
    }
  };
  const forget = () => {
    setSubmitted(false);
    setRefused(undefined);
  };
  return {
    submitted,
    busy,
    submit: (mode?: string) => void submit(mode),
    forget,
    refusal: refused?.of === content ? refused.error : undefined,
  };
}

/** To the first field at fault, after the render that shows it; to the lines where they lack altogether. */
function toFault(): void {
  requestAnimationFrame(() => {
    const [fault] = document.querySelectorAll<HTMLElement>('main [aria-invalid="true"]');
    (fault ?? document.querySelector<HTMLElement>('main [data-fault] input'))?.focus();
  });
}
