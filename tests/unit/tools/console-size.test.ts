import { expect, it } from 'vitest';
import { loadsOf } from '../../../infra/tools/bench/console.ts';

it('counts what the first view fetches, and what each screen adds to it, each file once', () => {
  const manifest = {
    'index.html': { file: 'assets/index.js', isEntry: true, imports: ['_react.js'], css: ['assets/index.css'] },
    '_react.js': { file: 'assets/react.js', imports: ['_common.js'] },
    '_common.js': { file: 'assets/common.js', imports: ['_react.js'] },
    '_table.js': { file: 'assets/table.js', imports: ['_react.js'], css: ['assets/table.css'] },
    'src/orders/page.tsx': { file: 'assets/orders.js', isDynamicEntry: true, imports: ['_table.js', 'index.html'] },
    'src/home.tsx': { file: 'assets/home.js', isDynamicEntry: true, imports: ['_react.js'] },
  };
  const sizes = new Map([
    ['assets/index.js', 100],
    ['assets/react.js', 60],
    ['assets/common.js', 7],
    ['assets/index.css', 20],
    ['assets/table.js', 30],
    ['assets/table.css', 4],
    ['assets/orders.js', 11],
    ['assets/home.js', 5],
  ]);
  expect(loadsOf(manifest, sizes)).toEqual({
    first: { name: 'first view', scripts: 167, styles: 20, files: 4 },
    later: [
      { name: 'orders/page.tsx', scripts: 41, styles: 4, files: 3 },
      { name: 'home.tsx', scripts: 5, styles: 0, files: 1 },
    ],
  });
});
