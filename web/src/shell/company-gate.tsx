import { lazy, type ReactNode, Suspense } from 'react';
import { isProblem } from '../api/problem.ts';
import { useT, withAllTexts } from '../i18n/i18n.ts';
import { useCompany } from '../session/company.ts';
import { useCan } from '../session/session.ts';
import { Notice } from '../ui/notice.tsx';

const SetUp = lazy(() =>
  withAllTexts(() => import('../platform/first-company/set-up.tsx')).then(({ SetUp: Screen }) => ({ default: Screen })),
);

/**
 * Before the company is set up no screen has anything to show: its owner sets it up, everybody else is told whom to ask.
 * Screens do not wait for the answer.
 */
export function CompanyGate({ children }: { readonly children: ReactNode }) {
  const t = useT();
  const can = useCan();
  const { error } = useCompany();
  if (!isProblem(error, 'company.not_found')) return children;
  if (!can('createCompany')) return <Notice title={t('firstCompany.waitTitle')} text={t('firstCompany.waitText')} level={1} />;
  return (
    <Suspense fallback={<p role="status">{t('shell.loading')}</p>}>
      <SetUp />
    </Suspense>
  );
}
