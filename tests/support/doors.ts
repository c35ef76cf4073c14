import { LambdaClient } from '@aws-sdk/client-lambda';
import { vi } from 'vitest';
import { handler as noteCommands } from '../../functions/platform/notes/commands.ts';
import { handler as orderCommands } from '../../functions/sales/orders/commands.ts';
import { DOORS } from '../../shared/api/rule-effects.ts';

type Handler = (event: never, context: never) => Promise<unknown>;
const HANDLERS: Readonly<Record<string, Handler>> = {
  'platform/notes/commands': noteCommands as unknown as Handler,
  'sales/orders/commands': orderCommands as unknown as Handler,
};

interface Invocation {
  readonly input: { readonly FunctionName: string; readonly Payload: string };
}

/** Functions that rules enter, in this process; `seen` keeps what they were asked. A process that has died hears no answer. */
export function openDoors(): { readonly seen: string[] } {
  const seen: string[] = [];
  process.env.DOORS = JSON.stringify(Object.fromEntries(Object.values(DOORS).map(({ pool }) => [pool, pool])));
  vi.spyOn(LambdaClient.prototype, 'send').mockImplementation((async ({ input }: Invocation) => {
    const event = JSON.parse(input.Payload) as { readonly routeKey: string };
    seen.push(event.routeKey);
    const answer = await (HANDLERS[input.FunctionName] as Handler)(event as never, {} as never);
    return { Payload: Buffer.from(JSON.stringify(answer)) };
  }) as never);
  return { seen };
}
