import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brokenLink,
  type ChainedRecord,
  chainedRecord,
  type VerifactuRecord,
  verifactuIssue,
  verifactuQr,
  verifactuText,
  zonedTime,
} from '../../../../shared/domain/finance/einvoice/verifactu.ts';
import { issued } from '../../../support/einvoices.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex').toUpperCase();
const chainOf = (records: readonly VerifactuRecord[]) =>
  records.reduce<ChainedRecord[]>((chain, record) => [...chain, chainedRecord(record, chain.at(-1), sha256)], []);

/** The three examples of AEAT's detail of the hash (v0.1.2), which are one chain. */
const OFFICIAL: readonly VerifactuRecord[] = [
  {
    ...{ kind: 'issue', issuer: '89890001K', number: '12345678/G33', date: '2024-01-01', type: 'F1' },
    ...{ tax: 12_35, total: 123_45, at: '2024-01-01T19:20:30+01:00' },
  },
  {
    ...{ kind: 'issue', issuer: '89890001K', number: '12345679/G34', date: '2024-01-01', type: 'F1' },
    ...{ tax: 12_35, total: 123_45, at: '2024-01-01T19:20:35+01:00' },
  },
  { kind: 'cancellation', issuer: '89890001K', number: '12345679/G34', date: '2024-01-01', at: '2024-01-01T19:20:40+01:00' },
];
const HASHES = [
  '3C464DAF61ACB827C65FDA19F352A4E3BDC2C640E9E9FC4CC058073F38F12F60',
  'F7B94CFD8924EDFF273501B01EE5153E4CE8F259766F88CF6ACB8935802A2B97',
  '177547C0D57AC74748561D054A9CEC14B4C4EA23D1BEFD6F2E69E3A388F90C68',
];

describe('the chain of Verifactu', () => {
  it('has the hashes of the official examples', () => {
    const chain = chainOf(OFFICIAL);
    expect(verifactuText(OFFICIAL[0] as VerifactuRecord, '')).toBe(
      'IDEmisorFactura=89890001K&NumSerieFactura=12345678/G33&FechaExpedicionFactura=01-01-2024&TipoFactura=F1&CuotaTotal=12.35&ImporteTotal=123.45&Huella=&FechaHoraHusoGenRegistro=2024-01-01T19:20:30+01:00',
    );
    expect(chain.map(({ hash }) => hash)).toEqual(HASHES);
    expect(brokenLink(chain, sha256)).toBeUndefined();
  });

  it('blanks around a value change nothing', () => {
    const [first] = OFFICIAL as [VerifactuRecord];
    expect(chainedRecord({ ...first, issuer: ' 89890001K ' }, undefined, sha256).hash).toBe(HASHES[0]);
  });

  const record = fc.record({
    kind: fc.constant('issue' as const),
    issuer: fc.stringMatching(/^[A-Z]\d{8}$/),
    number: fc.stringMatching(/^F20\d\d-\d{6}$/),
    date: fc.constantFrom('2027-01-01', '2027-02-28', '2028-02-29'),
    type: fc.constantFrom('F1' as const, 'F2' as const, 'R1' as const, 'R5' as const),
    tax: fc.integer({ min: -100_000, max: 100_000 }).map((n) => n || 1),
    total: fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n || 1),
    at: fc.constantFrom('2027-01-01T00:00:00+01:00', '2027-07-31T23:59:59+02:00'),
  });

  it('breaks where one byte of a record, of a hash or of what it follows is changed', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), fc.nat(), (records, where, field, place) => {
        const chain = chainOf(records);
        expect(brokenLink(chain, sha256)).toBeUndefined();
        const at = where % chain.length;
        const link = chain[at] as ChainedRecord;
        const flat: Record<string, string | number> = { ...link.record, previous: link.previous, hash: link.hash };
        const names = Object.keys(flat).filter((name) => name !== 'kind' && flat[name] !== '');
        const name = names[field % names.length] as string;
        const old = flat[name] as string | number;
        flat[name] = typeof old === 'number' ? old + 1 : changed(old, place);
        const { previous, hash, ...rest } = flat;
        const forged = chain.with(at, { record: rest as unknown as VerifactuRecord, previous: `${previous}`, hash: `${hash}` });
        expect(brokenLink(forged, sha256)).toBe(at);
      }),
      { numRuns: 400 },
    );
  });

  it('breaks where a record is taken out, put in twice or moved', () => {
    const [a, b, c] = chainOf(OFFICIAL) as [ChainedRecord, ChainedRecord, ChainedRecord];
    expect(
      [
        [b, c],
        [a, c],
        [a, b, b, c],
        [b, a, c],
      ].map((chain) => brokenLink(chain, sha256)),
    ).toEqual([0, 1, 2, 0]);
  });

  /** One character is another, which is no blank. */
  function changed(text: string, place: number): string {
    const at = place % text.length;
    return `${text.slice(0, at)}${text[at] === '7' ? '8' : '7'}${text.slice(at + 1)}`;
  }
});

describe('the record of a document', () => {
  const at = '2027-03-24T10:00:00+01:00';
  const invoice = issued([{ price: '100' }]);

  it('says its kind, tax and total; a corrective one below zero', () => {
    expect(verifactuIssue(invoice, 'B12345674', at)).toMatchObject({ type: 'F1', tax: 2100, total: 12100, number: 'F2026-000123' });
    const simplified = { ...invoice, number: 'FS2026-000001' };
    expect(verifactuIssue(simplified, 'B12345674', at).type).toBe('F2');
    const note = { ...invoice, number: 'R2026-000001', reason: 'Devolución', corrects: 'inv_F2026-000123' };
    expect(verifactuIssue(note, 'B12345674', at)).toMatchObject({ type: 'R1', tax: -2100, total: -12100 });
    expect(verifactuIssue({ ...note, corrects: 'inv_FS2026-000001' }, 'B12345674', at).type).toBe('R5');
  });

  it('counts the surcharge as tax: 100 at 21 and 5.2 %', () => {
    expect(verifactuIssue(issued([{ price: '100', taxCode: 'IVA-G-RE' }]), 'B12345674', at)).toMatchObject({ tax: 2620, total: 12620 });
  });

  it('has a QR with what AEAT asks for, its signs escaped', () => {
    const record = { ...verifactuIssue(invoice, '89890001K', at), number: '12345678&G33', date: '2024-01-01', total: 241_40 };
    expect(verifactuQr(record, 'verifactu')).toBe(
      'https://www2.agenciatributaria.gob.es/wlpl/TIKE-CONT/ValidarQR?nif=89890001K&numserie=12345678%26G33&fecha=01-01-2024&importe=241.40',
    );
    expect(verifactuQr(record, 'kept')).toContain('/ValidarQRNoVerifactu?nif=');
  });

  it('has the time of the company: winter and summer in Madrid', () => {
    expect(zonedTime('Europe/Madrid', new Date('2024-01-01T18:20:30Z'))).toBe('2024-01-01T19:20:30+01:00');
    expect(zonedTime('Europe/Madrid', new Date('2024-07-01T23:20:30Z'))).toBe('2024-07-02T01:20:30+02:00');
    expect(zonedTime('UTC', new Date('2024-07-01T23:20:30Z'))).toBe('2024-07-01T23:20:30+00:00');
  });
});
