export const advances: ConsoleTexts['advances'] = {
  is: 'It is money in advance: nothing has been delivered yet (account 438)',
  takenOff: 'Advances taken off',
};
