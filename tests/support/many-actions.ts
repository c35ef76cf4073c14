import * as z from 'zod/mini';
import { type ActionSpec, defineModule, type ModuleSpec, type Profile } from '../../shared/kernel/action.ts';

const KINDS = ['bills', 'payments', 'suppliers', 'contracts'];
/** What a kind of record has in time: read, written, taken through its steps, printed. */
const ROWS: readonly (readonly [doing: string, method: string, below: string, profile: Profile])[] = [
  ['list', 'GET', '', 'queries'],
  ['get', 'GET', '/{id}', 'queries'],
  ['create', 'POST', '', 'commands'],
  ['patch', 'PATCH', '/{id}', 'commands'],
  ['approve', 'POST', '/{id}/approval', 'commands'],
  ['cancel', 'POST', '/{id}/cancellation', 'commands'],
  ['allocate', 'POST', '/{id}/allocations/{other}/removal', 'commands'],
  ['print', 'GET', '/{id}/pdf', 'documents'],
];

/** Modules as they are to come, of 32 actions each, below a segment of their own: `POST /area-3/bills/{id}/approval`. */
export const manyModules = (count: number): ModuleSpec[] =>
  Array.from({ length: count }, (_, i) => {
    const row = (kind: string, [doing, method, below, profile]: (typeof ROWS)[number]): [string, ActionSpec] => [
      `${doing}-${kind}-${i}`,
      {
        route: `${method} /area-${i}/${kind}${below}` as ActionSpec['route'],
        summary: doing,
        permission: 'member',
        profile,
        output: z.any(),
      },
    ];
    return defineModule(`area/area-${i}`, `Area ${i}`, Object.fromEntries(KINDS.flatMap((kind) => ROWS.map((of) => row(kind, of)))));
  });

/** What a request to that action asks for, with ids in the place of parameters. */
export const requestTo = (route: string): { readonly method: string; readonly path: string } => {
  const [method = '', path = ''] = route.split(' ');
  return { method, path: path.replaceAll(/\{(\w+)\}/g, 'a-$1') };
};
