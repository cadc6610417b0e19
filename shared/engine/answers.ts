/** Answers in the order in which they were given: whoever asks gets the oldest one, or waits for it. */
export class Answers<T> {
  readonly #given: T[] = [];
  readonly #asking: ((answer: T) => void)[] = [];

  give(answer: T): void {
    const asking = this.#asking.shift();
    if (asking === undefined) this.#given.push(answer);
    else asking(answer);
  }

  async next(): Promise<T> {
    const given = this.#given.shift();
    return given ?? new Promise<T>((resolve) => this.#asking.push(resolve));
  }
}
