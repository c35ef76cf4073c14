interface Asked {
  readonly company: string;
  readonly link: string;
}

/** The mail that asks an address, in both languages: nobody knows which its reader speaks. */
export const questionText = ({ company, link }: Asked): { subject: string; text: string } => ({
  subject: `¿Quiere recibir informes de ${company}? · Reports of ${company}`,
  text: `${company} quiere enviarle informes por correo. Confírmelo aquí en los próximos 14 días; si no quiere, no haga nada:\n${link}\n\n${company} wants to send you reports by mail. Confirm it here within 14 days; if you do not want it, do nothing:\n${link}\n`,
});

/** What stands below each report that leaves the company. */
export const unsubscribeText = (language: 'es' | 'en', link: string): string =>
  language === 'es' ? `\n\nDejar de recibirlo: ${link}` : `\n\nStop receiving it: ${link}`;
