import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sealBooks } from '../../../../functions/finance/proof/book-seals.ts';
import { digest, hexOf } from '../../../../functions/finance/proof/digest.ts';
import { handler as documents } from '../../../../functions/finance/proof/documents.ts';
import { writeProof } from '../../../../functions/finance/proof/proof-export.ts';
import { handler as queries } from '../../../../functions/finance/proof/queries.ts';
import { leafHash, linkHash, NO_LINK } from '../../../../shared/domain/finance/proof/merkle.ts';
import { triggerNamed } from '../../../../shared/domain/triggers.ts';
import type { RecordTrigger } from '../../../../shared/kernel/trigger.ts';
import { s3 } from '../../../../shared/runtime/documents.ts';
import { call, newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { postLines } from '../../../support/ledger.ts';
import { useMemoryBucket } from '../../../support/memory-bucket.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { closesOf } from '../../../support/month-close.ts';
import { projectCompany } from '../../../support/projection.ts';
import { putRaw, rawItem } from '../../../support/raw-items.ts';

const VERIFY = join(import.meta.dirname, '../../../../docs/verify');
const MONTHS = ['2026-03', '2026-04'];
useMemoryTable({ openWork: true, lists: true });
const folder = mkdtempSync(join(tmpdir(), 'proof-'));
let tenant = '';
let objects: Map<string, Buffer>;
let books: string;
let entryIds: string[];
const on = (day: string) => vi.setSystemTime(new Date(`${day}T10:00:00Z`));
const sealNow = async (day: string) => {
  on(day);
  return sealBooks(recordsOf(tenant));
};
const exported = async () => (await writeProof(recordsOf(tenant), MONTHS, 1000))?.text ?? '';
const get = async (path: string, template: string) =>
  (await call(template.endsWith('{sealId}') ? documents : queries, path, template, { tenant })).body;

/** Forty entries of March and three of April, in two seals. */
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  on('2026-04-06');
  objects = useMemoryBucket().objects;
  tenant = newTenant();
  await newCompany(tenant);
  entryIds = [];
  for (let i = 1; i <= 40; i += 1) {
    const { body } = await postLines(tenant, '2026-03-02', `Capital ${i}`, ['572', `${i}.00`], ['100', `-${i}.00`]);
    entryIds.push(body.id);
  }
  await projectCompany(tenant);
  expect([await sealNow('2026-04-07'), await sealNow('2026-04-07')]).toEqual([1, undefined]);
  for (const day of ['2026-03-31', '2026-04-01', '2026-04-02', '2026-04-03'])
    await postLines(tenant, day, 'Más', ['572', '5.00'], ['100', '-5.00']);
  await projectCompany(tenant);
  expect([await sealNow('2026-04-08'), await sealNow('2026-04-09')]).toEqual([2, undefined]);
  books = await exported();
}, 60_000);
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const sealFiles = (): string[] => [...objects].filter(([key]) => key.includes('/seals/')).map(([, bytes]) => bytes.toString('utf8'));

/** What one of the programs says of some books and seals. */
function said(program: 'verify-books.mjs' | 'verify_books.py', text: string, seals: readonly string[]) {
  writeFileSync(join(folder, 'books.tsv'), text);
  const paths = seals.map((seal, i) => {
    const path = join(folder, `seal-${i}.json`);
    writeFileSync(path, seal);
    return path;
  });
  const command = program.endsWith('.py') ? 'python3' : process.execPath;
  const { stdout, stderr, status } = spawnSync(command, [join(VERIFY, program), join(folder, 'books.tsv'), ...paths], { encoding: 'utf8' });
  return { lines: `${stdout}${stderr}`.trim().split('\n'), status };
}

/** The faults that both programs find: they must say the same. */
function faultsIn(text: string, seals = sealFiles()): string[] {
  const [node, python] = [said('verify-books.mjs', text, seals), said('verify_books.py', text, seals)];
  expect(new Set(python.lines)).toEqual(new Set(node.lines));
  expect(python.status).toBe(node.status);
  const faults = node.lines.filter((line) => line.startsWith('✗'));
  expect(node.status).toBe(faults.length > 0 ? 1 : 0);
  return faults.map((fault) => fault.slice(2));
}

const lines = () => books.split('\n');
/** The places of the lines of entries of the longest sequence, which are sealed. */
const longest = (): number[] => {
  const runs: number[][] = [];
  for (const [i, line] of lines().entries()) {
    if (line.startsWith('sequence')) runs.push([]);
    if (line.startsWith('entry')) runs.at(-1)?.push(i);
  }
  return runs.toSorted((a, b) => b.length - a.length)[0] ?? [];
};
const textOf = (line: string): { document: string; seq: number; lines: { amount: number }[] } => JSON.parse(line.split('\t')[3] ?? '');
const nameOf = (at: number): string => {
  const entry = JSON.parse(lines()[at]?.split('\t')[3] ?? '');
  return `${entry.period}.${entry.shard} no. ${entry.seq} (${entry.document})`;
};

describe('books as they came', () => {
  it('agree: entries, chain, seals, balances', () => {
    expect(faultsIn(books)).toEqual([]);
    expect(said('verify-books.mjs', books, sealFiles()).lines).toEqual([
      expect.stringMatching(/^✓ 44 entries in \d sequences, 2 seals over 44 entries: all agrees$/),
    ]);
  });

  it('have seals that follow one another, each with its file where it is kept', async () => {
    const { items } = await get('GET /proof/seals', 'GET /proof/seals');
    expect(items.map(({ no, day, entries }: { no: number; day: string; entries: number }) => [no, day, entries])).toEqual([
      [2, '2026-04-08', 4],
      [1, '2026-04-07', 40],
    ]);
    const hashes = sealFiles().map((file) => createHash('sha256').update(file).digest('hex'));
    expect(items.map(({ sha256 }: { sha256: string }) => sha256)).toEqual(hashes.toReversed());
    expect(items.map(({ previous }: { previous?: string }) => previous)).toEqual([hashes[0], undefined]);
    // What signs the link to the file.
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, 'test');
    const seal = await get('GET /proof/seals/bsl_000002', 'GET /proof/seals/{sealId}');
    expect([seal.no, seal.fileName, new URL(seal.url).pathname]).toEqual([
      2,
      'seal-000002-2026-04-08.json',
      expect.stringMatching(/\/seals\/000002\.json$/),
    ]);
    expect(seal.parts).toEqual(JSON.parse(sealFiles()[1] ?? '').parts.map(({ leaves: _, ...part }: { leaves: string }) => part));
    const told = (triggerNamed('books.sealed') as RecordTrigger).at({ ...items[0], parts: [] } as never, '2026-04-08');
    expect(told).toBe('2026-04-08T10:00:00.000Z');
  });

  it('prove each entry by the way from its hash to the root of its seal', async () => {
    for (const id of [entryIds[0], entryIds[17], entryIds[39]]) {
      const proof = await get(`GET /proof/${id}`, 'GET /proof/{entryId}');
      expect([proof.intact, proof.seal.no]).toEqual([true, 1]);
      let hash = createHash('sha256').update(Buffer.of(0)).update(proof.text).digest();
      expect(hash.toString('hex')).toBe(proof.leaf);
      for (const { side, hash: beside } of proof.path) {
        const pair = [hash, Buffer.from(beside, 'hex')];
        if (side === 'left') pair.reverse();
        hash = createHash('sha256').update(Buffer.of(1)).update(Buffer.concat(pair)).digest();
      }
      expect(hash.toString('hex')).toBe(proof.part.root);
      const sealed = JSON.parse(sealFiles()[0] ?? '').parts;
      expect(sealed.map(({ root }: { root: string }) => root)).toContain(proof.part.root);
    }
  });
});

describe('somebody who changes the books', () => {
  /** An entry with another amount on both sides. */
  const changed = (line: string): string => {
    const [what, leaf, chain, text = ''] = line.split('\t');
    return [what, leaf, chain, text.replace(/"amount":(-?)(\d)/g, '"amount":$19$2')].join('\t');
  };

  it('changes one: it is named, and the balances do not agree', () => {
    const at = longest()[2] ?? 0;
    const faults = faultsIn(
      lines()
        .with(at, changed(lines()[at] ?? ''))
        .join('\n'),
    );
    expect(faults[0]).toBe(`${nameOf(at)}: is not the entry of seal 1: changed since`);
    expect(
      faults
        .slice(1)
        .map((fault) => fault.slice(0, 12))
        .toSorted(),
    ).toEqual(['account 100,', 'account 572,']);
    // Without the seals, by what the export says of its own.
    expect(
      faultsIn(
        lines()
          .with(at, changed(lines()[at] ?? ''))
          .join('\n'),
        [],
      )[0],
    ).toBe(`${nameOf(at)}: changed since it came into the books`);
  });

  it('takes one away: its number is named', () => {
    const at = longest()[2] ?? 0;
    const name = nameOf(at).split(' ')[0];
    const faults = faultsIn(lines().toSpliced(at, 1).join('\n'));
    expect(faults[0]).toBe(`${name}: no. 3 is missing before no. 4: taken away or moved`);
    const last = longest().at(-1) ?? 0;
    const { seq } = textOf(lines()[last] ?? '');
    expect(faultsIn(lines().toSpliced(last, 1).join('\n'))[0]).toBe(`${name}: no. ${seq} is missing at the end`);
  });

  it('adds one: it is named', () => {
    const [at = 0, other = 0] = longest().slice(1);
    const faults = faultsIn(
      lines()
        .toSpliced(other + 1, 0, lines()[at] ?? '')
        .join('\n'),
    );
    expect(faults[0]).toBe(`${nameOf(at)}: comes twice, or after its place: added or moved`);
  });

  it('moves one: both places are named', () => {
    const [at = 0, other = 0] = longest().slice(1);
    const moved = lines()
      .with(at, lines()[other] ?? '')
      .with(other, lines()[at] ?? '');
    const faults = faultsIn(moved.join('\n'));
    expect(faults[0]).toMatch(/no\. 2 is missing before no\. 3: taken away or moved$/);
    expect(faults[1]).toBe(`${nameOf(at)}: comes twice, or after its place: added or moved`);
  });

  it('makes hashes and chain anew: the seal names the entry all the same', () => {
    const places = longest();
    const at = places[2] ?? 0;
    const forged = lines();
    let chain = NO_LINK;
    for (const place of places) {
      const [what, , , text = ''] = (place === at ? changed(forged[place] ?? '') : (forged[place] ?? '')).split('\t');
      const leaf = leafHash(digest, Buffer.from(text));
      chain = linkHash(digest, chain, leaf);
      forged[place] = [what, hexOf(leaf), hexOf(chain), text].join('\t');
    }
    expect(faultsIn(forged.join('\n'))[0]).toBe(`${nameOf(at)}: is not the entry of seal 1: changed since`);
  });

  it('takes away a seal, or writes in one', () => {
    const [first = '', second = ''] = sealFiles();
    expect(faultsIn(books, [second])).toEqual([]); // Whoever has kept the last alone can still check what it holds.
    const other = first.replace('"day":"2026-04-07"', '"day":"2026-04-06"');
    expect(faultsIn(books, [other, second])).toEqual(['seal 2 does not follow seal 1: one of both was changed']);
    const third = second.replace('"no":2', '"no":3');
    expect(faultsIn(books, [first, third])).toEqual(['between seal 1 and seal 3 some are missing']);
    const parts = JSON.parse(first);
    parts.parts[0].leaves = `${parts.parts[0].leaves[0] === 'A' ? 'B' : 'A'}${parts.parts[0].leaves.slice(1)}`;
    expect(faultsIn(books, [`${JSON.stringify(parts)}\n`])[0]).toMatch(
      /^seal 1: the hashes of 2026-03\.\d from 1 to \d+ do not come to their root$/,
    );
  });

  it('cuts the file off, or takes a whole sequence away', () => {
    expect(faultsIn(lines().slice(0, -2).join('\n'))).toEqual(['the file breaks off']);
    const places = longest();
    const without = lines().filter((_, i) => !places.includes(i) && i !== (places[0] ?? 0) - 1);
    expect(faultsIn(without.join('\n')).some((fault) => /^2026-03\.\d: sealed up to \d+, and not in the file$/.test(fault))).toBe(true);
  });

  it('is found, whatever line he changes and wherever', { timeout: 60_000 }, () => {
    const places = lines().flatMap((line, i) => (line.startsWith('entry') ? [i] : []));
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('change', 'take', 'double', 'swap'), (n, how) => {
        const at = places[n % places.length] ?? 0;
        const line = lines()[at] ?? '';
        const next = places[(n + 1) % places.length] ?? 0;
        const made = {
          change: () => lines().with(at, changed(line)),
          take: () => lines().toSpliced(at, 1),
          double: () => lines().toSpliced(at, 0, line),
          swap: () =>
            lines()
              .with(at, lines()[next] ?? '')
              .with(next, line),
        }[how]();
        expect(faultsIn(made.join('\n')).length).toBeGreaterThan(0);
      }),
      { numRuns: 8 },
    );
  });
});

describe('somebody who writes in the table', () => {
  it('is found by the proof of the entry, by the check of the close, and by whoever verifies an export', async () => {
    const id = (entryIds[4] ?? '').slice(3);
    const item = await rawItem({ tenant, kind: 'manual-entry', id });
    const bytes = JSON.stringify(item);
    await putRaw(JSON.parse(bytes.replaceAll('Capital 5', 'Capital 6')));
    const proof = await get(`GET /proof/${entryIds[4]}`, 'GET /proof/{entryId}');
    expect([proof.intact, proof.text.includes('Capital 6')]).toEqual([false, true]);
    const faults = faultsIn(await exported());
    expect(faults).toEqual([expect.stringMatching(new RegExp(`\\(${id}\\): is not the entry of seal 1: changed since$`))]);
    on('2026-04-09');
    const closes = closesOf(tenant);
    for (const by of ['ana', 'bea']) await closes.ask(by, 'GET /month-closes', undefined, { roles: ['owner'] });
    const { id: rehearsal } = await closes.start('bea', '2026-03', true);
    await closes.run(rehearsal);
    expect((await closes.check(rehearsal, 'proof')).items).toEqual([{ kind: 'manual-entry', id, text: 'Capital 6', date: '2026-03-02' }]);
    await putRaw(item);
    expect(faultsIn(await exported())).toEqual([]);
  });

  it('an entry that is in no seal yet has no proof yet', async () => {
    const { body } = await postLines(tenant, '2026-04-08', 'Hoy', ['572', '1.00'], ['100', '-1.00']);
    await projectCompany(tenant);
    expect((await get(`GET /proof/${body.id}`, 'GET /proof/{entryId}')).code).toBe('proof.not_sealed');
    expect(faultsIn(await exported())).toEqual([]);
  });

  it('a seal whose file could not be put has it with the next round; two rounds at once make one seal', async () => {
    vi.mocked(s3.send).mockRejectedValueOnce(new Error('S3 is away') as never);
    await expect(sealNow('2026-04-10')).rejects.toThrow('S3 is away');
    expect([sealFiles().length, await sealNow('2026-04-10'), sealFiles().length]).toEqual([2, undefined, 3]);
    await postLines(tenant, '2026-04-09', 'Otro', ['572', '1.00'], ['100', '-1.00']);
    await projectCompany(tenant);
    on('2026-04-11');
    const made = await Promise.all([sealBooks(recordsOf(tenant)), sealBooks(recordsOf(tenant))]);
    expect(made.filter((no) => no !== undefined)).toEqual([4]);
    expect(faultsIn(await exported())).toEqual([]);
  });
});
