import { development } from '#api/hr/development.ts';
import { OneToOnes, oneToOneId, oneToOneShelf, oneToOneView, type StoredOneToOne, withNote } from '#domain/hr/development/one-to-one.ts';
import { assignmentOn, Employees, nameOf } from '#domain/hr/people/employee.ts';
import { refused } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { notFound } from '#runtime/records.ts';
import { command, query } from '../../platform/service.ts';
import { directReportsOf, reachedEmployee, selfOf } from '../people/reach.ts';

const { actions } = development;

export const createOneToOne = command(
  actions.createOneToOne,
  creates(OneToOnes, ({ path, body, newId }) => oneToOneId(path.employeeId, `${body.on}.${newId('oto').slice(4, 12)}`)),
  async ({ path, body, records, caller, today, newId }) => {
    const employee = await reachedEmployee(records, caller, 'development.write', path.employeeId, 'path.employeeId');
    const self = await selfOf(records, caller);
    const { managerId } = assignmentOn(employee, today);
    const manager = managerId === undefined ? undefined : await records.get(Employees, managerId);
    if (!manager || (self !== employee.id && self !== managerId))
      throw refused(
        'one_to_one.nobody',
        'A talk is between somebody and whoever leads them: enter who leads them first.',
        'path.employeeId',
      );
    const names = { name: nameOf(employee), managerName: nameOf(manager) };
    const id = oneToOneId(employee.id, `${body.on}.${newId('oto').slice(4, 12)}`);
    return [create(OneToOnes, id, { employeeId: employee.id, managerId: manager.id, ...names, ...body, notes: [] })];
  },
  oneToOneView,
);

const isOfBoth = ({ employeeId, managerId }: StoredOneToOne, self: string | undefined): boolean =>
  self !== undefined && (employeeId === self || managerId === self);

export const addOneToOneNote = command(
  actions.addOneToOneNote,
  on(OneToOnes, (path) => oneToOneId(path.employeeId, path.place)),
  async ({ body, path, records, caller, now }, talk) => {
    if (!isOfBoth(talk, await selfOf(records, caller))) throw notFound(OneToOnes.kind, path.place, 'path.place');
    return [update(OneToOnes, talk, withNote(talk, { by: caller.email, at: now.toISOString(), text: body.text }))];
  },
  oneToOneView,
);

/** A page of some years of talks. */
const MOST_TALKS = 100;

export const listOneToOnes = query(actions.listOneToOnes, async ({ records, caller, today }) => {
  const self = await selfOf(records, caller);
  if (self === undefined) return { items: [] };
  const led = await directReportsOf(records, self, today);
  const shelves = await Promise.all([self, ...led.map(({ id }) => id)].map((id) => records.standing(OneToOnes, oneToOneShelf(id))));
  const talks = shelves.flat().filter((talk) => isOfBoth(talk, self));
  return {
    items: talks
      .toSorted((a, b) => (a.on < b.on ? 1 : -1))
      .slice(0, MOST_TALKS)
      .map(oneToOneView),
  };
});
