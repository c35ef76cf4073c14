import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { EINVOICE_DUTIES_ES } from '#domain/finance/einvoice/duties-es.ts';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { IconDownload } from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { saveFile } from '../../ui/save-file.ts';

type File = Schemas['GetInvoiceFileResult'];
export type Syntax = File['syntax'];
const SYNTAXES: readonly Syntax[] = ['ubl', 'cii', 'facturae'];

interface Props {
  readonly number: string;
  /** Asks for the file in a syntax. */
  readonly file: (syntax: Syntax) => Promise<File>;
  /** Asks for the signed Facturae. */
  readonly signed: () => Promise<File>;
}

/** The electronic invoice of a document, to be saved: why there is none in a syntax is told when it is asked for. */
export function EInvoiceSection({ number, file, signed }: Props) {
  const t = useT();
  const can = useCan();
  const { date } = useFormats();
  const saved = useMutation({
    mutationFn: async (syntax: Syntax | 'signed') => {
      const { fileName, contentType, content } = await (syntax === 'signed' ? signed() : file(syntax));
      saveFile(new Blob([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], { type: contentType }), fileName);
      return fileName;
    },
  });
  const from = (id: 'b2b-large' | 'b2b-others') => date(EINVOICE_DUTIES_ES.find((duty) => duty.id === id)?.from ?? '');
  return (
    <Section
      title={t('einvoice.title')}
      actions={
        <Group gap="xs" className="no-print">
          {SYNTAXES.map((syntax) => (
            <Button
              key={syntax}
              variant="default"
              leftSection={<IconDownload size={16} />}
              loading={saved.isPending && saved.variables === syntax}
              onClick={() => saved.mutate(syntax)}
              aria-label={t('einvoice.download', { syntax: t(`einvoice.syntax.${syntax}`), number })}
            >
              {t(`einvoice.syntax.${syntax}`)}
            </Button>
          ))}
          {can('getSignedInvoice') && (
            <Button
              variant="default"
              leftSection={<IconDownload size={16} />}
              loading={saved.isPending && saved.variables === 'signed'}
              onClick={() => saved.mutate('signed')}
              aria-label={t('einvoice.certificate.downloadSigned', { number })}
            >
              {t('einvoice.certificate.signed')}
            </Button>
          )}
        </Group>
      }
    >
      <ProblemNote error={saved.error} />
      <output className="dimmed">{saved.data ? t('einvoice.saved', { file: saved.data }) : t('einvoice.text')}</output>
      <p className="dimmed">{t('einvoice.duty', { large: from('b2b-large'), others: from('b2b-others') })}</p>
    </Section>
  );
}
