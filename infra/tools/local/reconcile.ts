import type { Endpoints } from './outputs.ts';

/**
 * Lets the product start the executions again that did not survive the emulator's restart: it brings running
 * executions back as failed, and the records know which are missing. The functions are those that do it nightly on AWS,
 * with those that remind and that seal the books.
 */
export async function reconcile({ endpointUrl, region, functions }: Endpoints, note: (line: string) => void): Promise<void> {
  for (const [purpose, name] of Object.entries(functions))
    if (/^(re(concile|mind)|seal)/.test(purpose)) note(`${purpose}: ${await invoke(endpointUrl, region, name)}`);
}

async function invoke(endpointUrl: string, region: string, name: string): Promise<string> {
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  const response = await fetch(`${endpointUrl}/2015-03-31/functions/${encodeURIComponent(name)}/invocations`, {
    method: 'POST',
    body: '{}',
    // The emulator reads region and service from the header and checks no signature: worth no SDK client of its own.
    headers: { authorization: `AWS4-HMAC-SHA256 Credential=test/${day}/${region}/lambda/aws4_request, SignedHeaders=host, Signature=0` },
  });
  const answer = await response.text();
  if (!response.ok || response.headers.has('x-amz-function-error')) throw new Error(`${name} failed (${response.status}): ${answer}`);
  return answer;
}
