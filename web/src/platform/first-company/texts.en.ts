export const firstCompany = {
  title: 'Set your company up',
  text: 'With these facts the chart of accounts, the periods, the main warehouse and the walk-in customer are made. All of it can be changed afterwards in Settings, except for fiscal years, which are added.',
  years: 'Fiscal years',
  yearsText: 'The years that you will post to; add earlier ones if you are going to import their sales.',
  yearsFault: 'Enter at least one year, such as 2026.',
  policiesText: 'If you do not know what to choose, leave what is proposed.',
  action: 'Create the company',
  waitTitle: 'The company is not set up yet',
  waitText: 'Its owner has to sign in once and enter its facts. After that you can work here.',
} as const;
