/** Which open elements end where another begins, as far as the parser knows. */
const ENDS = new Map<string, ReadonlySet<string>>();
for (const [begins, ended] of [
  ["tr", "tr th td"],
  ["th", "th"],
  ["td", "thead th td"],
  ["tbody tfoot", "thead tbody"],
  ["li", "li"],
  ["dt dd", "dt dd"],
  ["option", "option"],
  ["optgroup", "optgroup option"],
  [
    "p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure footer",
    "p",
  ],
  ["form header hr main nav ol pre section table ul", "p"],
] as const) {
  for (const name of begins.split(" ")) ENDS.set(name, new Set(ended.split(" ")));
}

/** The elements open at one place of some markup. Every name is pushed and popped once: linear, whatever comes. */
export class OpenElements {
  readonly #names: string[] = [];
  readonly #counts = new Map<string, number>();

  get depth(): number {
    return this.#names.length;
  }

  has(name: string): boolean {
    return (this.#counts.get(name) ?? 0) > 0;
  }

  open(name: string): void {
    const ended = ENDS.get(name);
    for (let last = this.#names.at(-1); last !== undefined && ended?.has(last); last = this.#names.at(-1)) {
      this.close(last);
    }
    this.#names.push(name);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  close(name: string): void {
    if (!this.has(name)) return;
    for (let last = this.#names.pop(); last !== undefined; last = this.#names.pop()) {
      this.#counts.set(last, (this.#counts.get(last) ?? 1) - 1);
      if (last === name) return;
    }
  }
}
