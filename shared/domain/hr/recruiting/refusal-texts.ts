import * as z from 'zod/mini';
import { recordType } from '#kernel/record.ts';
import { storedOf } from '#kernel/stored.ts';
import { writtenText as text } from '#kernel/written-text.ts';

/** What the mail to whoever is refused says, by its language, in words of one's own. Greeting, signature and how long data are kept are written around it. */
export const RefusalTexts = z.strictObject({ es: z.optional(text(2000)), en: z.optional(text(2000)) });
export type RefusalTexts = z.output<typeof RefusalTexts>;

const CompanyRefusalTexts = storedOf(RefusalTexts);
/** Those of the company, for vacancies that have none of their own. */
export const RefusalTextsOf = recordType<RefusalTexts>({
  kind: 'refusal-texts',
  prefix: 'rft',
  data: CompanyRefusalTexts,
  history: 'all',
  screen: { none: 'They are settings of the list of vacancies.' },
  read: 'recruiting.write',
});
export const REFUSAL_TEXTS_ID = 'rft_company';

/** Whose words a mail has. */
export const REFUSAL_SOURCES = ['vacancy', 'company', 'house'] as const;
export type RefusalSource = (typeof REFUSAL_SOURCES)[number];

/** The words for a language: those of the vacancy, else the company's; else the house has its own. */
export function chosenTexts(
  language: keyof RefusalTexts,
  vacancy: RefusalTexts | undefined,
  company: RefusalTexts | undefined,
): { readonly text?: string; readonly source: RefusalSource } {
  if (vacancy?.[language]) return { text: vacancy[language], source: 'vacancy' };
  return company?.[language] ? { text: company[language], source: 'company' } : { source: 'house' };
}
