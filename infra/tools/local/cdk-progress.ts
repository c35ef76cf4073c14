/** What one line of the CDK CLI's output tells about a stack. */
export type StackEvent =
  | { readonly kind: 'started' | 'deployed' | 'unchanged'; readonly stack: string }
  | { readonly kind: 'failed'; readonly stack: string; readonly reason: string };

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours begin with one.
const COLOURS = /\u001b\[[0-9;]*m/g;

export function stackEvent(raw: string): StackEvent | undefined {
  const line = raw.replaceAll(COLOURS, '').trim();
  const started = /^(\S+): deploying\.\.\./.exec(line);
  if (started?.[1]) return { kind: 'started', stack: started[1] };
  const done = /^✅\s+(\S+?)( \(no changes\))?$/.exec(line);
  if (done?.[1]) return { kind: done[2] ? 'unchanged' : 'deployed', stack: done[1] };
  const failed = /^❌\s+(\S+) failed: ?(.*)$/.exec(line);
  return failed?.[1] ? { kind: 'failed', stack: failed[1], reason: failed[2] ?? '' } : undefined;
}

/** The line that best says why a run of the CDK CLI failed. */
export function reasonOf(lines: readonly string[]): string {
  const plain = lines.map((line) => line.replaceAll(COLOURS, '').trim()).filter(Boolean);
  const resource = plain.find((line) => /\b(CREATE|UPDATE|DELETE)_FAILED\b/.test(line) && /\|/.test(line));
  return (resource ?? plain.find((line) => /(Error|❌|Exception)/.test(line)) ?? plain.at(-1) ?? 'it printed nothing').slice(0, 300);
}
