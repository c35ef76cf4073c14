import { expect, it } from 'vitest';
import { MODULES } from '../../infra/modules.ts';
import { codeOf, kebab, sources } from '../support/sources.ts';

const THROWN = /\b(?:refused|invalid|missing|conflict|forbidden|tooLarge|new DomainError)\(\s*(?:'[a-z-]+',\s*)?(['`])((?:(?!\1).)*)\1/g;
const codesIn = (text: string): string[] => [...codeOf(text).matchAll(THROWN)].map(([, , code = '']) => code);
/** A code with a variable noun, such as `${kind}.not_found`, stands for every noun. */
const patternOf = (code: string): RegExp => new RegExp(`^${code.replaceAll('.', '\\.').replaceAll(/\$\{[^}]+\}/g, '[a-z_-]+')}$`);

const business = await sources('{shared/domain,functions}/**/*.ts');
const thrown = business.flatMap(({ path, text }) => codesIn(text).map((code) => ({ path, code })));
const actions = MODULES.flatMap((module) =>
  Object.entries(module.actions).map(([name, spec]) => ({ file: `functions/${module.name}/${kebab(name)}.ts`, errors: spec.errors ?? [] })),
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

it('tells callers, action by action, what its own file refuses', () => {
  const untold = actions.flatMap(({ file, errors }) =>
    thrown.filter(({ path, code }) => path === file && !errors.some((name) => patternOf(code).test(name))),
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
