import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { DOMParser } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import type { Certificate } from '#domain/finance/einvoice/certificate.ts';
import { certificateFacts } from './certificate-file.ts';

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const XADES = 'http://uri.etsi.org/01903/v1.3.2#';
/** XML beyond this is not made canonical: that takes as much memory again, several times. */
const MAX_SIGNED_CHARS = 5_000_000;
/** Signatures of Facturae refer to three parts, by one or two transforms: each is made canonical anew. */
const MAX_REFERENCES = 10;
const MAX_TRANSFORMS = 5;

/** Why a signature proves nothing: the document or it was changed, it does not cover the whole, or it is of a kind that cannot be read. */
export type SignatureFault = 'altered' | 'partial' | 'unreadable';

export interface SignatureCheck {
  /** It is of this document as it stands, whole, by the key of this certificate. Whether that is to be trusted is another question. */
  readonly valid: boolean;
  readonly fault?: SignatureFault;
  readonly certificate?: Certificate;
  /** The signer's certificate and those that stand beside it, in base64. */
  readonly chain?: readonly string[];
  /** The certificate was issued by its own holder. */
  readonly isSelfSigned?: true;
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
  if (!xml.includes(DSIG)) return undefined;
  if (xml.length > MAX_SIGNED_CHARS) return UNREADABLE;
  try {
    return found(xml);
  } catch {
    // A date that is none, a key of a kind that OpenSSL does not know, XML that the second reader takes otherwise: nothing is told of it.
    return UNREADABLE;
  }
}

function found(xml: string): SignatureCheck | undefined {
  const document = new DOMParser({ errorHandler: { warning: () => undefined, error: notRead, fatalError: notRead } }).parseFromString(
    xml,
    'text/xml',
  );
  const signatures = elements(document, DSIG, 'Signature');
  const [signature, another] = signatures;
  if (!signature) return undefined;
  if (another || signature.parentNode !== document.documentElement) return UNREADABLE;
  if (hasInstruction(document.documentElement)) return UNREADABLE;
  const [certificate, ...others] = certificatesOf(signature);
  if (!certificate) return UNREADABLE;
  const facts = certificateFacts(certificate.toString());
  const signedAt = elements(signature, XADES, 'SigningTime')[0]?.textContent?.trim();
  const at = signedAt ? Date.parse(signedAt) : Number.NaN;
  const told = {
    certificate: facts,
    chain: [certificate, ...others].map(({ raw }) => raw.toString('base64')),
    ...(certificate.subject === certificate.issuer || certificate.checkIssued(certificate) ? { isSelfSigned: true as const } : {}),
    ...(Number.isNaN(at)
      ? {}
      : { signedAt: new Date(at).toISOString(), inForce: Date.parse(facts.from) <= at && at <= Date.parse(facts.until) }),
  };
  const fault = faultOf(xml, signature, certificate);
  return fault ? { valid: false, fault, ...told } : { valid: true, ...told };
}

/** Without it the reader guesses what was meant, and goes on. */
const notRead = (message: string): never => {
  throw new Error(message);
};

const UNREADABLE: SignatureCheck = { valid: false, fault: 'unreadable' };

/** Ways to make XML canonical, and the signature left out: nothing else is left out of what was signed. */
const WHOLE: readonly string[] = [
  `${DSIG}enveloped-signature`,
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments',
  'http://www.w3.org/2001/10/xml-exc-c14n#',
  'http://www.w3.org/2001/10/xml-exc-c14n#WithComments',
];

/** ECDSA as XML has it: both numbers beside each other (RFC 6931), where a certificate's own signature is DER. */
const ecdsa = (hash: 'sha256' | 'sha384' | 'sha512') =>
  class {
    getSignature = (): string => {
      throw new Error('Signatures are checked here, not made.');
    };
    verifySignature = (material: string, key: Parameters<typeof createPublicKey>[0], value: string): boolean =>
      verify(hash, Buffer.from(material), { key: createPublicKey(key), dsaEncoding: 'ieee-p1363' }, Buffer.from(value, 'base64'));
    getAlgorithmName = (): string => `${MORE}ecdsa-${hash}`;
  };

/** What checks by the key of a certificate, whatever else the signature names. */
function verifierBy(certificate: X509Certificate): SignedXml {
  const publicCert = certificate.publicKey.export({ type: 'spki', format: 'pem' }) as string;
  const verifier = new SignedXml({ publicCert, getCertFromKeyInfo: () => null });
  for (const hash of ['sha256', 'sha384', 'sha512'] as const)
    Object.assign(verifier.SignatureAlgorithms, { [`${MORE}ecdsa-${hash}`]: ecdsa(hash) });
  return verifier;
}

function faultOf(xml: string, signature: Element, certificate: X509Certificate): SignatureFault | undefined {
  const verifier = verifierBy(certificate);
  if (!isReadable(signature, verifier)) return 'unreadable';
  try {
    verifier.loadSignature(signature as unknown as Node);
    if (!verifier.checkSignature(xml) || !isSignersOwn(signature, certificate)) return 'altered';
  } catch {
    // It throws where the value is not that of the key, and where what is referred to is not there: both are other than what was signed.
    return 'altered';
  }
  // Others could be put beside a part that was signed.
  return verifier.getReferences().some(({ uri }) => uri === '') ? undefined : 'partial';
}

/** Made canonical here, the text of an instruction would stand as text of its element: `12<?a 10?>0` proves 12100 and is read as 120. */
function hasInstruction(root: Element): boolean {
  const open: Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.nodeType === PROCESSING_INSTRUCTION) return true;
    for (let child = node.firstChild; child; child = child.nextSibling) open.push(child);
  }
  return false;
}
const PROCESSING_INSTRUCTION = 7;

/** Whether all methods of a signature are known here, none of its transforms leaves anything out, and there are few of them. */
function isReadable(signature: Element, verifier: SignedXml): boolean {
  // The verifier goes by names alone, whatever their namespace.
  const [info, another] = elements(signature, '*', 'SignedInfo');
  if (!info || another) return false;
  const references = elements(info, '*', 'Reference');
  if (references.length > MAX_REFERENCES || references.some((each) => elements(each, '*', 'Transform').length > MAX_TRANSFORMS))
    return false;
  const methods = (name: string) => elements(info, '*', name).map((each) => each.getAttribute('Algorithm') ?? '');
  return (
    methods('SignatureMethod').every((name) => name in verifier.SignatureAlgorithms) &&
    methods('DigestMethod').every((name) => name in verifier.HashAlgorithms) &&
    [...methods('CanonicalizationMethod'), ...methods('Transform')].every((name) => WHOLE.includes(name))
  );
}

const DIGESTS: Readonly<Record<string, string>> = {
  [`${DSIG}sha1`]: 'sha1',
  'http://www.w3.org/2001/04/xmlenc#sha256': 'sha256',
  [`${MORE}sha384`]: 'sha384',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'sha512',
};

/** Whether the certificate is the one that was signed for: its digest stands among what is signed (XAdES SigningCertificate). */
function isSignersOwn(signature: Element, certificate: X509Certificate): boolean {
  const [digest] = elements(signature, XADES, 'CertDigest');
  if (!digest) return true;
  const method = DIGESTS[elements(digest, DSIG, 'DigestMethod')[0]?.getAttribute('Algorithm') ?? ''];
  const stated = elements(digest, DSIG, 'DigestValue')[0]?.textContent?.replace(/\s/g, '');
  return method !== undefined && createHash(method).update(certificate.raw).digest('base64') === stated;
}

const elements = (within: Document | Element, namespace: string, name: string): Element[] =>
  Array.from(within.getElementsByTagNameNS(namespace, name) as unknown as ArrayLike<Element>);

/** A signer's and those above it: what is more than that is not looked at. */
const MAX_CERTIFICATES = 6;

/** The certificates that a signature holds: the first is the signer's. None where that is none. */
function certificatesOf(signature: Element): X509Certificate[] {
  const [first, ...others] = elements(signature, DSIG, 'X509Certificate').slice(0, MAX_CERTIFICATES).map(certificateOf);
  return first ? [first, ...others.flatMap((each) => each ?? [])] : [];
}

function certificateOf({ textContent }: Element): X509Certificate | undefined {
  const body = textContent?.replace(/\s/g, '') ?? '';
  try {
    return /^[A-Za-z0-9+/=]+$/.test(body) ? new X509Certificate(Buffer.from(body, 'base64')) : undefined;
  } catch {
    // What stands there is no certificate.
    return undefined;
  }
}
