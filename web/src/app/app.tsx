import { MantineProvider, MantineThemeProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { isProblem } from '../api/problem.ts';
import { useT } from '../i18n/i18n.ts';
import { ExpiredSession } from '../session/expired-session.tsx';
import { useSession } from '../session/session.ts';
import { SignInScreen } from '../session/sign-in-screen.tsx';
import { router } from './router.ts';
import { theme } from './theme.ts';

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
        <Gate />
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Gate() {
  const session = useSession();
  if (!('person' in session)) return <SignInScreen />;
  return (
    <>
      <RouterProvider router={router} context={{ queries }} />
      <Notes />
      {session.state === 'expired' && <ExpiredSession person={session.person} />}
    </>
  );
}

/** What has been done, in the corner; its closing button has a name in the person's language. */
function Notes() {
  const t = useT();
  const named = { components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': t('actions.close') } } } } };
  return (
    <MantineThemeProvider theme={named} inherit>
      <Notifications position="bottom-right" limit={4} />
    </MantineThemeProvider>
  );
}
