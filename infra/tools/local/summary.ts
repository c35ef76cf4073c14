/** The part of vitest's JSON report that the summary counts. */
export interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly TestFile[];
}

interface TestFile {
  /** Its absolute path. */
  readonly name: string;
  readonly status: string;
  readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
}

export interface Summary {
  readonly line: string;
  readonly exitCode: number;
}

/** More failed files than these are no chance. */
const MOST_AGAIN = 3;
const GENERATED = 'tests/integration/http/schemathesis.test.ts';
const isBrowserTest = ({ name }: TestFile): boolean => name.includes('/tests/e2e/');

/**
 * The browser tests' files that are run once more: a browser on a loaded machine misses a moment now and then. None
 * where anything else failed, or more than a few did.
 */
export function againOf(report: Report | undefined): readonly string[] {
  const failed = report?.testResults.filter(({ status }) => status === 'failed') ?? [];
  return failed.every(isBrowserTest) && failed.length <= MOST_AGAIN ? failed.map(({ name }) => name) : [];
}

const failuresOf = (report: Report): readonly string[] =>
  report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  );

/** What a first run and a second of its failed files come to, and the tests that only the second time passed. */
export function merged(first: Report, second: Report): { readonly report: Report; readonly unsteady: readonly string[] } {
  const again = new Map(second.testResults.map((file) => [file.name, file]));
  const testResults = first.testResults.map((file) => again.get(file.name) ?? file);
  const count = (...wanted: readonly string[]): number =>
    testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => wanted.includes(status)).length;
  const still = new Set(failuresOf(second));
  return {
    report: {
      numPassedTests: count('passed'),
      numFailedTests: count('failed'),
      numPendingTests: count('skipped', 'pending', 'disabled'),
      numTodoTests: count('todo'),
      testResults,
    },
    unsteady: failuresOf(first).filter((name) => !still.has(name)),
  };
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

const isPath = (arg: string): boolean => /^(\.\/)?tests\//.test(arg);
const pathsOf = (args: readonly string[]): readonly string[] => args.filter(isPath);

/** The options for vitest among the arguments, without the tests that they name. */
export const withoutPaths = (args: readonly string[]): readonly string[] => args.filter((arg) => !isPath(arg));

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

/** Whether the tests to run may be those that Schemathesis makes the requests of. */
export function needsGenerator(args: readonly string[]): boolean {
  const paths = pathsOf(args);
  return paths.length === 0 || paths.some((path) => GENERATED.startsWith(path.replace(/^\.\//, '')));
}
