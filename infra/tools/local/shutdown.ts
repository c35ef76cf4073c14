import { report } from './failure.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/** What must be ended on every way out of a tool: its normal end, a failure, Ctrl-C. */
export class Shutdown {
  readonly #tasks: (() => Promise<void> | void)[] = [];
  #ended: Promise<void> | undefined;
  #interrupted = false;

  add(task: () => Promise<void> | void): void {
    this.#tasks.push(task);
  }

  /** Runs every task once, the last added first; a task that fails does not keep the others from running. */
  end(): Promise<void> {
    this.#ended ??= this.#runAll();
    return this.#ended;
  }

  async #runAll(): Promise<void> {
    const errors: unknown[] = [];
    for (const task of this.#tasks.toReversed()) {
      try {
        await task();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors.length === 1 ? errors[0] : new AggregateError(errors, 'several things could not be ended');
  }

  /** Ends everything on Ctrl-C and the like. npm and the terminal may both pass the signal on: only the first counts. */
  listen(announce: () => void): void {
    for (const name of SIGNALS)
      process.on(name, () => {
        if (this.#interrupted) return;
        this.#interrupted = true;
        announce();
        this.end()
          .then(() => process.exit(process.exitCode ?? EXIT_CODES[name]))
          .catch((error: unknown) => {
            report(error);
            process.exit(1);
          });
      });
  }

  /** Runs a tool to its exit code, reporting what it throws, and ends everything. */
  async run(main: () => Promise<number>): Promise<number> {
    let code = 1;
    try {
      code = await main();
    } catch (error) {
      // An interrupted tool fails because its parts were taken away: the signal's handler says what there is to say.
      if (!this.#interrupted) report(error);
    }
    try {
      await this.end();
    } catch (error) {
      report(error);
      return 1;
    }
    return code;
  }
}
