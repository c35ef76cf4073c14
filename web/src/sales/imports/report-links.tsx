import { Button } from '@mantine/core';
import { useState } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { IconDownload } from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';

/** The whole report as a file. Its link is asked for when it is wanted: it is good for a quarter of an hour. */
export function ReportLinks({ id }: { readonly id: string }) {
  const t = useT();
  const [busy, setBusy] = useState<'json' | 'csv'>();
  const [fault, setFault] = useState<unknown>();
  const download = (format: 'json' | 'csv') => {
    setBusy(format);
    setFault(undefined);
    api
      .GET('/imports/{importId}/report', { params: { path: { importId: id } } })
      .then((answer) => window.location.assign(dataOf(answer)[format].url))
      .catch((error: unknown) => setFault(error))
      .finally(() => setBusy(undefined));
  };
  return (
    <>
      {(['csv', 'json'] as const).map((format) => (
        <Button
          key={format}
          variant="default"
          leftSection={<IconDownload size={16} />}
          loading={busy === format}
          onClick={() => download(format)}
        >
          {t('imports.download', { format: format.toUpperCase() })}
        </Button>
      ))}
      <ProblemNote error={fault} />
    </>
  );
}
