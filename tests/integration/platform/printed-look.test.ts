import { crc32, deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { newTenant } from '../../support/call.ts';
import { readPdf } from '../../support/pdf.ts';
import { SETTINGS, shopOf } from '../../support/shop.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="60" height="20" fill="#0f5b5c"/></svg>';

async function setUp() {
  const shop = shopOf(newTenant());
  await shop.done('createCompany', { body: SETTINGS });
  const put = async (content: string | Buffer): Promise<string> => {
    const bytes = Buffer.from(content);
    const { file, upload } = await shop.done('getLogoUpload', { query: { bytes: String(bytes.length) } });
    expect((await fetch(upload.url, { method: upload.method, body: new Uint8Array(bytes) })).status).toBe(200);
    return file;
  };
  const sample = async (query: Record<string, string> = {}) =>
    Buffer.from((await shop.done('getSamplePaper', { query })).pdf as string, 'base64');
  /** Pictures that the tagged PDF describes. */
  const hasLogo = (pdf: Buffer): boolean => pdf.toString('latin1').includes('/Alt ');
  return { shop, put, sample, hasLogo };
}

it('a logo is uploaded by a link, and documents bear it from then on until it is taken off', async () => {
  const { shop, put, sample, hasLogo } = await setUp();
  expect(hasLogo(await sample())).toBe(false);
  const file = await put(SVG);
  expect(await shop.done('putLogo', { body: { file } })).toMatchObject({ logo: { file, format: 'svg' }, rev: 2 });
  expect(hasLogo(await sample())).toBe(true);
  // One pixel, black: a PNG as any program writes it.
  const png = await put(onePixel());
  expect(await shop.done('putLogo', { body: { file: png } })).toMatchObject({ logo: { file: png, format: 'png' } });
  expect(hasLogo(await sample())).toBe(true);
  expect(await shop.done('patchCompany', { body: { logo: null } })).not.toHaveProperty('logo');
  expect(hasLogo(await sample())).toBe(false);
});

it('an invoice bears the logo of the day of its issue, whenever it is printed', async () => {
  const { shop, put, hasLogo } = await setUp();
  await shop.done('putLogo', { body: { file: await put(SVG) } });
  const customerId = (await shop.done('createCustomer', { body: { name: 'Cliente' } })).id;
  const body = { customerId, lines: [{ name: 'Asesoría', quantity: '1', price: '100' }] };
  const issued = async () => (await shop.done('issueDraft', { path: [(await shop.done('createDraft', { body })).id] })).id as string;
  const pdf = async (id: string) => Buffer.from(await (await fetch((await shop.done('getInvoicePdf', { path: [id] })).url)).arrayBuffer());
  const before = await issued();
  await shop.done('patchCompany', { body: { logo: null, paper: { language: 'en' } } });
  const after = await issued();
  expect([hasLogo(await pdf(before)), hasLogo(await pdf(after))]).toEqual([true, false]);
  expect((await readPdf(await pdf(before))).text).toContain('FACTURA');
  expect((await readPdf(await pdf(after))).text).toContain('INVOICE');
});

it('what cannot be a logo is refused, whatever its name says', async () => {
  const { shop, put } = await setUp();
  const refusal = async (content: string | Buffer) => shop.refused('putLogo', { body: { file: await put(content) } });
  const unusable = { status: 422, code: 'company.logo_unusable', field: 'body.file' };
  expect(await refusal('<html></html>')).toMatchObject(unusable);
  expect(await refusal(SVG.replace('<rect', '<script>1</script><rect'))).toMatchObject(unusable);
  // Begins like a PNG, and is none.
  expect(await refusal(onePixel().subarray(0, 40))).toMatchObject(unusable);
  expect(await shop.refused('putLogo', { body: { file: crypto.randomUUID() } })).toMatchObject({
    status: 422,
    code: 'company.logo_missing',
  });
  expect(await shop.refused('getLogoUpload', { query: { bytes: '600000' } })).toMatchObject({ status: 400, field: 'query.bytes' });
  expect(await shop.refused('getLogoUpload', { query: { bytes: '100' }, roles: ['accountant'] })).toMatchObject({ status: 403 });
  expect(await shop.done('getCompany')).not.toHaveProperty('logo');
});

it('another company’s file is none of ours', async () => {
  const [ours, theirs] = [await setUp(), await setUp()];
  const file = await theirs.put(SVG);
  expect(await ours.shop.refused('putLogo', { body: { file } })).toMatchObject({ code: 'company.logo_missing' });
});

it('colours must be readable, and go back to the product’s own by null', async () => {
  const { shop, sample } = await setUp();
  const style = (paper: object) => ({ body: { paper } });
  expect(await shop.done('patchCompany', style({ accent: '#7a1f3d', language: 'en' }))).toMatchObject({
    paper: { accent: '#7a1f3d', language: 'en' },
  });
  expect(await shop.refused('patchCompany', style({ accent: '#ffd400' }))).toMatchObject({
    status: 400,
    code: 'company.contrast',
    field: 'body.paper.accent',
  });
  expect(await shop.refused('getSamplePaper', { query: { tint: '#333333' } })).toMatchObject({
    code: 'company.contrast',
    field: 'query.tint',
  });
  expect((await shop.done('patchCompany', style({ accent: null }))).paper).toEqual({ language: 'en' });
  expect((await readPdf(await sample())).text).toContain('SAMPLE');
  expect((await readPdf(await sample({ language: 'es' }))).text).toContain('MUESTRA');
});

/** A PNG of one black pixel (PNG specification, W3C: signature, IHDR, IDAT, IEND). */
function onePixel(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from([0, 0]))), chunk('IEND', Buffer.alloc(0))]);
}
