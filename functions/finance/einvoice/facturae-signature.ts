import { createHash, randomUUID, X509Certificate } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import type { SigningCertificate } from './certificate-file.ts';

const XADES = 'http://uri.etsi.org/01903/v1.3.2#';
const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
/** The policy of signing Facturae, version 3.1, by its address and the hash of its document. */
const POLICY = {
  id: 'http://www.facturae.es/politica_de_firma_formato_facturae/politica_de_firma_formato_facturae_v3_1.pdf',
  text: 'Política de Firma FacturaE v3.1',
  sha1: 'Ohixl6upD6av8N7pEvDABhEL6hM=',
} as const;

/**
 * A Facturae signed by who issues it: XAdES-EPES, enveloped, by the policy of Facturae 3.1; RSA with SHA-256. It covers the whole
 * document, the certificate, and what it says of itself.
 * @param at when it is signed.
 */
export function signedFacturae(xml: string, { key, certificates }: SigningCertificate, at: Date): string {
  const [own = ''] = certificates;
  const id = randomUUID();
  const named = (name: string) => `${name}-${id}`;
  const [signature, properties, keyInfo, reference] = ['Signature', 'SignedProperties', 'Certificate', 'Reference'].map(named) as [
    string,
    string,
    string,
    string,
  ];
  const signer = new SignedXml({
    privateKey: key,
    canonicalizationAlgorithm: C14N,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    keyInfoAttributes: { Id: keyInfo },
    getKeyInfoContent: (args) => {
      const ds = args?.prefix ? `${args.prefix}:` : '';
      const bodies = certificates.map((pem) => `<${ds}X509Certificate>${bodyOf(pem)}</${ds}X509Certificate>`);
      return `<${ds}X509Data>${bodies.join('')}</${ds}X509Data>`;
    },
    objects: [
      { content: qualifying(new X509Certificate(own), { signature, properties, reference, at }), attributes: { Id: named('Object') } },
    ],
  });
  const digestAlgorithm = SHA256;
  signer.addReference({ xpath: '/*', uri: '', isEmptyUri: true, transforms: [ENVELOPED, C14N], digestAlgorithm, id: reference });
  signer.addReference({
    ...{ xpath: `//*[@Id='${properties}']`, transforms: [C14N], digestAlgorithm },
    type: 'http://uri.etsi.org/01903#SignedProperties',
  });
  signer.addReference({ xpath: `//*[@Id='${keyInfo}']`, transforms: [C14N], digestAlgorithm });
  signer.computeSignature(xml, { prefix: 'ds', attrs: { Id: signature }, location: { reference: '/*', action: 'append' } });
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

/** What is said of the signature: when, by which certificate, by which policy, as whom. */
function qualifying(certificate: X509Certificate, { signature, properties, reference, at }: Signing): string {
  const digest = createHash('sha256').update(certificate.raw).digest('base64');
  const method = (algorithm: string, value: string) =>
    `<ds:DigestMethod Algorithm="${algorithm}"></ds:DigestMethod><ds:DigestValue>${value}</ds:DigestValue>`;
  return [
    `<xades:QualifyingProperties xmlns:xades="${XADES}" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Target="#${signature}">`,
    `<xades:SignedProperties Id="${properties}"><xades:SignedSignatureProperties>`,
    `<xades:SigningTime>${at.toISOString().replace(/\.\d+Z$/, 'Z')}</xades:SigningTime>`,
    `<xades:SigningCertificate><xades:Cert><xades:CertDigest>${method(SHA256, digest)}</xades:CertDigest>`,
    `<xades:IssuerSerial><ds:X509IssuerName>${escaped(distinguishedName(certificate.issuer))}</ds:X509IssuerName>`,
    `<ds:X509SerialNumber>${BigInt(`0x${certificate.serialNumber}`)}</ds:X509SerialNumber></xades:IssuerSerial></xades:Cert></xades:SigningCertificate>`,
    `<xades:SignaturePolicyIdentifier><xades:SignaturePolicyId><xades:SigPolicyId><xades:Identifier>${POLICY.id}</xades:Identifier>`,
    `<xades:Description>${POLICY.text}</xades:Description></xades:SigPolicyId>`,
    `<xades:SigPolicyHash>${method('http://www.w3.org/2000/09/xmldsig#sha1', POLICY.sha1)}</xades:SigPolicyHash>`,
    '</xades:SignaturePolicyId></xades:SignaturePolicyIdentifier>',
    '<xades:SignerRole><xades:ClaimedRoles><xades:ClaimedRole>emisor</xades:ClaimedRole></xades:ClaimedRoles></xades:SignerRole>',
    `</xades:SignedSignatureProperties><xades:SignedDataObjectProperties><xades:DataObjectFormat ObjectReference="#${reference}">`,
    '<xades:MimeType>text/xml</xades:MimeType></xades:DataObjectFormat></xades:SignedDataObjectProperties>',
    '</xades:SignedProperties></xades:QualifyingProperties>',
  ].join('');
}

/** `C=ES\nO=FNMT-RCM\nCN=AC` → `CN=AC,O=FNMT-RCM,C=ES`, as RFC 4514 writes it. */
const distinguishedName = (lines: string): string => lines.split('\n').reverse().join(',');
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
