import type { IsoDate } from '#kernel/date.ts';
import type { Application } from './application.ts';
import type { CandidateLanguage } from './candidate.ts';
import type { Interview } from './interview.ts';

export interface CandidateLetter {
  readonly subject: string;
  readonly text: string;
}
type Written = (company: string, name: string, lines: readonly string[]) => string;
const LETTERS: Readonly<Record<CandidateLanguage, Written>> = {
  es: (company, name, lines) => [`Hola, ${name}:`, '', ...lines, '', company].join('\n'),
  en: (company, name, lines) => [`Hello ${name},`, '', ...lines, '', company].join('\n'),
};
interface About {
  readonly company: string;
  readonly givenName: string;
  readonly application: Pick<Application, 'language' | 'vacancyTitle' | 'candidateName'>;
}

/**
 * What is written to whoever is refused, in their language. How long their data are kept is told in any case (GDPR art. 13.2.a).
 * @param own words in place of the house's.
 */
export function refusalLetter({ company, givenName, application: { language, vacancyTitle: job } }: About, own?: string): CandidateLetter {
  const lines = {
    es: [
      `Gracias por su interés en el puesto de ${job}. Hemos decidido continuar con otras candidaturas.`,
      'Conservamos sus datos solo durante el plazo que usted autorizó; puede pedir que se borren antes respondiendo a este correo.',
    ],
    en: [
      `Thank you for your interest in the position of ${job}. We have decided to go on with other candidates.`,
      'We keep your data only for as long as you agreed; you can have them erased earlier by answering this mail.',
    ],
  };
  const subject = { es: `Su candidatura: ${job}`, en: `Your application: ${job}` }[language];
  return { subject, text: LETTERS[language](company, givenName, own ? [own, ...lines[language].slice(1)] : lines[language]) };
}

/** What is written to whoever is offered a job. @param until the last day on which it can be accepted. */
export function offerLetter(
  { company, givenName, application: { language, vacancyTitle: job } }: About,
  link: string,
  until: IsoDate,
): CandidateLetter {
  const day = until.split('-').toReversed().join('/');
  const lines = {
    es: [
      `Nos alegra ofrecerle el puesto de ${job}. Puede ver las condiciones y responder aquí, hasta el ${day}:`,
      '',
      link,
      '',
      'El enlace es personal: no lo reenvíe.',
    ],
    en: [
      `We are glad to offer you the position of ${job}. You can see the terms and answer here, until ${day}:`,
      '',
      link,
      '',
      'The link is personal: please do not pass it on.',
    ],
  };
  const subject = { es: `Una oferta de ${company}: ${job}`, en: `An offer from ${company}: ${job}` }[language];
  return { subject, text: LETTERS[language](company, givenName, lines[language]) };
}

/** What an interview is called in calendars and mails: the candidate's own name means nothing to them. */
export function interviewSubject({ language, vacancyTitle, candidateName }: About['application'], reader: 'candidate' | 'company'): string {
  if (reader === 'company') return `Entrevista: ${candidateName} (${vacancyTitle})`;
  return { es: `Entrevista: ${vacancyTitle}`, en: `Interview: ${vacancyTitle}` }[language];
}

/** What is written of an interview to one who takes part. @param when day and time in the company's time zone. */
export function interviewLetter(
  about: About,
  { state, sequence, place, minutes }: Interview,
  when: string,
  reader: 'candidate' | 'company',
): CandidateLetter {
  const language = reader === 'company' ? 'es' : about.application.language;
  const change = state === 'cancelled' ? 'off' : sequence > 0 ? 'moved' : 'planned';
  const words = {
    es: { planned: 'Le esperamos', moved: 'La entrevista ha cambiado: le esperamos', off: 'La entrevista se ha anulado. Estaba prevista' },
    en: {
      planned: 'We look forward to meeting you',
      moved: 'The interview has been moved: we will meet',
      off: 'The interview has been cancelled. It was to be',
    },
  }[language];
  const at = { es: `el ${when} (${minutes} minutos): ${place}.`, en: `on ${when} (${minutes} minutes): ${place}.` }[language];
  const subject = interviewSubject(about.application, reader);
  const name = reader === 'candidate' ? about.givenName : '';
  const text =
    reader === 'candidate'
      ? LETTERS[language](about.company, name, [`${words[change]} ${at}`])
      : [`${words[change]} ${at}`, '', about.company].join('\n');
  return { subject: change === 'off' ? `${{ es: 'Anulada', en: 'Cancelled' }[language]}: ${subject}` : subject, text };
}
