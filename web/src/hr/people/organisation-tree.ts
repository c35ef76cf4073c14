/** Somebody as the chart shows them. */
interface Person {
  readonly id: string;
  readonly name: string;
  readonly managerId?: string | undefined;
}

export interface Branch<P> {
  readonly person: P;
  /** Whom they lead, by name. */
  readonly team: readonly Branch<P>[];
  /** All below them. */
  readonly below: number;
}

/**
 * Who leads whom. Who has no manager stands at the top, and so does whoever's manager is not among the people: one sees those
 * alone whom one may see. Nobody is left out: who would be below themselves stands at the top too.
 */
export function organisation<P extends Person>(people: readonly P[]): readonly Branch<P>[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const teams = Map.groupBy(people, ({ managerId }) => (managerId !== undefined && byId.has(managerId) ? managerId : ''));
  const seen = new Set<string>();
  const branchOf = (person: P): Branch<P> => {
    seen.add(person.id);
    const team = (teams.get(person.id) ?? [])
      .filter(({ id }) => !seen.has(id))
      .toSorted(byName)
      .map(branchOf);
    return { person, team, below: team.reduce((all, { below }) => all + 1 + below, 0) };
  };
  const top = (teams.get('') ?? []).toSorted(byName).map(branchOf);
  const left = people.filter(({ id }) => !seen.has(id)).flatMap((person) => (seen.has(person.id) ? [] : [branchOf(person)]));
  return [...top, ...left];
}

const byName = (a: Person, b: Person): number => a.name.localeCompare(b.name);
