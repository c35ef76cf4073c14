import * as z from 'zod/mini';

/** What somebody writes: something, and not too long. */
export const writtenText = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
