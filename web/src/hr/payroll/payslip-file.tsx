import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { IconDownload } from '../../ui/icons.ts';
import { useProblemText } from '../../ui/problem-note.tsx';
import { saveFile } from '../../ui/save-file.ts';

interface Props {
  readonly employeeId: string;
  readonly place: string;
  /** In a row of a table. */
  readonly compact?: boolean;
}

/** Keeps a payslip as the paper that its worker is given. */
export function PayslipFile({ employeeId, place, compact = false }: Props) {
  const t = useT();
  const problem = useProblemText();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    await api
      .GET('/payroll/employees/{employeeId}/slips/{place}/file', { params: { path: { employeeId, place } } })
      .then(({ data }) => {
        const bytes = Uint8Array.from(atob(data.content), (character) => character.charCodeAt(0));
        saveFile(new Blob([bytes], { type: data.contentType }), data.fileName);
      })
      .catch((error: unknown) => notifications.show({ color: 'red', message: problem(error) }));
    setBusy(false);
  };
  return (
    <Button
      variant="default"
      size={compact ? 'compact-xs' : 'sm'}
      leftSection={<IconDownload size={compact ? 14 : 16} />}
      loading={busy}
      aria-label={t('payroll.slip.pdfOf', { place })}
      onClick={() => void save()}
    >
      {compact ? 'PDF' : t('payroll.slip.pdf')}
    </Button>
  );
}
