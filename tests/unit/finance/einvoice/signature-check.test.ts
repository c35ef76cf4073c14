import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { receivedInvoice } from '../../../../functions/finance/einvoice/received-invoice.ts';
import { checkedSignature } from '../../../../functions/finance/einvoice/signature-check.ts';
import { ROOT } from '../../../../infra/tools/local/workspace.ts';

/**
 * Invoices signed by another program (signxml 5.2.0 in Python, XAdES-EPES with the policy of Facturae 3.1, certificates by OpenSSL), which
 * checks them as intact itself: RSA-SHA256 and ECDSA-SHA256.
 */
const signed = (name: string) => readFileSync(join(ROOT, 'tests/support/signed-facturae', `${name}.xml`), 'utf8');
const check = (xml: string) => checkedSignature(xml);

describe('the signature of an invoice that came in', () => {
  it.each([
    ['rsa', 'Suministros del Sur, S.L.'],
    ['ecdsa', 'Firma EC de pruebas'],
  ])('by %s is intact, with whose certificate and until when', (name, signer) => {
    const found = check(signed(name));
    expect([found?.valid, found?.inForce, found?.signedAt?.slice(0, 10)]).toEqual([true, true, '2026-12-01']);
    expect(found?.certificate).toMatchObject({ holder: signer, until: expect.stringMatching(/^2036-11-28/) });
  });

  const rsa = signed('rsa');
  it.each([
    ['an amount of a cent more', rsa.replace('<TotalAmount>594.00<', '<TotalAmount>594.01<')],
    ['another tax id', rsa.replace('B83456780', 'B58378431')],
    ['the day on which it was signed', rsa.replace('SigningTime>2026', 'SigningTime>2025')],
    ['its value', rsa.replace(/(<ds:SignatureValue>.)./, '$1+')],
    ['the digest of what is signed, made anew for other amounts', rsa.replace(/(<ds:DigestValue>)Yy34/, '$1Zz34')],
    [
      'the certificate of somebody else',
      rsa.replace(/<ds:X509Certificate>[^<]*</, () => /<ds:X509Certificate>[^<]*</.exec(signed('ecdsa'))?.[0] ?? ''),
    ],
    ['an invoice beside the one that was signed', rsa.replace('</Invoices>', '<Invoice/></Invoices>')],
    ['line breaks and indents', rsa.replace(/>\s+</g, '>\n<')],
  ])('is altered by %s', (_, xml) => {
    expect(xml).not.toBe(rsa);
    expect(check(xml)).toMatchObject({ valid: false, fault: 'altered' });
  });

  it.each([
    ['covers a part alone', rsa.replace('URI=""', 'URI="#Invoices"'), 'altered'],
    ['is by a method that is not read', rsa.replace('xmldsig-more#rsa-sha256', 'xmldsig-more#rsa-ripemd160'), 'unreadable'],
    [
      'leaves parts out by an expression',
      rsa.replace('http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/TR/1999/REC-xpath-19991116'),
      'unreadable',
    ],
    ['has no certificate', rsa.replace(/<ds:X509Data>.*?<\/ds:X509Data>/s, ''), 'unreadable'],
    ['stands twice', rsa.replace(/(<ds:Signature .*<\/ds:Signature>)/s, '$1$1'), 'unreadable'],
  ])('proves nothing where it %s', (_, xml, why) => {
    expect(xml).not.toBe(rsa);
    expect(check(xml)).toMatchObject({ valid: false, fault: why });
  });

  const [amount] = /<TotalAmount>594.00</.exec(rsa) ?? [''];
  it.each([
    ['an instruction', '5<?a 94.?>00<'],
    ['an instruction in the middle of nothing', '594.00<?a?><'],
  ])('proves nothing where %s stands within: readers pass it over, and what is made canonical has its text', (_, text) => {
    const xml = rsa.replace(amount, `<TotalAmount>${text}`);
    expect(xml).not.toBe(rsa);
    expect(check(xml)).toEqual({ valid: false, fault: 'unreadable' });
  });
  it.each([
    ['comments', '59<!-- 1 -->4.00<'],
    ['CDATA', '<![CDATA[594]]>.00<'],
  ])('is intact with %s, of which both readings are the same', (_, text) => {
    const xml = rsa.replace(amount, `<TotalAmount>${text}`);
    expect(check(xml)).toMatchObject({ valid: true });
    const amountOf = (of: string) => JSON.stringify(receivedInvoice(Buffer.from(of)));
    expect(amountOf(xml)).toBe(amountOf(rsa));
  });

  it.each([
    ['references', rsa.replace(/(<ds:Reference .*?<\/ds:Reference>)/s, (each) => each.repeat(9))],
    ['transforms', rsa.replace(/(<ds:Transform .*?\/>|<ds:Transform .*?<\/ds:Transform>)/s, (each) => each.repeat(6))],
  ])('is not checked where it has more %s than any signature needs', (_, xml) => {
    expect(xml).not.toBe(rsa);
    expect(check(xml)).toMatchObject({ valid: false, fault: 'unreadable' });
  });

  it('tells nothing of a certificate that cannot be read', () => {
    // A day 99 of month 99 in its validity: DER stays well formed, no clock knows the day.
    const certificate = Buffer.from(/<ds:X509Certificate>([^<]*)</.exec(rsa)?.[1] ?? '', 'base64');
    const date = certificate.indexOf('361128');
    expect(date).toBeGreaterThan(0);
    certificate.write('369999', date);
    const xml = rsa.replace(/<ds:X509Certificate>[^<]*</, `<ds:X509Certificate>${certificate.toString('base64')}<`);
    expect(check(xml)).toEqual({ valid: false, fault: 'unreadable' });
    expect(check(`${rsa}<another/>`)).toEqual({ valid: false, fault: 'unreadable' });
  });

  it('is none where nothing is signed', () => {
    expect(check(rsa.replace(/<ds:Signature .*<\/ds:Signature>/s, ''))).toBeUndefined();
  });
});

const SAMPLES = join(resolve(ROOT, process.env.TRASTIENDA_SAMPLES ?? '../shared/data'), 'invoices/facturae');
describe.skipIf(!existsSync(SAMPLES))('samples that were indented again after they were signed', () => {
  it.each(['invoice-vat', 'invoice-vat-irpf', 'credit-note'])('%s is altered', (name) => {
    expect(check(readFileSync(join(SAMPLES, `${name}.xml`), 'utf8'))?.fault).toBe('altered');
  });
});
