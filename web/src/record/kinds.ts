import { KINDS } from 'virtual:product';
import { prefixOf } from '#kernel/id.ts';
import { numberOf as numberIn, shownIdOf, type Tone } from '#kernel/record.ts';
import * as icons from '../ui/icons.ts';
import type { KindInfo } from './kind-info.ts';

const infoOf = (id: string): KindInfo | undefined => KINDS[prefixOf(id)];
const BY_KIND = new Map(Object.values(KINDS).map((info) => [info.kind, info]));

/** The kind of the record (or of the part of one) with this id. */
export const kindOf = (id: string): string => infoOf(id)?.kind ?? 'document';

/** What people know a record by: `inv_F2026-000123` → `F2026-000123`, `rcp_7F3K2M9Q…` → `C-7F3K2M9Q`. */
export const numberOf = (id: string): string => numberIn(infoOf(id) ?? {}, id);

/** The address of a record; `undefined` where there is no screen for it. */
export function hrefOf(id: string): string | undefined {
  const info = infoOf(id);
  return info?.screen && `${info.screen}/${shownIdOf(info, id)}`;
}

/** Where a hit of the search leads: an account is known by its code, and the company's page is its settings. */
export const pageOf = (id: string): string => hrefOf(id) ?? (/^\d/.test(id) ? `/accounts/${id}` : '/settings');

/** The kinds of documents that post. */
export const POSTING_KINDS: readonly string[] = [...BY_KIND.values()].filter(({ posts }) => posts).map(({ kind }) => kind);

const ICONS: Readonly<Record<NonNullable<KindInfo['icon']>, icons.Icon>> = {
  book: icons.IconBook2,
  box: icons.IconBox,
  building: icons.IconBuildingStore,
  cart: icons.IconShoppingCart,
  cash: icons.IconCash,
  'credit-note': icons.IconFileMinus,
  draft: icons.IconFilePencil,
  invoice: icons.IconFileInvoice,
  key: icons.IconLock,
  note: icons.IconNote,
  packages: icons.IconPackages,
  paperclip: icons.IconPaperclip,
  refund: icons.IconCashBanknoteOff,
  return: icons.IconArrowBackUp,
  sitemap: icons.IconSitemap,
  tags: icons.IconTags,
  truck: icons.IconTruckDelivery,
  upload: icons.IconFileUpload,
  users: icons.IconUsers,
};

/** What stands for a kind of record where it is named. */
export function iconOf(kind: string): icons.Icon | undefined {
  const icon = BY_KIND.get(kind)?.icon;
  return icon && ICONS[icon];
}

/** How a state of a kind of record looks. */
export const toneOf = (kind: string, state: string): Tone | undefined => BY_KIND.get(kind)?.tones?.[state];
