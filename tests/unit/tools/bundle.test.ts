import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { BUNDLE } from '../../../infra/tools/build.ts';

/** What a bundle of these lines holds. */
async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({ ...BUNDLE, stdin: { contents, resolveDir: BUNDLE.absWorkingDir }, write: false });
  return outputFiles[0]?.text ?? '';
}

it('holds of an SDK client the operations that are used, and no other', async () => {
  const text = await bundled(`export { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';`);
  expect(text).toContain('/v2/email/outbound-emails');
  // Where lists of contacts are made: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_CreateContactList.html
  expect(text).not.toContain('/v2/email/contact-lists');
});

it('holds the chart of accounts only where an account is looked up', async () => {
  const own = (name: string) => `export { ${name} } from './shared/domain/finance/ledger/own-account.ts';`;
  expect(await bundled(own('OwnAccounts'))).not.toContain('Capital social');
  expect(await bundled(own('ownAccount'))).toContain('Capital social');
});
