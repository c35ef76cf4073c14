import {
  BadDocumentException,
  type Block,
  DetectDocumentTextCommand,
  DocumentTooLargeException,
  TextractClient,
  UnsupportedDocumentException,
} from '@aws-sdk/client-textract';

/** A page, a line or a word, as Amazon Textract's reference has them (Block). */
export type TextBlock = Block;

/** The most bytes that one call takes, in JPEG or PNG (`Document.Bytes`); and at most 10,000 pixels a side. */
export const MAX_PAGE_BYTES = 10 * 1024 * 1024;
const UNREADABLE = [BadDocumentException, DocumentTooLargeException, UnsupportedDocumentException];

/**
 * What stands on a picture of a page: a call that AWS bills. @returns undefined where Textract cannot read it.
 * @throws what else it answers, throttles too, once its client has tried six times.
 */
export async function detectText(
  picture: Uint8Array,
  client: Pick<TextractClient, 'send'> = new TextractClient({ maxAttempts: 6 }),
): Promise<readonly TextBlock[] | undefined> {
  try {
    return (await client.send(new DetectDocumentTextCommand({ Document: { Bytes: picture } }))).Blocks ?? [];
  } catch (error) {
    if (UNREADABLE.some((kind) => error instanceof kind)) return undefined;
    throw error;
  }
}
