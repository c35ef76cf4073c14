import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Branch, organisation } from '../../../web/src/hr/people/organisation-tree.ts';

const person = (id: string, managerId?: string) => ({ id, name: id, ...(managerId === undefined ? {} : { managerId }) });
type Person = ReturnType<typeof person>;
const shown = (branches: readonly Branch<Person>[]): object[] =>
  branches.map(({ person: { id }, team, below }) => [id, below, shown(team)] as const);
const all = (branches: readonly Branch<Person>[]): string[] => branches.flatMap(({ person: { id }, team }) => [id, ...all(team)]);

it('shows who leads whom by name; whose manager one does not see stands at the top', () => {
  const people = [person('Zoe', 'Ana'), person('Ana'), person('Ben', 'Ana'), person('Cleo', 'Ben'), person('Dan', 'somebody else')];
  expect(shown(organisation(people))).toEqual([
    [
      'Ana',
      3,
      [
        ['Ben', 1, [['Cleo', 0, []]]],
        ['Zoe', 0, []],
      ],
    ],
    ['Dan', 0, []],
  ]);
});

it('shows everybody once, whatever the lines: a circle has a top too', () => {
  const ids = fc.array(fc.tuple(fc.nat(30), fc.option(fc.nat(30), { nil: undefined })), { maxLength: 31 });
  fc.assert(
    fc.property(ids, (pairs) => {
      const people = [...new Map(pairs.map(([id, to]) => [id, person(`p${id}`, to === undefined ? undefined : `p${to}`)])).values()];
      expect(all(organisation(people)).sort()).toEqual(people.map(({ id }) => id).sort());
    }),
  );
});
