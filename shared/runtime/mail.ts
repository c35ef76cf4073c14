import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';

const mail = new SESv2Client({ maxAttempts: 4 });

export interface Letter {
  readonly to: string;
  /** Who answers go to. */
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  /** Headers beside those of every mail: `List-Unsubscribe`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly files?: readonly MailFile[];
  /** Whose it is and what it is about: what becomes of it is told with both. */
  readonly about?: { readonly tenant: string; readonly record: string };
}

/** What is attached to a mail: SES takes 40 MB of all of them together. */
export interface MailFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Sends a mail through SES. @returns SES's id of it; undefined where the deployment has no verified sender, and so sends none. */
export async function sendMail({
  to,
  replyTo,
  subject,
  text,
  headers = {},
  files = [],
  about,
}: Letter): Promise<{ readonly id: string } | undefined> {
  const from = process.env.MAIL_FROM;
  if (!from) return undefined;
  const { MessageId = '' } = await mail.send(
    new SendEmailCommand({
      FromEmailAddress: from,
      ReplyToAddresses: [replyTo],
      Destination: { ToAddresses: [to] },
      ...toldOf(about),
      Content: {
        Simple: {
          Subject: { Data: subject, Charset: 'UTF-8' },
          ...(Object.keys(headers).length > 0 ? { Headers: Object.entries(headers).map(([Name, Value]) => ({ Name, Value })) } : {}),
          Body: { Text: { Data: text, Charset: 'UTF-8' } },
          ...(files.length > 0
            ? { Attachments: files.map(({ name, type, bytes }) => ({ FileName: name, ContentType: type, RawContent: bytes })) }
            : {}),
        },
      },
    }),
  );
  return { id: MessageId };
}

/** By what set of SES a mail is sent, which tells what becomes of it, and the tags that it tells it with. */
function toldOf(about: Letter['about']) {
  const set = process.env.MAIL_SET;
  if (!about) return {};
  return {
    ...(set ? { ConfigurationSetName: set } : {}),
    EmailTags: [
      { Name: 'tenant', Value: about.tenant },
      { Name: 'about', Value: about.record },
    ],
  };
}
