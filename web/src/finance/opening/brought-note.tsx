import { Alert } from '@mantine/core';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';

/** That a document came from another program, and why it has neither lines nor tax; nothing of any other. */
export function BroughtNote({ brought }: { readonly brought: { readonly on: string } | undefined }) {
  const t = useT();
  const { date } = useFormats();
  return brought ? <Alert color="blue">{t('opening.brought', { date: date(brought.on) })}</Alert> : null;
}
