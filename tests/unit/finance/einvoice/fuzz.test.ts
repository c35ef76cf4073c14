import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { certificateFacts, readCertificateFile } from '../../../../functions/finance/einvoice/certificate-file.ts';
import { receivedInvoice } from '../../../../functions/finance/einvoice/received-invoice.ts';
import { ROOT } from '../../../../infra/tools/local/workspace.ts';
import { ciiFile } from '../../../../shared/domain/finance/einvoice/cii.ts';
import { facturaeFile } from '../../../../shared/domain/finance/einvoice/facturae.ts';
import { ublFile } from '../../../../shared/domain/finance/einvoice/ubl.ts';
import { answerOf } from '../../../../shared/domain/finance/einvoice/verifactu-answer.ts';
import { DomainError } from '../../../../shared/kernel/errors.ts';
import { XmlFault } from '../../../../shared/kernel/xml.ts';
import { readXml } from '../../../../shared/runtime/xml.ts';
import { testCertificate } from '../../../support/certificates.ts';
import { FUZZ_MINUTES, tryChanged } from '../../../support/changed-bytes.ts';
import { EINVOICE_CASES } from '../../../support/einvoice-cases.ts';
import { enveloped, verifactuAnswer } from '../../../support/verifactu-answers.ts';

const LONGEST = 60_000 + FUZZ_MINUTES * 60_000;
const budget = (name: string, least: number) => ({ name, least, share: 1 / 4 });

/** Invoices that others wrote are not part of the project: they are tried where they are there. */
const FOLDER = join(resolve(ROOT, process.env.TRASTIENDA_SAMPLES ?? '../shared/data'), 'invoices');
const others = ['ubl', 'cii', 'facturae'].flatMap((syntax) => {
  const folder = join(FOLDER, syntax);
  return existsSync(folder) ? readdirSync(folder).flatMap((file) => (file.endsWith('.xml') ? [readFileSync(join(folder, file))] : [])) : [];
});
const writers = { ubl: ublFile, cii: ciiFile, facturae: facturaeFile };
const ours = EINVOICE_CASES.flatMap(({ invoice, only = ['ubl', 'cii', 'facturae'] }) =>
  only.map((syntax) => Buffer.from(writers[syntax](invoice))),
);

it(
  'invoices of every syntax are read or refused with line and cause',
  async () => {
    const seen = await tryChanged([...others, ...ours], budget('invoices', 400), (bytes) => {
      const file = receivedInvoice(bytes);
      if (!file) return 'other';
      if ('fault' in file) {
        expect(file.fault).toMatchObject({ reason: expect.any(String), line: expect.any(Number), message: expect.any(String) });
        return 'refused';
      }
      if ('several' in file) return 'batch';
      expect([file.invoice.facts.total, file.invoice.prepaid].every(Number.isSafeInteger)).toBe(true);
      return file.invoice.faults.length > 0 ? 'wrong' : 'read';
    });
    expect(Math.min(seen.read ?? 0, seen.refused ?? 0)).toBeGreaterThan(20);
  },
  LONGEST,
);

it(
  'no invoice that says something else than what was signed has a signature that is intact',
  async () => {
    const signed = ['rsa', 'ecdsa'].map((name) => readFileSync(join(ROOT, 'tests/support/signed-facturae', `${name}.xml`)));
    const told = (bytes: Buffer) => {
      const file = receivedInvoice(bytes);
      return file && 'invoice' in file ? file : undefined;
    };
    const truths = signed.map((bytes) => JSON.stringify(told(bytes)?.invoice));
    const seen = await tryChanged(signed, budget('signatures', 150), (bytes) => {
      const file = told(bytes);
      if (!file?.signature) return 'refused';
      if (file.signature.state === 'intact') expect(truths).toContain(JSON.stringify(file.invoice));
      return file.signature.state;
    });
    expect(seen.intact).toBeGreaterThanOrEqual(signed.length);
    expect(seen.altered).toBeGreaterThan(3);
  },
  LONGEST,
);

it(
  'an answer of AEAT is taken for all records that were sent, or for none',
  async () => {
    const sent = Array.from({ length: 4 }, (_, i) => ({
      ...{ place: i + 1, kind: 'issue' as const, issuer: 'B12345674', number: `F2026-00000${i + 1}` },
    }));
    const lines = sent.map(({ number }, i) => ({
      ...{ number, date: '01-12-2026' },
      ...(i === 1 ? { state: 'AceptadoConErrores' as const, code: '2000', text: 'Huella <ñ> & más' } : {}),
      ...(i === 2 ? { state: 'Incorrecto' as const, code: '3000', text: 'Registro duplicado', known: 'Correcta' } : {}),
      ...(i === 3 ? { state: 'Incorrecto' as const, code: '1100', text: 'NIF' } : {}),
    }));
    const whole = verifactuAnswer(
      'ParcialmenteCorrecto',
      lines.map(({ text, ...line }) => ({ ...line, ...(text ? { text: text.replace(/[<&]/g, '') } : {}) })),
    );
    const fault = enveloped('<env:Fault><faultcode>env:Client</faultcode><faultstring>Codigo[4102]</faultstring></env:Fault>');
    const files = [whole, enveloped(whole), fault].map((text) => Buffer.from(text));
    const seen = await tryChanged(files, budget('answers', 300), (bytes) => {
      try {
        const { answer, findings } = answerOf(readXml(bytes, { nodes: 60_000, depth: 20 }), sent);
        const places = findings.map(({ place }) => place);
        expect([answer.records, new Set(places).size]).toEqual([4, places.length]);
        expect(places.every((place) => place >= 1 && place <= 4)).toBe(true);
        expect(Object.values(answer.counts).reduce((sum, count) => sum + count, 0)).toBe(findings.length);
        return 'read';
      } catch (error) {
        if (error instanceof XmlFault) return 'refused';
        expect(error).toBeInstanceOf(DomainError);
        expect((error as DomainError).code).toMatch(/^verifactu\.(answer|fault)$/);
        return 'refused';
      }
    });
    expect(Math.min(seen.read ?? 0, seen.refused ?? 0)).toBeGreaterThan(5);
  },
  LONGEST,
);

it(
  'a certificate with its key is read as it was written, or refused',
  async () => {
    const PASSWORD = 'contraseña';
    const { file } = testCertificate(PASSWORD);
    const truth = readCertificateFile(file, PASSWORD);
    const seen = await tryChanged([file], budget('certificates', 60), (bytes) => {
      try {
        const read = readCertificateFile(bytes, PASSWORD);
        expect(read).toEqual(truth);
        expect(certificateFacts(read.certificates[0] ?? '').taxId).toBe('B12345674');
        return 'read';
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        expect(error.code).toMatch(/^certificate\.(file|password|key)$/);
        return 'refused';
      }
    });
    expect(seen.read).toBeGreaterThan(0);
    expect(seen.refused).toBeGreaterThan(20);
  },
  LONGEST,
);
