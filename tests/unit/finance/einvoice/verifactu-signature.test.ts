import { beforeEach, describe, expect, it } from 'vitest';
import { handler as certificates } from '../../../../functions/finance/certificates/secrets.ts';
import { checkedSignature } from '../../../../functions/finance/einvoice/signature-check.ts';
import { handler as commands } from '../../../../functions/finance/verifactu/commands.ts';
import { handler as queries } from '../../../../functions/finance/verifactu/queries.ts';
import { handler as sign } from '../../../../functions/finance/verifactu/sign-verifactu.event.ts';
import { inflated } from '../../../../functions/finance/verifactu/signed-text.ts';
import { handler as walk } from '../../../../functions/finance/verifactu/walk-verifactu.event.ts';
import { VerifactuRecords, verifactuId } from '../../../../shared/domain/finance/einvoice/verifactu-record.ts';
import { signatureId, VerifactuSignatures } from '../../../../shared/domain/finance/einvoice/verifactu-signature.ts';
import { VerifactuWalks, WALK_ID } from '../../../../shared/domain/finance/einvoice/verifactu-walk.ts';
import { COMPANY_ID, Companies } from '../../../../shared/domain/platform/company/company.ts';
import { create, remove } from '../../../../shared/kernel/record.ts';
import { enlistTenant } from '../../../../shared/runtime/tenants.ts';
import { call, newTenant } from '../../../support/call.ts';
import { testCertificate } from '../../../support/certificates.ts';
import { batchOf } from '../../../support/changes.ts';
import { newCompany, recordsOf, type TestCompany } from '../../../support/company.ts';
import { einvoicingOf } from '../../../support/einvoicing.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { receivablesOf } from '../../../support/receivables.ts';
import { useSigningKeys } from '../../../support/signing-keys.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const mine = testCertificate('secreto');
const { kept } = useSigningKeys();
let company: TestCompany;
let sales: ReturnType<typeof receivablesOf>;
let rev = 0;

beforeEach(async () => {
  table.clear();
  const tenant = newTenant();
  company = await newCompany(tenant, {}, 100_000_000);
  sales = receivablesOf(tenant);
  await einvoicingOf(tenant).chains();
});

const told = async (...places: readonly number[]) => changed(VerifactuRecords.kind, ...places.map(verifactuId));
const changed = async (kind: string, ...ids: readonly string[]) => {
  rev += 1;
  const { tenant } = company;
  const batch = batchOf(ids.map((id) => ({ tenant, kind, id, rev: rev + 1000, after: { date: '' } })));
  expect((await sign(batch)).batchItemFailures).toEqual([]);
};
const upload = async () => {
  const body = { file: mine.file.toString('base64'), password: 'secreto' };
  const { status } = await call(certificates, 'PUT /certificates/own', 'PUT /certificates/own', { tenant: company.tenant, body });
  expect(status).toBe(200);
};
const listed = async () => {
  const route = 'GET /verifactu/records';
  const { items } = (await call(queries, route, route, { tenant: company.tenant })).body;
  return items.map(({ place, signature }: { place: number; signature?: object }) => [place, signature]);
};
const keptText = async (place: number) =>
  inflated((await recordsOf(company.tenant).get(VerifactuSignatures, signatureId(place)))?.xml ?? '');

describe('records that are kept', () => {
  it('are signed as they are chained, and once', async () => {
    await upload();
    const { number } = await sales.invoice(company.customerId, '100');
    await told(1);
    const text = await keptText(1);
    expect(checkedSignature(text)).toMatchObject({ valid: true, inForce: true, certificate: { taxId: 'B12345674' } });
    expect(text).toContain(`<sf:NumSerieFactura>${number}</sf:NumSerieFactura>`);
    expect(checkedSignature(text.replace('121.00', '121.01'))).toMatchObject({ valid: false, fault: 'altered' });
    await told(1);
    expect(await keptText(1)).toBe(text);
    // 5 write units: what the worker pays for it.
    const { xml = '' } = (await recordsOf(company.tenant).get(VerifactuSignatures, signatureId(1))) ?? {};
    expect(xml.length).toBeLessThan(4700);
    expect(await listed()).toEqual([[1, { at: expect.any(String), fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) }]]);
  });

  it('wait for a certificate where the company has none, and are signed once it has', async () => {
    for (const price of ['100', '200', '300']) await sales.invoice(company.customerId, price);
    await told(1, 2);
    await told(3);
    expect(await listed()).toEqual([3, 2, 1].map((place) => [place, { why: 'certificate.none' }]));
    await upload();
    await changed(Companies.kind, COMPANY_ID);
    for (const place of [1, 2, 3]) expect(checkedSignature(await keptText(place))).toMatchObject({ valid: true });
  });

  it('that were missed are signed with the next, or once the company changes', async () => {
    await upload();
    for (const price of ['100', '200', '300', '400']) await sales.invoice(company.customerId, price);
    await told(3);
    for (const place of [1, 2, 3]) expect(checkedSignature(await keptText(place))).toMatchObject({ valid: true });
    await changed(Companies.kind, COMPANY_ID);
    expect(checkedSignature(await keptText(4))).toMatchObject({ valid: true });
  });

  it('wait where the key is gone, and nothing is signed with another', async () => {
    await upload();
    kept.clear();
    await sales.invoice(company.customerId, '100');
    await told(1);
    expect(await listed()).toEqual([[1, { why: 'certificate.none' }]]);
  });

  it('are written to files as they were signed', async () => {
    await upload();
    for (const price of ['100', '200']) await sales.invoice(company.customerId, price);
    await told(1);
    const route = 'POST /verifactu/exports';
    const { content } = (await call(commands, route, route, { tenant: company.tenant, body: {} })).body;
    const file = Buffer.from(content, 'base64').toString();
    // The second is not signed yet.
    expect([file.match(/<sum:RegistroFactura>/g)?.length, file.match(/<ds:SignatureValue/g)?.length]).toEqual([2, 1]);
    const [element = ''] = /<sf:RegistroAlta xmlns:sf[\s\S]*?<\/sf:RegistroAlta>/.exec(file) ?? [];
    expect(checkedSignature(element)).toMatchObject({ valid: true });
  });

  it('the key of another company signs nothing of this one', async () => {
    await upload();
    const other = await newCompany(newTenant(), {}, 100_000_000);
    await einvoicingOf(other.tenant).chains();
    await receivablesOf(other.tenant).invoice(other.customerId, '100');
    rev += 1;
    const batch = batchOf([
      { tenant: other.tenant, kind: VerifactuRecords.kind, id: verifactuId(1), rev: rev + 1000, after: { date: '' } },
    ]);
    await sign(batch);
    const found = await recordsOf(other.tenant).get(VerifactuSignatures, signatureId(1));
    expect(found).toMatchObject({ why: 'certificate.none' });
    expect((await recordsOf(company.tenant).get(Companies, COMPANY_ID))?.einvoicing?.certificate).toBeDefined();
  });
});

describe('every night', () => {
  const night = async () => {
    await enlistTenant(company.tenant);
    return (await walk(undefined, {} as never)) as { failed: number };
  };
  const lost = async (place: number) => {
    const found = await recordsOf(company.tenant).getOrThrow(VerifactuSignatures, signatureId(place));
    await recordsOf(company.tenant).commit([remove(VerifactuSignatures, found)]);
  };
  const seen = async () => (await recordsOf(company.tenant).get(VerifactuWalks, WALK_ID))?.seen;
  const signedPlaces = async (last: number) => {
    const places = Array.from({ length: last }, (_, i) => i + 1);
    const rows = await recordsOf(company.tenant).getMany(VerifactuSignatures, places.map(signatureId));
    return places.filter((_, i) => rows[i]?.at !== undefined);
  };
  const copy = async () => {
    const { id: _, rev: __, history: ___, ...record } = await recordsOf(company.tenant).getOrThrow(VerifactuRecords, verifactuId(1));
    return record;
  };
  const replaced = async (place: number, documentId: string) => {
    const before = await recordsOf(company.tenant).getOrThrow(VerifactuRecords, verifactuId(place));
    await recordsOf(company.tenant).commit([remove(VerifactuRecords, before)]);
    await recordsOf(company.tenant).commit([create(VerifactuRecords, verifactuId(place), { ...(await copy()), documentId })]);
  };
  /** The chain grows by copies of its first record: what is looked at is whether they are signed. */
  async function copied(first: number, last: number) {
    const record = await copy();
    const places = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    for (let at = 0; at < places.length; at += 50)
      await recordsOf(company.tenant).commit(
        places.slice(at, at + 50).map((place) => create(VerifactuRecords, verifactuId(place), record)),
      );
  }

  it('holes with signed records behind them are signed, over pages, and what was seen is not read again', async () => {
    await upload();
    for (const price of ['100', '200', '300', '400', '500']) await sales.invoice(company.customerId, price);
    await told(1);
    await told(5);
    expect(await signedPlaces(5)).toEqual([1, 2, 3, 4, 5]);
    await copied(6, 130);
    await told(60);
    await lost(3);
    await lost(20);
    expect((await signedPlaces(130)).length).toBe(58);
    expect(await night()).toMatchObject({ failed: 0 });
    expect((await signedPlaces(130)).length).toBe(130);
    expect(checkedSignature(await keptText(20))).toMatchObject({ valid: true });
    expect(await seen()).toBe(130);
    // What was seen stays seen, whatever becomes of it: no place is read each night for ever.
    await lost(20);
    await night();
    expect((await signedPlaces(130)).length).toBe(129);
  });

  it('those that wait are signed once there is a certificate, also where nobody told of it', async () => {
    for (const price of ['100', '200', '300']) await sales.invoice(company.customerId, price);
    await night();
    expect(await listed()).toEqual([3, 2, 1].map((place) => [place, { why: 'certificate.none' }]));
    expect(await seen()).toBe(3);
    await upload();
    await night();
    expect(await signedPlaces(3)).toEqual([1, 2, 3]);
  });

  it('a page that fails is told and tried again the night after; those behind are signed all the same', async () => {
    await upload();
    await sales.invoice(company.customerId, '100');
    await copied(2, 110);
    await replaced(50, 'inv_F2020-999999');
    expect(await night()).toMatchObject({ failed: 1 });
    expect(await seen()).toBeUndefined();
    expect((await signedPlaces(110)).slice(-10)).toEqual([101, 102, 103, 104, 105, 106, 107, 108, 109, 110]);
    await replaced(50, (await copy()).documentId);
    expect(await night()).toMatchObject({ failed: 0 });
    expect((await signedPlaces(110)).length).toBe(110);
    expect(await seen()).toBe(110);
  });

  it('a company that chains nothing is left alone', async () => {
    const other = await newCompany(newTenant(), {}, 100_000_000);
    await enlistTenant(other.tenant);
    await night();
    expect(await recordsOf(other.tenant).get(VerifactuWalks, WALK_ID)).toBeUndefined();
  });
});
