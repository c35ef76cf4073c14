/** A stop of the tour: an element of the real screen. One that this screen does not have, or this role does not see, is passed. */
export interface TourStep {
  readonly id: 'menu' | 'search' | 'waiting' | 'figures' | 'quick' | 'keys' | 'account';
  readonly selector: string;
}

export const TOUR_STEPS: readonly TourStep[] = [
  { id: 'menu', selector: '[data-tour=menu]' },
  { id: 'search', selector: '[data-tour=search]' },
  { id: 'quick', selector: '[data-tour=quick]' },
  { id: 'waiting', selector: '[data-tour=waiting]' },
  { id: 'figures', selector: '[data-tour=figures]' },
  { id: 'keys', selector: '[data-tour=keys]' },
  { id: 'account', selector: '[data-tour=account]' },
];
