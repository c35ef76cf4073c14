export const members = {
  email: 'E-mail',
  name: 'Name',
  roles: 'Roles',
  team: 'Team',
  teamHint: 'People with the same word are a team: some roles reach as far as their team’s records.',
  secondFactor: 'Second factor since',
  rolesLabel: 'Roles',
  rolesHint: 'What they may do. Several can be given.',
  locale: 'Language of mails',
  invitedAt: 'Last invitation',
  since: 'Since',
  facts: 'Facts',
  you: 'This is you.',
  search: 'Search by e-mail or name',
  pending: 'Pending invitations',
  removedOnes: 'Without access',
  yes: 'Yes',
  no: 'No',
  empty: { title: 'Nobody yet', text: 'Invite those who work in the company.' },
  faults: {
    email: 'Enter an e-mail address, such as ana@company.com.',
    name: 'At most 80 characters.',
    roles: 'Choose at least one role.',
  },
  invite: {
    action: 'Invite',
    title: 'Invite somebody',
    text: 'They get a mail with a temporary password, good for three days. Who signs in to another company already keeps their password.',
    done: 'The invitation to {{email}} is on its way.',
  },
  edit: {
    action: 'Change',
    title: 'Change {{email}}',
    when: 'New roles are in force at once for changes, and within a minute for what is only seen.',
    done: '{{email}} is changed.',
  },
  resend: {
    action: 'Send the invitation again',
    title: 'Send the invitation to {{email}} again',
    text: 'Another mail with another temporary password goes out, good for three days; the one before stops.',
    done: 'Another invitation to {{email}} is on its way.',
  },
  remove: {
    action: 'Take the access away',
    title: 'Take the access from {{email}}',
    text: 'They can neither sign in nor change anything from now on; what they have open is gone within a minute. What they did stays in the records, and they can be let back in.',
    done: '{{email}} has no access any more.',
  },
  return: {
    action: 'Let back in',
    title: 'Let {{email}} back in',
    text: 'They sign in with their password of before and have the same roles.',
    done: '{{email}} has access again.',
  },
} as const;

export const permissions = {
  areas: {
    company: 'Company',
    workspace: 'Console',
    home: 'Home',
    members: 'Members and roles',
    credentials: 'API clients',
    tags: 'Tags',
    customers: 'Customers',
    catalogue: 'Items',
    stock: 'Warehouse',
    orders: 'Orders',
    returns: 'Returns',
    imports: 'Imports',
    invoices: 'Invoicing',
    payments: 'Receipts and refunds',
    books: 'Books',
  },
  names: {
    member: 'Belonging to the company',
    company: { write: 'Change the company’s settings and policies' },
    workspace: { use: 'Use the console and keep preferences', share: 'Share views with the whole company' },
    home: { money: 'See amounts on the home page' },
    members: { read: 'See members', write: 'Invite members, give them roles and remove their access', roles: 'Create and change roles' },
    credentials: { read: 'See API clients', write: 'Create API clients and renew their secrets' },
    tags: { write: 'Put tags on records and take them off' },
    customers: { read: 'See customers', write: 'Create and change customers' },
    catalogue: { read: 'See items', write: 'Create and change items' },
    stock: { read: 'See stock', receive: 'Record goods receipts', adjust: 'Adjust stock', setup: 'Create warehouses' },
    orders: { read: 'See orders', write: 'Place and cancel orders', ship: 'Ship orders', invoice: 'Invoice orders' },
    returns: { read: 'See returns', write: 'Authorise and cancel returns', receive: 'Receive returned goods' },
    imports: { read: 'See imports', write: 'Import files' },
    invoices: {
      read: 'See invoices, credit notes and drafts',
      draft: 'Prepare invoice drafts',
      issue: 'Issue invoices',
      credit: 'Issue and apply credit notes',
    },
    payments: {
      read: 'See receipts and refunds',
      receive: 'Record, apply and reverse receipts',
      refund: 'Refund money',
      alone: 'Refund what one asked for oneself',
    },
    books: {
      chart: 'See the chart of accounts and the periods',
      read: 'See the journal, account ledgers, the trial balance and receivables',
      post: 'Post and reverse journal entries',
      adjust: 'Post into closed periods',
      accounts: 'Create and change own accounts',
      close: 'Open fiscal years, close and lock periods',
      export: 'Export the books',
    },
  },
} as const;

export const roles = {
  text: 'What each role may do. The first are those of every company; the others are your own.',
  own: 'Role of the company',
  ownTitle: 'Roles of the company',
  none: { title: 'There are none yet', text: 'Make one when the usual roles give more or less than somebody needs.' },
  add: 'Create role',
  name: 'Name',
  nameHint: 'As it is called in the company: Counter, Warehouse lead.',
  gives: 'Permissions',
  permission: 'Permission',
  who: 'Who has it',
  members: 'See who has it',
  actions: 'Actions',
  count_one: '{{count}} permission',
  count_other: '{{count}} permissions',
  count_many: '{{count}} permissions',
  compare: 'What each role gives',
  saved: 'The role {{name}} is saved.',
  sensitive: 'Sensitive: moves money, changes the books or gives access',
  notHeld: 'You do not have this permission: you cannot give it',
  scopeOf: 'Reach of “{{name}}”',
  scopes: { all: 'Everybody’s', team: 'Their team’s', own: 'Their own' },
  faults: { name: 'Enter a name of up to 60 characters.', grants: 'Choose at least one permission.' },
  edit: {
    action: 'Change',
    title: 'Change {{name}}',
    when: 'In force for everybody who has it: at once for changes, within a minute for what is only seen.',
  },
  retire: {
    action: 'Retire',
    title: 'Retire {{name}}',
    text: 'It can be given to nobody else. Only what nobody has is retired.',
    done: 'The role {{name}} is retired.',
  },
} as const;

export const errors = {
  codes: {
    role_not_allowed: 'Your role does not allow this. Ask whoever manages the users of the company.',
  },
  figures: {
    permission_not_held: 'You do not have the permission “{{permission, permissions.names}}” and cannot give it. Ask somebody who has it.',
    permission_people: 'The permission “{{permission, permissions.names}}” is for people alone: no program can have it.',
    role_scope: 'The permission “{{permission, permissions.names}}” is given for everything or not at all.',
    role_twice: 'The permission “{{permission, permissions.names}}” is listed twice. Remove it once.',
    role_not_allowed:
      'Your roles do not allow this. It needs the permission “{{needed, permissions.names}}”. Ask whoever manages the users of the company.',
  },
};

export const states = {
  role: { active: 'In use', retired: 'Retired' },
  member: { invited: 'Invited', active: 'With access', removed: 'Without access' },
};

export const palette = {
  kinds: {
    role: 'Role',
    member: 'Members',
  },
};

export const commands = {
  inviteMember: 'Invite a user',
};
