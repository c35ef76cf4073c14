import { einvoice } from '#api/finance/einvoice.ts';
import {
  restoredTrust,
  type StoredTrust,
  TrustedCertificates,
  trustActions,
  trustView,
  withdrawnTrust,
} from '#domain/finance/einvoice/trusted-certificate.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { on, upserts } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { isInForceOn, readCertificate } from './certificate-path.ts';
import { issuerTrustId, trustOf } from './trust.ts';

const { actions } = einvoice;

/** @throws DomainError `trust.file`, `trust.not_issuer` (422): it is no certificate, or of somebody who issues none. */
function issuerIn(file: string) {
  const certificate = readCertificate(Buffer.from(file, 'base64'));
  if (!certificate) throw refused('trust.file', 'The file is no certificate (.cer, .crt, .pem).', 'body.file');
  if (!certificate.ca)
    throw refused(
      'trust.not_issuer',
      'It is the certificate of somebody who issues none: trust it on a document that it has signed.',
      'body.file',
    );
  return certificate;
}

export const trustIssuer = command(
  actions.trustIssuer,
  upserts(TrustedCertificates, ({ body }) => issuerTrustId(issuerIn(body.file))),
  ({ body, today }, before) => {
    const certificate = issuerIn(body.file);
    if (!isInForceOn(certificate, today))
      throw refused('trust.ended', 'The certificate is not in force today: add the one that is.', 'body.file');
    const data = trustOf('issuer', certificate, {}, before);
    return [before ? update(TrustedCertificates, before, data) : create(TrustedCertificates, issuerTrustId(certificate), data)];
  },
  trustView,
);

export const withdrawTrust = command(
  actions.withdrawTrust,
  on(TrustedCertificates, (path) => path.trustId),
  (_, trust) => {
    throwIf(trustActions.withdrawTrust(trust));
    return [update(TrustedCertificates, trust, withdrawnTrust(trust) as StoredTrust)];
  },
  trustView,
);

export const restoreTrust = command(
  actions.restoreTrust,
  on(TrustedCertificates, (path) => path.trustId),
  (_, trust) => {
    throwIf(trustActions.restoreTrust(trust));
    return [update(TrustedCertificates, trust, restoredTrust(trust) as StoredTrust)];
  },
  trustView,
);
