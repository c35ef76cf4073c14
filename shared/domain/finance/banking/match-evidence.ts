import { addDays, daysBetween, type IsoDate } from '#kernel/date.ts';
import type { CandidateIndex, MatchCandidate, MatchLine, MatchReason } from './match-model.ts';
import {
  nameInPiece,
  nameInText,
  nameMisspelt,
  nameSimilarity,
  nameTokens,
  oneChange,
  type ReferenceForm,
  referenceForm,
  referenceKeys,
  type TextReferences,
  textReferences,
  textWords,
} from './match-text.ts';

/** A line with what is looked for in it worked out once. */
export interface ReadLine {
  readonly line: MatchLine;
  /** Words of the name and the text. */
  readonly words: readonly string[];
  /** Words of the name that is told, and those of the text that may be of one. */
  readonly told: { readonly name: readonly string[]; readonly text: readonly string[] };
  readonly references: TextReferences;
  /** Parties whose account the other side's is. */
  readonly ibanParties: ReadonlySet<string>;
}

export function readLine(line: MatchLine, index: CandidateIndex): ReadLine {
  const told = [line.text, line.reference, line.endToEndId].filter((part) => part !== undefined).join(' ');
  const ibanParties = line.partyIban === undefined ? [] : index.byIban(line.partyIban).flatMap(({ partyId }) => partyId ?? []);
  return {
    line,
    words: textWords(`${line.partyName ?? ''} ${line.text}`),
    told: { name: nameTokens(line.partyName ?? ''), text: nameTokens(`${line.partyName ?? ''} ${line.text}`) },
    references: textReferences(told),
    ibanParties: new Set(ibanParties),
  };
}

/** What is looked for of a candidate, worked out once. */
interface ReadCandidate {
  readonly names: readonly (readonly string[])[];
  readonly learnt: readonly (readonly string[])[];
  readonly keys: readonly string[];
  readonly forms: readonly ReferenceForm[];
}

const readCandidates = new WeakMap<MatchCandidate, ReadCandidate>();

function readCandidate(candidate: MatchCandidate): ReadCandidate {
  const known = readCandidates.get(candidate);
  if (known) return known;
  const { partyNames, habit, numbers } = candidate;
  const made = {
    names: partyNames.map(nameTokens),
    learnt: (habit?.texts ?? []).map(textWords),
    keys: numbers.flatMap(referenceKeys),
    forms: numbers.map(referenceForm),
  };
  readCandidates.set(candidate, made);
  return made;
}

/** Log-odds that a candidate that was looked up is meant, before anything is known: one in 150. */
export const BASE_WEIGHT = -5;
const PARTY_MOST = 5.5;
/** From here on a name is taken for the party's. */
const SIMILAR = 0.7;
/** From here on the whole name is told, but for a letter. */
export const WHOLE = 0.95;
/** A payment for another happens: it does not outweigh a number and its amount. */
const OTHER_MOST = -2.5;

export const reason = (code: MatchReason['code'], weight: number, params: MatchReason['params'] = {}): MatchReason => ({
  code,
  weight,
  params,
});
export const weightOf = (reasons: readonly MatchReason[]): number => reasons.reduce((sum, { weight }) => sum + weight, 0);
export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** How much the names of a party agree with what the line tells, from 0 to 1. */
function similarity({ words, told }: ReadLine, names: readonly (readonly string[])[]): number {
  return names.reduce((best, name) => {
    if (best >= 1) return best;
    // A text names others, too: it must have nearly all of the name, and one word behind another.
    const within = Math.max(nameInPiece(name, told.text), nameInText(name, words) * 0.9);
    const misspelt = within < WHOLE && nameMisspelt(name, told.text) ? WHOLE : 0;
    return Math.max(best, nameSimilarity(name, told.name), within, misspelt);
  }, 0);
}

/** How likely a line is of a party by its names, or by what was learnt of it. */
export const namesAgree = (line: ReadLine, candidate: MatchCandidate): number => {
  const { names, learnt } = readCandidate(candidate);
  return learnt.some((text) => isWithin(text, line.words)) ? 1 : similarity(line, names);
};

/** Whether words stand in others one behind another. */
const isWithin = (part: readonly string[], words: readonly string[]): boolean =>
  part.length > 0 && ` ${words.join(' ')} `.includes(` ${part.join(' ')} `);

function ibanReason({ line, ibanParties }: ReadLine, { partyId, partyIbans }: MatchCandidate): MatchReason[] {
  if (line.partyIban === undefined) return [];
  if (partyIbans.includes(line.partyIban)) return [reason('iban_known', 4, { iban: line.partyIban })];
  const others = ibanParties.size > 0 && !(partyId !== undefined && ibanParties.has(partyId));
  return others ? [reason('other_iban', -2.5, { iban: line.partyIban })] : [];
}

function nameReason(line: ReadLine, candidate: MatchCandidate, ibanKnown: boolean): MatchReason[] {
  const similar = similarity(line, readCandidate(candidate).names);
  const weight = similar >= WHOLE ? 3.8 : (similar - 0.5) * 6;
  if (similar >= SIMILAR) return [reason('name_similar', weight, { similarity: rounded(similar), name: candidate.partyNames[0] ?? '' })];
  if (ibanKnown || line.told.name.length === 0 || similar >= 0.4) return [];
  return [reason('other_name', -1, { similarity: rounded(similar), name: line.line.partyName ?? '' })];
}

/** What the same counterparty's lines were before: three times is as good as a text that was learnt. */
function beforeReason({ line: { learnt = [] } }: ReadLine, { partyId }: MatchCandidate): MatchReason[] {
  const count = learnt.find(({ to }) => to === partyId)?.count;
  return count === undefined ? [] : [reason('matched_before', count >= 3 ? 3.5 : 1 + count * 0.8, { count })];
}

/** Who is on the other side: by account, by name, by what was learnt. */
export function partyReasons(line: ReadLine, candidate: MatchCandidate): MatchReason[] {
  const iban = ibanReason(line, candidate);
  const learnt = readCandidate(candidate).learnt.find((text) => isWithin(text, line.words));
  const reasons = [
    ...iban,
    ...nameReason(line, candidate, iban[0]?.code === 'iban_known'),
    ...(learnt ? [reason('text_learnt', 3.5, { text: learnt.join(' ') })] : []),
    ...beforeReason(line, candidate),
  ];
  const sum = weightOf(reasons);
  const most = sum > 0 ? PARTY_MOST : OTHER_MOST;
  return Math.abs(sum) > Math.abs(most) ? reasons.map((each) => ({ ...each, weight: (each.weight * most) / sum })) : reasons;
}

/** How a line names a document. */
export type DocumentNaming = 'exact' | 'loose' | 'typo' | 'other' | 'none';

/** A text that has the beginning of our numbers and goes on otherwise names another document. */
function namesOther({ lead, count }: ReferenceForm, { windows }: TextReferences): boolean {
  if (lead.length < 3 || !/\d/.test(lead) || count === '') return false;
  return windows.some(
    (window) => window.startsWith(lead) && /^\d+$/.test(window.slice(lead.length)) && Number(window.slice(lead.length)) !== Number(count),
  );
}

/** One letter wrong of a number that is long enough to be told by the rest. */
function nearlyNames({ compact, lead, count }: ReferenceForm, { windows, keys }: TextReferences): boolean {
  const forms = [compact, `${lead}${count}`].filter((form) => form.length >= 6);
  return forms.some((form) => [...windows, ...keys].some((told) => oneChange(form, told)));
}

export function namingOf({ line, references }: ReadLine, candidate: MatchCandidate): DocumentNaming {
  const { endToEndId, kind } = candidate;
  if (endToEndId !== undefined && endToEndId === line.endToEndId) return 'exact';
  const { keys, forms, names } = readCandidate(candidate);
  if (keys.some((key) => !key.startsWith('#') && references.keys.includes(key))) return 'exact';
  // A figure of the party's name is no count of a document.
  const loose = keys.some((key) => references.loose.has(key) && !names.flat().includes(key.slice(1)));
  // A terminal's takings are told by its number and the day.
  if (kind === 'pos' || kind === 'transfer') return loose ? 'loose' : 'none';
  if (forms.some((form) => nearlyNames(form, references))) return 'typo';
  if (forms.some((form) => namesOther(form, references))) return 'other';
  return loose ? 'loose' : 'none';
}

/** What naming a document is worth. A count alone, or a number with a letter wrong, is worth something where the amount and the party agree. */
export function namingReasons(read: ReadLine, candidate: MatchCandidate, agrees: boolean): MatchReason[] {
  const naming = namingOf(read, candidate);
  const params = { number: candidate.numbers[0] ?? candidate.id };
  if (naming === 'exact' && candidate.endToEndId !== undefined && candidate.endToEndId === read.line.endToEndId)
    return [reason('end_to_end_equal', 9, { id: candidate.endToEndId })];
  if (naming === 'exact') return [reason('reference_found', 6, params)];
  if (naming === 'other') return [reason('other_reference', -3, params)];
  if (naming === 'none' || !agrees) return [];
  return [naming === 'typo' ? reason('reference_similar', 3, params) : reason('reference_count', 2.5, params)];
}

/** What a distance in days is worth, of kinds that come on a day of their own. */
function nearOrFar(days: number, near: number): MatchReason {
  if (days <= near) return reason('date_near', 1, { days });
  return reason('date_far', days <= 5 ? -1 : -4, { days });
}

/** 1970-01-01 was a Thursday. */
const isWeekend = (day: IsoDate): boolean => [2, 3].includes(((daysBetween('1970-01-01', day) % 7) + 7) % 7);

/** Days on which banks book between two: what is sent on a Friday comes on a Monday. */
function bankDays(a: IsoDate, b: IsoDate): number {
  const [first, last] = a < b ? [a, b] : [b, a];
  let days = 0;
  for (let day = addDays(first, 1); day <= last && days <= 5; day = addDays(day, 1)) if (!isWeekend(day)) days += 1;
  return days;
}

/** A transfer between two accounts comes on the same day or the next: later ones are others of that amount, mostly. */
function transferReason(days: number): MatchReason {
  if (days <= 1) return reason('date_near', 1, { days });
  return reason('date_far', days === 2 ? -0.6 : days === 3 ? -1.5 : -4, { days });
}

/** How the day agrees with when this party is wont to pay. */
export function dateReasons({ line }: ReadLine, { kind, date, dueDate, habit, partyId, partyNames }: MatchCandidate): MatchReason[] {
  const since = daysBetween(date, line.date);
  if (kind === 'transfer') return [transferReason(bankDays(date, line.date))];
  if (kind === 'pos') return [nearOrFar(Math.abs(since), 1)];
  // A run as a whole is carried out on its day, or the next ones on which banks work.
  if (kind === 'run-payment' && partyNames.length === 0) return [nearOrFar(bankDays(date, line.date), 3)];
  if (since < 0) return [reason('date_far', -1.5, { days: since })];
  const days =
    daysBetween(dueDate ?? date, line.date) - (habit?.medianDaysLate ?? line.learnt?.find(({ to }) => to === partyId)?.medianDaysLate ?? 0);
  const far = Math.abs(days);
  if (far <= 10) return [reason('date_near', far <= 4 ? 0.6 : 0.3, { days })];
  return far > 30 ? [reason('date_far', far > 60 ? -0.7 : -0.3, { days })] : [];
}
