import { writeFileSync } from 'node:fs';
import type { Reporter } from 'vitest/node';

/**
 * A reporter of vitest's that keeps how many errors happened outside of tests: the JSON report has none of them.
 * It writes the number alone to the file named by `TRASTIENDA_OUTSIDE_ERRORS`.
 */
export default class OutsideErrors implements Reporter {
  onTestRunEnd(_files: unknown, errors: readonly unknown[]): void {
    const file = process.env.TRASTIENDA_OUTSIDE_ERRORS;
    if (file) writeFileSync(file, String(errors.length));
  }
}
