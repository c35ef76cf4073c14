import { isPositive, minus } from '#kernel/quantity.ts';
import type { Schemas } from '../../api/client.ts';

/** What of a line is expected and has not come. */
export const expectedOf = ({ authorised, received }: Schemas['ReturnLine']): string =>
  isPositive(minus(authorised, received)) ? minus(authorised, received) : '0';
