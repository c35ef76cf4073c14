/** A file of a mail. */
export interface Attached {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

interface Written {
  readonly from: string;
  readonly to: string;
  readonly headers?: readonly string[];
  readonly files?: readonly Attached[];
}

/** What SES puts before a mail that it has judged. */
export const JUDGED = (from: string, to: string, how = 'spf=pass dkim=pass dmarc=pass'): string[] => [
  `Return-Path: <${from}>`,
  `Received: from mail.example (mail.example [192.0.2.1]) by inbound-smtp.eu-west-1.amazonaws.com with SMTP id x for ${to}; Tue, 1 Dec 2026 09:00:00 +0000 (UTC)`,
  'X-SES-Spam-Verdict: PASS',
  'X-SES-Virus-Verdict: PASS',
  `Authentication-Results: amazonses.com; ${how.replaceAll(' ', '; ')}`,
];

/** A mail as it comes over the wire (RFC 5322, RFC 2045), written by no library of the product. */
export function writtenMail({ from, to, headers = JUDGED(from, to), files = [] }: Written): Buffer {
  const parts = [
    'Content-Type: text/plain; charset=utf-8\r\n\r\nAdjunto la factura.',
    ...files.map(
      ({ name, type, bytes }) =>
        `Content-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')}`,
    ),
  ];
  const head = [
    ...headers,
    `From: Facturas <${from}>`,
    `To: ${to}`,
    'Subject: Factura',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b0"',
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n--b0\r\n${parts.join('\r\n--b0\r\n')}\r\n--b0--\r\n`);
}
