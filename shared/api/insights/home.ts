import { HomeView } from '#domain/insights/home/wire.ts';
import { defineModule } from '#kernel/action.ts';

export const home = defineModule('insights/home', 'Home', {
  getHome: {
    route: 'GET /home',
    summary: 'Get open work and the figures of the day',
    description:
      'One request, whose cost does not grow with the company: queues are counted up to 500, figures come from projected balances, which follow each posting within a second or so. Queues and figures are left out that the caller’s permissions do not show.',
    permission: 'member',
    output: HomeView,
    errors: ['company.not_found'],
  },
});
