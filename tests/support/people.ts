import { expect } from 'vitest';
import { type Answer, call } from './call.ts';
import type { Asking } from './receivables.ts';

type Handler = Parameters<typeof call>[0];

/** Calls of a module's handlers by people of one company, known by their name: `ana`, `bea`, `carlos`. */
export function peopleOf(
  tenant: string,
  handlers: { readonly commands: Handler; readonly queries: Handler },
  templateOf: (route: string) => string,
) {
  const ask = (by: string, route: string, body?: unknown, asking: Asking = {}): Promise<Answer> =>
    call(route.startsWith('GET ') ? handlers.queries : handlers.commands, route, templateOf(route), {
      tenant,
      email: `${by}@${tenant}.example`,
      ...(body === undefined ? {} : { body }),
      ...asking,
    });
  /** Asks for what must succeed, and gives its body. */
  const done = async (by: string, route: string, body?: unknown, asking: Asking = {}) => {
    const answer = await ask(by, route, body, asking);
    expect(answer.status, `${route}: ${JSON.stringify(answer.body).slice(0, 400)}`).toBeLessThan(300);
    return answer.body;
  };
  /** Asks for what must be refused, and gives status, code and field. */
  const refused = async (by: string, route: string, body?: unknown, asking: Asking = {}) => {
    const { status, body: problem } = await ask(by, route, body, asking);
    return [status, problem.code, problem.field];
  };
  return { ask, done, refused };
}
