const FIRST = 5173;
const COUNT = 20;

/** Where the console is served on a developer's machine: the first of these that is free. The local API lets in no others. */
export const CONSOLE_PORTS: readonly number[] = Array.from({ length: COUNT }, (_, i) => FIRST + i);

/** The same as the origins that a browser names. */
export const LOCAL_ORIGINS: readonly string[] = CONSOLE_PORTS.flatMap((port) => [`http://localhost:${port}`, `http://127.0.0.1:${port}`]);
