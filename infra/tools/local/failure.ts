/** Something that the person at the keyboard can act on: shown as one line, without a stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** What a tool's entry point does with anything thrown: one clear line for what was foreseen, all of it for what was not. */
export function report(error: unknown): void {
  if (error instanceof Failure) process.stderr.write(`✗ ${error.message}\n`);
  else console.error(error);
}
