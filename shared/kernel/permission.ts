/** How far a permission reaches: every record, those of the caller's team, or those that the caller made. */
export const SCOPES = ['all', 'team', 'own'] as const;
export type Scope = (typeof SCOPES)[number];

interface Grantable {
  /** Moves money, changes the books for good, or decides who may do what. */
  readonly sensitive?: true;
  /** A role may give it for one's own or the team's records alone: every action that asks for it looks at whose they are. */
  readonly narrows?: true;
  /** What it reaches by is the person that a record is about, and whom somebody leads, not who made it. */
  readonly person?: true;
  /** For people alone: no program lets others in, or works in the console. */
  readonly people?: true;
}

/**
 * Everything that can be allowed, as `<area>.<verb>`. Roles are bundles of these, and an action's row names the one that it
 * needs. A name is never used for something else afterwards: companies keep it in roles of their own.
 */
export const PERMISSIONS = {
  /** Setting the company up, its settings and policies. */
  'company.write': { sensitive: true },
  /** Preferences and views of one's own: for whoever works in the console. */
  'workspace.use': { people: true },
  /** Views of lists for everybody. */
  'workspace.share': { people: true },
  /** Money on the home page: sales, what is overdue, what is to be invoiced and paid back. */
  'home.money': {},
  'members.read': {},
  /** Inviting, removing, and giving roles. */
  'members.write': { sensitive: true, people: true },
  /** Making roles of the company's own. */
  'members.roles': { sensitive: true, people: true },
  'credentials.read': {},
  /** API clients and their secrets. */
  'credentials.write': { sensitive: true, people: true },
  /** Tags on records: notes and files are their writers' own, tags are everybody's. */
  'tags.write': {},
  'customers.read': {},
  'customers.write': {},
  'catalogue.read': {},
  'catalogue.write': {},
  'stock.read': {},
  'stock.receive': {},
  'stock.adjust': {},
  /** Warehouses. */
  'stock.setup': {},
  'orders.read': { narrows: true },
  /** Placing and cancelling. */
  'orders.write': { narrows: true },
  'orders.ship': { narrows: true },
  'orders.invoice': { narrows: true },
  'returns.read': {},
  /** Authorising and cancelling. */
  'returns.write': {},
  'returns.receive': {},
  'imports.read': {},
  'imports.write': {},
  /** Documents that came in: what was read of them, and their originals. Narrowed: what one has brought oneself. */
  'documents.read': { narrows: true },
  'documents.write': { narrows: true },
  /** Rules that work by themselves, what they did, and making them. */
  'automation.read': {},
  'automation.write': { sensitive: true, people: true },
  /** Invoices, credit notes, and drafts of invoices. */
  'invoices.read': {},
  'invoices.draft': {},
  'invoices.issue': { sensitive: true },
  /** Credit notes, and what they are set against. */
  'invoices.credit': { sensitive: true },
  /** Receipts and refunds. */
  'payments.read': {},
  'payments.receive': { sensitive: true },
  /** Money that leaves. */
  'payments.refund': { sensitive: true },
  /** Paying out what one recorded or credited oneself, and beyond the limit: the end of four eyes. */
  'payments.alone': { sensitive: true, people: true },
  /** Suppliers, their bills and credit notes, and what was paid to them. */
  'payables.read': {},
  /** Suppliers with their bank accounts, and entering bills. */
  'payables.write': { sensitive: true },
  /** Bills above the limit: by a second person. */
  'payables.approve': { sensitive: true },
  /** Money that leaves. */
  'payables.pay': { sensitive: true },
  /** What somebody paid for the company and wants back. */
  'expenses.submit': {},
  'expenses.read': { narrows: true },
  /** By somebody else: it posts them. */
  'expenses.approve': { sensitive: true },
  /** Chart of accounts and periods. */
  'books.chart': {},
  /** Journal, account ledgers, trial balance, receivables. */
  'books.read': {},
  'books.post': { sensitive: true },
  /** Posting into a period that is closed, not locked. */
  'books.adjust': { sensitive: true },
  /** Accounts of the company's own. */
  'books.accounts': {},
  /** Opening fiscal years; closing, opening and locking periods. */
  'books.close': { sensitive: true },
  'books.export': { sensitive: true },
  /** Who works here, in which place, under whom. */
  'people.read': { narrows: true, person: true },
  'people.write': { sensitive: true },
  /** Tax id, Social Security number, address, family: of people. */
  'people.personal': { narrows: true, person: true, people: true },
  /** What people earn: terms of pay and slips. */
  'pay.read': { narrows: true, person: true, people: true },
  'pay.write': { sensitive: true, people: true },
  /** Pay runs: what everybody in them is paid. */
  'payroll.read': { people: true },
  /** By two others than whoever made the run. */
  'pay.approve': { sensitive: true, people: true },
  /** The register of working time, and leave: of people. */
  'time.read': { narrows: true, person: true },
  /** Clocking in and out, and asking for leave: one's own, or, of a badge reader and of HR, anybody's. */
  'time.write': { narrows: true, person: true },
  /** Deciding on leave and on corrections of the register. */
  'time.approve': { narrows: true, person: true },
  /** Calendars of work places, holiday brought forward, what of people ends. */
  'time.setup': {},
  /** Courses, certificates, skills, goals and reviews: of people. */
  'development.read': { narrows: true, person: true, people: true },
  /** Enrolling, goals, assessing skills and writing reviews: of oneself what is one's own, of whom one leads the rest. */
  'development.write': { narrows: true, person: true, people: true },
  /** Courses and their cost, certificates, skills, review cycles and their calibration. */
  'development.setup': { people: true },
  /** Vacancies, and who applies for them: of managers those for whom somebody is sought whom they will lead. */
  'recruiting.read': { narrows: true, person: true, people: true },
  /** Moving candidates, meeting them, and saying what one thinks of them. */
  'recruiting.assess': { narrows: true, person: true, people: true },
  /** Vacancies with their budget, offers, refusals. */
  'recruiting.write': { sensitive: true, people: true },
} as const satisfies Readonly<Record<`${string}.${string}`, Grantable>>;

export type Permission = keyof typeof PERMISSIONS;
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as readonly Permission[];

const traits: Readonly<Record<Permission, Grantable>> = PERMISSIONS;
export const isSensitive = (permission: Permission): boolean => traits[permission].sensitive === true;
export const isNarrowable = (permission: Permission): boolean => traits[permission].narrows === true;
/** Whether it reaches by the person that a record is about. */
export const isOfPerson = (permission: Permission): boolean => traits[permission].person === true;
export const isForPeople = (permission: Permission): boolean => traits[permission].people === true;
/** `orders` of `orders.ship`. */
export const areaOf = (permission: Permission): string => permission.slice(0, permission.indexOf('.'));

/** What an action's row asks of its caller. `public`: nothing, not even a token. `member`: to belong to the company. */
export type Need = Permission | 'member' | 'public';

/** Whether it lets look at records, and nothing else. */
export function isForLooking(permission: Permission): boolean {
  return permission.endsWith('.read');
}

/**
 * What rules that work by themselves may be allowed, as far as who switched them on may do it: looking at records, and what
 * neither moves money nor decides who may do what. A run holds of these what its own effects need.
 */
export const FOR_RULES: ReadonlySet<Permission> = new Set<Permission>([
  ...PERMISSION_NAMES.filter((permission) => isForLooking(permission) && !isOfPerson(permission) && !isForPeople(permission)),
  'tags.write',
  'documents.write',
  'orders.invoice',
  // Putting bank lines aside, which posts nothing; and statements as files.
  'books.post',
  'books.export',
]);

/** Roles that every company has. */
export const ROLES = [
  ...(['owner', 'accountant', 'sales', 'warehouse', 'hr', 'payroll', 'manager', 'employee'] as const),
  ...(['auditor', 'adviser', 'integration'] as const),
] as const;
export type Role = (typeof ROLES)[number];

/** What everybody may look at. */
const SEEING = [
  'customers.read',
  'catalogue.read',
  'stock.read',
  'orders.read',
  'returns.read',
  'imports.read',
  'invoices.read',
  'payments.read',
  'books.chart',
] as const satisfies Permission[];

/** What everybody who works here may do: of people their own alone, and of documents those that they brought. */
const WORKING = [
  'workspace.use',
  'expenses.submit',
  'expenses.read',
  'documents.read',
  'documents.write',
  'people.read',
  'people.personal',
  'pay.read',
  'time.read',
  'time.write',
  'development.read',
  'development.write',
] as const satisfies Permission[];
const HIRING = ['recruiting.read', 'recruiting.assess'] as const satisfies Permission[];
const OF_ONES_OWN = { 'expenses.read': 'own', 'documents.read': 'own', 'documents.write': 'own' } as const;
const DEVELOPMENT_OF_ONESELF = { 'development.read': 'own', 'development.write': 'own' } as const;
const OF_ONESELF: Readonly<Partial<Record<Permission, Scope>>> = {
  ...OF_ONES_OWN,
  ...{ 'people.read': 'own', 'people.personal': 'own', 'pay.read': 'own', 'time.read': 'own', 'time.write': 'own' },
  ...DEVELOPMENT_OF_ONESELF,
};

/** What built-in roles may not do for every record of the company, but for what they made, are, or lead. */
const REACH: Readonly<Partial<Record<Role, Readonly<Partial<Record<Permission, Scope>>>>>> = {
  sales: OF_ONESELF,
  warehouse: OF_ONESELF,
  accountant: {
    ...{ 'people.read': 'own', 'people.personal': 'own', 'pay.read': 'own', 'time.read': 'own', 'time.write': 'own' },
    ...DEVELOPMENT_OF_ONESELF,
  },
  hr: { ...OF_ONES_OWN, 'pay.read': 'own' },
  payroll: { ...OF_ONES_OWN, 'time.write': 'own', ...DEVELOPMENT_OF_ONESELF },
  manager: {
    ...OF_ONESELF,
    ...{ 'people.read': 'team', 'time.read': 'team', 'time.approve': 'team', 'development.read': 'team', 'development.write': 'team' },
    ...{ 'recruiting.read': 'team', 'recruiting.assess': 'team' },
  },
  employee: OF_ONESELF,
};

/** What each built-in role may do: for every record of the company, but for {@link REACH}. */
export const BUNDLES: Readonly<Record<Role, readonly Permission[]>> = {
  owner: PERMISSION_NAMES,
  accountant: [
    ...SEEING,
    'workspace.use',
    'workspace.share',
    'home.money',
    'members.read',
    'credentials.read',
    'tags.write',
    'customers.write',
    'stock.receive',
    'stock.adjust',
    'orders.invoice',
    'invoices.draft',
    'invoices.issue',
    'invoices.credit',
    'payments.receive',
    'payments.refund',
    'documents.read',
    'documents.write',
    'automation.read',
    'automation.write',
    'payables.read',
    'payables.write',
    'payables.approve',
    'payables.pay',
    'expenses.submit',
    'expenses.read',
    'expenses.approve',
    'books.read',
    'books.post',
    'books.adjust',
    'books.accounts',
    'books.close',
    'books.export',
    'people.read',
    'people.personal',
    'pay.read',
    'time.read',
    'time.write',
    'development.read',
    'development.write',
  ],
  sales: [
    ...SEEING,
    'home.money',
    'tags.write',
    'customers.write',
    'catalogue.write',
    'orders.write',
    'orders.invoice',
    'returns.write',
    'imports.write',
    'invoices.draft',
    ...WORKING,
  ],
  warehouse: [...SEEING, ...WORKING, 'tags.write', 'stock.receive', 'stock.adjust', 'stock.setup', 'orders.ship', 'returns.receive'],
  /** People and what they are hired, trained and judged for; not what they earn. */
  hr: [...WORKING, ...HIRING, 'tags.write', 'people.write', 'time.approve', 'time.setup', 'development.setup', 'recruiting.write'],
  payroll: [...WORKING, 'tags.write', 'pay.write', 'payroll.read', 'pay.approve', 'books.chart'],
  manager: [...WORKING, ...HIRING, 'tags.write', 'time.approve'],
  employee: [...WORKING],
  auditor: [
    ...SEEING,
    'workspace.use',
    'home.money',
    'members.read',
    'credentials.read',
    'documents.read',
    'automation.read',
    'payables.read',
    'expenses.read',
    'books.read',
    'books.export',
  ],
  /** The firm that files its taxes (gestoría): books, taxes, bills and files of them; nothing of customers, staff, stock or orders. */
  adviser: [
    'workspace.use',
    'home.money',
    'invoices.read',
    'payments.read',
    'documents.read',
    'payables.read',
    'books.chart',
    'books.read',
    'books.export',
  ],
  integration: [
    ...SEEING,
    'home.money',
    'tags.write',
    'customers.write',
    'catalogue.write',
    'stock.receive',
    'stock.adjust',
    'orders.write',
    'orders.ship',
    'orders.invoice',
    'returns.write',
    'returns.receive',
    'imports.write',
    'payments.receive',
    'documents.read',
    'documents.write',
    'payables.read',
    'payables.write',
  ],
};

/** Whether a built-in role is enough for an action. */
export const suffices = (role: Role, need: Need): boolean => need === 'public' || need === 'member' || BUNDLES[role].includes(need);

/** Permissions with how far each reaches. */
export type Grants = ReadonlyMap<Permission, Scope>;

/** The wider of two reaches: `all` before `team` before `own`. */
const wider = (a: Scope, b: Scope): Scope => (SCOPES.indexOf(a) < SCOPES.indexOf(b) ? a : b);

/** What several roles give together: of one permission the widest reach. */
export function grantsOf(bundles: readonly Grants[]): Grants {
  const grants = new Map<Permission, Scope>();
  for (const [permission, scope] of bundles.flatMap((bundle) => [...bundle]))
    grants.set(permission, wider(scope, grants.get(permission) ?? scope));
  return grants;
}

/** These permissions for every record of the company. */
export const grantsOfAll = (permissions: readonly Permission[]): Grants => new Map(permissions.map((permission) => [permission, 'all']));

export const builtInGrants = (role: Role): Grants =>
  new Map(BUNDLES[role].map((permission) => [permission, REACH[role]?.[permission] ?? 'all']));

/** The permissions that reach further than what somebody holds: nobody gives these to others, or to themselves. */
export const beyond = (held: Grants, given: Grants): Permission[] =>
  [...given].flatMap(([permission, scope]) => {
    const own = held.get(permission);
    return own !== undefined && wider(own, scope) === own ? [] : [permission];
  });

/** Whose records a reach takes in. */
export interface Reacher {
  readonly email: string;
  /** Addresses of the people of the same team, with one's own. */
  readonly team: readonly string[];
  /** The employee that they are. */
  readonly self?: string;
  /** Employees whom they lead, directly or through others, as of now. */
  readonly reports: readonly string[];
}

/** Whether a reach takes in what somebody made. @param createdBy the address of who made the record. */
export const reaches = (scope: Scope, { email, team }: Reacher, createdBy: string): boolean =>
  scope === 'all' || createdBy === email || (scope === 'team' && team.includes(createdBy));

/** Whether a reach takes in what is about a person. @param employee the id of the employee. */
export const reachesPerson = (scope: Scope, { self, reports }: Reacher, employee: string): boolean =>
  scope === 'all' || employee === self || (scope === 'team' && reports.includes(employee));
