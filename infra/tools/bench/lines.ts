import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../local/workspace.ts';

/** Where the parts of a module lie; what lies elsewhere belongs to the house. */
const ROOMS = [
  { part: 'functions', pattern: /^functions\/(\w+\/[\w-]+)\// },
  { part: 'rules', pattern: /^shared\/(?:domain|api)\/(\w+\/[\w-]+)(?:\/|\.ts$)/ },
  { part: 'console', pattern: /^web\/src\/(\w+\/[\w-]+)\// },
] as const;
const CODE = ['*.ts', '*.tsx', '*.mjs', '*.css', '*.py', '*.typ'].flatMap((name) =>
  ['functions', 'shared', 'web', 'infra'].map((folder) => `${folder}/${name}`),
);
/** Words in two languages are written for people. */
const isText = (path: string): boolean => /texts\.|\/i18n\//.test(path);

export interface ModuleLines {
  readonly module: string;
  readonly functions: number;
  readonly rules: number;
  readonly console: number;
}

export interface Lines {
  readonly modules: readonly ModuleLines[];
  /** Of no module. */
  readonly house: number;
  readonly total: number;
}

/** Lines that somebody has written and keeps, without tests and texts, by module. */
export async function measureLines(): Promise<Lines> {
  const { stdout } = spawnSync('git', ['ls-files', ...CODE], { cwd: ROOT, encoding: 'utf8' });
  const modules = new Map<string, ModuleLines>();
  let [house, total] = [0, 0];
  for (const path of stdout.split('\n').filter((path) => path && !isText(path))) {
    const lines = (await readFile(join(ROOT, path), 'utf8')).split('\n').length - 1;
    total += lines;
    const room = ROOMS.find(({ pattern }) => pattern.test(path));
    const module = room?.pattern.exec(path)?.[1];
    if (!room || !module) house += lines;
    else {
      const before = modules.get(module) ?? { module, functions: 0, rules: 0, console: 0 };
      modules.set(module, { ...before, [room.part]: before[room.part] + lines });
    }
  }
  return { modules: [...modules.values()].sort((a, b) => sum(b) - sum(a)), house, total };
}

const sum = ({ functions, rules, console }: ModuleLines): number => functions + rules + console;

export function linesText({ modules, house, total }: Lines): string {
  const row = (name: string, ...figures: readonly (string | number)[]) =>
    `  ${name.padEnd(28)}${figures.map((figure) => String(figure).padStart(10)).join('')}`;
  return [
    row('module', 'functions', 'rules', 'console', 'all'),
    ...modules.map((each) => row(each.module, each.functions, each.rules, each.console, sum(each))),
    row('of no module', '', '', '', house),
    row('all', '', '', '', total),
  ].join('\n');
}
