import { sealBooks } from '../../functions/finance/proof/book-seals.ts';
import { addDays, addMonths, dateIn, monthOf } from '../../shared/kernel/date.ts';
import { idFrom } from '../../shared/runtime/fingerprint.ts';
import { testAuthority, testCertificate } from './certificates.ts';
import { eventually, invokeWorker } from './cloud.ts';
import { recordsOf } from './company.ts';
import { send, type Tenant } from './http.ts';
import { bankStatement, paymentRun, supplierRefund } from './paid-things.ts';
import { peopleThings } from './people-things.ts';
import { done, draftFor, type Post, postOf, type TradingCompany, tradingCompany } from './trading-company.ts';
import { PAPER_INVOICE, writtenPdf } from './written-pdf.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

/** A company that lives: one document of each kind, made over HTTP by its owner. */
export interface LivingCompany extends TradingCompany {
  /** An account of its own. */
  readonly account: string;
}

/**
 * What is issued with a record of Verifactu. Records are chained from tomorrow on at the earliest, and the morrow of Samoa has always begun
 * in Kiribati; afterwards the company is in Madrid again, where none is chained today.
 */
async function withRecord<T>(tenant: Tenant, issue: (date: string) => Promise<T>): Promise<T> {
  const patch = (path: string, body: object) => done(send(`PATCH ${path}`, { token: tenant.tokens.owner, body }));
  const [west, east] = ['Pacific/Pago_Pago', 'Pacific/Kiritimati'] as const;
  const date = dateIn(west, new Date());
  await patch('/company', { timeZone: west });
  await patch('/e-invoicing/settings', { verifactuFrom: addDays(date, 1) });
  await patch('/company', { timeZone: east });
  const issued = await issue(dateIn('Europe/Madrid', new Date()));
  await patch('/company', { timeZone: 'Europe/Madrid' });
  return issued;
}

/** Records for AEAT, which takes those that are signed. */
async function verifactuFile(tenant: Tenant): Promise<string> {
  const ask = (route: string, body?: object) => done(send(route, { token: tenant.tokens.owner, ...(body ? { body } : {}) }));
  const { file } = testCertificate('secreto');
  await ask('PUT /certificates/own', { file: file.toString('base64'), password: 'secreto' });
  await eventually('the record is signed', async () => (await ask('GET /verifactu/records')).items[0]?.signature?.at !== undefined, 30);
  return (await ask('POST /verifactu/submissions', { reference: 'REQ-2026-1' })).id;
}

/** A company that lives: a document of each kind. What does not build on each other is made beside each other. */
export async function livingCompany(): Promise<LivingCompany> {
  const company = await tradingCompany();
  const post = postOf(company);
  const { cus = '', ord = '', je = '' } = company.ids;
  const recorded = await invoiceWithRecord(company, post, cus);
  const banked = await bankStatement(company, post);
  const made = await Promise.all([
    purchases(company, post, banked.bka),
    annotated(company, ord),
    ruleWithRun(company, post, cus),
    assetAndRecurrence(post, je),
    taxReturn(post),
    administration(company, post, cus),
    peopleThings(company, post),
  ]);
  const account = (await post('/accounts', { code: '4300001', name: 'Clientes, grandes cuentas' })).code;
  return { ...company, account, ids: Object.assign({}, company.ids, recorded, banked, ...made) };
}

/** An invoice with a record of Verifactu, which AEAT takes with others. */
async function invoiceWithRecord(company: Tenant, post: Post, customerId: string): Promise<{ inv: string; vfb: string }> {
  const { id } = await post('/invoice-drafts', draftFor(customerId));
  const inv = await withRecord(company, async (date) => (await post(`/invoice-drafts/${id}/issue`, { date })).id);
  return { inv, vfb: await verifactuFile(company) };
}

/** Who works in the program and with its files, and what is kept of customers. */
async function administration(company: Tenant, post: Post, customerId: string) {
  const imp = await importedFile(company);
  const mem = (await post('/members', { email: `ana@${company.name}.example`, roles: ['sales'] })).id;
  const apc = (await post('/api-clients', { name: 'Tienda web' })).id;
  const rol = (await post('/roles', { name: 'Mostrador', grants: [{ permission: 'orders.read' }] })).id;
  const signed = { customerId, signedOn: '2026-01-15', iban: 'ES9121000418450200051332' };
  const mdt = (await post('/treasury/mandates', signed)).id;
  const trc = (await post('/trusted-certificates', { file: Buffer.from(testAuthority().pem).toString('base64') })).id;
  const exp = (await post('/exports', { kind: 'journal-csv' })).id;
  const adv = (await post('/advisers', { name: 'Gestoría Robles' })).id;
  const axp = (await post(`/advisers/${adv}/exports`, { period: new Date().toISOString().slice(0, 7) })).id;
  const past = addMonths(monthOf(new Date().toISOString()), -1);
  const mcl = (await post('/month-closes', { period: past, rehearsal: true })).id;
  return { imp, mem, apc, rol, mdt, trc, exp, adv, axp, mcl, bsl: await sealed(company) };
}

/** What came into the books so far, sealed. */
const sealed = ({ name, tokens }: Tenant): Promise<string> =>
  eventually(
    'a seal of the books',
    async () => {
      await sealBooks(recordsOf(name));
      return (await done(send('GET /proof/seals', { token: tokens.owner }))).items[0]?.id;
    },
    60,
  );

/** A rule, and what it did of an order that takes no stock. It is paused again: others' orders stay as they are. */
async function ruleWithRun(tenant: Tenant, post: Post, customerId: string): Promise<{ rul: string; rrn: string; mfl: string }> {
  const { tokens } = tenant;
  const effects = [{ do: 'tag', tags: ['nuevo'] }];
  const rul = (await post('/automation/rules', { name: 'Pedidos nuevos', trigger: 'order.placed', effects })).id;
  await post(`/automation/rules/${rul}/activation`, {});
  const advice = (await post('/items', { code: 'ASESORIA', name: 'Asesoría', price: '10', taxCode: 'IVA-G', kind: 'service' })).id;
  await post('/orders', { customerId, lines: [{ itemId: advice, quantity: '1' }] });
  const rrn = await eventually(
    'the run of a rule',
    async () => (await done(send(`GET /automation/runs?rule=${rul}&state=done`, { token: tokens.owner }))).items[0]?.id,
    60,
  );
  await post(`/automation/rules/${rul}/pause`, {});
  return { rul, rrn, mfl: await returnedMail(tenant) };
}

/** An address that was asked whether it wants reports, from which SES says that the question came back. */
async function returnedMail({ name, tokens }: Tenant): Promise<string> {
  const email = `nadie@${name}.example`;
  await done(send('PUT /automation/mail-recipients', { token: tokens.owner, body: { address: email } }));
  const about = idFrom('mrc', name, email);
  const mail = { messageId: 'aviso-1', destination: [email], tags: { tenant: [name], about: [about] } };
  const bounce = {
    bounceType: 'Permanent',
    bouncedRecipients: [{ emailAddress: email }],
    timestamp: new Date().toISOString(),
    feedbackId: 'f-1',
  };
  await invokeWorker('takeMailEvents', { Records: [{ messageId: 'm', body: JSON.stringify({ eventType: 'Bounce', bounce, mail }) }] });
  const { items } = await done(send('GET /automation/mail-failures', { token: tokens.owner }));
  return items[0].id;
}

/** A document that was uploaded and read. */
async function receivedDocument({ tokens }: Tenant, post: Post, fileName: string): Promise<string> {
  const bytes = writtenPdf([...PAPER_INVOICE, [50, 800, fileName]]);
  const { id, upload } = await post('/documents', { fileName, bytes: bytes.length });
  await fetch(upload.url, { method: 'PUT', body: Buffer.from(bytes) });
  return eventually(
    'the document to be read',
    async () => (['review', 'ready'].includes((await done(send(`GET /documents/${id}`, { token: tokens.owner }))).state) ? id : undefined),
    60,
  );
}

/** What was learned of a supplier, as its bill was entered from a document otherwise than it was proposed. */
async function learnedRule(tenant: Tenant, post: Post, supplierId = ''): Promise<string> {
  const { tokens } = tenant;
  const documentId = await receivedDocument(tenant, post, 'corregida.pdf');
  const { proposal } = await done(send(`GET /documents/${documentId}`, { token: tokens.owner }));
  const lines = proposal.lines.map((line: object) => ({ ...line, account: '628' }));
  await post('/payables/bills', { ...proposal, lines, supplierId, reference: `L-${documentId.slice(-8)}`, documentId });
  return eventually('what was learned', async () => (await done(send('GET /learned-rules', { token: tokens.owner }))).items[0]?.id, 60);
}

/** Form 303 of the month before, in which nothing was posted, and its registers as a file. */
async function taxReturn(post: Post): Promise<{ txr: string; txf: string }> {
  const first = `${new Date().toISOString().slice(0, 7)}-01`;
  const month = new Date(Date.parse(first) - 1).toISOString().slice(0, 7);
  if (month.slice(0, 4) !== first.slice(0, 4)) await post('/fiscal-years', { year: month.slice(0, 4) });
  const txr = (await post('/tax-returns/303/filings', { period: month, justificante: '3031234567890' })).id;
  const txf = (await post('/tax-files', { kind: 'vat-issued-csv', period: month })).id;
  return { txr, txf };
}

/** A fixed asset with a depreciation, and an entry that is repeated. */
async function assetAndRecurrence(post: Post, entryId: string): Promise<{ fxa: string; fae: string; rcr: string }> {
  const today = new Date().toISOString().slice(0, 10);
  const asset = { name: 'Servidor', account: '217', cost: eur('1200.00'), inUseOn: today, method: 'straight-line', percent: '25' };
  const fxa = (await post('/assets', asset)).id;
  // The index of what is open follows a moment later.
  const fae = await eventually(
    'a depreciation',
    () =>
      post('/assets/depreciation', { until: today }).then(
        ({ id }) => id,
        () => undefined,
      ),
    30,
  );
  const rcr = (await post('/recurring-entries', { entryId, every: 'month', next: '2199-01-01' })).id;
  return { fxa, fae, rcr };
}

/** A supplier with a bill, a credit note and a payment, each with something open, and what follows from buying. */
async function purchases(company: Tenant, post: Post, bankAccountId: string) {
  const date = new Date().toISOString().slice(0, 10);
  const paper = (reference: string, net: string) => ({ supplierId: sup, reference, date, lines: [{ account: '629', net: eur(net) }] });
  const sup = (await post('/payables/suppliers', { name: 'Papelería Arenal, S.L.', taxId: 'B58378431' })).id;
  const bil = (await post('/payables/bills', paper('A-1', '100.00'))).id;
  const scn = (await post('/payables/credit-notes', paper('R-1', '10.00'))).id;
  const spa = (await post('/payables/payments', { supplierId: sup, amount: eur('20.00') })).id;
  await payAbroad(post, sup, date);
  const fxd = await eventually(
    'an exchange difference',
    async () => (await done(send('GET /exchange-differences', { token: company.tokens.owner }))).items[0]?.id,
    30,
  );
  const pyr = await paymentRun(company);
  const exc = (await post('/expense-claims', { text: 'Feria', lines: [{ date, kind: 'travel', amount: eur('24.20') }] })).id;
  const srf = await supplierRefund(company, post, sup, bankAccountId);
  const doc = await receivedDocument(company, post, 'factura.pdf');
  const lrn = await learnedRule(company, post, sup);
  return { sup, bil, scn, spa, fxd, pyr, exc, srf, doc, lrn };
}

/** A bill in dollars that is paid at another rate. */
async function payAbroad(post: Post, supplierId: string, date: string): Promise<void> {
  const usd = (amount: string) => ({ amount, currency: 'USD' });
  const paper = { supplierId, reference: 'USD-1', date, lines: [{ account: '629', net: usd('11.00'), taxCode: 'EXENTO' }], rate: '1.1' };
  const { id: billId } = await post('/payables/bills', paper);
  await post('/payables/payments', {
    ...{ supplierId, amount: usd('11.00'), paid: eur('10.50'), allocations: [{ billId, amount: usd('11.00') }] },
  });
}

/** A note about a record, a file of it that was checked, tags, and what its owner was told of it. */
async function annotated({ tokens }: Tenant, record: string): Promise<{ not: string; att: string; ntf: string }> {
  const token = tokens.owner;
  const not = (await done(send('POST /notes', { token, body: { record, text: 'Llamar antes de enviar' } }))).id;
  await done(send('POST /notes', { token: tokens.sales, body: { record, text: 'Hecho' } }));
  await done(send('PATCH /tags', { token, body: { record, add: ['Urgente'] } }));
  const file = 'Pedido firmado';
  const attachment = await done(send('POST /attachments', { token, body: { record, fileName: 'pedido.txt', bytes: file.length } }));
  const uploaded = await fetch(attachment.upload.url, { method: 'PUT', body: file });
  if (!uploaded.ok) throw new Error(`the upload was refused: ${uploaded.status} ${await uploaded.text()}`);
  const ntf = await eventually('the owner is told', async () => (await done(send('GET /notifications', { token }))).items[0]?.id, 60);
  await eventually(
    'the file is checked',
    async () => (await done(send(`GET /activity?record=${record}`, { token }))).files[0]?.state === 'clean',
    60,
  );
  return { not, att: attachment.id, ntf };
}

/** An import of one row, carried to its end. */
async function importedFile({ tokens }: Tenant): Promise<string> {
  const head = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
  const file = `${head}\n536365,POST,POSTAGE,1,${new Date().toISOString().slice(0, 10)} 08:26:00,5.00,17850.0,Spain\n`;
  const body = { fileName: 'un-dia.csv', bytes: Buffer.byteLength(file) };
  const imported = await done(send('POST /imports', { token: tokens.owner, body }));
  const { url, method, headers } = imported.upload;
  const uploaded = await fetch(url, { method, headers, body: file });
  if (!uploaded.ok) throw new Error(`the upload was refused: ${uploaded.status} ${await uploaded.text()}`);
  await eventually(
    'the end of the import',
    async () => {
      const { status } = await done(send(`GET /imports/${imported.id}`, { token: tokens.owner }));
      return status === 'done';
    },
    60,
  );
  return imported.id;
}
