import type { PlannedDocument } from '#domain/sales/imports/plan.ts';
import { assert } from '#kernel/assert.ts';
import { openObject, putObject, sizeOf } from '#runtime/documents.ts';

/** Where an import keeps its plan: one document per line, as JSON, in the order of taking: for a month. */
export const planKey = (tenant: string, importId: string): string => `plans/${tenant}/${importId}.ndjson`;

export async function writePlan(tenant: string, importId: string, documents: Iterable<PlannedDocument>): Promise<number> {
  const parts: Buffer[] = [];
  let lines: string[] = [];
  const flush = () => {
    if (lines.length > 0) parts.push(Buffer.from(`${lines.join('\n')}\n`));
    lines = [];
  };
  let count = 0;
  for (const document of documents) {
    lines.push(JSON.stringify(document));
    if (document.rows.length > 0) count += 1;
    if (lines.length === 1000) flush();
  }
  flush();
  await putObject('reports', planKey(tenant, importId), Buffer.concat(parts), 'application/x-ndjson');
  return count;
}

/** A document of the plan, and the byte at which the next one begins. */
export interface Planned {
  readonly document: PlannedDocument;
  readonly next: number;
}

/** The plan's documents from a byte on, `size` at a time; reads no more than is asked for. */
export async function* readPlan(tenant: string, importId: string, from: number, size: number): AsyncGenerator<Planned[]> {
  const bytes = await sizeOf('reports', planKey(tenant, importId));
  if (from >= (bytes ?? 0)) return;
  const object = await openObject('reports', planKey(tenant, importId), { from });
  assert(object, 'the plan is there');
  let next = from;
  let window: Planned[] = [];
  try {
    for await (const line of linesOf(object.body)) {
      next += line.length + 1;
      window.push({ document: JSON.parse(line.toString('utf8')) as PlannedDocument, next });
      if (window.length < size) continue;
      yield window;
      window = [];
    }
    if (window.length > 0) yield window;
  } finally {
    object.close();
  }
}

/** The lines of a stream of bytes, without their ends. */
async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const piece of body) {
    let bytes = Buffer.from(piece);
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10)) {
      yield Buffer.concat([...rest, bytes.subarray(0, end)]);
      rest = [];
      bytes = bytes.subarray(end + 1);
    }
    if (bytes.length > 0) rest.push(bytes);
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}
