import { DOMParser } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import type { Certificate } from '#domain/finance/einvoice/certificate.ts';
import { certificateFacts } from './certificate-file.ts';

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const XADES = 'http://uri.etsi.org/01903/v1.3.2#';

/** Why a signature proves nothing: the document or it was changed, it does not cover the whole, or it is of a kind that cannot be read. */
export type SignatureFault = 'altered' | 'partial' | 'unreadable';

export interface SignatureCheck {
  /** It is of this document as it stands, whole, by the key of this certificate. Whether that is to be trusted is another question. */
  readonly valid: boolean;
  readonly fault?: SignatureFault;
  readonly certificate?: Certificate;
  /** Whether the certificate was in force when it was signed, as the signature has it. */
  readonly inForce?: boolean;
  /** ISO instant, as the signature says. */
  readonly signedAt?: string;
}

/**
 * The signature of an XML document (a Facturae that came in); undefined where it has none.
 * @param xml one without a DTD, and within limits: read it by `readXml` first.
 */
export function checkedSignature(xml: string): SignatureCheck | undefined {
  const document = new DOMParser({ errorHandler: { warning: () => undefined } }).parseFromString(xml, 'text/xml');
  const signatures = [...elements(document, DSIG, 'Signature')];
  const [signature, another] = signatures;
  if (!signature) return undefined;
  if (another) return { valid: false, fault: 'unreadable' };
  const certificate = certificateOf(signature);
  if (!certificate) return { valid: false, fault: 'unreadable' };
  const facts = certificateFacts(certificate);
  const signedAt = elements(signature, XADES, 'SigningTime')[0]?.textContent?.trim();
  const at = signedAt ? Date.parse(signedAt) : Number.NaN;
  const told = {
    certificate: facts,
    ...(Number.isNaN(at)
      ? {}
      : { signedAt: new Date(at).toISOString(), inForce: Date.parse(facts.from) <= at && at <= Date.parse(facts.until) }),
  };
  const fault = faultOf(xml, signature, certificate);
  return fault ? { valid: false, fault, ...told } : { valid: true, ...told };
}

function faultOf(xml: string, signature: Element, certificate: string): SignatureFault | undefined {
  // The key is that of the certificate which is shown, whatever else the signature names.
  const verifier = new SignedXml({ publicCert: certificate, getCertFromKeyInfo: () => null });
  try {
    verifier.loadSignature(signature as unknown as Node);
    if (!verifier.checkSignature(xml)) return 'altered';
  } catch (error) {
    return /unknown|unsupported|not supported/i.test(String(error)) ? 'unreadable' : 'altered';
  }
  return verifier.getReferences().some(({ uri }) => uri === '') ? undefined : 'partial';
}

const elements = (within: Document | Element, namespace: string, name: string): Element[] =>
  Array.from(within.getElementsByTagNameNS(namespace, name) as unknown as ArrayLike<Element>);

/** The signer's certificate: the first that the signature holds. */
function certificateOf(signature: Element): string | undefined {
  const body = elements(signature, DSIG, 'X509Certificate')[0]?.textContent?.replace(/\s/g, '');
  if (!body || !/^[A-Za-z0-9+/=]+$/.test(body)) return undefined;
  return `-----BEGIN CERTIFICATE-----\n${body.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`;
}
