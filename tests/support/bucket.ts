import { endpoints } from './endpoints.ts';

/** Puts an object into the bucket of documents, as a program with the right to it would, or SES. */
export async function putObject(key: string, bytes: Uint8Array): Promise<void> {
  if (!endpoints) throw new Error('these tests need the deployed stack: run them by npm test');
  const { endpointUrl, region, buckets } = endpoints;
  const scope = `${new Date().toISOString().slice(0, 10).replaceAll('-', '')}/${region}/s3/aws4_request`;
  const url = `${endpointUrl}/${buckets.documents}/${key.split('/').map(encodeURIComponent).join('/')}`;
  const headers = { authorization: `AWS4-HMAC-SHA256 Credential=test/${scope}, SignedHeaders=host, Signature=0` };
  const answer = await fetch(url, { method: 'PUT', headers, body: Buffer.from(bytes) });
  if (!answer.ok) throw new Error(`${key}: ${answer.status} ${await answer.text()}`);
}
