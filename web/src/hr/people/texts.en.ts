export const employees = {
  name: 'Name',
  givenName: 'Given name',
  familyName: 'Family name',
  email: 'Work address',
  emailHint: 'What they sign in with and are written to.',
  position: 'Position',
  department: 'Department',
  workplace: 'Place of work',
  manager: 'Manager',
  start: 'Starts on',
  end: 'Last day',
  from: 'From',
  work: 'Work',
  assignments: 'Positions',
  personal: {
    section: 'Personal data',
    action: 'Personal data',
    title: 'Personal data of {{name}}',
    done: 'The personal data of {{name}} are saved.',
    taxId: 'NIF or NIE',
    socialSecurityNumber: 'Social Security number',
    birthDate: 'Date of birth',
    phone: 'Phone',
    iban: 'Bank account (IBAN)',
    situation: 'Family situation (form 145)',
    situations: { '1': '1: single, with children', '2': '2: partner without income above 1,500 €', '3': '3: any other' },
    children: 'Years of birth of the children',
    childrenHint: 'With commas between them: 2019, 2024.',
    shared: 'The other parent has the right too: they count by half',
  },
  readings: {
    section: 'Who has read their data',
    by: 'Who',
    what: 'What',
    at: 'When, first on that day',
    of: { 'personal-data': 'Personal data' },
  },
  erase: {
    action: 'Erase the data',
    title: 'Erase the personal data of {{name}}?',
    says: 'For good: the key under which they are sealed is destroyed, in backups too. The employment and the books stay, under a number. It can be done from six years after the last day.',
    done: 'The personal data are erased.',
  },
  below_one: '{{count}} person below',
  below_many: '{{count}} people below',
  below_other: '{{count}} people below',
  search: 'Search by name or address',
  empty: { title: 'No employees yet', text: 'Enter the first one: pay, leave and tasks begin here.' },
  'new': { title: 'New employee', done: '{{name}} was entered.' },
};
export const areas = { people: 'People' };
export const menu = { employees: 'Employees', organisation: 'Organisation chart' };
export const commands = { newEmployee: 'Enter an employee' };
export const palette = { kinds: { employee: 'Employees' } };
export const states = { employee: { active: 'Works here', left: 'Left' } };
export const permissions = {
  areas: { people: 'People', pay: 'Pay' },
  names: {
    people: {
      read: 'See employees and their positions',
      write: 'Enter and change employees',
      personal: 'See personal data: tax id, Social Security, address, family',
    },
    pay: { read: 'See salaries and payslips', write: 'Set salaries and prepare pay' },
  },
};
export const records = {
  did: {
    createEmployee: 'Entered the employee',
    patchEmployee: 'Changed the employee',
    assignEmployee: 'Changed the position of the employee',
    putPersonalFile: 'Saved the personal data',
    eraseEmployee: 'Erased the personal data',
    addPayTerms: 'Set the salary',
  },
};
