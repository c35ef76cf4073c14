export const notes = {
  title: 'Notes and files',
  write: 'Write a note',
  change: 'Change the note',
  hint: 'Mention somebody with @.',
  people: 'People',
  found_one: '{{count}} person: choose with the arrows.',
  found_other: '{{count}} people: choose with the arrows.',
  found_many: '{{count}} people: choose with the arrows.',
  publish: 'Save note',
  keep: 'Save the change',
  edit: 'Change',
  changed: 'changed',
  delete: 'Delete',
  deleteTitle: 'Delete the note',
  deletion: 'The text is gone; who wrote it and who deleted it, and when, stays.',
  older: 'Show older notes',
  follow: 'Follow',
  following: 'Following',
  followers: 'Followed by: {{names}}',
  noFollowers: 'Nobody follows it yet.',
  tags: { title: 'Tags', add: 'Add a tag', remove: 'Remove the tag {{tag}}' },
  paper: {
    title: 'Document',
    show: 'Show the document',
    hide: 'Hide the document',
    none: 'No document to look at: drop the PDF or photo onto the files.',
    which: 'File that is shown',
  },
  files: {
    add: 'Attach files',
    hint: 'Or drop them here: 25 MB each at most.',
    sending: 'Sending {{name}}',
    kilobytes: '{{size}} KB',
    remove: 'Delete {{name}}',
    removal: 'The file is deleted for good; who attached it and who deleted it, and when, stays.',
    faults: {
      empty: 'Refused: it is empty.',
      too_large: 'Refused: it is over 25 MB.',
      type: 'Refused: it is no PDF, image, XLSX, DOCX, CSV, TXT, XML, ZIP or EML.',
      macros: 'Refused: it has macros. Save it without them.',
      malware: 'Refused: it contains a harmful program.',
    },
  },
  inbox: {
    empty: { title: 'Nothing here', text: 'What mentions you, and what is written about the records that you follow, comes here.' },
    unread: 'Unread',
    all: 'All',
    readAll: 'Mark all as read',
    more: 'Show more',
    mention: '{{by}} mentioned you',
    note: '{{by}} wrote a note',
    file: '{{by}} attached a file',
    badge_one: 'Mentions and followed: {{count}} unread',
    badge_other: 'Mentions and followed: {{count}} unread',
    badge_many: 'Mentions and followed: {{count}} unread',
  },
  tagged: {
    search: 'Search tags',
    empty: { title: 'Nothing has that tag', text: 'Tags are put on the page of each record.' },
  },
} as const;

export const menu = {
  notifications: 'Mentions and followed',
  tags: 'Tags',
};

export const states = {
  note: { written: 'Written', deleted: 'Deleted' },
  attachment: { waiting: 'Being checked', clean: 'Checked', refused: 'Refused', deleted: 'Deleted' },
};

export const palette = {
  kinds: {
    note: 'Notes',
    attachment: 'Files',
    'record-tags': 'Tags',
  },
};
