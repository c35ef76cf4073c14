import * as z from 'zod/mini';
import { writtenText as text } from './written-text.ts';

/** What the fields of a company's own say, by the id of their field; null takes a value away. Numbers with a point, days as `2026-11-24`. */
export const FieldValues = z.record(z.string().check(z.maxLength(5)), z.nullable(text(500)));
export type FieldValues = z.output<typeof FieldValues>;
export const StoredValues = z.record(z.string(), z.string());
export type StoredValues = Readonly<z.output<typeof StoredValues>>;
