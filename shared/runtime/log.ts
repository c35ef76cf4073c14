/** What every line may say; values are plain data, never secrets or whole bodies. */
export type LogFields = Readonly<Record<string, unknown>>;

/**
 * Writes one structured line. `code` names the kind of event (`request`, `task`, `fold`), so that alarms match
 * codes and not prose. Every invocation writes at least one line.
 */
export function log(level: 'info' | 'warn' | 'error', code: string, fields: LogFields = {}): void {
  if (process.env.LOG === 'off') return;
  process.stdout.write(`${JSON.stringify({ level, code, at: new Date().toISOString(), ...fields })}\n`);
}
