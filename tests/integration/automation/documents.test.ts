import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { scanned } from '../../../infra/tools/bench/worn-page.ts';
import { eventually } from '../../support/cloud.ts';
import { send, type Tenant } from '../../support/http.ts';
import { done, foundCompany } from '../../support/trading-company.ts';
import { PAPER_INVOICE, writtenPdf } from '../../support/written-pdf.ts';

const ENDED = ['review', 'ready', 'split', 'duplicate', 'quarantined', 'failed', 'entered'];

describe('documents that come in', () => {
  let company: Tenant;
  const owner = () => company.tokens.owner;
  const get = (id: string) => done(send(`GET /documents/${id}`, { token: owner() }));
  const ended = (id: string) =>
    eventually(`the reading of ${id}`, async () => {
      const document = await get(id);
      return ENDED.includes(document.state) ? document : undefined;
    });

  /** Announces a file, puts it where the link says, and waits until it has been read. */
  async function bring(fileName: string, bytes: Uint8Array) {
    const { id, upload } = await done(send('POST /documents', { token: owner(), body: { fileName, bytes: bytes.length } }));
    const put = await fetch(upload.url, { method: 'PUT', body: Buffer.from(bytes) });
    expect(put.status).toBe(200);
    return ended(id);
  }

  beforeAll(async () => {
    company = await foundCompany();
  });

  it('a PDF is read, waits for its supplier, is entered as it stands, and comes back when the bill is taken back', async () => {
    const document = await bring('factura.pdf', writtenPdf(PAPER_INVOICE));
    const listed = await done(send('GET /documents?state=review&q=factura', { token: owner() }));
    expect(listed.items.map(({ id }: { id: string }) => id)).toEqual([document.id]);
    expect(document).toMatchObject({ state: 'review', kind: 'pdf', contentType: 'application/pdf' });
    expect(document.flags.map(({ code }: { code: string }) => code)).toEqual(['supplier_unknown']);
    const supplier = await done(
      send('POST /payables/suppliers', {
        token: owner(),
        body: { name: 'Suministros del Sur, S.L.', taxId: 'B83456780', expenseAccount: '602', iban: 'ES9121000418450200051332' },
      }),
    );
    const known = await get(document.id);
    const eur = (amount: string) => ({ amount, currency: 'EUR' });
    expect(known.flags).toEqual([]);
    expect(known.proposal).toEqual({
      ...{ supplierId: supplier.id, reference: 'A-2026/0117', date: '2026-11-12', dueDate: '2026-12-12', total: eur('594.00') },
      lines: [
        { account: '602', net: eur('400.00'), taxCode: 'IVA-G' },
        { account: '602', net: eur('100.00'), taxCode: 'IVA-R' },
      ],
    });
    const bill = await done(send('POST /payables/bills', { token: owner(), body: { ...known.proposal, documentId: document.id } }));
    expect(bill.totals.gross).toEqual(eur('594.00'));
    const entered = await eventually('the document to be entered', async () => {
      const now = await get(document.id);
      return now.state === 'entered' ? now : undefined;
    });
    expect(entered.billId).toBe(bill.id);
    await done(send(`POST /payables/bills/${bill.id}/reversal`, { token: owner(), body: { reason: 'Duplicada' } }));
    await eventually('the document to wait again', async () => (await get(document.id)).state === 'review' || undefined);
  });

  it('a photo is recognised, counted to its month, and waits for a look at what nothing proves', async () => {
    const photo = await scanned(writtenPdf([...PAPER_INVOICE, [50, 805, 'Foto']]), 'JPEG', { dpi: 130, degrees: 1 });
    const document = await bring('foto.jpg', photo);
    expect(document).toMatchObject({ state: 'review', kind: 'image', contentType: 'image/jpeg' });
    expect(document.fields).toMatchObject({ number: { value: 'A-2026/0117' }, date: { value: '2026-11-12' }, total: { value: 594_00 } });
    const doubtful = document.flags.flatMap(({ code, field }: { code: string; field?: string }) =>
      code === 'field_doubtful' ? [field] : [],
    );
    expect(doubtful).toEqual(['number', 'date']);
  });

  it('the same bytes under another name are the same document', async () => {
    const bytes = writtenPdf([...PAPER_INVOICE, [50, 800, 'Copia']]);
    const first = await bring('a.pdf', bytes);
    expect(await bring('b.pdf', bytes)).toMatchObject({ state: 'duplicate', sameAs: first.id });
  });

  it('an archive becomes a document for each of its files, and what is dangerous in it goes no further', async () => {
    const archive = zipSync({
      'uno.pdf': writtenPdf([...PAPER_INVOICE, [50, 810, 'Uno']]),
      'dos.exe': strToU8('MZ\x90', true),
      'tres.zip': zipSync({ 'cuatro.pdf': writtenPdf([...PAPER_INVOICE, [50, 815, 'Cuatro']]) }),
    });
    const { state, parts } = await bring('facturas.zip', archive);
    expect([state, parts.length]).toEqual(['split', 3]);
    const [one, two, three] = await Promise.all(parts.map(ended));
    // Its supplier is known by now, and the number is free again.
    expect(one).toMatchObject({ state: 'ready', fileName: 'uno.pdf', source: 'archive' });
    expect(two).toMatchObject({ state: 'quarantined', fileName: 'dos.exe', flags: [{ code: 'program' }] });
    expect(three).toMatchObject({ state: 'quarantined', fileName: 'tres.zip', flags: [{ code: 'archive' }] });
    const refused = await send(`GET /documents/${two.id}/file`, { token: owner() });
    expect(refused).toMatchObject({ status: 422, body: { code: 'document.no_file' } });
  });

  it('the original comes back byte for byte, for those of the company alone', async () => {
    const bytes = writtenPdf([...PAPER_INVOICE, [50, 820, 'Original']]);
    const { id } = await bring('original.pdf', bytes);
    const { url } = await done(send(`GET /documents/${id}/file`, { token: owner() }));
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(bytes)).toBe(true);
    const others = await foundCompany();
    for (const route of [`GET /documents/${id}`, `GET /documents/${id}/file`])
      expect(await send(route, { token: others.tokens.owner })).toMatchObject({ status: 404, body: { code: 'intake-document.not_found' } });
  });

  it('what could not be read, or was kept apart, is read again: once for each request', async () => {
    const { id } = await bring('pagina.pdf', writtenPdf([...PAPER_INVOICE, [50, 825, 'Otra vez']]));
    const again = (key?: string) => send(`POST /documents/${id}/reading`, { token: owner(), ...(key ? { key } : {}) });
    const asked = await again();
    expect(asked).toMatchObject({ status: 200, body: { state: 'reading', flags: [] } });
    expect(asked.body.fields).toBeUndefined();
    const read = await eventually('the second reading', async () => {
      const now = await get(id);
      return ENDED.includes(now.state) ? now : undefined;
    });
    expect(read.fields.total.value).toBe(594_00);
    const apart = await bring('programa.exe', strToU8('MZ\x90 otra vez', true));
    expect(apart.state).toBe('quarantined');
    expect((await done(send(`POST /documents/${apart.id}/reading`, { token: owner() }))).state).toBe('waiting');
    expect(await ended(apart.id)).toMatchObject({ state: 'quarantined', flags: [{ code: 'program' }] });
    const { id: kept } = await bring('aparte.pdf', writtenPdf([...PAPER_INVOICE, [50, 828, 'Aparte']]));
    await done(send(`POST /documents/${kept}/keeping`, { token: owner() }));
    expect(await send(`POST /documents/${kept}/reading`, { token: owner() })).toMatchObject({
      status: 422,
      body: { code: 'document.state' },
    });
  });

  it('the list is narrowed by words, kind and supplier', async () => {
    const found = async (query: string) => (await done(send(`GET /documents?${query}`, { token: owner() }))).items;
    const photos = await found('kind=image');
    expect(photos.map(({ fileName }: { fileName: string }) => fileName)).toEqual(['foto.jpg']);
    // By what was read of it, not by its name alone.
    expect((await found('q=A-2026/0117&kind=image')).length).toBe(1);
    const [{ supplierId }] = await found('state=entered,review,ready&kind=pdf&q=uno');
    expect((await found(`supplierId=${supplierId}`)).length).toBeGreaterThan(0);
    expect(await found('supplierId=sup_00000000000000000000000000')).toEqual([]);
  });

  it('what is put away can be taken out again, and nothing else is', async () => {
    const { id } = await bring(
      'publicidad.pdf',
      writtenPdf([[50, 60, 'Grandes ofertas de noviembre en material de oficina para empresas']]),
    );
    const reopen = () => send(`POST /documents/${id}/reopening`, { token: owner() });
    expect(await reopen()).toMatchObject({ status: 422, body: { code: 'document.state' } });
    expect((await done(send(`POST /documents/${id}/keeping`, { token: owner() }))).state).toBe('kept');
    expect((await done(reopen())).state).toBe('review');
  });
});
