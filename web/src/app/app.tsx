import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, use } from 'react';
import { isProblem } from '../api/problem.ts';
import { loadLanguage } from '../preferences/store.ts';
import { Admitted } from '../session/admission.tsx';
import { type Person, useSession } from '../session/session.ts';
import { router } from './router.ts';
import { theme } from './theme.ts';

/** Loaded by those who see them: whoever is signed in begins with less. */
const SignInScreen = lazy(() => import('../session/sign-in-screen.tsx'));
/** What anybody may see, signed in or not. */
const JobsSite = lazy(() => import('../hr/jobs/jobs-site.tsx'));
export const isOpenPage = (): boolean => window.location.pathname.startsWith('/jobs/');
const ExpiredSession = lazy(() => import('../session/expired-session.tsx'));
const Notes = lazy(() => import('./notes.tsx'));

/** A refusal will be the same the next time; only what did not get through is tried again. */
const worthRetrying = (count: number, error: Error): boolean =>
  count < 2 && (!isProblem(error) || error.status === 0 || error.status >= 500);

const queries = new QueryClient({
  defaultOptions: { queries: { retry: worthRetrying, staleTime: 15_000, gcTime: 15 * 60_000, refetchOnWindowFocus: true } },
});

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queries}>
        {isOpenPage() ? (
          <Suspense fallback={null}>
            <JobsSite />
          </Suspense>
        ) : (
          <Gate />
        )}
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Gate() {
  const session = useSession();
  return (
    <Suspense fallback={null}>
      {'person' in session ? (
        <Admitted person={session.person}>
          <InTheirLanguage person={session.person}>
            <RouterProvider router={router} context={{ queries }} />
            <Suspense fallback={null}>
              <Notes />
              {session.state === 'expired' && <ExpiredSession person={session.person} />}
            </Suspense>
          </InTheirLanguage>
        </Admitted>
      ) : (
        <SignInScreen />
      )}
    </Suspense>
  );
}

function InTheirLanguage({ person, children }: { readonly person: Person; readonly children: ReactNode }) {
  use(loadLanguage(person));
  return children;
}
