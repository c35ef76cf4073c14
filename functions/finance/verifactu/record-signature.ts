import type { SigningCertificate } from '../einvoice/certificate-file.ts';
import { type SignatureProfile, signedXml } from '../einvoice/xades-signature.ts';

/**
 * How records are signed that are kept and not sent (RD 1007/2023 art. 12, Orden HAC/1177/2024 art. 14, AEAT's detail of signatures
 * v0.1.5): the record's own element, by the policy of the administration (AGE, version 1.9). Canonical exclusively, so that the signature
 * holds wherever the record is put.
 */
const RECORD: SignatureProfile = {
  canonical: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  policy: {
    id: 'urn:oid:2.16.724.1.3.1.1.2.1.9',
    sha1: 'G7roucf600+f03r/o0bAOQ6WAs0=',
    address: 'https://sede.administracion.gob.es/politica_de_firma_anexo_1.pdf',
  },
  format:
    '<xades:ObjectIdentifier><xades:Identifier Qualifier="OIDAsURN">urn:oid:1.2.840.10003.5.109.10</xades:Identifier></xades:ObjectIdentifier><xades:MimeType>text/xml</xades:MimeType><xades:Encoding>UTF-8</xades:Encoding>',
  wholeChain: false,
};

/** A record of Verifactu signed by the company. @param at when it is signed. */
export const signedRecord = (xml: string, certificate: SigningCertificate, at: Date): string => signedXml(xml, certificate, at, RECORD);

/** An event is signed alike: its schema has the signature last within `Evento`. */
const EVENT: SignatureProfile = { ...RECORD, within: "/*/*[local-name(.)='Evento']" };
export const signedEvent = (xml: string, certificate: SigningCertificate, at: Date): string => signedXml(xml, certificate, at, EVENT);
