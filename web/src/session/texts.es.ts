export const session = {
  title: 'Entrar en Trastienda',
  refused: 'No puede entrar en esta empresa',
  email: 'Correo electrónico',
  password: 'Contraseña',
  signIn: 'Entrar',
  show: 'Ver lo escrito',
  forgot: '¿Ha olvidado la contraseña?',
  back: 'Volver',
  expired: { title: 'La sesión ha caducado', text: 'Vuelva a escribir su contraseña: lo que tenía escrito sigue en la página.' },
  newPassword: {
    title: 'Elija una contraseña',
    text: 'Es su primera entrada. Al menos 12 caracteres, con mayúsculas, minúsculas, cifras y símbolos.',
    label: 'Contraseña nueva',
    save: 'Guardar y entrar',
  },
  code: { title: 'Código de verificación', label: 'Código de seis cifras de su aplicación', confirm: 'Confirmar' },
  reset: {
    title: 'Restablecer la contraseña',
    send: 'Enviarme un código',
    sent: 'Si hay un usuario con ese correo, le hemos enviado un código.',
    code: 'Código del correo',
    save: 'Cambiar la contraseña',
    done: 'La contraseña se ha cambiado: ya puede entrar con ella.',
  },
  errors: {
    NotAuthorizedException: 'El correo o la contraseña no son correctos.',
    UserNotFoundException: 'El correo o la contraseña no son correctos.',
    PasswordResetRequiredException: 'Debe restablecer la contraseña antes de entrar.',
    InvalidPasswordException: 'Esa contraseña no cumple: al menos 12 caracteres, con mayúsculas, minúsculas, cifras y símbolos.',
    EnableSoftwareTokenMFAException: 'Ese código no es el de la aplicación. Espere al siguiente y escríbalo.',
    CodeMismatchException: 'Ese código no es el que hemos enviado.',
    ExpiredCodeException: 'Ese código ya no vale: pida otro.',
    TooManyRequestsException: 'Demasiados intentos seguidos: espere un minuto.',
    LimitExceededException: 'Demasiados intentos seguidos: espere unos minutos.',
    CodeDeliveryFailureException: 'El correo no ha podido salir. Vuelva a intentarlo dentro de un rato.',
    InvalidParameterException: 'Hay algo mal escrito: revíselo y vuelva a intentarlo.',
    invitationExpired: 'La contraseña temporal ya no vale: pida a un propietario de la empresa que le reenvíe la invitación.',
    disabled: 'Ya no tiene acceso a esta empresa. Si cree que es un error, hable con su propietario.',
    tooLate: 'Ha pasado demasiado tiempo. Pulse «Volver» y entre otra vez.',
    other: 'No se ha podido entrar. Compruebe la conexión y vuelva a intentarlo.',
  },
} as const;

export const errors = {
  codes: {
    second_factor_own_first: 'Active antes la verificación en dos pasos para usted mismo.',
    second_factor_required: 'La empresa pide aquí la verificación en dos pasos. Actívela en la configuración, en Seguridad.',
  },
};

declare global {
  interface ConsoleTexts {
    session: typeof session;
  }
}
