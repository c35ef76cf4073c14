import * as z from 'zod/mini';
import { invalid } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { minorText } from '#kernel/money.ts';
import { type Permission, ROLES } from '#kernel/permission.ts';
import { cut, WRITTEN_TEXT } from '#kernel/text.ts';
import type { FieldType, FieldValue } from '#kernel/trigger.ts';
import { FORMATS, REPORTS, reportSpec, spansOf } from './report.ts';
import { SPANS } from './span.ts';

export const MAX_EFFECTS = 5;
export const MAX_TOLD = 20;
const MAX_ROLES = 5;
export const MAX_ADDRESSES = 5;

const Text = z.string().check(z.trim(), z.minLength(1), z.maxLength(1000), z.regex(WRITTEN_TEXT));
const Line = z.string().check(z.trim(), z.minLength(1), z.maxLength(120), z.regex(/^[^\p{Cc}]*$/u));
const Tag = z.string().check(z.trim(), z.minLength(1), z.maxLength(40), z.regex(/^[^\p{Cc}#,]+$/u, 'must be words without # and ,'));
const People = z.array(idWith('mem')).check(z.maxLength(MAX_TOLD));
/** Everybody who has one of these when it is done: a role that every company has, or one of its own. */
const Roles = z.optional(z.array(z.union([z.enum(ROLES), idWith('rol')])).check(z.maxLength(MAX_ROLES)));

/** What a rule does. Texts may name fields of its trigger: `{{customer}}`. */
export const Effect = z.discriminatedUnion('do', [
  /** Tags the record. */
  z.strictObject({ do: z.literal('tag'), tags: z.array(Tag).check(z.minLength(1), z.maxLength(5)) }),
  /** Writes a note about the record. */
  z.strictObject({ do: z.literal('note'), text: Text }),
  /** Tells members, in the console's inbox, by a note that mentions them. */
  z.strictObject({ do: z.literal('tell'), members: People, roles: Roles, text: Text }),
  /** Sends members a mail. */
  z.strictObject({ do: z.literal('mail'), members: People, roles: Roles, subject: Line, text: Text }),
  /** Invoices what is to be invoiced of the order. */
  z.strictObject({ do: z.literal('invoiceOrder') }),
  /** Puts the document away without an entry. */
  z.strictObject({ do: z.literal('keepDocument') }),
  /** Puts the bank line aside, with this as its reason. */
  z.strictObject({ do: z.literal('ignoreBankLine'), text: Line }),
  /** Sends a report as a file: attached, or to be fetched in the console where it is too large for a mail. */
  z.strictObject({
    do: z.literal('report'),
    report: z.enum(REPORTS),
    format: z.enum(FORMATS),
    /** Which days it is of, seen from the day on which it is made; absent: the usual ones. */
    span: z.exactOptional(z.enum(SPANS)),
    members: People,
    roles: Roles,
    /** Outside of the company: the adviser's. */
    addresses: z.array(z.email().check(z.maxLength(120))).check(z.maxLength(MAX_ADDRESSES)),
  }),
]);
export type Effect = Readonly<z.output<typeof Effect>>;
export type EffectName = Effect['do'];
export const EFFECT_NAMES = [
  'tag',
  'note',
  'tell',
  'mail',
  'invoiceOrder',
  'keepDocument',
  'ignoreBankLine',
  'report',
] as const satisfies readonly EffectName[];

/** What each effect takes beside looking at records. */
const EFFECT_NEEDS: Readonly<Record<Exclude<EffectName, 'report'>, readonly Permission[]>> = {
  tag: ['tags.write'],
  note: [],
  tell: [],
  mail: [],
  invoiceOrder: ['orders.invoice'],
  keepDocument: ['documents.write'],
  ignoreBankLine: ['books.post'],
};
/** What an effect takes beside looking at records: a run may do what its own effects need, and no more. */
export function needsOf(effect: Effect): readonly Permission[] {
  if (effect.do !== 'report') return EFFECT_NEEDS[effect.do];
  const { needs } = reportSpec(effect.report);
  return needs ? [needs] : [];
}

const PLACE = /\{\{\s*([A-Za-z]{1,30})\s*\}\}/g;

/** The fields that a text names. */
const namedIn = (text: string): string[] => [...text.matchAll(PLACE)].map(([, name = '']) => name);

const textsOf = (effect: Effect): readonly (readonly [string, string])[] =>
  effect.do === 'mail'
    ? [
        ['subject', effect.subject],
        ['text', effect.text],
      ]
    : 'text' in effect
      ? [['text', effect.text]]
      : [];

type Telling = Extract<Effect, { readonly members: unknown }>;
const isToNobody = ({ members, roles = [], ...effect }: Telling): boolean =>
  members.length + roles.length + (effect.do === 'report' ? effect.addresses.length : 0) === 0;

/** @throws DomainError `rule.nobody`, or `rule.field` (400) where a text names what the trigger says nothing of. */
export function requireTexts(effects: readonly Effect[], fields: Readonly<Record<string, unknown>>, trigger: string): void {
  for (const [at, effect] of effects.entries())
    if ('members' in effect && isToNobody(effect))
      throw invalid('rule.nobody', 'It is told to nobody: name a member, a role or an address.', `body.effects.${at}.members`);
  for (const [at, effect] of effects.entries())
    for (const [part, text] of textsOf(effect))
      for (const name of namedIn(text))
        if (!Object.hasOwn(fields, name))
          throw invalid('rule.field', `${trigger} says nothing of ${name}.`, `body.effects.${at}.${part}`, { field: name, trigger });
}

/** @throws DomainError `rule.report` (400) where a report is not of these days, or is no file of this format. */
export function requireReports(effects: readonly Effect[]): void {
  for (const [at, effect] of effects.entries()) {
    if (effect.do !== 'report') continue;
    const { report, format, span } = effect;
    if (!reportSpec(report).formats.includes(format))
      throw invalid('rule.report', `${report} is no ${format}.`, `body.effects.${at}.format`, { report, format });
    if (span !== undefined && !spansOf(report).includes(span))
      throw invalid('rule.report', `${report} is not of ${span}.`, `body.effects.${at}.span`, { report, span });
  }
}

const MAX_VALUE = 120;

/** The same on one line, as the subject of a mail must be: a value may hold line breaks. */
export const filledLine = (...given: Parameters<typeof filled>): string =>
  filled(...given)
    .replace(/\s+/g, ' ')
    .trim();

/** A text with the values that it names: amounts as `1234.50 EUR`, what is not there as a dash. */
export function filled(
  text: string,
  types: Readonly<Record<string, { readonly type: FieldType }>>,
  values: Readonly<Record<string, FieldValue>>,
): string {
  return text.replaceAll(PLACE, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return '–';
    return types[name]?.type === 'money' ? `${minorText(Number(value))} EUR` : cut(String(value), MAX_VALUE);
  });
}
