import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { BUNDLE } from '../../infra/tools/build.ts';
import { buildScanLayer } from '../../infra/tools/scan-layer.ts';
import { PAPER_INVOICE, writtenPdf } from '../support/written-pdf.ts';

it('reads a scan from the bundle and the layer alone, away from node_modules and the network, as in Lambda', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scan-layer-'));
  try {
    await build({ ...BUNDLE, entryPoints: { index: 'functions/automation/intake/scan-content.ts' }, outdir: folder });
    await buildScanLayer(join(folder, 'layer'));
    await writeFile(join(folder, 'paper.pdf'), writtenPdf(PAPER_INVOICE));
    await writeFile(
      join(folder, 'read.mjs'),
      `
      import { readFile } from 'node:fs/promises';
      import { openScan, readScan } from './index.mjs';
      globalThis.fetch = () => { throw new Error('nothing is fetched'); };
      const pages = await openScan(await readFile('paper.pdf'), 'application/pdf');
      const { fields } = await readScan(pages, 'scan', { taxId: 'B12345674', name: 'Prueba, S.L.' });
      pages.close();
      process.stdout.write(JSON.stringify([fields.number.value, fields.total.value]));`,
    );
    const env = { NODE_PATH: join(folder, 'layer', 'nodejs', 'node_modules') };
    const text = execFileSync(process.execPath, ['read.mjs'], { cwd: folder, env, encoding: 'utf8' });
    expect(JSON.parse(text)).toEqual(['A-2026/0117', 594_00]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
