import { expect, it } from 'vitest';
import { readEmployees } from '../../../web/src/hr/people/employee-file.ts';

const read = (text: string) => readEmployees(text, '2026-12-02', 'es');

it('reads people by the names of the columns, whoever leads others first', () => {
  const text =
    '\ufeffApellidos;Nombre;Correo de trabajo;Fecha de alta;Puesto;Responsable\r\n' +
    'Vega Ramos;Lucía;lucia@tienda.example;02/02/2026;Dependienta;ANA@tienda.example\r\n' +
    '"Ruiz; hijo";Ana;ana@tienda.example;2025-11-03;Encargada;\r\n';
  expect(read(text)).toEqual([
    {
      ...{ line: 3, name: 'Ana Ruiz; hijo', faults: [], wrongFields: [] },
      input: { givenName: 'Ana', familyName: 'Ruiz; hijo', email: 'ana@tienda.example', startDate: '2025-11-03', position: 'Encargada' },
    },
    {
      ...{ line: 2, name: 'Lucía Vega Ramos', faults: [], wrongFields: [], manager: 'ana@tienda.example' },
      input: {
        givenName: 'Lucía',
        familyName: 'Vega Ramos',
        email: 'lucia@tienda.example',
        startDate: '2026-02-02',
        position: 'Dependienta',
      },
    },
  ]);
});

it('says by row which columns cannot be so, and which the file lacks', () => {
  const heading = 'given name,family name,email,start date,position,manager\n';
  const rows = [
    'Ana,,ana@tienda.example,31/02/2026,Manager,',
    'Luis,Gil,no-address,02/02/2026,Sales,ana@tienda.example',
    'Eva,Sanz,ana@tienda.example,02/02/2026,Sales,eva',
    'Ivo,Mas,ivo@tienda.example,02/02/2026,Sales,kim@tienda.example',
    'Kim,Roy,kim@tienda.example,02/02/2026,Sales,ivo@tienda.example',
  ];
  const found = read(heading + rows.join('\n'));
  expect('reason' in found ? found : found.map(({ line, faults }) => [line, faults])).toEqual([
    [2, ['familyName', 'startDate']],
    [4, ['email', 'manager']],
    [3, ['email']],
    [5, ['manager']],
    [6, ['manager']],
  ]);
  expect(read('nombre;puesto\nAna;Ventas')).toEqual({ reason: 'columns', missing: ['familyName', 'startDate'] });
  expect(read('nombre;apellidos;alta;puesto\n')).toEqual({ reason: 'empty' });
  expect(read('nombre;apellidos;alta;puesto\n"Ana;Vega;2026-01-01;Ventas')).toEqual({ reason: 'unreadable' });
  const long = `nombre;apellidos;alta;puesto\n${'Ana;Vega;2026-01-01;Ventas\n'.repeat(501)}`;
  expect(read(long)).toEqual({ reason: 'long', rows: 501 });
});

it('reads the company’s own fields by their names', () => {
  const at = { choices: [], required: false, seenBy: [], retired: false };
  const fields = [
    { ...at, id: 'f1', name: 'Talla', kind: 'choice', choices: ['S', 'M'], required: true },
    { ...at, id: 'f3', name: 'Grado', kind: 'number' },
    { ...at, id: 'f4', name: 'Reconocimiento', kind: 'date' },
  ] as const;
  const text = [
    'Nombre;Apellidos;Alta;Puesto;TALLA;Grado;Reconocimiento',
    'Ana;Vega;02/02/2026;Ventas;M;1.234,5;01/03/2026',
    'Ivo;Mas;02/02/2026;Ventas;XL;mucho;',
    'Eva;Sanz;02/02/2026;Ventas;;;',
  ].join('\n');
  const rows = readEmployees(text, '2026-12-02', 'es', fields);
  expect('reason' in rows ? rows : rows.map(({ input, wrongFields }) => [input.fields, wrongFields])).toEqual([
    [{ f1: 'M', f3: '1234.5', f4: '2026-03-01' }, []],
    [undefined, ['Talla', 'Grado']],
    [undefined, ['Talla']],
  ]);
});
