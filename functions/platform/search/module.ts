import { SearchQuery, SearchView } from '#domain/platform/search/wire.ts';
import { defineModule, EVERYBODY } from '#kernel/action.ts';

export const search = defineModule('platform/search', 'Search', {
  searchAll: {
    route: 'GET /search',
    summary: 'Find records of any kind by number, name, code, tax id or id',
    description:
      'Up to six of each kind, newest first, whatever case and accents. A whole number or id finds its record however old it is; words look through the newest thousand of each kind.',
    roles: EVERYBODY,
    profile: 'queries',
    query: SearchQuery,
    output: SearchView,
    errors: ['company.not_found'],
  },
});
