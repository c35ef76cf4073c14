import { Alert } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { usePartLinks } from './document-split.tsx';
import { flagText } from './flag-text.ts';
import { LearnedNotes } from './learned-notes.tsx';

type Document = Schemas['DocumentRow'] & Pick<Schemas['Document'], 'learned'>;

/** What has to be looked at, in words, with what to do about it; of what ended, why. */
export function DocumentFlags({ document }: { readonly document: Document }) {
  const t = useT();
  const formats = useFormats();
  const partLinks = usePartLinks();
  const { flags, sameAs, billId, claimId, sender } = document;
  const links = [
    ...(sameAs ? [[`/documents/${sameAs}`, t('documents.same')] as const] : []),
    ...partLinks(document),
    ...(claimId && document.state === 'entered' ? [[`/expenses/${claimId}`, t('documents.claimed')] as const] : []),
    ...(billId ? [[`/payables/${billId.startsWith('scn') ? 'credit-notes' : 'bills'}/${billId}`, t('documents.entered')] as const] : []),
  ];
  return (
    <>
      <MailSender sender={sender} />
      {flags.length > 0 && (
        <Section title={t('documents.toLookAt')}>
          <ul>
            {flags.map(({ code, field = '', params = {} }) => (
              <li key={`${code}-${field}-${params.rate ?? ''}`}>{flagText({ code, field, params }, formats, t)}</li>
            ))}
          </ul>
        </Section>
      )}
      <LearnedNotes rules={document.learned ?? []} />
      {document.state === 'ready' && <Alert color="green">{t('documents.readyText')}</Alert>}
      {links.length > 0 && (
        <ul>
          {links.map(([to, label]) => (
            <li key={to}>
              <Link to={to as never}>{label}</Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Who sent the mail that it came in. */
function MailSender({ sender }: { readonly sender: string | undefined }) {
  const t = useT();
  return sender ? <p className="dimmed">{t('documents.sender', { sender })}</p> : null;
}
