import * as z from 'zod/mini';
import { type Refusal, refusal } from '#kernel/errors.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { CANDIDATE_LANGUAGES, type CandidateLanguage } from './candidate.ts';

/** Nobody fills a form in faster, and whoever leaves one open for longer opens it anew. */
const FASTEST_MS = 3000;
const LONGEST_MS = 12 * 3_600_000;

/** Why a form is not taken by its age: programs send them at once, or keep one and send it for weeks. */
export function refusalOfAge(openedAt: number, now: number): Refusal | undefined {
  const age = now - openedAt;
  if (age < FASTEST_MS)
    return refusal('job_form.too_soon', 'That was faster than people write: wait some seconds and send it again.', 'body.form');
  return age > LONGEST_MS
    ? refusal('job_form.expired', 'The form was open for too long: open the page anew and send it again.', 'body.form')
    : undefined;
}

/** What somebody agrees to who applies, in their language (GDPR arts. 6.1.a, 7 and 13). */
export const consentText = (language: CandidateLanguage, company: string, months: number): string =>
  ({
    es: `Autorizo a ${company} a tratar los datos de esta candidatura para valorar mi contratación y a conservarlos durante ${months} meses; después se suprimen. Puedo retirar esta autorización, y pedir acceso, rectificación o supresión, escribiendo a la empresa.`,
    en: `I agree that ${company} processes the data of this application to consider employing me, and keeps them for ${months} months; after that they are erased. I can withdraw this, and ask for access, rectification or erasure, by writing to the company.`,
  })[language];

/** A CV is a text or a picture of one: nothing that runs, and nothing that holds other files. */
export const CV_NAME = /\.(pdf|docx|png|jpe?g|webp|heic)$/i;
export const MAX_CV_BYTES = 10 * 1024 * 1024;

export const JobApplicationInput = z.strictObject({
  /** The token of the form, as it was opened. */
  form: z.string().check(z.regex(/^\d{13}\.[\w-]{43}$/, 'must be the token of a form')),
  givenName: text(60),
  familyName: text(100),
  email: z.email().check(z.maxLength(120), z.toLowerCase()),
  phone: z.optional(text(30)),
  language: z.enum(CANDIDATE_LANGUAGES),
  /** That they agree to what the form says. */
  consent: z.literal(true),
  /** A field that people do not see: what fills it in is a program. */
  website: z.optional(z.string().check(z.maxLength(200))),
  cv: z.optional(
    z.strictObject({
      fileName: text(200).check(z.regex(CV_NAME, 'must be a PDF, DOCX or picture, told by the end of its name')),
      bytes: z.int().check(z.minimum(1), z.maximum(MAX_CV_BYTES)),
    }),
  ),
});
