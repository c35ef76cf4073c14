export const advances: ConsoleTexts['advances'] = {
  is: 'It is money in advance: nothing has been delivered yet (account 438)',
  takenOff: 'Advances taken off',
  takenOffText: 'Those of the order are taken off by themselves. Of each no more than the invoice bills at its rate of VAT.',
  forOrder: 'In advance of the order',
  forOrderText: 'The invoices of the order take it off by themselves.',
  ofOrder: 'Invoice an advance',
  /** Of the whole invoice. */
  adjust: { percent: 'General discount', amount: 'General discount, amount', charge: 'Added charge', reason: 'What the charge is for' },
};
