import * as z from 'zod/mini';
import { denial, type Refusal, refusal } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { PositiveMoney } from '#kernel/money.ts';
import { named, recordType, type Stored } from '#kernel/record.ts';
import { stampFields } from '#kernel/stamps.ts';
import { storedOf } from '#kernel/stored.ts';
import { cut, sortText } from '#kernel/text.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { RefusalTexts } from './refusal-texts.ts';

export const CONTRACT_KINDS = ['indefinite', 'temporary'] as const;
export const VacancyInput = z.strictObject({
  title: text(80),
  department: z.optional(text(80)),
  workplace: z.optional(text(80)),
  /** Who will lead whoever is hired, and sees who applies. */
  managerId: z.optional(idWith('emp')),
  contract: z._default(z.enum(CONTRACT_KINDS), 'indefinite'),
  openings: z._default(z.int().check(z.minimum(1), z.maximum(500)), 1),
  /** The most that each may earn in a year, before tax: no offer goes beyond it. */
  budget: PositiveMoney,
  /** What the public page says of the job. */
  description: z.optional(text(4000)),
});
export type VacancyInput = z.output<typeof VacancyInput>;

export const VACANCY_STATES = ['draft', 'open', 'closed'] as const;
export const Vacancy = z.extend(storedOf(VacancyInput), {
  state: z.enum(VACANCY_STATES),
  /** People hired for it. */
  hired: z.int(),
  approved: z.exactOptional(z.object({ by: z.string(), on: z.string() })),
  /** What the mail to whoever is refused says. */
  refusalTexts: z.exactOptional(storedOf(RefusalTexts)),
  /** It stands on the public page. `key`: by which its forms are known again; leaves the company in no answer. */
  published: z.exactOptional(z.object({ on: z.string(), key: z.string() })),
});
export type Vacancy = Readonly<z.output<typeof Vacancy>>;
export type StoredVacancy = Stored<Vacancy>;

/** The queue of those on the public page. */
export const PUBLISHED = 'published';
export const isPublished = ({ state, published }: Pick<Vacancy, 'state' | 'published'>): boolean =>
  state === 'open' && published !== undefined;

export const Vacancies = recordType<Vacancy, Vacancy['state']>({
  kind: 'vacancy',
  prefix: 'vac',
  data: Vacancy,
  history: 'all',
  list: named({ by: (v) => v.title, words: (v) => [v.title, v.department, v.workplace] }),
  open: (v, id) => (isPublished(v) ? { queue: PUBLISHED, sort: `${cut(sortText(v.title), 60)}#${id}` } : undefined),
  lifecycle: { of: (v) => v.state, next: { draft: ['open', 'closed'], open: ['closed'], closed: [] } },
  state: (v) => v.state,
  tones: { draft: 'warn', open: 'good', closed: 'plain' },
  summary: (v) => ({ title: v.title, subtitle: [v.department, v.workplace] }),
  person: (v) => v.managerId ?? '',
  screen: '/people/vacancies',
  icon: 'users',
  read: 'recruiting.read',
});

interface Approval {
  readonly vacancy: StoredVacancy;
  readonly by: string;
  /** Whether they may decide alone. */
  readonly alone: boolean;
}
const FIELD = 'path.vacancyId';
const SAID = { draft: 'not approved yet', open: 'open', closed: 'closed' } as const;
const refusalOfState = ({ state }: Pick<Vacancy, 'state'>, wayOut: string, field = FIELD): Refusal =>
  refusal('vacancy.state', `The vacancy is ${SAID[state]}: ${wayOut}.`, field, { state });

/** Why nobody approves it: whoever asks for people does not grant them. */
export function refusalOfApproval({ vacancy, by, alone }: Approval): Refusal | undefined {
  if (vacancy.state !== 'draft') return refusalOfState(vacancy, 'there is nothing to approve');
  return vacancy.history[0]?.by === by && !alone
    ? denial('vacancy.same_person', 'Somebody else approves it than who asked for it: ask a colleague who hires people.', FIELD)
    : undefined;
}
export const refusalOfClosing = (vacancy: Vacancy): Refusal | undefined =>
  vacancy.state === 'closed' ? refusalOfState(vacancy, 'ask for another') : undefined;
/** Nobody applies, and nobody is offered anything, before it is approved and after it is closed. */
export function refusalOfHiring(vacancy: Pick<Vacancy, 'state'>, field: string): Refusal | undefined {
  if (vacancy.state === 'open') return undefined;
  return refusalOfState(vacancy, vacancy.state === 'draft' ? 'have it approved first' : 'ask for another', field);
}

export const VacancyView = z.object({
  ...VacancyInput.shape,
  id: z.string(),
  contract: z.enum(CONTRACT_KINDS),
  openings: z.int(),
  /** For those alone who hire, or see what people earn. */
  budget: z.optional(VacancyInput.shape.budget),
  state: z.enum(VACANCY_STATES),
  hired: z.int(),
  approved: z.optional(z.object({ by: z.string(), on: z.string() })),
  /** For those alone who hire. */
  refusalTexts: z.optional(RefusalTexts),
  /** The day from which on it stands on the public page. */
  publishedOn: z.optional(z.string()),
  ...stampFields,
});
