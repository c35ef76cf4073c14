import { type Plugin, runnerImport } from 'vite';

type Tree = Readonly<Record<string, unknown>>;
type Wanted = (name: string) => boolean;
const ID = /^(.*\/src\/i18n\/(es|en)\.ts)\?(first|later)$/;
/** What says why something is refused: a quarter of all texts, and nobody reads it on the first view. */
const REFUSALS = ['codes', 'figures', 'rows', 'files'];
/** Branches that the screens of their own modules read, and what opens over them: neither home nor what stands around it does. */
const SCREENS = [
  ...[
    'billing',
    'books',
    'customers',
    'goodsReceipts',
    'imports',
    'items',
    'lines',
    'members',
    'opening',
    'orders',
    'payables',
    'records',
    'returns',
  ],
  ...['roles', 'security', 'settings', 'statements', 'stock', 'tax', 'treasury', 'warehouses'],
];

const of = (tree: Tree, wanted: Wanted): Tree => Object.fromEntries(Object.entries(tree).filter(([name]) => wanted(name)));

function divided({ errors, ...branches }: Tree): Readonly<Record<string, Tree>> {
  const [isRefusal, isScreen] = [REFUSALS, SCREENS].map((names) => (name: string) => names.includes(name)) as [Wanted, Wanted];
  return {
    first: { ...of(branches, (name) => !isScreen(name)), errors: of(errors as Tree, (name) => !isRefusal(name)) },
    later: { ...of(branches, isScreen), errors: of(errors as Tree, isRefusal) },
  };
}

/**
 * The texts of a language in two parts, `es.ts?first` and `es.ts?later`: plain data, gathered when the console is built, so
 * that a module's texts stand in one file, and those that the first view does not show still come when they are needed.
 */
export function texts(): Plugin {
  return {
    name: 'trastienda-texts',
    async load(id) {
      const [, file = '', language = '', part = ''] = ID.exec(id) ?? [];
      if (!part) return undefined;
      const { module, dependencies } = await runnerImport<Record<string, Tree>>(file, { configFile: false, logLevel: 'error' });
      for (const each of [file, ...dependencies]) this.addWatchFile(each);
      return `export default ${JSON.stringify(divided(module[language] ?? {})[part])};`;
    },
  };
}
