import type { Schemas } from '../../api/client.ts';

/** In the catalogue or out of it. */
export const stateOf = ({ active }: Schemas['Item']): 'active' | 'inactive' => (active ? 'active' : 'inactive');
