export const bankFiles = {
  search: 'Buscar por número o nombre del fichero',
  again: 'Leer de nuevo',
  columns: 'Ver las columnas de la cuenta',
  original: 'Descargar el original',
  came: 'Recibido',
  ended: 'Leído',
  bytes: 'Bytes',
};

export const menu = { bankFiles: 'Ficheros de bancos' };

export const palette = { kinds: { 'bank-file': 'Ficheros de bancos' } };

export const billing = { documents: { 'bank-file': 'Fichero {{number}}' } };

export const records = { did: { readBankFileAgain: 'Pidió leer de nuevo el fichero' } };

export const errors = { codes: { bank_file_state: 'Solo se lee de nuevo un fichero que se rechazó.' } };

declare global {
  interface ConsoleTexts {
    bankFiles: typeof bankFiles;
  }
}
