import { Button } from '@mantine/core';
import { useT } from '../i18n/i18n.ts';
import { Notice } from '../ui/notice.tsx';
import { useProblemText } from '../ui/problem-note.tsx';

/** Instead of a screen that could not be shown. */
export function FailedScreen({ error, reset }: { readonly error: unknown; readonly reset?: () => void }) {
  const t = useT();
  const text = useProblemText();
  return (
    <Notice title={t('shell.failed.title')} text={text(error)} level={1}>
      {reset && <Button onClick={reset}>{t('shell.failed.retry')}</Button>}
    </Notice>
  );
}
