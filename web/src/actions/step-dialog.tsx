import { useNavigate } from '@tanstack/react-router';
import { api, dataOf, type Schemas, type Sending, sending } from '../api/client.ts';
import type { Answer, Body, PathOf, Row } from '../api/contract.ts';
import { type StepFields, useStepFields } from '../form/step-fields.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { EntriesPreview } from './entries-preview.tsx';

/** Of what the request takes, what a step asks for. What asks is tried before: the action must be one that can be. */
type FieldsOf<Sent, Tried> = [Sent] extends [never]
  ? { readonly [Name in keyof StepFields]?: never }
  : [Tried] extends [false]
    ? { readonly [Name in keyof StepFields]?: never }
    : { readonly [Name in keyof Pick<Sent, keyof Sent & keyof StepFields>]: NonNullable<StepFields[Name & keyof StepFields]> };

interface Looks<Result, Fields> {
  readonly title: string;
  readonly confirm: string;
  readonly danger?: boolean;
  /** What is asked; a step without fields only asks whether it is meant. */
  readonly fields?: Fields;
  /** One sentence: what it means. Of a step that is tried before, by what the API answers. */
  readonly says?: string | ((tried: Result) => string);
  /** The journal entries that it will make. */
  readonly entries?: (tried: Result) => readonly Schemas['Entry'][];
  /** What is said afterwards. */
  readonly done: (result: Result) => string;
  /** The address that it leads to. */
  readonly to?: (result: Result) => string;
  readonly onDone?: (result: Result) => void;
}

/** @typeParam Tried whether the action can be tried (`dryRun`): of one that is none of a table, its caller sees to it. */
export type Send<Sent, Result, Tried extends boolean = true> = ((body: Sent, how: Sending) => Promise<Result>) & { readonly tried?: Tried };

/** One step of a record, told as data: `<StepDialog {...cancelOrder(order, t)} onClose={stop} />`. */
export interface Step extends Looks<unknown, StepFields> {
  readonly send: Send<never, unknown, boolean>;
}

/** @param send does it, or tries it. @throws Problem. */
export const step = <Sent, Result, Tried extends boolean>(
  send: Send<Sent, Result, Tried>,
  looks: Looks<Result, FieldsOf<Sent, Tried>>,
): Step => ({ ...looks, send }) as unknown as Step;

/** Sends a step to its address. */
export const post =
  <Path extends PathOf<'POST'>>(
    path: Path,
    params: Readonly<Record<string, string>>,
  ): Send<Body<Row<'POST', Path>>, Answer<Row<'POST', Path>>, Row<'POST', Path> extends { readonly dryRun: true } ? true : false> =>
  async (body, how) =>
    dataOf(await api.POST(path, ...([{ params: { path: params, ...sending(how) }, body }] as never)));

/** Asks for what a step needs, shows what it will do, and does it. */
export function StepDialog({ fields, send, says, entries, done, to, onDone, ...rest }: Step & { readonly onClose: () => void }) {
  const navigate = useNavigate();
  // What asks for nothing posts nothing: there is nothing to be shown before.
  const tries = fields !== undefined;
  const { body, incomplete, inputs } = useStepFields(fields ?? {});
  const sentence = (text: string | undefined) => text && <p role="status">{text}</p>;
  return (
    <ActionDialog
      {...rest}
      {...(fields ? {} : { size: 'md' })}
      tries={tries}
      input={body}
      incomplete={incomplete}
      run={(how) => send((fields ? body : undefined) as never, how)}
      {...(tries
        ? {
            preview: (tried: unknown) => (
              <>
                {sentence(typeof says === 'function' ? says(tried) : says)}
                {entries && <EntriesPreview entries={entries(tried)} />}
              </>
            ),
          }
        : {})}
      done={done}
      onDone={(result) => {
        onDone?.(result);
        if (to) void navigate({ to: to(result) as never });
      }}
    >
      {inputs}
      {!tries && typeof says === 'string' && <p>{says}</p>}
    </ActionDialog>
  );
}

/** The dialog of the step that is being taken, if any. */
export const OneStep = ({ step, onClose }: { readonly step: Step | undefined; readonly onClose: () => void }) =>
  step && <StepDialog {...step} onClose={onClose} />;
