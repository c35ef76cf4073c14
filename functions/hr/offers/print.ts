import { offers } from '#api/hr/offers.ts';
import { COMPANY_ID, Companies, type StoredCompany } from '#domain/platform/company/company.ts';
import { logoKey, styleOf } from '#domain/platform/company/paper.ts';
import { plainQuery } from '#runtime/action.ts';
import { serve } from '#runtime/http.ts';
import { loadLogo } from '#runtime/paper/load-logo.ts';
import type { Paper, PaperLogo } from '#runtime/paper/paper.ts';
import { printPaper } from '#runtime/paper/print-paper.ts';
import { RawAnswer } from '#runtime/raw-answer.ts';
import { dayIn, offerTerms } from './offer-page.ts';
import { type OfferedApplication, openOffer } from './open-offer.ts';

const WORDS = {
  es: {
    title: 'Carta de oferta',
    to: 'Para',
    date: 'Fecha',
    until: 'Puede responder hasta',
    offer: 'Oferta',
    says: 'Le ofrecemos este puesto en las condiciones siguientes.',
  },
  en: {
    title: 'Letter of offer',
    to: 'To',
    date: 'Date',
    until: 'You can answer until',
    offer: 'Offer',
    says: 'We offer you this position on the following terms.',
  },
} as const;

function letterOf(application: OfferedApplication, company: StoredCompany, logo: PaperLogo | undefined): Paper {
  const { language, offer, candidateName } = application;
  const words = WORDS[language];
  const { language: _, ...colours } = styleOf(company.paper);
  const { name, taxId, address, email, timeZone } = company;
  const madeOn = dayIn(timeZone, offer.madeAt);
  return {
    ...{ language, title: words.title, number: madeOn, at: new Date(offer.madeAt) },
    letterhead: {
      name,
      lines: [taxId, address.street, `${address.postalCode} ${address.city}`, email],
      ...colours,
      ...(logo ? { logo } : {}),
    },
    parties: [{ label: words.to, name: candidateName, lines: [] }],
    facts: [
      [words.date, madeOn],
      [words.until, dayIn(timeZone, offer.expiresAt)],
    ],
    blocks: [{ kind: 'remarks', pairs: [[words.offer, words.says], ...offerTerms(application)] }],
    foot: [name, taxId],
  };
}

/** The terms as a letter: printed each time, the same bytes of the same offer. */
export const getJobOfferLetter = plainQuery(offers.actions.getJobOfferLetter, async (context) => {
  const { records, read } = openOffer(context, 'getJobOfferLetter');
  const [application, company] = await Promise.all([read(), records.getOrThrow(Companies, COMPANY_ID)]);
  const logo = company.logo ? await loadLogo(logoKey(records.tenant, company.logo.file), company.logo.format) : undefined;
  const bytes = await printPaper(letterOf(application, company, logo));
  return new RawAnswer({
    statusCode: 200,
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="oferta.pdf"',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    },
    isBase64Encoded: true,
    body: Buffer.from(bytes).toString('base64'),
  }) as never;
});

export const handler = serve(offers, { getJobOfferLetter });
