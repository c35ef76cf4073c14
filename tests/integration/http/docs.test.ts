import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deployed, send } from '../../support/http.ts';

const committed = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'openapi.json'), 'utf8'));

describe('the API explains itself to anybody', () => {
  test('GET /openapi.json is the committed document', async () => {
    const answer = await send('GET /openapi.json');
    expect(answer.status).toBe(200);
    expect(answer.type).toBe('application/json');
    expect(answer.body).toEqual(committed);
  });

  test('GET /docs is a page that loads nothing from elsewhere', async () => {
    const page = await send('GET /docs');
    expect(page.status).toBe(200);
    expect(page.type).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
    const links = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link ?? '');
    expect(links.filter((link) => /^(https?:)?\/\//.test(link))).toEqual([]);
    const assets = links.filter((link) => link.startsWith('docs/'));
    expect(assets).toHaveLength(4);
    for (const asset of assets) {
      const file = await fetch(`${deployed().apiUrl}/${asset}`);
      expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
      expect(file.headers.get('content-type')).toBe(asset.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8');
      // fetch has unpacked it: a script or style sheet in plain text.
      expect((await file.text()).slice(0, 4000)).toMatch(/[{(]/);
    }
  });

  test('an asset that is not there is a 404, and a name that leads elsewhere is refused', async () => {
    expect(await send('GET /docs/other.0123456789ab.js')).toMatchObject({ status: 404, body: { code: 'asset.not_found' } });
    expect(await send('GET /docs/..%5Cindex.mjs')).toMatchObject({ status: 400, body: { code: 'input.invalid', field: 'path.asset' } });
  });
});
