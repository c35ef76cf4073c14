import { MODULES } from '../areas/registry.ts';
import { screen } from './screen.ts';

/** Every address of the console: what the modules' `screens.ts` tell. */
export const routes = MODULES.flatMap((module) => Object.entries(module.routes).map(([path, load]) => screen(path, load)));
