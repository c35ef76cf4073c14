import { type Plugin, runnerImport } from 'vite';

type Tree = Readonly<Record<string, unknown>>;
const ID = /^(.*\/src\/i18n\/(es|en)\.ts)\?(first|refusals)$/;
/** What says why something is refused: a quarter of all texts, and nobody reads it on the first view. */
const REFUSALS = ['codes', 'figures', 'rows', 'files'];

function divided({ errors, ...first }: Tree): Readonly<Record<string, Tree>> {
  const [later, now] = [REFUSALS, Object.keys(errors as Tree).filter((name) => !REFUSALS.includes(name))].map((names) =>
    Object.fromEntries(names.map((name) => [name, (errors as Tree)[name]])),
  );
  return { first: { ...first, errors: now }, refusals: { errors: later } };
}

/**
 * The texts of a language in two parts, `es.ts?first` and `es.ts?refusals`: plain data, gathered when the console is built, so
 * that a module's texts stand in one file, and its refusals still come when they are needed.
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
