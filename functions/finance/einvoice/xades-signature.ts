import { createHash, randomUUID, X509Certificate } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import type { SigningCertificate } from './certificate-file.ts';

const XADES = 'http://uri.etsi.org/01903/v1.3.2#';
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

/** What a policy asks of the signatures under it. */
export interface SignatureProfile {
  /** How XML is made canonical, by its address. */
  readonly canonical: string;
  /** By its address or number, and the SHA-1 of its document. */
  readonly policy: { readonly id: string; readonly sha1: string; readonly text?: string; readonly address?: string };
  /** As whom it is signed. */
  readonly role?: string;
  /** What the document is, as XAdES tells it. */
  readonly format: string;
  /** The element at whose end the signature stands, as XPath; absent: the root. */
  readonly within?: string;
  /** The signature holds the signer's certificate with those above it, or that alone. */
  readonly wholeChain: boolean;
}

/**
 * A document signed whole: XAdES-EPES, enveloped at the end of its root, or of a part; RSA with SHA-256. It covers the document, the certificate, and
 * what the signature says of itself.
 * @param at when it is signed.
 */
export function signedXml(xml: string, { key, certificates }: SigningCertificate, at: Date, profile: SignatureProfile): string {
  const [own = ''] = certificates;
  const id = randomUUID();
  const named = (name: string) => `${name}-${id}`;
  const [signature, properties, keyInfo, reference] = ['Signature', 'SignedProperties', 'Certificate', 'Reference'].map(named) as [
    string,
    string,
    string,
    string,
  ];
  const { canonical, wholeChain } = profile;
  const signer = new SignedXml({
    privateKey: key,
    canonicalizationAlgorithm: canonical as never,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    keyInfoAttributes: { Id: keyInfo },
    getKeyInfoContent: (args) => {
      const ds = args?.prefix ? `${args.prefix}:` : '';
      const shown = wholeChain ? certificates : [own];
      const bodies = shown.map((pem) => `<${ds}X509Certificate>${bodyOf(pem)}</${ds}X509Certificate>`);
      return `<${ds}X509Data>${bodies.join('')}</${ds}X509Data>`;
    },
    objects: [
      {
        content: qualifying(new X509Certificate(own), { signature, properties, reference, at }, profile),
        attributes: { Id: named('Object') },
      },
    ],
  });
  const digestAlgorithm = SHA256;
  signer.addReference({ xpath: '/*', uri: '', isEmptyUri: true, transforms: [ENVELOPED, canonical], digestAlgorithm, id: reference });
  signer.addReference({
    ...{ xpath: `//*[@Id='${properties}']`, transforms: [canonical], digestAlgorithm },
    type: 'http://uri.etsi.org/01903#SignedProperties',
  });
  signer.addReference({ xpath: `//*[@Id='${keyInfo}']`, transforms: [canonical], digestAlgorithm });
  signer.computeSignature(xml, {
    prefix: 'ds',
    attrs: { Id: signature },
    location: { reference: profile.within ?? '/*', action: 'append' },
  });
  return signer.getSignedXml();
}

/** A certificate in base64 without the lines around it. */
const bodyOf = (pem: string): string => pem.replace(/-----[^-]+-----|\s/g, '');

interface Signing {
  readonly signature: string;
  readonly properties: string;
  readonly reference: string;
  readonly at: Date;
}

const digestOf = (algorithm: string, value: string) =>
  `<ds:DigestMethod Algorithm="${algorithm}"></ds:DigestMethod><ds:DigestValue>${value}</ds:DigestValue>`;

/** What is said of the signature: when, by which certificate, by which policy, as whom. */
function qualifying(certificate: X509Certificate, { signature, properties, reference, at }: Signing, profile: SignatureProfile): string {
  const digest = createHash('sha256').update(certificate.raw).digest('base64');
  const { policy, role, format } = profile;
  return [
    `<xades:QualifyingProperties xmlns:xades="${XADES}" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Target="#${signature}">`,
    `<xades:SignedProperties Id="${properties}"><xades:SignedSignatureProperties>`,
    `<xades:SigningTime>${at.toISOString().replace(/\.\d+Z$/, 'Z')}</xades:SigningTime>`,
    `<xades:SigningCertificate><xades:Cert><xades:CertDigest>${digestOf(SHA256, digest)}</xades:CertDigest>`,
    `<xades:IssuerSerial><ds:X509IssuerName>${escaped(distinguishedName(certificate.issuer))}</ds:X509IssuerName>`,
    `<ds:X509SerialNumber>${BigInt(`0x${certificate.serialNumber}`)}</ds:X509SerialNumber></xades:IssuerSerial></xades:Cert></xades:SigningCertificate>`,
    policyOf(policy),
    role
      ? `<xades:SignerRole><xades:ClaimedRoles><xades:ClaimedRole>${role}</xades:ClaimedRole></xades:ClaimedRoles></xades:SignerRole>`
      : '',
    `</xades:SignedSignatureProperties><xades:SignedDataObjectProperties><xades:DataObjectFormat ObjectReference="#${reference}">`,
    `${format}</xades:DataObjectFormat></xades:SignedDataObjectProperties>`,
    '</xades:SignedProperties></xades:QualifyingProperties>',
  ].join('');
}

function policyOf({ id, text, sha1, address }: SignatureProfile['policy']): string {
  const told = text ? `<xades:Description>${text}</xades:Description>` : '';
  const qualifier = `<xades:SigPolicyQualifiers><xades:SigPolicyQualifier><xades:SPURI>${address}</xades:SPURI></xades:SigPolicyQualifier></xades:SigPolicyQualifiers>`;
  return [
    `<xades:SignaturePolicyIdentifier><xades:SignaturePolicyId><xades:SigPolicyId><xades:Identifier>${id}</xades:Identifier>`,
    `${told}</xades:SigPolicyId><xades:SigPolicyHash>${digestOf('http://www.w3.org/2000/09/xmldsig#sha1', sha1)}</xades:SigPolicyHash>`,
    `${address ? qualifier : ''}</xades:SignaturePolicyId></xades:SignaturePolicyIdentifier>`,
  ].join('');
}

/** `C=ES\nO=FNMT-RCM\nCN=AC` → `CN=AC,O=FNMT-RCM,C=ES`, as RFC 4514 writes it. */
const distinguishedName = (lines: string): string => lines.split('\n').reverse().join(',');
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
