/** The part of vitest's JSON report that the summary counts. */
export interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

export interface Summary {
  readonly line: string;
  readonly exitCode: number;
}

/**
 * The last line of `npm test`, and its exit code. A file that could not be loaded has no tests to fail, and errors
 * outside of tests fail none: both count as one failure, so that the line never looks better than the run was.
 */
export function summarise(report: Report | undefined, vitestExitCode: number): Summary {
  const unloaded = report?.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length ?? 0;
  const passed = report?.numPassedTests ?? 0;
  const counted = (report?.numFailedTests ?? 0) + unloaded;
  const failed = counted === 0 && vitestExitCode !== 0 && passed > 0 ? 1 : counted;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return { line, exitCode: failed > 0 || passed === 0 ? 1 : vitestExitCode };
}

const pathsOf = (args: readonly string[]): readonly string[] => args.filter((arg) => /^(\.\/)?tests\//.test(arg));

/** Whether the arguments name tests, and only such as need no deployed cloud. */
export function needsNoCloud(args: readonly string[]): boolean {
  const paths = pathsOf(args);
  return paths.length > 0 && paths.every((path) => /^(\.\/)?tests\/unit(\/|$)/.test(path));
}

/** Whether tests are among those to run that open the console: where the arguments name no tests, all run. */
export function needsConsole(args: readonly string[]): boolean {
  const paths = pathsOf(args);
  return paths.length === 0 || paths.some((path) => /^(\.\/)?tests\/(e2e(\/|$)|$)/.test(path));
}
