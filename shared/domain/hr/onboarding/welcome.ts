import type { Onboarding } from './onboarding.ts';

/** What whoever comes is written before the first day. In Spanish, as all mails to people outside. */
export const welcomeText = (company: string, givenName: string, { date, position, workplace }: Onboarding) => ({
  subject: `Le damos la bienvenida a ${company}`,
  text: [
    `Hola, ${givenName}:`,
    '',
    `Le esperamos el ${date.split('-').toReversed().join('/')}${workplace ? ` en ${workplace}` : ''}, en el puesto de ${position}.`,
    'En otro correo recibe la invitación para entrar en la aplicación, donde encontrará sus tareas de los primeros días: su cuenta bancaria, el modelo 145 y los documentos que debe leer.',
    '',
    company,
  ].join('\n'),
});
