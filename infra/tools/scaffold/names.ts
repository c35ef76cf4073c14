import { Failure } from '../local/failure.ts';

/** Where business is divided: the first folder of every path. */
export const CONTEXTS = [
  ...['platform', 'finance', 'sales', 'inventory', 'purchasing', 'manufacturing'],
  ...['projects', 'hr', 'crm', 'automation', 'insights', 'it'],
];
const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const BANNED = ['util', 'utils', 'helper', 'helpers', 'common', 'misc'];

/** What an action does, as far as its verb tells. */
export type Doing = 'create' | 'get' | 'list' | 'step';

export interface Names {
  readonly context: string;
  readonly module: string;
  /** `write-off-invoice`; its key in the table is `writeOffInvoice`. */
  readonly action: string;
  readonly key: string;
  readonly doing: Doing;
  /** `write-off` */
  readonly verb: string;
  /** `invoice`, in the singular. */
  readonly noun: string;
  /** What the module's routes begin with: `/payables`, or nothing in a module whose kinds stand at the top. */
  readonly area: string;
}

export const pascal = (kebab: string): string => kebab.replaceAll(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
export const camel = (kebab: string): string => pascal(kebab).replace(/^./, (letter) => letter.toLowerCase());

export function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

export function singular(nouns: string): string {
  if (nouns.endsWith('ies')) return `${nouns.slice(0, -3)}y`;
  return nouns.replace(/(?<=s|x|ch|sh)es$|(?<!s)s$/, '');
}

/**
 * Reads `<context>/<module>` and `<verb-noun>`.
 * @param kinds of records that there are: they tell where a verb of several words ends.
 * @throws Failure saying what is wrong with a name.
 */
export function namesFrom(target: string | undefined, action: string | undefined, kinds: readonly string[]): Names {
  const [context = '', module = '', ...more] = (target ?? '').split('/');
  if (!target || !action || more.length > 0) throw new Failure('usage: npm run new -- <context>/<module> <verb-noun>');
  if (!CONTEXTS.includes(context)) throw new Failure(`${context || 'nothing'} is no context: choose of ${CONTEXTS.join(', ')}`);
  requireName('a module', module);
  requireName('an action', action);
  const words = action.split('-');
  if (words.length < 2) throw new Failure(`${action} is not a verb and a noun, such as write-off-invoice`);
  const isList = words[0] === 'list';
  const partOf = words.map((_, i) => words.slice(i).join('-')).find((noun, i) => i > 0 && kinds.includes(noun));
  const rest = partOf ?? words.slice(1).join('-');
  const verb = action.slice(0, -rest.length - 1);
  const doing = verb === 'create' || verb === 'get' || verb === 'list' ? verb : 'step';
  return { context, module, action, key: camel(action), doing, verb, noun: isList ? singular(rest) : rest, area: '' };
}

function requireName(what: string, name: string): void {
  if (!KEBAB.test(name)) throw new Failure(`${name || 'nothing'} is no name for ${what}: lower-case words with hyphens between`);
  const banned = name.split('-').find((word) => BANNED.includes(word));
  if (banned) throw new Failure(`${name} says nothing about what it does: choose a name without ${banned}`);
}
