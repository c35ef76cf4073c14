import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as documents } from '../../../functions/automation/intake/documents.ts';
import { handler as draftBill } from '../../../functions/automation/intake/draft-bill.task.ts';
import { handler as readDocument } from '../../../functions/automation/intake/read-document.task.ts';
import { handler as receiveDocument } from '../../../functions/automation/intake/receive-document.task.ts';
import { readCertificateFile } from '../../../functions/finance/einvoice/certificate-file.ts';
import { handler as commands } from '../../../functions/finance/einvoice/commands.ts';
import { signedFacturae } from '../../../functions/finance/einvoice/facturae-signature.ts';
import { handler as queries } from '../../../functions/finance/einvoice/queries.ts';
import { IntakeDocuments, intakeKey, newDocument, type StoredDocument } from '../../../shared/domain/automation/intake/intake-document.ts';
import { facturaeFile } from '../../../shared/domain/finance/einvoice/facturae.ts';
import { COMPANY_ID, Companies } from '../../../shared/domain/platform/company/company.ts';
import { create, update } from '../../../shared/kernel/record.ts';
import { call, newTenant } from '../../support/call.ts';
import { type TestCertificate, testAuthority, testCertificate } from '../../support/certificates.ts';
import { newCompany, recordsOf } from '../../support/company.ts';
import { invoiced } from '../../support/einvoices.ts';
import { useMemoryBucket } from '../../support/memory-bucket.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { payablesOf } from '../../support/payables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const TODAY = '2026-11-30';
const SELLER = 'B83456780';
const PLATFORM = 'A58818501';

const root = testAuthority({ name: 'AC RAIZ PRUEBAS' });
const authority = testAuthority({ above: root });
/** The same name, by a key of its own: anybody can make one. */
const forged = testAuthority();
const ended = testAuthority({ name: 'AC CADUCADA', until: new Date('2026-11-01T00:00:00Z') });
const made = (more: Parameters<typeof testCertificate>[1] = {}) => testCertificate('secreto', { taxId: SELLER, authority, ...more });
const suppliers = made();
const platforms = made({ taxId: PLATFORM });

let tenant = '';
let bucket: ReturnType<typeof useMemoryBucket>;
let ours = '';
let next = 0;
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${TODAY}T10:00:00Z`) }));
beforeEach(async () => {
  table.clear();
  bucket = useMemoryBucket();
  tenant = newTenant();
  await newCompany(tenant);
  const records = recordsOf(tenant);
  const company = await records.getOrThrow(Companies, COMPANY_ID);
  ours = company.taxId;
  await records.commit([update(Companies, company, { ...company, policies: { ...company.policies, automaticBillLimit: 1000_00 } })]);
  await payablesOf(tenant).supplier({ taxId: SELLER, expenseAccount: '602' });
});
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** 100.00 at 21 %, signed. */
function signed({ file }: TestCertificate, seller = SELLER): string {
  const invoice = invoiced([{ price: '100' }]);
  next += 1;
  return signedFacturae(
    facturaeFile({
      ...invoice,
      ...{ number: `E-${next}`, issueDate: '2026-11-20', dueDate: '2026-12-20' },
      seller: { ...invoice.seller, vatId: `ES${seller}`, legalId: seller },
      buyer: { ...invoice.buyer, vatId: `ES${ours}`, legalId: ours },
    }),
    readCertificateFile(file, 'secreto'),
    new Date(`${TODAY}T09:00:00Z`),
  );
}

const get = (id: string): Promise<StoredDocument> => recordsOf(tenant).getOrThrow(IntakeDocuments, id);
/** What the state machine does of a document. */
async function read(id: string): Promise<StoredDocument> {
  const input = { tenant, documentId: id, execution: `${id}.${tenant}` };
  await receiveDocument({ ...input, key: intakeKey(tenant, id), version: '' } as never, {} as never);
  await readDocument(input as never, {} as never);
  await draftBill(input as never, {} as never);
  return get(id);
}
async function bring(xml: string): Promise<StoredDocument> {
  const id = `doc_${String(next).padStart(26, '0')}`;
  const came = { fileName: 'factura.xsig', source: 'console', date: TODAY, cameAt: `${TODAY}T09:00:00.000Z`, bytes: 9 } as const;
  await recordsOf(tenant).commit([create(IntakeDocuments, id, newDocument(came))]);
  bucket.put(intakeKey(tenant, id), Buffer.from(xml));
  return read(id);
}
const told = ({ state, flags }: Pick<StoredDocument, 'state' | 'flags'>) => [state, flags.map(({ code }) => code)];
const trustSigner = (id: string, of: 'certificate' | 'issuer', roles: readonly string[] = ['owner']) =>
  call(documents, `POST /documents/${id}/trust`, 'POST /documents/{documentId}/trust', { tenant, roles, body: { of } });
const ask = (handler: typeof commands, route: string, path: string, body?: object) =>
  call(handler, path, route, { tenant, roles: ['owner'], ...(body ? { body } : {}) });
const trustIssuer = (pem: string) =>
  ask(commands, 'POST /trusted-certificates', 'POST /trusted-certificates', { file: Buffer.from(pem).toString('base64') });
const listed = async () => (await ask(queries, 'GET /trusted-certificates', 'GET /trusted-certificates')).body.items;
const withdrawTrust = (id: string) =>
  ask(commands, 'POST /trusted-certificates/{trustId}/withdrawal', `POST /trusted-certificates/${id}/withdrawal`);
const restoreTrust = (id: string) =>
  ask(commands, 'POST /trusted-certificates/{trustId}/restoring', `POST /trusted-certificates/${id}/restoring`);

describe('a certificate that a person has trusted', () => {
  it('holds no clean invoice back from then on, the one it was found good on among them; until that is taken back', async () => {
    const first = await bring(signed(suppliers));
    expect(told(first)).toEqual(['review', ['issuer_unknown']]);
    expect((await trustSigner(first.id, 'certificate', ['accountant'])).status).toBe(403);
    expect((await trustSigner(first.id, 'certificate')).body).toMatchObject({ state: 'reading', flags: [] });
    expect(await read(first.id)).toMatchObject({ state: 'entered', signature: { state: 'intact', trust: { of: 'certificate' } } });
    expect(told(await bring(signed(suppliers)))).toEqual(['entered', []]);
    const [trust] = await listed();
    expect(trust).toMatchObject({ of: 'certificate', state: 'trusted', taxId: SELLER, signsFor: [], documentId: first.id });
    expect([trust.createdBy, trust.createdAt.slice(0, 10)]).toEqual([expect.stringContaining('@'), TODAY]);
    expect((await withdrawTrust(trust.id)).body.state).toBe('withdrawn');
    expect((await withdrawTrust(trust.id)).body.code).toBe('trust.state');
    expect(told(await bring(signed(suppliers)))).toEqual(['review', ['issuer_unknown']]);
    expect((await restoreTrust(trust.id)).body.state).toBe('trusted');
    expect(told(await bring(signed(suppliers)))).toEqual(['entered', []]);
  });

  it('is no other of the same issuer, and no other company’s trust', async () => {
    const first = await bring(signed(suppliers));
    await trustSigner(first.id, 'certificate');
    expect(told(await bring(signed(made())))).toEqual(['review', ['issuer_unknown']]);
    const before = tenant;
    tenant = newTenant();
    await newCompany(tenant);
    await payablesOf(tenant).supplier({ taxId: SELLER, expenseAccount: '602' });
    expect(told(await bring(signed(suppliers)))).toEqual(['review', ['issuer_unknown']]);
    expect(tenant).not.toBe(before);
  });

  it('of somebody who issues for suppliers signs for those alone for whom it was found good', async () => {
    await payablesOf(tenant).supplier({ name: 'Otra, S.A.', taxId: 'B58378431', expenseAccount: '602' });
    const first = await bring(signed(platforms));
    expect(told(first)).toEqual(['review', ['signer_differs', 'issuer_unknown']]);
    await trustSigner(first.id, 'certificate');
    expect(told(await read(first.id))).toEqual(['entered', []]);
    const other = await bring(signed(platforms, 'B58378431'));
    expect(told(other)).toEqual(['review', ['signer_differs']]);
    await trustSigner(other.id, 'certificate');
    expect(told(await read(other.id))).toEqual(['entered', []]);
    expect((await listed()).map(({ signsFor }: { signsFor: string[] }) => signsFor)).toEqual([[SELLER, 'B58378431']]);
  });

  it('saves nothing that was altered after it was signed, or signed when it was over', async () => {
    const first = await bring(signed(suppliers));
    await trustSigner(first.id, 'certificate');
    const altered = await bring(signed(suppliers).replaceAll('>121.00<', '>120.00<'));
    expect(told(altered)[1]).toContain('signature_altered');
    expect(await trustSigner(altered.id, 'certificate')).toMatchObject({ status: 422, body: { code: 'document.unsigned' } });
    const over = made({ until: new Date('2026-11-29T00:00:00Z') });
    const late = await bring(signed(over));
    expect(told(late)).toEqual(['review', ['certificate_expired', 'issuer_unknown']]);
    await trustSigner(late.id, 'certificate');
    expect(told(await read(late.id))).toEqual(['review', ['certificate_expired']]);
  });

  it('may be one that its holder made: a person says that it is theirs', async () => {
    const own = made({ selfSigned: true, authority: undefined } as never);
    const first = await bring(signed(own));
    expect(told(first)).toEqual(['review', ['self_signed']]);
    expect((await trustSigner(first.id, 'issuer')).body.code).toBe('trust.no_issuer');
    await trustSigner(first.id, 'certificate');
    expect(told(await read(first.id))).toEqual(['entered', []]);
  });
});

describe('an issuer that the company trusts', () => {
  it('vouches for all that it has issued, and for nobody who only bears its name', async () => {
    expect((await trustIssuer(authority.pem)).body).toMatchObject({ of: 'issuer', holder: 'Autoridad & Pruebas', state: 'trusted' });
    expect(told(await bring(signed(suppliers)))).toEqual(['entered', []]);
    // Its certificate need not stand beside that of the signer.
    expect(told(await bring(signed(made({ beside: [] }))))).toEqual(['entered', []]);
    expect(told(await bring(signed(made({ authority: forged }))))).toEqual(['review', ['issuer_unknown']]);
    expect(told(await bring(signed(platforms)))).toEqual(['review', ['signer_differs']]);
  });

  it('is trusted from a document where its certificate stands beside the signer’s', async () => {
    const bare = await bring(signed(made({ beside: [] })));
    expect(await trustSigner(bare.id, 'issuer')).toMatchObject({ status: 422, body: { code: 'trust.no_issuer' } });
    const first = await bring(signed(suppliers));
    expect(first.signature?.hasIssuer).toBe(true);
    await trustSigner(first.id, 'issuer');
    expect(await read(first.id)).toMatchObject({ state: 'entered', signature: { trust: { of: 'issuer' } } });
    expect(told(await bring(signed(made())))).toEqual(['entered', []]);
  });

  it('may stand above one that stands in the file, and above that alone', async () => {
    await trustIssuer(root.pem);
    expect(told(await bring(signed(suppliers)))).toEqual(['entered', []]);
    expect(told(await bring(signed(made({ beside: [] }))))).toEqual(['review', ['issuer_unknown']]);
    // A certificate between that may issue none is no issuer, whoever has signed it.
    const none = testAuthority({ name: 'NADIE', above: root, isAuthority: false });
    expect(told(await bring(signed(made({ authority: none }))))).toEqual(['review', ['issuer_unknown']]);
  });

  it('is one who issues, by a certificate that is in force', async () => {
    expect((await trustIssuer(suppliers.pem)).body.code).toBe('trust.not_issuer');
    expect((await trustIssuer('nothing')).body.code).toBe('trust.file');
    expect((await trustIssuer(ended.pem)).body.code).toBe('trust.ended');
  });
});
