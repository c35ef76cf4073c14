import validate from 'asl-validator';

interface State {
  readonly Type: string;
  readonly TimeoutSeconds?: number;
  readonly TimeoutSecondsPath?: string;
  readonly Resource?: string;
  readonly Retry?: readonly { readonly ErrorEquals: readonly string[] }[];
  readonly Catch?: readonly unknown[];
  readonly Branches?: readonly Machine[];
  readonly ItemProcessor?: Machine;
  readonly Iterator?: Machine;
}

interface Machine {
  readonly States: Readonly<Record<string, State>>;
}

/** What deployment fills in is an ARN or a name: an ARN can be both. */
const SAMPLE_ARN = 'arn:aws:lambda:eu-west-1:000000000000:function:';

/** Every state with its name, also those inside branches and maps. */
function statesOf(machine: Machine): [string, State][] {
  return Object.entries(machine.States).flatMap(([name, state]) => {
    const inner = [...(state.Branches ?? []), state.ItemProcessor, state.Iterator].filter((m) => m !== undefined);
    return [[name, state] as [string, State], ...inner.flatMap(statesOf)];
  });
}

/** A throttled table fails a function by another name than a throttled function: only the common name covers both. */
const retriesAnyFailure = ({ Resource, Retry = [] }: State): boolean =>
  !Resource?.endsWith(':lambda:invoke') || Retry.some(({ ErrorEquals }) => ErrorEquals.some((e) => /^States\.(TaskFailed|ALL)$/.test(e)));

/**
 * What is wrong with a state machine's definition: where it breaks the language, and where a task has no end to its time,
 * does not try again, or lets a failure end the execution without being told.
 * @param text of a definition whose `${Placeholders}` deployment fills in.
 */
export function faultsOf(text: string): string[] {
  const definition = JSON.parse(text.replaceAll(/\$\{(\w+)\}/g, `${SAMPLE_ARN}$1`)) as Machine;
  const language = validate(structuredClone(definition), { checkPaths: true, checkArn: true });
  const tasks = statesOf(definition).filter(([, state]) => state.Type === 'Task');
  const lacks = tasks.flatMap(([name, state]) => [
    ...(state.TimeoutSeconds === undefined && state.TimeoutSecondsPath === undefined ? [`${name} has no TimeoutSeconds`] : []),
    ...(state.Retry?.length ? [] : [`${name} has no Retry`]),
    ...(retriesAnyFailure(state) ? [] : [`${name} does not retry every failure of its function`]),
    ...(state.Catch?.length ? [] : [`${name} has no Catch`]),
  ]);
  return [...(language.isValid ? [] : [language.errorsText('\n')]), ...lacks];
}
