import { normalise } from './text.ts';

const LEGAL_FORM =
  /(?:^|[\s,])(s\.? ?l\.? ?[upl]?\.?|s\.? ?a\.? ?[us]?\.?|s\.? ?c\.? ?(?:p|coop)?\.?|c\.? ?b\.?|gmbh(?: & co\.? kg)?|ag|kg|ug|e\.?k\.?|ltd\.?|limited|llc|inc\.?|corp\.?|plc|sarl|s\.?a\.?r\.?l\.?|sas|s\.?r\.?l\.?|s\.?p\.?a\.?|b\.?v\.?|n\.?v\.?|lda\.?|ab|oy|aps|a\/s)$/i;

/** Whether a text ends with the legal form of a company: `S.L.`, `GmbH`. */
export const hasLegalForm = (text: string): boolean => LEGAL_FORM.test(text.replace(/[,;]$/, ''));

/** A name without its legal form, written as it is. */
export const withoutLegalForm = (name: string): string =>
  name
    .trim()
    .replace(LEGAL_FORM, '')
    .replace(/[\s,;.]+$/, '');

/** The same folded: by which two names are compared. */
export const coreName = (name: string): string =>
  normalise(withoutLegalForm(name))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
