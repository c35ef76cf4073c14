import type { commands as es } from '../es/commands.ts';
import type { Texts } from '../texts.ts';

export const commands: Texts<typeof es> = {
  newOrder: 'New order',
  newCustomer: 'New customer',
  newItem: 'New item',
  newImport: 'New import',
  recordReceipt: 'Record a receipt',
  newDraft: 'New invoice draft',
  receiveGoods: 'Receive goods',
  adjustStock: 'Adjust stock',
  postEntry: 'New journal entry',
  inviteMember: 'Invite a user',
};
