import { REGION } from './emulator.ts';
import { Failure } from './failure.ts';

/** How the emulator is asked for API Gateway: it reads the service from the signature's scope, and checks no signature. */
const HEADERS = {
  authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${REGION}/apigateway/aws4_request, SignedHeaders=host, Signature=none`,
  'content-type': 'application/json',
};

/**
 * The emulator keeps an API's CORS settings from CloudFormation as they are written there (`AllowOrigins`), and reads
 * them as its own API writes them (`allowOrigins`): it then lets no origin in at all. Gives them to it once more, so
 * that it enforces what the stack says. Elsewhere there is nothing to do.
 */
export async function applyCors(url: string, apiId: string): Promise<void> {
  const address = `${url}/v2/apis/${apiId}`;
  const answer = await fetch(address, { headers: HEADERS });
  if (!answer.ok) return;
  const { corsConfiguration = {} } = (await answer.json()) as { corsConfiguration?: Record<string, unknown> };
  if (!('AllowOrigins' in corsConfiguration)) return;
  const entries = Object.entries(corsConfiguration).map(([key, value]) => [key.charAt(0).toLowerCase() + key.slice(1), value]);
  const body = JSON.stringify({ corsConfiguration: Object.fromEntries(entries) });
  const changed = await fetch(address, { method: 'PATCH', headers: HEADERS, body });
  if (!changed.ok) throw new Failure(`the emulator did not take the API's CORS settings: ${changed.status} ${await changed.text()}`);
}
