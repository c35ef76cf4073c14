import { screen } from '../app/screen.ts';

export const insightsRoutes = [screen('/', () => import('./home/home.tsx'))];
