import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { BUNDLE } from '../../infra/tools/build.ts';
import { buildPrintLayer } from '../../infra/tools/print-layer.ts';
import { readPdf } from '../support/pdf.ts';

const paper = {
  language: 'es',
  title: 'Factura',
  number: 'F2026-000001',
  letterhead: { name: 'Prueba, S.L.', lines: [], accent: '#0f5b5c', tint: '#f2f6f6' },
  parties: [{ label: 'Cliente', name: '上海 חברה شركة', lines: [] }],
  facts: [],
  blocks: [],
  foot: [],
};
/** The engine's name for this machine, as npm installed it. */
const platform = { linux: `linux-${process.arch}-gnu`, darwin: `darwin-${process.arch}` }[process.platform as 'linux' | 'darwin'];

it('prints from the bundle and the layer alone, away from node_modules, as in Lambda', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'print-layer-'));
  try {
    await build({ ...BUNDLE, entryPoints: { index: 'shared/runtime/paper/print-paper.ts' }, outdir: folder });
    await buildPrintLayer(join(folder, 'layer'), platform);
    await writeFile(
      join(folder, 'print.mjs'),
      `
      import { writeFile } from 'node:fs/promises';
      import { printPaper } from './index.mjs';
      await writeFile('paper.pdf', printPaper({ ...${JSON.stringify(paper)}, at: new Date('2026-03-10T10:00:00Z') }));`,
    );
    execFileSync(process.execPath, ['print.mjs'], { cwd: folder, env: { NODE_PATH: join(folder, 'layer', 'nodejs', 'node_modules') } });
    const { text } = await readPdf(await readFile(join(folder, 'paper.pdf')));
    for (const word of ['F2026-000001', '上海', 'חברה', 'شركة']) expect(text).toContain(word);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
