import { describe, expect, it } from 'vitest';
import { parseMail } from '../../../functions/automation/intake/mail-content.ts';
import { newDocument, newPart, passesItself } from '../../../shared/domain/automation/intake/intake-document.ts';
import {
  documentsOf,
  filesLeftOut,
  isAutomaticAnswer,
  isInfected,
  type ReceivedMail,
  recipientsOf,
  whyHeld,
} from '../../../shared/domain/automation/intake/received-mail.ts';
import { JUDGED, writtenMail } from '../../support/written-mail.ts';

const FROM = 'facturas@sur.example';
const TO = 'lumbre@entrada.example';
const mailWith = async (headers: readonly string[], more: Partial<Parameters<typeof writtenMail>[0]> = {}): Promise<ReceivedMail> => {
  const mail = await parseMail(writtenMail({ from: FROM, to: TO, headers, ...more }));
  if (!mail) throw new Error('it is a mail');
  return mail;
};

describe('whom a mail is for', () => {
  it('says our own server, whatever its writer put into it', async () => {
    const mail = await mailWith(JUDGED(FROM, 'lumbre@entrada.example'), { to: 'otra@entrada.example, x@fuera.example' });
    expect(recipientsOf(mail, 'entrada.example')).toEqual(['lumbre']);
  });

  it('or its addresses at our domain, without what comes after a plus', async () => {
    const mail = await mailWith([], { to: 'Lumbre+2026@Entrada.example, norte@entrada.example, x@fuera.example, ../a@entrada.example' });
    expect(recipientsOf(mail, 'entrada.example')).toEqual(['lumbre', 'norte']);
  });
});

const spaced = (line: string): string => (line.startsWith('Authentication-Results') ? line.replaceAll('_', ' ') : line);

describe('whose files are let in', () => {
  it.each([
    ['an address that is told', [FROM], JUDGED(FROM, TO), undefined],
    ['a company that is told', ['@sur.example'], JUDGED(FROM, TO), undefined],
    ['nobody where none is told', [], JUDGED(FROM, TO), 'unknown_sender'],
    ['no other company’s', ['@sur.example.org', 'sur.example'], JUDGED(FROM, TO), 'unknown_sender'],
    ['none that only says so', [FROM], JUDGED(FROM, TO, 'spf=fail dkim=none dmarc=fail'), 'forged_sender'],
    // Somebody who passes for himself is still not whom he names.
    ['none whose name its domain denies', [FROM], JUDGED(FROM, TO, 'spf=pass dkim=pass dmarc=fail'), 'forged_sender'],
    ['none that nobody judged', [FROM], [], 'forged_sender'],
    [
      'none that judges itself',
      [FROM],
      [...JUDGED(FROM, TO, 'spf=fail dmarc=fail'), 'Authentication-Results: x; dmarc=pass'],
      'forged_sender',
    ],
    ['a domain that signed it', [FROM], JUDGED(FROM, TO, 'spf=fail dkim=pass_header.d=sur.example').map(spaced), undefined],
    ['a subdomain that sent it', [FROM], JUDGED(FROM, TO, 'spf=pass_smtp.mailfrom=x@envios.sur.example').map(spaced), undefined],
    ['the envelope as SES tells it', [FROM], JUDGED(FROM, TO, 'spf=pass envelope-from=x@sur.example dkim=none'), undefined],
    ['no envelope of another', [FROM], JUDGED(FROM, TO, 'spf=pass envelope-from=x@malo.example'), 'forged_sender'],
    ['no signature of another', [FROM], JUDGED(FROM, TO, 'dkim=pass_header.i=@nosur.example dmarc=none').map(spaced), 'forged_sender'],
    ['no signature of nobody', [FROM], JUDGED(FROM, TO, 'spf=pass dkim=pass dmarc=none'), 'forged_sender'],
    ['no dmarc of another', [FROM], JUDGED(FROM, TO, 'dmarc=pass_header.from=malo.example').map(spaced), 'forged_sender'],
    ['no name that says so', [FROM], JUDGED(FROM, TO, 'spf=pass envelope-from=dmarc=pass@malo.example dmarc=none'), 'forged_sender'],
    ['no quoted name', [FROM], JUDGED(FROM, TO, 'spf=pass envelope-from="a;_dmarc=pass_b"@malo.example').map(spaced), 'forged_sender'],
    ['no name that splits', [FROM], JUDGED(FROM, TO, 'envelope-from=a dmarc=pass x@malo.example dmarc=none'), 'forged_sender'],
    ['no comment', [FROM], JUDGED(FROM, TO, 'spf=none_(a;_dmarc=pass;_(b))').map(spaced), 'forged_sender'],
    ['none without an end', [FROM], JUDGED(FROM, TO, 'dmarc=pass spf=none_(a').map(spaced), 'forged_sender'],
    ['no advertising', [FROM], JUDGED(FROM, TO).map((line) => line.replace('Spam-Verdict: PASS', 'Spam-Verdict: FAIL')), 'spam'],
  ])('%s', async (_, senders, headers, why) => {
    expect(whyHeld(await mailWith(headers), senders)).toBe(why);
  });

  it('and nothing in which a virus was found', async () => {
    const infected = JUDGED(FROM, TO).map((line) => line.replace('Virus-Verdict: PASS', 'Virus-Verdict: FAIL'));
    expect(isInfected(await mailWith(infected))).toBe(true);
    expect(isInfected(await mailWith(JUDGED(FROM, TO)))).toBe(false);
  });
});

describe('answers of programs go round in no circle', () => {
  it.each([
    ['out of office', ['Auto-Submitted: auto-replied (vacation)'], true],
    ['an older one', ['X-Autoreply: yes'], true],
    ['what could not be delivered', ['Return-Path: <>'], true],
    ['an invoice that a program sends', ['Auto-Submitted: auto-generated', 'Precedence: bulk'], false],
    ['a letter', ['Auto-Submitted: no'], false],
  ])('%s', async (_, headers, isDropped) => {
    expect(isAutomaticAnswer(await mailWith(headers), ['avisos@trastienda.example'])).toBe(isDropped);
  });

  it('our own reminder that comes back', async () => {
    expect(isAutomaticAnswer(await mailWith([], { from: 'avisos@trastienda.example' }), ['avisos@trastienda.example'])).toBe(true);
  });
});

it('a file of an archive that was mailed was mailed itself', () => {
  const came = { fileName: 'extractos.zip', date: '2026-12-01', cameAt: '2026-12-01T09:00:00.000Z', bytes: 9 };
  const archive = (of: { readonly source: 'mail' | 'console' | 'drop'; readonly sender?: string; readonly mayPass?: true }) => ({
    id: 'doc_1',
    ...newDocument({ ...came, ...of }),
  });
  const mailed = newPart(archive({ source: 'mail', sender: FROM }), { name: 'enero.n43', bytes: 5 }, 0);
  expect([mailed, passesItself(mailed)]).toMatchObject([
    { fileName: 'enero.n43', source: 'archive', sender: FROM, parent: 'doc_1', bytes: 5 },
    false,
  ]);
  const passes = (of: Parameters<typeof archive>[0]) => passesItself(newPart(archive(of), { name: 'enero.n43', bytes: 5 }, 0));
  expect([passes({ source: 'console' }), passes({ source: 'console', mayPass: true }), passes({ source: 'drop' })]).toEqual([
    false,
    true,
    true,
  ]);
});

it('of its files those are documents that are no decoration, signature or invitation', async () => {
  const files = [
    { name: 'factura.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4') },
    { name: 'smime.p7s', type: 'application/pkcs7-signature', bytes: Buffer.from('x') },
    { name: 'cita.ics', type: 'text/calendar', bytes: Buffer.from('BEGIN:VCALENDAR') },
    { name: '=?utf-8?Q?albar=C3=A1n?=.xml', type: 'application/xml', bytes: Buffer.from('<a/>') },
    { name: 'vacio.pdf', type: 'application/pdf', bytes: Buffer.from('') },
  ];
  const mail = await mailWith(JUDGED(FROM, TO), { files });
  expect(documentsOf(mail).map(({ name }) => name)).toEqual(['factura.pdf', 'albarán.xml']);
});

it('a page of HTML that is enclosed is a file like others: it may be the invoice', async () => {
  const files = [{ name: 'factura.html', type: 'text/html', bytes: Buffer.from('<html>Factura</html>') }];
  expect(documentsOf(await mailWith(JUDGED(FROM, TO), { files })).map(({ name }) => name)).toEqual(['factura.html']);
});

it('of a mail with more files than are taken those that are left out are told by name', async () => {
  const files = Array.from({ length: 53 }, (_, i) => ({ name: `f${i + 1}.pdf`, type: 'application/pdf', bytes: Buffer.from('%PDF') }));
  const mail = await mailWith(JUDGED(FROM, TO), { files });
  expect(documentsOf(mail)).toHaveLength(50);
  expect(filesLeftOut(mail)).toEqual({ code: 'files_left_out', params: { count: 3, most: 50, names: 'f51.pdf, f52.pdf, f53.pdf' } });
  expect(filesLeftOut(await mailWith(JUDGED(FROM, TO), { files: files.slice(0, 50) }))).toBeUndefined();
});

it('a mail in a mail in a mail, a thousand times, is no mail', async () => {
  const deep = Array.from({ length: 1000 }, (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`).join('');
  expect(await parseMail(Buffer.from(`From: a@b.example\r\n${deep}`))).toBeUndefined();
});
