import { Button } from '@mantine/core';
import { type ReactNode, use, useState } from 'react';
import { api, dataOf, type Schemas } from '../api/client.ts';
import { isProblem } from '../api/problem.ts';
import { useT } from '../i18n/i18n.ts';
import { Notice } from '../ui/notice.tsx';
import { useProblemText } from '../ui/problem-note.tsx';
import { type Granted, grant, type Person, signOut } from './session.ts';

/** How old what was read may be when somebody comes back to the page. */
const STALE_MS = 60_000;

const keyOf = ({ company, email }: Person): string => `trastienda.access.${company}.${email}`;

const grantedOf = ({ roles, roleNames, permissions, lacksSecondFactor, companies }: Schemas['Me']): Granted => ({
  companies,
  roles,
  roleNames,
  permissions,
  lacksSecondFactor,
});

let readAt = 0;
let admitted: Promise<unknown> | undefined;

/** Asks what the person may do, and keeps it for the next visit's first view. The first question of an invited person makes them a member. */
export async function ask(person: Person): Promise<undefined> {
  readAt = Date.now();
  const me = grantedOf(dataOf(await api.GET('/me', {})));
  localStorage.setItem(keyOf(person), JSON.stringify(me));
  grant(me);
}

/** By what this browser kept of the last visit where there is something, while the API is asked; else by its answer. */
function begin(person: Person): Promise<unknown> {
  const kept = localStorage.getItem(keyOf(person));
  const request = ask(person);
  if (!kept) return request.catch((error: unknown) => error);
  request.catch((error: unknown) => forgetRefused(person, error));
  grant(JSON.parse(kept) as Granted);
  return Promise.resolve(undefined);
}

/** Whoever has no access any more sees nothing more: a new page begins without what was kept. */
function forgetRefused(person: Person, error: unknown): void {
  if (!isProblem(error, 'member.no_access')) return;
  localStorage.removeItem(keyOf(person));
  window.location.reload();
}

/** What somebody may do changes while they work: it is asked again when they come back to the page. */
export function followAccess(person: Person): () => void {
  const seen = () => {
    if (document.visibilityState === 'visible' && Date.now() - readAt > STALE_MS)
      ask(person).catch((error: unknown) => forgetRefused(person, error));
  };
  document.addEventListener('visibilitychange', seen);
  return () => document.removeEventListener('visibilitychange', seen);
}

/** The console, once it is known what the person may do in it. */
export function Admitted({ person, children }: { readonly person: Person; readonly children: ReactNode }) {
  const [tries, setTries] = useState(0);
  admitted ??= begin(person);
  const refusal = use(admitted);
  if (refusal === undefined) return children;
  const again = () => {
    admitted = undefined;
    setTries(tries + 1);
  };
  return <Refused error={refusal} onRetry={again} />;
}

function Refused({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useT();
  const text = useProblemText();
  return (
    <main>
      <Notice title={t('session.refused')} text={text(error)} level={1}>
        <Button onClick={onRetry}>{t('shell.failed.retry')}</Button>
        <Button variant="default" onClick={() => void signOut()}>
          {t('shell.signOut')}
        </Button>
      </Notice>
    </main>
  );
}
