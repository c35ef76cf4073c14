import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { handler as certificates } from '../../../../functions/finance/certificates/secrets.ts';
import { handler as commands } from '../../../../functions/finance/verifactu/commands.ts';
import { handler as keepLog } from '../../../../functions/finance/verifactu/keep-verifactu-log.event.ts';
import { handler as sign } from '../../../../functions/finance/verifactu/sign-verifactu.event.ts';
import { type LogEntry, logId, VerifactuLog } from '../../../../shared/domain/finance/einvoice/verifactu-log.ts';
import { VerifactuRecords, verifactuId } from '../../../../shared/domain/finance/einvoice/verifactu-record.ts';
import { COMPANY_ID, Companies } from '../../../../shared/domain/platform/company/company.ts';
import { addDays, dateIn } from '../../../../shared/kernel/date.ts';
import { create, remove, update } from '../../../../shared/kernel/record.ts';
import { enlistTenant } from '../../../../shared/runtime/tenants.ts';
import { call, newTenant } from '../../../support/call.ts';
import { testCertificate } from '../../../support/certificates.ts';
import { batchOf } from '../../../support/changes.ts';
import { newCompany, recordsOf, type TestCompany } from '../../../support/company.ts';
import { einvoicingOf } from '../../../support/einvoicing.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { receivablesOf } from '../../../support/receivables.ts';
import { useSigningKeys } from '../../../support/signing-keys.ts';

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());

const table = useMemoryTable({ openWork: true, lists: true });
const mine = testCertificate('secreto');
useSigningKeys();
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex').toUpperCase();
let company: TestCompany;
let rev = 0;

beforeEach(async () => {
  table.clear();
  const tenant = newTenant();
  company = await newCompany(tenant, {}, 100_000_000);
  await enlistTenant(tenant);
  await einvoicingOf(tenant).chains();
});

const hour = async () => expect(await keepLog(undefined, {} as never)).toMatchObject({ failed: 0 });
const later = (hours: number) => vi.setSystemTime(Date.now() + hours * 3_600_000);
const invoice = (price: string) => receivablesOf(company.tenant).invoice(company.customerId, price);
const upload = async () => {
  const body = { file: mine.file.toString('base64'), password: 'secreto' };
  expect((await call(certificates, 'PUT /certificates/own', 'PUT /certificates/own', { tenant: company.tenant, body })).status).toBe(200);
};
const ask = (route: string, body: object = {}) => call(commands, route, route, { tenant: company.tenant, body });
const log = async (): Promise<LogEntry[]> => {
  const found = await recordsOf(company.tenant).getMany(
    VerifactuLog,
    Array.from({ length: 20 }, (_, i) => logId(i + 1)),
  );
  return found.flatMap((entry) => (entry ? [entry] : []));
};
const types = async () => (await log()).map(({ type }) => type);
const signed = async () => {
  rev += 1;
  const batch = batchOf([{ tenant: company.tenant, kind: VerifactuLog.kind, id: logId(1), rev: rev + 1000, after: { date: '' } }]);
  expect((await sign(batch)).batchItemFailures).toEqual([]);
};
/** Whether the signature within an event is that of the company's certificate, over all of it. */
const holds = (xml: string): boolean => {
  const verifier = new SignedXml({ publicCert: mine.pem });
  verifier.loadSignature(/<ds:Signature [\s\S]*<\/ds:Signature>/.exec(xml)?.[0] ?? '');
  try {
    return verifier.checkSignature(xml);
  } catch {
    return false;
  }
};
const exported = async (body: object = {}) => {
  const { status, body: answer } = await ask('POST /verifactu/event-exports', body);
  expect(status, JSON.stringify(answer).slice(0, 300)).toBeLessThan(300);
  const files = unzipSync(Buffer.from(answer.content, 'base64'));
  return { ...answer, texts: Object.keys(files).map((name) => Buffer.from(files[name] ?? []).toString()) };
};

describe('the events of a system that keeps its records', () => {
  it('begin with its own, in the hour in which the chain does; each has the hash of its nine fields', async () => {
    await hour();
    await hour();
    const [first, ...others] = await log();
    expect([first?.type, first?.running, first?.previous, others.length]).toEqual(['01', true, undefined, 0]);
    // AEAT's detail of hashes, 3.c: the tax id of the system, and that of the company.
    const text = `NIF=B12345674&ID=&IdSistemaInformatico=TR&Version=1.0&NumeroInstalacion=${company.tenant}&NIF=B12345674&TipoEvento=01&HuellaEvento=&FechaHoraHusoGenEvento=${first?.at}`;
    expect(first?.hash).toBe(sha256(text));
  });

  it('of a company that keeps none there are none', async () => {
    const other = await newCompany(newTenant(), {}, 100_000_000);
    await enlistTenant(other.tenant);
    await hour();
    expect(await recordsOf(other.tenant).get(VerifactuLog, logId(1))).toBeUndefined();
  });

  it('are summed up every six hours: 121.00 + 242.00 of two invoices, the first of them before the first hour was over', async () => {
    await invoice('100');
    await hour();
    await invoice('200');
    later(5);
    await hour();
    expect(await types()).toEqual(['01']);
    later(1);
    await hour();
    later(6);
    await hour();
    const [, first, second] = await log();
    expect(first?.about).toEqual({
      ...{ first: 1, last: 2, issues: 2, tax: 63_00, total: 363_00, cancellations: 0 },
      events: [{ type: '01', count: 1 }],
    });
    // The summary before is an event of the next one.
    expect(second?.about).toEqual({ issues: 0, tax: 0, total: 0, cancellations: 0, events: [{ type: '10', count: 1 }] });
  });

  it('are summed up ten thousand records at a time where a company has kept many before, and none is left out', async () => {
    const {
      id: _,
      rev: __,
      history: ___,
      ...first
    } = await (async () => {
      await invoice('100');
      return recordsOf(company.tenant).getOrThrow(VerifactuRecords, verifactuId(1));
    })();
    const places = Array.from({ length: 20_500 - 1 }, (____, i) => i + 2);
    for (let at = 0; at < places.length; at += 90)
      await recordsOf(company.tenant).commit(
        places.slice(at, at + 90).map((place) => create(VerifactuRecords, verifactuId(place), first as never)),
      );
    await hour();
    for (let i = 0; i < 3; i += 1) {
      later(1);
      await hour();
    }
    later(6);
    await hour();
    const told = (await log()).map(({ type, about }) => [type, about?.first, about?.last, about?.issues, about?.total]);
    expect(told).toEqual([
      ['01', undefined, undefined, undefined, undefined],
      ['10', 1, 10_000, 10_000, 1_210_000_00],
      ['10', 10_001, 20_000, 10_000, 1_210_000_00],
      ['10', 20_001, 20_500, 500, 60_500_00],
    ]);
  });

  it('end with a summary and the end, once no records are made', async () => {
    await hour();
    const records = recordsOf(company.tenant);
    const stored = await records.getOrThrow(Companies, COMPANY_ID);
    const yesterday = addDays(dateIn('Europe/Madrid', new Date()), -1);
    const einvoicing = { ...stored.einvoicing, verifactu: { from: yesterday, until: yesterday } };
    await records.commit([update(Companies, stored, { ...stored, einvoicing })]);
    await hour();
    later(7);
    await hour();
    expect(await types()).toEqual(['01', '10', '02']);
    expect((await log()).at(-1)?.running).toBe(false);
  });

  it('tell a check, and what it found', async () => {
    for (const price of ['100', '200', '300']) await invoice(price);
    await ask('POST /verifactu/checks');
    expect(await types()).toEqual(['01', '03']);
    expect((await log())[1]?.about).toEqual({ count: 3 });
    const records = recordsOf(company.tenant);
    const second = await records.getOrThrow(VerifactuRecords, verifactuId(2));
    await records.commit([update(VerifactuRecords, second, { ...second, total: 999_00 })]);
    await ask('POST /verifactu/checks');
    // 01: the hash is not of what is there.
    expect((await log()).at(-1)).toMatchObject({ type: '04', about: { anomaly: '01', first: 2 } });
    await records.commit([remove(VerifactuRecords, await records.getOrThrow(VerifactuRecords, verifactuId(2)))]);
    await ask('POST /verifactu/checks');
    // 05: the first is not the last, and what comes after it is not there.
    expect((await log()).at(-1)).toMatchObject({ type: '04', about: { anomaly: '05', first: 1 } });
  });

  it('are exported signed, each by itself; what comes next waits for its signature', async () => {
    await invoice('100');
    await hour();
    expect((await ask('POST /verifactu/event-exports')).body.code).toBe('verifactu.no_events');
    await upload();
    await ask('POST /verifactu/exports');
    await signed();
    const { first, last, next, texts } = await exported();
    expect([first, last, next, texts.length]).toEqual([1, 2, undefined, 2]);
    for (const text of texts) {
      expect(holds(text)).toBe(true);
      expect(holds(text.replace('<sf:TipoHuella>01', '<sf:TipoHuella>02'))).toBe(false);
      // The schema has the signature within the event.
      expect(text).toMatch(/<\/ds:Signature><\/sf:Evento>\s*<\/sf:RegistroEvento>\s*$/);
    }
    expect(texts[1]).toMatch(/<sf:NumeroDeRegistrosFacturacionAltaExportados>1<[\s\S]*<sf:SumaImporteTotalAlta>121.00</);
    expect(await types()).toEqual(['01', '08', '09']);
    expect((await ask('POST /verifactu/event-exports', { from: 3 })).body.code).toBe('verifactu.no_events');
    await signed();
    expect((await exported({ from: 3 })).texts[0]).toContain('<sf:NumeroDeRegEventoExportados>2<');
  });

  it('are one chain, whoever writes at once', async () => {
    await invoice('100');
    await Promise.all(Array.from({ length: 6 }, () => ask('POST /verifactu/checks')));
    const entries = await log();
    expect(entries.map(({ type }) => type)).toEqual(['01', ...Array.from({ length: 6 }, () => '03')]);
    expect(entries.slice(1).map(({ previous }) => previous?.hash)).toEqual(entries.slice(0, -1).map(({ hash }) => hash));
  });
});
