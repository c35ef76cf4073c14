import { beforeAll, describe, expect, it } from 'vitest';
import { putObject } from '../../support/bucket.ts';
import { eventually, executionsOf, invokeWorker, runOf, statesEntered, stopExecution } from '../../support/cloud.ts';
import { send, type Tenant } from '../../support/http.ts';
import { done, foundCompany } from '../../support/trading-company.ts';
import { JUDGED, writtenMail } from '../../support/written-mail.ts';
import { PAPER_INVOICE, writtenPdf } from '../../support/written-pdf.ts';

const ENDED = ['review', 'ready', 'split', 'duplicate', 'quarantined', 'failed', 'entered'];
/** As many at once as an emulator on two processors takes in a minute; more by `TRASTIENDA_MANY`. */
const MANY = Number(process.env.TRASTIENDA_MANY ?? 30);

let company: Tenant;
const owner = () => company.tokens.owner;
const get = (id: string) => done(send(`GET /documents/${id}`, { token: owner() }));
const paper = (note: string) => writtenPdf([...PAPER_INVOICE, [50, 800, note]]);
// biome-ignore lint/suspicious/noExplicitAny: what the API answers.
type Row = any;

/** Every document, however many pages they are on. */
async function all(query = ''): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | undefined; ; ) {
    const page: Row = await done(send(`GET /documents?limit=100${query}${cursor ? `&cursor=${cursor}` : ''}`, { token: owner() }));
    rows.push(...page.items);
    cursor = page.nextCursor;
    if (!cursor) return rows;
  }
}

beforeAll(async () => {
  company = await foundCompany();
});

describe('documents by mail', () => {
  const FROM = 'facturas@sur.example';
  const address = () => `${company.name}@entrada.trastienda.example`;
  const from = (sender: string, note: string) =>
    writtenMail({
      ...{ from: sender, to: address() },
      files: [{ name: `${note}.pdf`, type: 'application/pdf', bytes: paper(note) }],
    });
  const arrived = (fileName: string) =>
    eventually(`${fileName} by mail`, async () => (await all(`&q=${fileName}`)).find(({ state }: Row) => ENDED.includes(state)));

  it('are read where their sender is told, and say who sent them', async () => {
    await done(send('PATCH /company', { token: owner(), body: { policies: { mailSenders: [FROM] } } }));
    await putObject('mail/1', from(FROM, 'conocido'));
    expect(await arrived('conocido.pdf')).toMatchObject({ source: 'mail', sender: FROM, state: 'review', kind: 'pdf' });
  });

  it('of anybody else are held until somebody lets them in', async () => {
    await putObject('mail/2', from('otro@norte.example', 'ajeno'));
    const held = await arrived('ajeno.pdf');
    expect(held).toMatchObject({ state: 'quarantined', flags: [{ code: 'unknown_sender', params: { sender: 'otro@norte.example' } }] });
    expect(await send(`GET /documents/${held.id}/file`, { token: owner() })).toMatchObject({ status: 422 });
    await done(send(`POST /documents/${held.id}/reading`, { token: owner() }));
    const read = await eventually('the document that was let in', async () => {
      const now = await get(held.id);
      return now.state === 'review' ? now : undefined;
    });
    expect(read.fields.total.value).toBe(594_00);
  });

  it('that are forged are held, that answer by themselves are dropped, and those for nobody leave nothing', async () => {
    const headers = JUDGED(FROM, address(), 'spf=fail dkim=none dmarc=fail');
    const files = [{ name: 'falso.pdf', type: 'application/pdf', bytes: paper('falso') }];
    await putObject('mail/3', writtenMail({ from: FROM, to: address(), headers, files }));
    await putObject(
      'mail/4',
      writtenMail({ from: FROM, to: address(), headers: ['Auto-Submitted: auto-replied', ...JUDGED(FROM, address())], files }),
    );
    await putObject('mail/5', writtenMail({ from: FROM, to: 'nadie@entrada.trastienda.example', files }));
    expect(await arrived('falso.pdf')).toMatchObject({ state: 'quarantined', flags: [{ code: 'forged_sender' }] });
    await putObject('mail/6', writtenMail({ from: FROM, to: address() }));
    // Without a file its text may be the bill: a person looks.
    expect(await arrived('correo.eml')).toMatchObject({ state: 'review', contentType: 'message/rfc822' });
    expect(await all('&q=falso')).toHaveLength(1);
  });
});

it('many at once are none lost and none twice, in at most fourteen transitions each', { timeout: 60_000 + MANY * 8_000 }, async () => {
  const names = Array.from({ length: MANY }, (_, i) => `muchos-${i}.pdf`);
  await Promise.all(names.map((name) => putObject(`intake/${company.name}/${name}`, paper(name))));
  const documents = await eventually(
    `${MANY} documents`,
    async () => {
      const found = await all('&q=muchos');
      return found.filter(({ state }: Row) => ENDED.includes(state)).length >= MANY ? found : undefined;
    },
    MANY * 8,
  );
  expect(documents.map(({ fileName }: Row) => fileName).sort()).toEqual(names.toSorted());
  expect(new Set(documents.map(({ state }: Row) => state))).toEqual(new Set(['review']));
  // What takes up those that stopped finds none that did.
  await invokeWorker('reconcileDocuments');
  const ids: string[] = documents.map(({ id }: Row) => id);
  expect(new Set(ids).size).toBe(MANY);
  const runs = await executionsOf('document-intake', '');
  expect(ids.flatMap((id) => runs.filter((run) => run.startsWith(id)))).toEqual(ids.map((id) => runOf(company.name, id)));
  // The start of each counts as one.
  for (const id of ids) expect((await statesEntered('document-intake', runOf(company.name, id))).length + 1).toBeLessThanOrEqual(14);
  expect((await all('&q=muchos')).map(({ id }: Row) => id).sort()).toEqual(ids.toSorted());
});

it('an execution that is ended half-way is taken up once, and nothing is made twice', { timeout: 120_000 }, async () => {
  await putObject(`intake/${company.name}/cortado.pdf`, paper('cortado'));
  const [{ id }] = await eventually('the document', async () => {
    const found = await all('&q=cortado');
    return found.length > 0 ? found : undefined;
  });
  const first = await eventually('its execution', async () => (await executionsOf('document-intake', id))[0]);
  await stopExecution('document-intake', first);
  for (let round = 0; round < 2; round += 1) await invokeWorker('reconcileDocuments');
  await eventually('its end', async () => ENDED.includes((await get(id)).state));
  expect(await all('&q=cortado')).toHaveLength(1);
  expect((await executionsOf('document-intake', id)).length).toBeLessThanOrEqual(2);
});
