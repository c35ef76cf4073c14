import type { Params } from '../../shared/kernel/errors.ts';

/** What a rule refuses with: its code and what its sentence names; `passes` where it refuses nothing. */
export function thrownBy(work: () => unknown): readonly [code: string, params?: Params] {
  try {
    work();
    return ['passes'];
  } catch (error) {
    const { code, params, message } = error as Error & { code?: string; params?: Params };
    return params ? [code ?? message, params] : [code ?? message];
  }
}
