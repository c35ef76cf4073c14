import { assert } from '#kernel/assert.ts';

/** A setting that the stack gives to the function. @throws Error when it is missing: the function must not start half-configured. */
export function env(name: string): string {
  const value = process.env[name];
  assert(value, `environment variable ${name} is set`);
  return value;
}

/** Whether this deployment has Amazon Textract (`TRASTIENDA_TEXTRACT`). */
export const hasTextract = (): boolean => process.env.TEXTRACT === 'on';
