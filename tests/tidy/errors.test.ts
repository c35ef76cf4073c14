import { expect, it } from 'vitest';
import { MODULES } from '../../shared/api/modules.ts';
import { codeOf, sources } from '../support/sources.ts';

const THROWN =
  /\b(?:refused|refusal|denial|busy|invalid|missing|conflict|forbidden|tooLarge|new DomainError)\(\s*(?:'[a-z-]+',\s*)?(['`])((?:(?!\1).)*)\1/g;
const codesIn = (text: string): string[] => [...codeOf(text).matchAll(THROWN)].map(([, , code = '']) => code);
/** A code with a variable noun, such as `${kind}.not_found`, stands for every noun. */
const patternOf = (code: string): RegExp => new RegExp(`^${code.replaceAll('.', '\\.').replaceAll(/\$\{[^}]+\}/g, '[a-z_-]+')}$`);

const business = await sources('{shared/domain,functions}/**/*.ts');
/** What stands in an action's file from its own declaration to the next: reads share a file. */
function ownCode(module: string, name: string): string {
  const start = `export const ${name} = `;
  const { text } = business.find((source) => source.path.startsWith(`functions/${module}/`) && source.text.includes(start)) ?? { text: '' };
  const [own = ''] = text.slice(text.indexOf(start) + 1).split('\nexport const ');
  return own;
}
const thrown = business.flatMap(({ path, text }) => codesIn(text).map((code) => ({ path, code })));
const actions = MODULES.flatMap((module) =>
  Object.entries(module.actions).map(([name, spec]) => ({ code: ownCode(module.name, name), errors: spec.errors ?? [] })),
);
const declared = [...new Set(actions.flatMap((action) => action.errors))];

it('names every refusal by a code of the form noun.fault', () => {
  expect(thrown.length).toBeGreaterThan(60);
  const form = /^(\$\{[\w.]+\}|[a-z][a-z_]*)\.[a-z][a-z_]*$/;
  expect(thrown.filter(({ code }) => !form.test(code))).toEqual([]);
  // A kind of record may have two words (credit-note): it is the noun where one is not there, or there already.
  expect(declared.filter((code) => !/^[a-z][a-z_]*\.[a-z][a-z_]*$|^[a-z-]+\.(not_found|exists)$/.test(code))).toEqual([]);
});

it('tells callers in the tables which refusals the rulebook foresees', () => {
  expect(thrown.filter(({ code }) => !declared.some((name) => patternOf(code).test(name)))).toEqual([]);
});

it('tells callers, action by action, what its own code refuses', () => {
  const untold = actions.flatMap(({ code, errors }) =>
    codesIn(code).filter((refusal) => !errors.some((name) => patternOf(refusal).test(name))),
  );
  expect(untold).toEqual([]);
});

it('declares no refusal that nothing throws any more', async () => {
  const runtime = (await sources('shared/runtime/*.ts')).flatMap(({ text }) => [...codesIn(text), ...nounsOf(text)]);
  const patterns = [...thrown.map(({ code }) => code), ...runtime].map(patternOf);
  expect(declared.filter((code) => !patterns.some((pattern) => pattern.test(code)))).toEqual([]);
});

/** Codes that plumbing makes of a kind of record, wherever it puts them together. */
const nounsOf = (text: string): string[] => [...text.matchAll(/`(\$\{[\w.]+\}\.[a-z_]+)`/g)].map(([, code = '']) => code);
