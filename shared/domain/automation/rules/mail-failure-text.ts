import type { MailFailure } from './mail-failure.ts';

/** What the member who switched a rule on reads where one of its mails came back. */
export function failureText(language: 'es' | 'en', { address, why }: Pick<MailFailure, 'address' | 'why'>): string {
  if (language === 'es')
    return why === 'bounce'
      ? `El correo a ${address} fue devuelto: esa dirección no existe o no acepta correo. Las reglas no le envían más hasta que alguien la revise en Automatización → Correos.`
      : `Quien lee ${address} marcó el correo como no deseado. Las reglas no le envían más.`;
  return why === 'bounce'
    ? `The mail to ${address} came back: that address does not exist or takes no mail. Rules send it nothing more until somebody looks at it in Automation → Mails.`
    : `Whoever reads ${address} called the mail unwanted. Rules send it nothing more.`;
}
