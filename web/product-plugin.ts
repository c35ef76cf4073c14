import { join } from 'node:path';
import { type Plugin, runnerImport } from 'vite';

const ID = 'virtual:product';
const SOURCE = join(import.meta.dirname, 'product.ts');

/** The module `virtual:product`: what `product.ts` exports, as values, without the tables and schemas that it reads. */
export function product(): Plugin {
  return {
    name: 'trastienda-product',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    async load(id) {
      if (id !== `\0${ID}`) return undefined;
      const { module, dependencies } = await runnerImport<Record<string, unknown>>(SOURCE, { configFile: false, logLevel: 'error' });
      for (const file of [SOURCE, ...dependencies]) this.addWatchFile(file);
      return Object.entries(module)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
  };
}
