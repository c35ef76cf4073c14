import * as z from 'zod/mini';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { type ActionRules, type Refusal, refusal } from '#kernel/errors.ts';
import { FieldValues } from '#kernel/field-values.ts';
import { idWith } from '#kernel/id.ts';
import { named, recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { list, storedOf } from '#kernel/stored.ts';
import { writtenText as text } from '#kernel/written-text.ts';

const place = {
  position: text(80),
  department: z.optional(text(80)),
  workplace: z.optional(text(80)),
  managerId: z.optional(idWith('emp')),
};
/** Where somebody works from a day on: a change has a start and keeps the past. */
export const AssignmentInput = z.strictObject({ from: BusinessDate, ...place });
export type Assignment = z.output<typeof AssignmentInput>;

/** What people enter of an employee: who they are at work. Personal data and pay have records of their own. */
export const EmployeeInput = z.strictObject({
  givenName: text(60),
  familyName: text(100),
  /** The address that they sign in with and are written to. */
  email: z.optional(z.email().check(z.maxLength(120))),
  startDate: BusinessDate,
  ...place,
  /** What the company's own fields say. */
  fields: z.optional(FieldValues),
});
export type EmployeeInput = z.output<typeof EmployeeInput>;

export const EMPLOYEE_STATES = ['active', 'left'] as const;
export const Employee = z.object({
  givenName: z.string(),
  familyName: z.string(),
  email: z.exactOptional(z.string()),
  startDate: z.string(),
  /** The last day. */
  endDate: z.exactOptional(z.string()),
  state: z.enum(EMPLOYEE_STATES),
  /** The day on which what was personal was erased. */
  erasedOn: z.exactOptional(z.string()),
  /** In order of their days. */
  assignments: list(storedOf(AssignmentInput)),
});
export type Employee = Readonly<z.output<typeof Employee>>;
export type StoredEmployee = Stored<Employee>;

export const nameOf = ({ givenName, familyName }: Pick<Employee, 'givenName' | 'familyName'>): string =>
  `${givenName} ${familyName}`.trim();

/** The assignment of a day: the last that has begun, or the first that will. */
export const assignmentOn = ({ assignments }: Pick<Employee, 'assignments'>, day: IsoDate): Assignment =>
  (assignments.findLast(({ from }) => from <= day) ?? assignments[0]) as Assignment;

export const Employees = recordType<Employee, Employee['state']>({
  kind: 'employee',
  prefix: 'emp',
  data: Employee,
  history: 'all',
  list: named({ by: (e) => `${e.familyName} ${e.givenName}`, words: (e) => [e.givenName, e.familyName, e.email] }),
  state: (e) => e.state,
  tones: { active: 'good', left: 'plain' },
  summary: (e) => ({ title: nameOf(e), subtitle: [e.assignments.at(-1)?.position, e.email] }),
  person: (_, id) => id,
  screen: '/people/employees',
  icon: 'users',
  read: 'people.read',
});

const refusalOfLeft = (employee: StoredEmployee): Refusal | undefined =>
  employee.state === 'left'
    ? refusal('employee.left', `${nameOf(employee)} left on ${employee.endDate}: a return is a new employment.`, 'path.employeeId', {
        name: nameOf(employee),
        end: employee.endDate ?? '',
      })
    : undefined;

function refusalOfErasure(employee: StoredEmployee): Refusal | undefined {
  if (employee.erasedOn)
    return refusal('employee.erased', `What was personal was erased on ${employee.erasedOn}.`, 'path.employeeId', {
      on: employee.erasedOn,
    });
  return employee.state === 'left'
    ? undefined
    : refusal(
        'employee.still_employed',
        `${nameOf(employee)} works here: data are erased years after somebody has left.`,
        'path.employeeId',
        {
          name: nameOf(employee),
        },
      );
}

/** Why an employee takes an action now or not. */
export const employeeActions = {
  patchEmployee: refusalOfLeft,
  assignEmployee: refusalOfLeft,
  eraseEmployee: refusalOfErasure,
} as const satisfies ActionRules<StoredEmployee>;

/** What people change of who somebody is; places of work have days of their own. Null clears the address. */
export const PatchEmployee = z.strictObject({
  givenName: z.optional(text(60)),
  familyName: z.optional(text(100)),
  email: z.optional(z.nullable(z.email().check(z.maxLength(120)))),
});

/** The employee with another assignment from its day on; one that begins on the same day is replaced. */
export const assigned = (employee: Employee, assignment: Assignment): Employee => ({
  ...employee,
  assignments: [...employee.assignments.filter(({ from }) => from !== assignment.from), assignment].toSorted((a, b) =>
    a.from < b.from ? -1 : 1,
  ),
});

export const EmployeeView = z.object({
  id: z.string(),
  name: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  email: z.optional(z.string()),
  startDate: z.string(),
  endDate: z.optional(z.string()),
  state: z.enum(EMPLOYEE_STATES),
  erasedOn: z.optional(z.string()),
  /** Of today. */
  position: z.string(),
  department: z.optional(z.string()),
  workplace: z.optional(z.string()),
  managerId: z.optional(z.string()),
  assignments: z.array(storedOf(AssignmentInput)),
  /** Of the company's own fields those that the caller sees, by their ids: of one employee, or where they are asked for. */
  fields: z.optional(z.record(z.string(), z.string())),
  ...stampFields,
});

export function employeeView(employee: StoredEmployee, today: IsoDate) {
  const { position, department, workplace, managerId } = assignmentOn(employee, today);
  return {
    ...stamped(employee),
    name: nameOf(employee),
    position,
    department,
    workplace,
    managerId,
    assignments: [...employee.assignments],
  };
}
