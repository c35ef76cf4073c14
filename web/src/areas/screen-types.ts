import type { Area } from '#domain/platform/company/areas.ts';
import type { Operation } from '../session/session.ts';
import type { Icon } from '../ui/icons.ts';

/** Home stands above the areas; the company's own area is always on. */
export type MenuArea = 'home' | Area | 'company';

/** A page of the menu, named in the texts by `menu.<id>`. */
export interface Place {
  readonly id: string;
  readonly to: string;
  readonly icon: Icon;
  /** Shown to those who may do this. */
  readonly needs: Operation;
  /** Letters after `g` that go there. */
  readonly keys?: string;
  /** Its place among those of its area. */
  readonly at: number;
}

/** Something new that can be begun from anywhere, named by `commands.<id>`: the palette, the home screen and the key `n` offer the same. */
export interface Command {
  readonly id: string;
  readonly icon: Icon;
  readonly needs: Operation;
  /** Where it begins: `/new` below its list, where nothing else is said. */
  readonly to: string;
  /** The list whose key `n` starts it. */
  readonly of: string;
  /** Its place among the first things that the home screen offers; where there is none, it is not among them. */
  readonly quick?: number;
}

/** A page of the settings, named by `settings.parts.<id>`. */
export interface SettingsPart {
  readonly id: string;
  readonly to: string;
  readonly needs: Operation;
  readonly at: number;
}

/** What a module shows, in its own `screens.ts`: nothing else has to know of a new screen. */
export interface ModuleScreens {
  readonly area: MenuArea;
  /** The screen's file by its address, loaded when it is first asked for: it exports the screen as `Screen`. */
  readonly routes: Readonly<Record<string, () => Promise<object>>>;
  readonly menu?: readonly Place[];
  readonly commands?: readonly (Omit<Command, 'to'> & Partial<Command>)[];
  readonly settings?: readonly SettingsPart[];
}
