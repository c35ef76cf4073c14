import type { SigningCertificate } from './certificate-file.ts';
import { type SignatureProfile, signedXml } from './xades-signature.ts';

/** The policy of signing Facturae, version 3.1, by its address and the hash of its document. */
const FACTURAE: SignatureProfile = {
  canonical: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  policy: {
    id: 'http://www.facturae.es/politica_de_firma_formato_facturae/politica_de_firma_formato_facturae_v3_1.pdf',
    text: 'Política de Firma FacturaE v3.1',
    sha1: 'Ohixl6upD6av8N7pEvDABhEL6hM=',
  },
  role: 'emisor',
  format: '<xades:MimeType>text/xml</xades:MimeType>',
  wholeChain: true,
};

/** A Facturae signed by who issues it, by the policy of Facturae 3.1. @param at when it is signed. */
export const signedFacturae = (xml: string, certificate: SigningCertificate, at: Date): string => signedXml(xml, certificate, at, FACTURAE);
