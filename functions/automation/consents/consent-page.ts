import type { RecipientState } from '#domain/automation/rules/mail-recipient.ts';
import { RawAnswer } from '#runtime/raw-answer.ts';

export interface Consent {
  readonly company: string;
  readonly address: string;
  readonly state: RecipientState;
  readonly mayConfirm: boolean;
}

/** Nothing but its own text and a form that leads back to it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

const SAYS: Readonly<Record<RecipientState, readonly [es: string, en: string]>> = {
  asked: ['quiere enviar informes por correo a', 'wants to send reports by mail to'],
  confirmed: ['envía informes por correo a', 'sends reports by mail to'],
  stopped: ['no envía más informes a', 'sends no more reports to'],
};

const button = (token: string, answer: 'yes' | 'no', label: string): string =>
  `<form method="post" action="/mail-consents/${token}?answer=${answer}"><button>${label}</button></form>`;

/** The page of one address, in both languages: nobody knows which its reader speaks. */
export function consentPage({ company, address, state, mayConfirm }: Consent, token: string): RawAnswer {
  const [es, en] = SAYS[state];
  const who = `<strong>${escaped(company)}</strong>`;
  const whom = `<strong>${escaped(address)}</strong>`;
  const body = `<!doctype html>
<html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(company)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:10vh auto;max-width:34rem;padding:0 1rem;overflow-wrap:anywhere}button{font:inherit;padding:.6rem 1rem;margin:.25rem 0;min-width:16rem}</style></head>
<body><main><h1>${escaped(company)}</h1>
<p>${who} ${es} ${whom}.</p><p lang="en">${who} ${en} ${whom}.</p>
${mayConfirm ? button(token, 'yes', 'Sí, quiero recibirlos · <span lang="en">Yes, send them</span>') : ''}
${state === 'stopped' ? '' : button(token, 'no', 'No quiero recibirlos · <span lang="en">Send me none</span>')}
</main></body></html>`;
  return new RawAnswer({
    statusCode: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'cache-control': 'no-store',
    },
    body,
  });
}
