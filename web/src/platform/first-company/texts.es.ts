export const firstCompany = {
  title: 'Ponga en marcha su empresa',
  text: 'Con estos datos se preparan el plan de cuentas, los periodos, el almacén principal y el cliente de contado. Todo se puede cambiar después en Configuración, salvo los ejercicios, que se añaden.',
  years: 'Ejercicios',
  yearsText: 'Los años en los que va a contabilizar; añada los anteriores si va a importar sus ventas.',
  yearsFault: 'Escriba al menos un año, como 2026.',
  policiesText: 'Si no sabe qué elegir, deje lo propuesto.',
  action: 'Crear la empresa',
  waitTitle: 'La empresa todavía no está en marcha',
  waitText: 'Su propietario tiene que entrar una vez y escribir sus datos. Después podrá trabajar aquí.',
} as const;

declare global {
  interface ConsoleTexts {
    firstCompany: typeof firstCompany;
  }
}
