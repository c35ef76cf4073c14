import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../local/workspace.ts';

interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly {
    readonly Variable: string;
    readonly BooleanEquals?: boolean;
    readonly StringEquals?: string;
    readonly Next: string;
  }[];
  readonly ResultSelector?: Readonly<Record<string, string>>;
  readonly ResultPath?: string;
}
type Values = Readonly<Record<string, unknown>>;

/** The functions of a machine's tasks, by the task's name. */
export type Tasks = Readonly<Record<string, (input: Values) => Promise<unknown>>>;

const at = (values: unknown, path: string): unknown =>
  path
    .replace(/^\$\.(Payload\.)?/, '')
    .split('.')
    .reduce((inner: unknown, name) => (inner as Values | undefined)?.[name], values);

/**
 * Plays a state machine's own file with functions of this process, as far as that of documents goes: tasks in a row and choices.
 * @returns the states that it enters, in their order. @throws what a task throws.
 */
export async function walkMachine(file: string, tasks: Tasks, input: Values): Promise<string[]> {
  const { StartAt, States } = JSON.parse(await readFile(join(ROOT, 'statemachines', file), 'utf8')) as {
    readonly StartAt: string;
    readonly States: Readonly<Record<string, State>>;
  };
  const entered: string[] = [];
  let values: Values = input;
  for (let name: string | undefined = StartAt; name; ) {
    entered.push(name);
    const { Type, Next, Default, Choices = [], ResultSelector, ResultPath }: State = States[name] ?? { Type: 'none' };
    if (Type === 'Task') {
      const answer = await tasks[name]?.({ ...input, ...values });
      const told = ResultSelector
        ? Object.fromEntries(Object.entries(ResultSelector).map(([key, path]) => [key.replace(/\.\$$/, ''), at(answer, path)]))
        : (answer as Values);
      values = ResultPath ? { ...values, [ResultPath.slice(2)]: told } : told;
    }
    const chosen = Choices.find(({ Variable, BooleanEquals, StringEquals }) => at(values, Variable) === (BooleanEquals ?? StringEquals));
    name = Type === 'Choice' ? (chosen?.Next ?? Default) : Next;
  }
  return entered;
}
