import type { DocumentFlag } from './intake-document.ts';
import { isAuthentic } from './mail-authentication.ts';

/** A header of a mail, its name in lower case. */
export interface MailHeader {
  readonly key: string;
  readonly value: string;
}

/** A part of a mail that is a file. */
export interface EnclosedFile {
  readonly name: string;
  readonly type: string;
  /** It is shown in the text: a logo, a signature. */
  readonly inline: boolean;
  readonly bytes: Uint8Array;
}

/** A mail that came in, as far as it matters here. */
export interface ReceivedMail {
  /** In the order in which they stand: what our own mail server has put before them comes first. */
  readonly headers: readonly MailHeader[];
  /** Address of whoever it says it is from, in lower case. */
  readonly from: string;
  /** Addresses that it was sent to, in lower case. */
  readonly to: readonly string[];
  readonly files: readonly EnclosedFile[];
}

/** The most files of one mail, and the smallest picture that is no decoration. */
export const MAX_MAIL_FILES = 50;
const MIN_PICTURE_BYTES = 20_000;

const headerOf = ({ headers }: ReceivedMail, name: string): string | undefined => headers.find(({ key }) => key === name)?.value;

/**
 * Why a mail is dropped: it was written by a program in answer to another mail, or tells that one could not be delivered (RFC 3834).
 * An invoice that a program sends says `auto-generated`, and is taken.
 */
export function isAutomaticAnswer(mail: ReceivedMail, ours: readonly string[]): boolean {
  const auto = headerOf(mail, 'auto-submitted')?.toLowerCase() ?? 'no';
  return (
    auto.startsWith('auto-replied') ||
    auto.startsWith('auto-notified') ||
    headerOf(mail, 'x-autoreply') !== undefined ||
    headerOf(mail, 'x-autorespond') !== undefined ||
    /^auto_reply$/i.test(headerOf(mail, 'precedence') ?? '') ||
    headerOf(mail, 'return-path') === '<>' ||
    /^multipart\/report\b/i.test(headerOf(mail, 'content-type') ?? '') ||
    ours.includes(mail.from)
  );
}

/** The companies that a mail is for, by the addresses at our domain: first whom our own server took it for. */
export function recipientsOf(mail: ReceivedMail, domain: string): string[] {
  const taken = /\bfor\s+<?([^\s<>;]+@[^\s<>;]+)>?/i.exec(headerOf(mail, 'received') ?? '')?.[1]?.toLowerCase();
  const addresses = taken?.endsWith(`@${domain}`) ? [taken] : mail.to;
  const names = addresses.flatMap((address) => (address.endsWith(`@${domain}`) ? [address.slice(0, -domain.length - 1)] : []));
  return [...new Set(names.map((name) => name.replace(/\+.*$/, '')))].filter((name) => /^[a-z][a-z0-9-]{1,30}$/.test(name));
}

/** Why the files of a mail are held until a person lets them in; undefined where its sender is known. */
export function whyHeld(mail: ReceivedMail, senders: readonly string[]): 'unknown_sender' | 'forged_sender' | 'spam' | undefined {
  const domain = mail.from.slice(mail.from.lastIndexOf('@'));
  if (!senders.includes(mail.from) && !senders.includes(domain)) return 'unknown_sender';
  // Of our own mail server, which puts its judgement before all else.
  if (!isAuthentic(headerOf(mail, 'authentication-results') ?? '', domain.slice(1))) return 'forged_sender';
  return /^fail$/i.test(headerOf(mail, 'x-ses-spam-verdict') ?? '') ? 'spam' : undefined;
}

/** Whether our mail server found a virus in it: nothing of it is kept. */
export const isInfected = (mail: ReceivedMail): boolean => /^fail$/i.test(headerOf(mail, 'x-ses-virus-verdict') ?? '');

/** What a mail has of files, but for decoration, signatures and invitations. A page of HTML that is enclosed may be the invoice itself. */
const filesOf = ({ files }: ReceivedMail): EnclosedFile[] =>
  files.filter(({ type, inline, bytes }) => {
    if (/pkcs7-signature|pgp-signature|text\/calendar|text\/x-amp|^text\/vcard/i.test(type)) return false;
    if (inline && /^text\/html/i.test(type)) return false;
    return bytes.length > 0 && !(inline && type.startsWith('image/') && bytes.length < MIN_PICTURE_BYTES);
  });

/** The documents of a mail: the first of its files. */
export const documentsOf = (mail: ReceivedMail): EnclosedFile[] => filesOf(mail).slice(0, MAX_MAIL_FILES);

/** As much of the names of files as is told. */
const NAMES_LENGTH = 400;

/** What is told of the files of a mail that are too many; undefined where all are taken. */
export function filesLeftOut(mail: ReceivedMail): DocumentFlag | undefined {
  const files = filesOf(mail).slice(MAX_MAIL_FILES);
  const names = files.map(({ name }) => name || '–').join(', ');
  return files.length === 0
    ? undefined
    : { code: 'files_left_out', params: { count: files.length, most: MAX_MAIL_FILES, names: names.slice(0, NAMES_LENGTH) } };
}
