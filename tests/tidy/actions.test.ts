import { existsSync, globSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../infra/tools/local/workspace.ts';
import { MODULES } from '../../shared/api/modules.ts';
import type { ActionSpec } from '../../shared/kernel/action.ts';
import { codeOf, sources } from '../support/sources.ts';

const functions = new Map((await sources('functions/**/*.ts')).map(({ path, text }) => [path, text]));
const tests = (await sources(['tests/{unit,integration,workflows,scenarios,e2e,load}/**/*.ts'])).map(({ text }) => text).join('\n');
const actions = MODULES.flatMap((module) =>
  Object.entries(module.actions).map(([name, spec]): readonly [string, string, ActionSpec] => [module.name, name, spec]),
);

it('deploys every module that has a table', () => {
  const tables = globSync('shared/api/*/*.ts', { cwd: ROOT }).map((path) => path.slice('shared/api/'.length, -'.ts'.length));
  expect(tables.sort()).toEqual(MODULES.map((module) => module.name).sort());
});

it('serves every action by the function of its profile', () => {
  const unserved = actions.filter(([module, name, { profile }]) => {
    const entry = functions.get(`functions/${module}/${profile}.ts`);
    const served = entry && /serve(?:Module)?\(\s*\w+,\s*\{([^}]*)\}/.exec(codeOf(entry))?.[1];
    return !served?.split(',').some((part) => part.trim() === name);
  });
  expect(unserved.map(([module, name, { profile }]) => `${module}/${profile}.ts does not serve ${name}`)).toEqual([]);
});

it('serves nothing by the function of another profile', () => {
  const strays = [...functions].flatMap(([path, text]) => {
    const [, module = '', profile] =
      /^functions\/(.+)\/(commands|queries|documents|uploads|print|identities|secrets|public)\.ts$/.exec(path) ?? [];
    const served = (/serve(?:Module)?\(\s*\w+,\s*\{([^}]*)\}/.exec(codeOf(text))?.[1] ?? '').split(',').map((part) => part.trim());
    const own = actions.filter(([of, , spec]) => of === module && spec.profile === profile).map(([, name]) => name);
    return profile ? served.filter((name) => name && !own.includes(name)).map((name) => `${path}: ${name}`) : [];
  });
  expect(strays).toEqual([]);
});

it('has each action beside its function: a command in a file of its name, reads together or alone', () => {
  const missing = actions.filter(([module, name]) => {
    const files = [...functions].filter(([path]) => path.startsWith(`functions/${module}/`));
    return !files.some(([, text]) => text.includes(`export const ${name} = `));
  });
  expect(missing.map(([module, name]) => `${module}: ${name}`)).toEqual([]);
});

it('has a table in every folder of the spine', () => {
  const modules = readdirSync(join(ROOT, 'functions')).flatMap((context) =>
    readdirSync(join(ROOT, 'functions', context), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [`${context}/${entry.name}`] : [],
    ),
  );
  expect(modules.filter((module) => !existsSync(join(ROOT, 'shared', 'api', `${module}.ts`)))).toEqual([]);
});

it('routes no two actions alike, and writes only by commands', () => {
  const routes = actions.map(([, , spec]) => spec.route.replaceAll(/\{\w+\}/g, '{}'));
  expect(routes.filter((route, i) => routes.indexOf(route) !== i)).toEqual([]);
  const readers = actions.filter(([, , spec]) => spec.profile === 'queries' && !spec.route.startsWith('GET '));
  expect(readers.map(([, name]) => name)).toEqual([]);
});

it('calls every action in a test, by its name or its route', () => {
  const untested = actions.filter(([, name, { route }]) => !new RegExp(`\\b${name}\\b`).test(tests) && !calls(route).test(tests));
  const names = untested.map(([module, name]) => `${module}: ${name}`);
  expect(names).toEqual([]);
});

/** `GET /orders/{orderId}` also as `GET /orders/${id}`, up to a query or the end of the text. */
function calls(route: string): RegExp {
  const parts = route.split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`${parts.join('[^/\'"`\\n]+')}['"\`?]`);
}
