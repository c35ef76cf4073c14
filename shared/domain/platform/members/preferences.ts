import * as z from 'zod/mini';
import { conflict, invalid, tooLarge } from '#kernel/errors.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { storedOf } from '#kernel/stored.ts';
import { Locale } from './member.ts';
import { MAX_FAVOURITES, MAX_NAME, MAX_VIEWS } from './preference-limits.ts';
import { sameName } from './view-name.ts';

/** The most that a member's preferences, or a company's shared views, may take as JSON in UTF-8. */
export const MAX_PREFERENCES_BYTES = 16 * 1024;

export const ViewName = z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_NAME));
/** What a list is narrowed and sorted by, as it stands in the address of its page. */
const SearchText = z.record(
  z.string().check(z.regex(/^[A-Za-z][\w.-]{0,39}$/, 'must be the name of a filter, such as status')),
  z.string().check(z.maxLength(200)),
);

export const ListView = z.strictObject({ name: ViewName, search: SearchText });
export type ListView = z.output<typeof ListView>;

/** The views of each list, by the name that the console gives the list; no two views of a list have one name. */
export const Views = z.record(
  z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be the name of a list, such as orders')),
  z.array(ListView).check(z.maxLength(MAX_VIEWS)),
);
export type Views = z.output<typeof Views>;

/** A page among the favourites: by its address, with a name where it is no page of the menu, whose names follow the language. */
const Favourite = z.strictObject({
  path: z.string().check(z.regex(/^\/[\w./-]{0,119}$/, 'must be the address of a page, such as /orders')),
  name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
});
export type Favourite = z.output<typeof Favourite>;

/** What a person has set in the console. Absent: never set. */
export const Preferences = z.strictObject({
  language: z.optional(Locale),
  /** `auto`: as the device has it. */
  scheme: z.optional(z.enum(['light', 'dark', 'auto'])),
  /** Whether the guided tour was begun or declined. */
  tourSeen: z.optional(z.boolean()),
  /** Areas of the menu that were unfolded or folded by hand, by name. */
  unfolded: z.optional(
    z.record(z.string().check(z.regex(/^[a-z][A-Za-z]{0,29}$/, 'must be the name of an area, such as sales')), z.boolean()),
  ),
  /** Whether the menu is a rail of icons. */
  rail: z.optional(z.boolean()),
  favourites: z.optional(z.array(Favourite).check(z.maxLength(MAX_FAVOURITES))),
  views: Views,
});
export type Preferences = z.output<typeof Preferences>;
export const SharedViews = z.object({
  views: storedOf(Views),
});
export type SharedViews = Readonly<z.output<typeof SharedViews>>;

/** Of one member, and of nobody else: its id is made of who is calling. */
export const MemberPreferences = recordType<Preferences>({
  kind: 'preferences',
  prefix: 'prf',
  data: storedOf(Preferences),
  history: 'ends',
  screen: { none: 'They are in force wherever their member is.' },
  // A member reads their own by who they are.
  read: 'nobody',
});
/** Of the whole company: one record. */
export const CompanyViews = recordType<SharedViews>({
  kind: 'shared-views',
  prefix: 'shv',
  data: SharedViews,
  history: 'ends',
  screen: { none: 'Each list shows its own views.' },
  read: 'member',
});
export const SHARED_ID = 'shv_main';

/** What stands in the records as JSON, in bytes. */
export const bytesOf = (content: unknown): number => new TextEncoder().encode(JSON.stringify(content)).length;

/**
 * @throws DomainError `view.same_name` (400) at the later of two views of one name, `preferences.too_large` (413) for more than
 *   {@link MAX_PREFERENCES_BYTES} in all.
 */
export function requireKeepable(content: Preferences | SharedViews): void {
  for (const [list, views] of Object.entries(content.views))
    for (const [at, { name }] of views.entries())
      if (views.slice(0, at).some((other) => sameName(other.name, name)))
        throw invalid('view.same_name', `The list ${list} has another view named ${name}.`, `body.views.${list}.${at}.name`, {
          list,
          name,
        });
  const bytes = bytesOf(content);
  if (bytes > MAX_PREFERENCES_BYTES)
    throw tooLarge(
      'preferences.too_large',
      `This takes ${bytes} bytes; the most is ${MAX_PREFERENCES_BYTES}. Remove some views first.`,
      'body.views',
      {
        bytes,
        most: MAX_PREFERENCES_BYTES,
      },
    );
}

/**
 * What is sent was made from the version that is kept: else it would undo what another browser has sent meanwhile.
 * @throws DomainError `preferences.changed` (409).
 */
export function requireVersion(before: Stored<object> | undefined, version: number): void {
  const kept = before?.rev ?? 0;
  if (kept !== version)
    throw conflict(
      'preferences.changed',
      `Version ${kept} is kept, not ${version}: read it, and put your change into that.`,
      'body.version',
      { kept, version },
    );
}
