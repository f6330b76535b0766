/** Runs what is given to it one after the other, in the order it came; a failure does not hold up the next. */
export class Queue {
  private last: Promise<unknown> = Promise.resolve();
  private open = 0;

  /** Is anything running or waiting? */
  get busy(): boolean {
    return this.open > 0;
  }

  /** Resolves or rejects with what `work` gives, after everything that was asked for before. */
  run<T>(work: () => Promise<T> | T): Promise<T> {
    this.open += 1;
    const mine = this.last.then(work).finally(() => {
      this.open -= 1;
    });
    this.last = mine.catch(() => undefined);
    return mine;
  }
}
