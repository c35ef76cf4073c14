const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Numbered steps with the seconds that each took. */
export class Steps {
  readonly #began = Date.now();
  readonly #print: (line: string) => void;
  #count = 0;

  constructor(print: (line: string) => void = (line) => console.log(line)) {
    this.#print = print;
  }

  get elapsed(): string {
    return seconds(this.#began);
  }

  /** Runs one step; `note` prints a line below its heading. */
  async run<T>(title: string, work: (note: (line: string) => void) => Promise<T>): Promise<T> {
    const began = Date.now();
    this.#count += 1;
    this.#print(`${this.#count}. ${title} …`);
    const result = await work((line) => this.#print(`   ${line}`));
    this.#print(`   done in ${seconds(began)}`);
    return result;
  }
}
