import { onboarding as table } from '#api/hr/onboarding.ts';
import { isAtEnd, Onboardings, onboardingActions, type StoredOnboarding } from '#domain/hr/onboarding/onboarding.ts';
import { OnboardingTasks } from '#domain/hr/onboarding/onboarding-task.ts';
import { OnboardingTemplates } from '#domain/hr/onboarding/template.ts';
import { onboardingRow, taskView } from '#domain/hr/onboarding/wire.ts';
import { reachOf } from '#runtime/caller.ts';
import { listRecords } from '#runtime/lists.ts';
import { openRecords } from '#runtime/open-work.ts';
import { required } from '#runtime/reads.ts';
import { actionsOf, listQuery, query, serveModule } from '../../platform/service.ts';
import { ownersOf, seenOnboarding } from './onboarding-store.ts';
import { onboardingView } from './onboarding-view.ts';
import { getSettlement } from './settlements.ts';
import { templateView } from './templates.ts';

const { actions } = table;

export const getOnboarding = query(actions.getOnboarding, async (world) => {
  const { path, records, caller, today } = world;
  const found = await seenOnboarding(records, caller, path.onboardingId);
  const view = await onboardingView(found, { records, caller, today });
  return { ...view, actions: actionsOf(caller, actions, onboardingActions, found) };
});

export const listOnboardings = listQuery(
  actions.listOnboardings,
  Onboardings,
  (onboarding, { today }) => onboardingRow(onboarding, today),
  (world) => {
    const { query: asked, caller, today } = world;
    const { flow, state, late } = asked as { flow?: string; state?: readonly string[]; late?: 'true' };
    const within = reachOf(caller, 'people.read', Onboardings);
    const isLateNow = ({ dutyDue, ...one }: StoredOnboarding) => !isAtEnd(one) && dutyDue !== undefined && dutyDue < today;
    const where = (one: StoredOnboarding) =>
      (!flow || one.flow === flow) && (!state || state.includes(one.state)) && (!late || isLateNow(one)) && (!within || within(one));
    return { where };
  },
);

const MOST_TASKS = 200;
export const listMyTasks = query(actions.listMyTasks, async (world) => {
  const { records, caller, today } = world;
  const queues = await ownersOf(records, caller);
  const found = await Promise.all(queues.map((queue) => takeFirst(openRecords(records, OnboardingTasks, queue), MOST_TASKS)));
  const items = found.flat().toSorted((a, b) => (a.due < b.due ? -1 : 1));
  return { items: items.map((task) => taskView(task, today)) };
});

async function takeFirst<T>(from: AsyncIterable<T>, most: number): Promise<T[]> {
  const taken: T[] = [];
  for await (const one of from) if (taken.push(one) === most) break;
  return taken;
}

export const getOnboardingTemplate = query(
  actions.getOnboardingTemplate,
  ({ path }) => ({ template: required(OnboardingTemplates, path.templateId, 'path.templateId') }),
  ({ template }) => templateView(template),
);

export const listOnboardingTemplates = query(actions.listOnboardingTemplates, async ({ query: input, records }) => {
  const page = await listRecords(records, OnboardingTemplates, { ...input, buckets: ['all'], words: input.q });
  return { ...page, items: page.items.map(templateView) };
});

export const handler = serveModule(table, {
  getOnboarding,
  listOnboardings,
  listMyTasks,
  getOnboardingTemplate,
  listOnboardingTemplates,
  getSettlement,
});
