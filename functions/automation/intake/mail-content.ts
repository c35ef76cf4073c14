import PostalMime from 'postal-mime';
import type { ReceivedMail } from '#domain/automation/intake/received-mail.ts';

/** How deep parts may be nested: a forwarded mail of forwarded mails has some ten. */
const MAX_DEPTH = 30;

/** A mail as it came over the wire; undefined where it is none. */
export async function parseMail(raw: Buffer): Promise<ReceivedMail | undefined> {
  try {
    const mail = await PostalMime.parse(raw, { maxNestingDepth: MAX_DEPTH, maxHeadersSize: 256 * 1024, rfc822Attachments: true });
    const addresses = [...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])].flatMap((each) =>
      'group' in each && each.group ? each.group.map(({ address }) => address) : (each.address ?? []),
    );
    return {
      headers: mail.headers.map(({ key, value }) => ({ key, value })),
      from: (mail.from?.address ?? '').toLowerCase(),
      to: [mail.deliveredTo ?? '', ...addresses].map((address) => address.toLowerCase()),
      files: mail.attachments.map(({ filename, mimeType, disposition, related, content }) => ({
        name: filename ?? (mimeType === 'message/rfc822' ? 'reenviado.eml' : ''),
        type: mimeType,
        inline: disposition === 'inline' || related === true,
        bytes: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
      })),
    };
  } catch {
    // It throws plain errors on what is nested too deep or no mail at all.
    return undefined;
  }
}
