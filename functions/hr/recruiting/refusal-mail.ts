import { recruiting } from '#api/hr/recruiting.ts';
import { Applications, type StoredApplication } from '#domain/hr/recruiting/application.ts';
import { type CandidateFile, CandidateFiles, candidateFileId } from '#domain/hr/recruiting/candidate.ts';
import { type CandidateLetter, refusalLetter } from '#domain/hr/recruiting/candidate-letter.ts';
import { chosenTexts, REFUSAL_TEXTS_ID, type RefusalSource, RefusalTextsOf } from '#domain/hr/recruiting/refusal-texts.ts';
import { Vacancies } from '#domain/hr/recruiting/vacancy.ts';
import { create, update } from '#kernel/record.ts';
import { stamped } from '#kernel/stamps.ts';
import { on, upserts } from '#runtime/action.ts';
import { required } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { command, query } from '../../platform/service.ts';
import { vacancyView } from './vacancies.ts';

const { actions } = recruiting;

/** What is written to whoever is refused, in the words of the vacancy, of the company, or of the house, and whose they are. */
export async function refusalMailOf(
  records: Records,
  application: StoredApplication,
  { company, file }: { readonly company: string; readonly file: CandidateFile | undefined },
): Promise<CandidateLetter & { readonly source: RefusalSource }> {
  const [vacancy, ofCompany] = await Promise.all([
    records.get(Vacancies, application.vacancyId),
    records.get(RefusalTextsOf, REFUSAL_TEXTS_ID),
  ]);
  const { text, source } = chosenTexts(application.language, vacancy?.refusalTexts, ofCompany);
  return { ...refusalLetter({ company, givenName: file?.givenName ?? '', application }, text), source };
}

/** The mail as it would leave now: whoever refuses reads it before. */
export const getRefusalMail = query(
  actions.getRefusalMail,
  ({ path }) => ({ application: required(Applications, path.applicationId, 'path.applicationId') }),
  async ({ application, records, company }) => {
    const file = await records.get(CandidateFiles, candidateFileId(application.candidateId));
    return refusalMailOf(records, application, { company: company.name, file });
  },
);

export const setRefusalMail = command(
  actions.setRefusalMail,
  on(Vacancies, (path) => path.vacancyId),
  ({ body }, before) => {
    const { refusalTexts: was, ...vacancy } = before;
    const after = body.texts.es || body.texts.en ? { ...vacancy, refusalTexts: body.texts } : vacancy;
    return [update(Vacancies, before, after, { refusalTexts: was ?? null })];
  },
  vacancyView,
);

export const getRefusalTexts = query(actions.getRefusalTexts, async ({ records }) => {
  const { es, en } = (await records.get(RefusalTextsOf, REFUSAL_TEXTS_ID)) ?? {};
  return { ...(es ? { es } : {}), ...(en ? { en } : {}) };
});

export const putRefusalTexts = command(
  actions.putRefusalTexts,
  upserts(RefusalTextsOf, () => REFUSAL_TEXTS_ID),
  ({ body }, before) => [
    before
      ? update(RefusalTextsOf, before, body.texts, { es: before.es ?? null, en: before.en ?? null })
      : create(RefusalTextsOf, REFUSAL_TEXTS_ID, body.texts),
  ],
  (texts) => {
    const { es, en } = stamped(texts);
    return { ...(es ? { es } : {}), ...(en ? { en } : {}) };
  },
);
