import { AREAS, type Area } from '#domain/platform/company/areas.ts';
import {
  type Icon,
  IconAdjustments,
  IconBook2,
  IconBuildingBank,
  IconClock,
  IconFileInvoice,
  IconHome,
  IconPackages,
  IconReceipt,
  IconReportMoney,
  IconShoppingCart,
  IconTrendingUp,
  IconUsers,
} from '../ui/icons.ts';
import type { MenuArea, ModuleScreens } from './screen-types.ts';

const found = import.meta.glob<ModuleScreens>('../*/**/screens.ts', { eager: true, import: 'default' });
export const MODULES: readonly ModuleScreens[] = Object.values(found);

/** The areas in the order of the menu. */
export const MENU_AREAS: readonly MenuArea[] = ['home', ...AREAS, 'company'];

/** What stands for an area where the menu is a rail. */
export const AREA_ICONS: Readonly<Record<MenuArea, Icon>> = {
  home: IconHome,
  sales: IconShoppingCart,
  billing: IconFileInvoice,
  purchasing: IconReceipt,
  treasury: IconBuildingBank,
  warehouse: IconPackages,
  people: IconUsers,
  development: IconTrendingUp,
  time: IconClock,
  pay: IconReportMoney,
  books: IconBook2,
  company: IconAdjustments,
} satisfies Record<Area | 'home' | 'company', Icon>;
