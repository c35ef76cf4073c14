import { beforeAll, describe, expect, it } from 'vitest';
import { readCertificateFile } from '../../../functions/finance/einvoice/certificate-file.ts';
import { signedFacturae } from '../../../functions/finance/einvoice/facturae-signature.ts';
import { scanned } from '../../../infra/tools/bench/worn-page.ts';
import { MAX_DOCUMENT_BYTES } from '../../../shared/domain/automation/intake/file-danger.ts';
import { facturaeFile } from '../../../shared/domain/finance/einvoice/facturae.ts';
import { ublFile } from '../../../shared/domain/finance/einvoice/ubl.ts';
import { addMonths, monthOf } from '../../../shared/kernel/date.ts';
import { putObject } from '../../support/bucket.ts';
import { testCertificate } from '../../support/certificates.ts';
import { eventually } from '../../support/cloud.ts';
import { invoiced } from '../../support/einvoices.ts';
import { archiveBomb, deepXml, formulaCsv, lockedPdf, paperWith, pdfOf, scanOfPages, wideXml } from '../../support/hostile-files.ts';
import { send, type Tenant } from '../../support/http.ts';
import { inboxOf } from '../../support/inbox.ts';
import { done, foundCompany } from '../../support/trading-company.ts';

const TODAY = new Date().toISOString().slice(0, 10);
/** Seconds for a scan that is recognised while all the rest is read, on a machine with others at work. */
const PATIENCE = 300;
const SHUT = addMonths(monthOf(TODAY), -1);
const address = { street: 'Calle Mayor 1', postalCode: '28013', city: 'Madrid', country: 'ES' };
const US = { name: 'Prueba, S.L.', taxId: 'B12345674', address };
const SELLER = { name: 'Suministros del Sur, S.L.', taxId: 'B83456780', email: 'a@sur.example', address };
const certificate = testCertificate('contraseña', { taxId: SELLER.taxId });

/** 100.00 at 21 % from a supplier that is known, of a day. */
const invoice = (number: string, date = TODAY) =>
  invoiced([{ price: '100', name: 'Señal nº 1' }], { issuer: SELLER, buyer: US, date, more: { number, dueDate: date } });
const ubl = (number: string, date?: string) => ublFile(invoice(number, date));
const altered = () =>
  signedFacturae(facturaeFile(invoice('H-SIG')), readCertificateFile(certificate.file, 'contraseña'), new Date())
    .replaceAll('>121.00<', '>120.00<')
    .replaceAll('>21.00<', '>20.00<');

describe('files that were made to do harm, or came out wrong', () => {
  let company: Tenant;
  const { bring, until, post, get } = inboxOf(() => company);
  const owner = () => company.tokens.owner;
  const codes = ({ flags }: { readonly flags: readonly { readonly code: string }[] }) => flags.map(({ code }) => code);

  beforeAll(async () => {
    company = await foundCompany();
    await post('/payables/suppliers', { name: SELLER.name, taxId: SELLER.taxId, expenseAccount: '602', paymentDays: 0 });
    await done(
      send('PATCH /company', { token: owner(), body: { policies: { automaticBillLimit: { amount: '500.00', currency: 'EUR' } } } }),
    );
    await done(send(`PUT /periods/${SHUT}`, { token: owner(), body: { state: 'closed' } }));
  });

  it('each is read as far as it goes, or refused with the reason; what came behind them is entered', { timeout: 400_000 }, async () => {
    const scan = await scanOfPages(500);
    const photo = await scanned(
      paperWith((text) => text),
      'JPEG',
      { dpi: 120 },
    );
    const cut = photo.slice(0, Math.round(photo.length * 0.7));
    const utf16 = Buffer.from(`\ufeff${ubl('H-16').replace(/encoding="UTF-8"/i, 'encoding="UTF-16"')}`, 'utf16le');
    const files = {
      'cincuenta-megas.pdf': pdfOf(MAX_DOCUMENT_BYTES),
      'quinientas-paginas.pdf': scan,
      'un-millon-de-nodos.xml': wideXml(1_000_000),
      'anidado.xml': deepXml(10_000),
      'formulas.csv': formulaCsv(),
      'utf16.xml': utf16,
      'otra-codificacion.xml': Buffer.from(ubl('H-LAT'), 'latin1'),
      'cifrado.pdf': lockedPdf('secreto'),
      'bomba.zip': archiveBomb(),
      'alterada.xml': Buffer.from(altered()),
      'de-otra-empresa.pdf': paperWith((text) => text.replace('B12345674', 'A58818501').replace('Prueba, S.L.', 'Otra Empresa, S.A.')),
      'mes-cerrado.xml': Buffer.from(ubl('H-SHUT', `${SHUT}-15`)),
      'otro-ejercicio.xml': Buffer.from(ubl('H-YEAR', `${Number(TODAY.slice(0, 4)) - 2}-06-15`)),
      'cortada.jpg': cut,
      'buena.xml': Buffer.from(ubl('H-OK')),
    };
    const ended = await Promise.all(
      Object.entries(files).map(async ([name, bytes]) => [name, await bring(name, bytes, PATIENCE)] as const),
    );
    const documents = Object.fromEntries(ended);
    const good = await until(documents['buena.xml'].id, ['entered']);
    expect(good.billId).toBeDefined();
    const said = Object.fromEntries(
      Object.entries(documents).map(([name, { state, flags, fields }]) => [name, [state, flags, fields?.total?.value]]),
    );
    const line = expect.any(Number);
    const message = expect.any(String);
    const fault = (reason: string) => [expect.objectContaining({ code: 'xml_fault', params: { reason, line, message } })];
    expect(said).toMatchObject({
      'cincuenta-megas.pdf': ['ready', [], 594_00],
      'quinientas-paginas.pdf': ['review', expect.arrayContaining([{ code: 'pages_unread', params: { read: 12, pages: 500 } }]), 594_00],
      'un-millon-de-nodos.xml': ['review', fault('too_many_nodes'), undefined],
      'anidado.xml': ['review', fault('too_deep'), undefined],
      'formulas.csv': ['review', [{ code: 'not_read' }], undefined],
      'otra-codificacion.xml': ['review', fault('encoding'), undefined],
      'cifrado.pdf': ['quarantined', [{ code: 'encrypted' }], undefined],
      'bomba.zip': ['quarantined', [{ code: 'bomb' }], undefined],
      'de-otra-empresa.pdf': ['review', expect.arrayContaining([expect.objectContaining({ code: 'not_for_us' })]), 594_00],
    });
    expect((await until(documents['utf16.xml'].id, ['entered'])).fields.total.value).toBe(121_00);
    expect(codes(documents['alterada.xml'])).toContain('signature_altered');
    expect(documents['alterada.xml'].billId).toBeUndefined();
    // A bill of a closed month is posted on the day on which it came in (RD 1624/1992 art. 64); of a year that is none here, nobody knows.
    const { billId } = await until(documents['mes-cerrado.xml'].id, ['entered']);
    expect(await done(send(`GET /payables/bills/${billId}`, { token: owner() }))).toMatchObject({ date: `${SHUT}-15`, receivedOn: TODAY });
    expect(codes(documents['otro-ejercicio.xml'])).toEqual(['year_closed']);
    expect(codes(documents['cortada.jpg'])).toContain('damaged');
  });

  it('a refused one can be tried again, and is refused again; nothing of it is in the books', async () => {
    const { id } = await bring('otra-bomba.zip', Buffer.concat([archiveBomb(), Buffer.from('\0')]));
    await post(`/documents/${id}/reading`);
    expect((await until(id, ['quarantined'])).flags).toEqual([{ code: 'bomb' }]);
    await post(`/documents/${id}/keeping`);
    expect((await get(id)).state).toBe('kept');
  });

  it('files of two companies in one drop are each the company’s below whose name they stand', { timeout: 200_000 }, async () => {
    const other = await foundCompany();
    const mine = ubl('D-1');
    const theirs = ublFile(
      invoiced([{ price: '50' }], {
        issuer: SELLER,
        buyer: { ...US, taxId: 'A58818501', name: 'Otra Empresa, S.A.' },
        date: TODAY,
        more: { number: 'D-2' },
      }),
    );
    await Promise.all([
      putObject(`intake/${company.name}/factura.xml`, Buffer.from(mine)),
      putObject(`intake/${other.name}/factura.xml`, Buffer.from(mine)),
      putObject(`intake/${company.name}/ajena.xml`, Buffer.from(theirs)),
      putObject('intake/no-such-company/factura.xml', Buffer.from(mine)),
    ]);
    const dropped = (token: string, name: string) =>
      eventually(
        `${name} of the drop`,
        async () => {
          const { items } = await done(send('GET /documents', { token }));
          const found = items.find(({ source, fileName }: { source: string; fileName: string }) => source === 'drop' && fileName === name);
          return ['entered', 'review'].includes(found?.state) ? found : undefined;
        },
        60,
      );
    expect((await dropped(owner(), 'factura.xml')).fields.number.value).toBe('D-1');
    // The other company does not know the supplier: it has the same paper by itself, and nothing of the first one's.
    expect(codes(await dropped(other.tokens.owner, 'factura.xml'))).toEqual(['supplier_unknown']);
    expect(codes(await dropped(owner(), 'ajena.xml'))).toEqual(['not_for_us']);
    const names = (await done(send('GET /documents', { token: other.tokens.owner }))).items.map(
      ({ fileName }: { fileName: string }) => fileName,
    );
    expect(names).toEqual(['factura.xml']);
  });
});
