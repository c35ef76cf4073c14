import type { Application } from '#domain/hr/recruiting/application.ts';
import type { Offer } from '#domain/hr/recruiting/offer.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { minorText } from '#kernel/money.ts';
import { RawAnswer } from '#runtime/raw-answer.ts';

export interface ShownOffer {
  readonly company: StoredCompany | undefined;
  readonly application: Pick<Application, 'candidateName' | 'stage' | 'language'> & { readonly offer: Offer };
  readonly isOpen: boolean;
  /** An answer came that counts no more. */
  readonly late: boolean;
}

/** Nothing but its own text and a form that leads back to it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** The day of an instant where the company is, as it is written. */
export const dayIn = (timeZone: string, instant: string): string => dateIn(timeZone, new Date(instant)).split('-').toReversed().join('/');
const WORDS = {
  es: {
    open: 'Le ofrecemos este puesto.',
    yes: 'Ha aceptado la oferta. Le esperamos.',
    no: 'Ha rechazado la oferta.',
    over: 'La oferta ya no está abierta.',
    late: 'Su respuesta no se ha registrado:',
    ask: 'Si quiere otra cosa, escriba a',
    ...{
      position: 'Puesto',
      start: 'Primer día',
      annual: 'Salario bruto anual',
      each: 'en {n} pagas de',
      hours: 'Jornada',
      full: 'Completa',
    },
    ...{
      week: 'horas a la semana',
      contract: 'Contrato',
      trial: 'Período de prueba',
      noTrial: 'Sin período de prueba',
      agreement: 'Convenio',
    },
    ...{ months: ['mes', 'meses'], contracts: { indefinite: 'Indefinido', temporary: 'Temporal' }, until: 'Puede responder hasta' },
    ...{ accept: 'Acepto la oferta', decline: 'No la acepto', letter: 'Ver la carta de oferta (PDF)' },
  },
  en: {
    open: 'We offer you this position.',
    yes: 'You have accepted the offer. We look forward to working with you.',
    no: 'You have declined the offer.',
    over: 'The offer is open no more.',
    late: 'Your answer was not kept:',
    ask: 'If you want anything else, write to',
    ...{
      position: 'Position',
      start: 'First day',
      annual: 'Gross salary a year',
      each: 'in {n} pays of',
      hours: 'Hours',
      full: 'Full time',
    },
    ...{ week: 'hours a week', contract: 'Contract', trial: 'Trial period', noTrial: 'No trial period', agreement: 'Collective agreement' },
    ...{ months: ['month', 'months'], contracts: { indefinite: 'Permanent', temporary: 'Temporary' }, until: 'You can answer until' },
    ...{ accept: 'I accept the offer', decline: 'I decline', letter: 'See the letter of offer (PDF)' },
  },
} as const;

function standsAt({ application: { offer, language }, isOpen, late }: ShownOffer): string {
  const words = WORDS[language];
  const { answered } = offer;
  const now = answered ? words[answered.answer] : isOpen ? words.open : words.over;
  return late ? `${words.late} ${now.charAt(0).toLowerCase()}${now.slice(1)}` : now;
}

/** The terms as pairs of words: the same on the page and in the letter. */
export function offerTerms({
  offer,
  language,
}: Pick<ShownOffer['application'], 'offer' | 'language'>): readonly (readonly [string, string])[] {
  const words = WORDS[language];
  const money = (minor: number) =>
    new Intl.NumberFormat(language === 'es' ? 'es-ES' : 'en-IE', { style: 'currency', currency: 'EUR', useGrouping: true }).format(
      Number(minorText(minor)),
    );
  const day = (date: string) => date.slice(0, 10).split('-').toReversed().join('/');
  const { trialMonths: trial } = offer;
  return [
    [words.position, offer.position],
    [words.start, day(offer.startDate)],
    [
      words.annual,
      `${money(offer.annual)} ${words.each.replace('{n}', String(offer.pays))} ${money(Math.floor(offer.annual / offer.pays))}`,
    ],
    [words.hours, offer.weeklyHours === undefined ? words.full : `${offer.weeklyHours} ${words.week}`],
    [words.contract, words.contracts[offer.contract]],
    [words.trial, trial ? `${trial} ${words.months[trial === 1 ? 0 : 1]}` : words.noTrial],
    ...(offer.agreement ? [[words.agreement, offer.agreement] as const] : []),
  ];
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;color:#1d2433;background:#f5f6f8;margin:0}main{max-width:36rem;margin:6vh auto;padding:1.5rem;background:#fff;border-radius:.75rem;overflow-wrap:anywhere}h1{font-size:1.4rem;margin:0}dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.4rem 1rem;margin:1.5rem 0}dt{color:#566073}dd{margin:0;font-weight:600}form{display:inline-block;margin:0 .75rem .75rem 0}button{font:inherit;padding:.6rem 1.2rem;border-radius:.5rem;border:1px solid #0f5b5c;background:#fff;color:#0f5b5c;cursor:pointer}.yes{background:#0f5b5c;color:#fff}@media(max-width:30rem){main{margin:0;border-radius:0}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.6rem}}';

/** The page of an offer, in the candidate's language. */
export function offerPage(shown: ShownOffer, token: string): RawAnswer {
  const { company, application, isOpen, late } = shown;
  const words = WORDS[application.language];
  const name = escaped(company?.name ?? '');
  const button = (answer: 'yes' | 'no', label: string) =>
    `<form method="post" action="?answer=${answer}"><button class="${answer}">${label}</button></form>`;
  const terms = offerTerms(application).map(([label, value]) => `<dt>${label}</dt><dd>${escaped(value)}</dd>`);
  const until = dayIn(company?.timeZone ?? 'Europe/Madrid', application.offer.expiresAt);
  const mail = escaped(company?.email ?? '');
  const body = `<!doctype html>
<html lang="${application.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${name}</title><style>${STYLE}</style></head>
<body><main><h1>${name}</h1>
<p role="status">${escaped(application.candidateName)}: ${standsAt(shown)}</p>
<dl>${terms.join('')}</dl>
<p><a href="${token}/letter">${words.letter}</a></p>
${isOpen ? `<p>${words.until} ${until}.</p>${button('yes', words.accept)}${button('no', words.decline)}` : `<p>${words.ask} <a href="mailto:${mail}">${mail}</a>.</p>`}
</main></body></html>`;
  return new RawAnswer({
    statusCode: late ? 422 : 200,
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
