import type { Operation } from '../session/session.ts';
import type { Icon } from '../ui/icons.ts';
import {
  IconBook2,
  IconBox,
  IconCash,
  IconFilePencil,
  IconFileUpload,
  IconShoppingCart,
  IconTags,
  IconTruckDelivery,
  IconUserPlus,
  IconUsers,
} from '../ui/icons.ts';
import { PLACES, type Place } from './navigation.ts';

/** Something new that can be begun from anywhere: the palette, the home screen and the key `n` offer the same. */
export interface Command {
  readonly id:
    | 'newOrder'
    | 'newCustomer'
    | 'newItem'
    | 'newImport'
    | 'recordReceipt'
    | 'newDraft'
    | 'receiveGoods'
    | 'adjustStock'
    | 'postEntry'
    | 'inviteMember';
  readonly icon: Icon;
  /** Offered to those who may do this. */
  readonly needs: Operation;
  readonly to: string;
  /** The list whose key `n` starts it. */
  readonly of: string;
  /** Among the first things that the home screen offers. */
  readonly quick?: true;
}

export const COMMANDS: readonly Command[] = [
  { id: 'newOrder', icon: IconShoppingCart, needs: 'placeOrder', to: '/orders/new', of: '/orders', quick: true },
  { id: 'receiveGoods', icon: IconTruckDelivery, needs: 'receiveGoods', to: '/goods-receipts/new', of: '/goods-receipts', quick: true },
  { id: 'recordReceipt', icon: IconCash, needs: 'recordReceipt', to: '/receipts/new', of: '/receipts', quick: true },
  { id: 'newImport', icon: IconFileUpload, needs: 'createImport', to: '/imports/new', of: '/imports', quick: true },
  { id: 'newCustomer', icon: IconUsers, needs: 'createCustomer', to: '/customers/new', of: '/customers' },
  { id: 'newItem', icon: IconTags, needs: 'createItem', to: '/items/new', of: '/items' },
  { id: 'newDraft', icon: IconFilePencil, needs: 'createDraft', to: '/invoice-drafts/new', of: '/invoice-drafts' },
  {
    id: 'adjustStock',
    icon: IconBox,
    needs: 'adjustStock',
    to: '/stock-adjustments/new',
    of: '/stock-adjustments',
  },
  { id: 'postEntry', icon: IconBook2, needs: 'postEntry', to: '/journal/new', of: '/journal' },
  {
    id: 'inviteMember',
    icon: IconUserPlus,
    needs: 'inviteMember',
    to: '/settings/members/new',
    of: '/settings/members',
  },
];

type Can = (operation: Operation) => boolean;

export const commandsFor = (can: Can): readonly Command[] => COMMANDS.filter(({ needs }) => can(needs));
export const placesFor = (can: Can): readonly Place[] => PLACES.flatMap(({ places }) => places).filter(({ needs }) => can(needs));

/** The list that an operation of the API fills; `undefined` where there is no screen for it. */
export const placeOfOperation = (operation: string): Place | undefined =>
  PLACES.flatMap(({ places }) => places).find(({ needs }) => needs === operation);

/** `o` → `/orders`, as far as these may be seen. */
export const goKeys = (can: Can): ReadonlyMap<string, string> =>
  new Map(placesFor(can).flatMap(({ keys, to }) => (keys ? [[keys, to] as const] : [])));
