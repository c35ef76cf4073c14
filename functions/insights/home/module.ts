import { HomeView } from '#domain/insights/home/wire.ts';
import { defineModule, EVERYBODY } from '#kernel/action.ts';

export const home = defineModule('insights/home', 'Home', {
  getHome: {
    route: 'GET /home',
    summary: 'What waits for somebody, and the figures of the day',
    description:
      'One request, whose cost does not grow with the company: queues are counted up to 500, figures come from folded balances, which follow each posting within a second or so. Who works in the warehouse alone sees no money.',
    roles: EVERYBODY,
    profile: 'queries',
    output: HomeView,
    errors: ['company.not_found'],
  },
});
