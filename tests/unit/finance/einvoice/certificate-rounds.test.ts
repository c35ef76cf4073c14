import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import forge from 'node-forge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCertificateFile } from '../../../../functions/finance/einvoice/certificate-file.ts';
import { MAX_ROUNDS } from '../../../../functions/finance/einvoice/key-derivation.ts';
import { testCertificate } from '../../../support/certificates.ts';

const made = testCertificate('contraseña');
const code = (read: () => unknown) => {
  try {
    return read() && undefined;
  } catch (error) {
    return (error as { readonly code?: string }).code;
  }
};

const hasOpenSsl = spawnSync('openssl', ['version']).status === 0;

/** OpenSSL is the judge: it writes files as browsers and Windows do, by code that is none of ours. */
describe.skipIf(!hasOpenSsl)('a file of a certificate as other programs write it', () => {
  let folder = '';
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const written = (...args: readonly string[]) => {
    openssl('pkcs12', '-export', '-in', 'own.pem', '-inkey', 'key.pem', '-out', 'own.p12', '-passout', 'pass:contraseña', ...args);
    return readFileSync(join(folder, 'own.p12'));
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'certificate-'));
    const { key, certificates } = readCertificateFile(made.file, 'contraseña');
    writeFileSync(join(folder, 'key.pem'), key);
    writeFileSync(join(folder, 'own.pem'), certificates[0] ?? '');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['Firefox: 600,000 rounds of SHA-256', ['-iter', '600000', '-macalg', 'sha256']],
    ['Windows: 2,000 rounds of triple DES', ['-iter', '2000', '-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
    ['a MAC of SHA-512, whose blocks are twice as long', ['-iter', '2048', '-macalg', 'sha512']],
  ])('%s', { timeout: 60_000 }, (_, args) => {
    const file = written(...args);
    expect(readCertificateFile(file, 'contraseña')).toEqual(readCertificateFile(made.file, 'contraseña'));
  });

  it('and by another password says so', () => {
    const file = written('-iter', '2048', '-macalg', 'sha256');
    expect(code(() => readCertificateFile(file, 'contrasena'))).toBe('certificate.password');
  });
});

describe('a file that was made to keep us busy', () => {
  /** The rounds of its MAC, the last number of the file, are others. */
  const withRounds = (rounds: number) => {
    const content = forge.asn1.fromDer(made.file.toString('binary'));
    const mac = (content.value as forge.asn1.Asn1[])[2];
    const [digest, salt] = (mac?.value ?? []) as forge.asn1.Asn1[];
    const { Class, Type, create, integerToDer, toDer } = forge.asn1;
    const told = create(Class.UNIVERSAL, Type.INTEGER, false, integerToDer(rounds).getBytes());
    if (mac && digest && salt) mac.value = [digest, salt, told];
    return Buffer.from(toDer(content).getBytes(), 'binary');
  };

  it('is refused before a round is done, and one with as many as are allowed is tried', () => {
    expect(code(() => readCertificateFile(withRounds(2_000_000_000), 'contraseña'))).toBe('certificate.rounds');
    expect(code(() => readCertificateFile(withRounds(MAX_ROUNDS + 1), 'contraseña'))).toBe('certificate.rounds');
    expect(code(() => readCertificateFile(withRounds(1000), 'contraseña'))).toBe('certificate.password');
    expect(code(() => readCertificateFile(withRounds(0), 'contraseña'))).toBe('certificate.file');
  });
});
