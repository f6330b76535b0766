/** Which execution holds which lock: script and document locks of a project, user locks of an account in it. */
export class LockTable {
  private readonly holders = new Map<string, object>();

  /** True when the holder has it now; taking again what one has is fine. */
  take(key: string, holder: object): boolean {
    const current = this.holders.get(key);
    if (current !== undefined && current !== holder) return false;
    this.holders.set(key, holder);
    return true;
  }

  holds(key: string, holder: object): boolean {
    return this.holders.get(key) === holder;
  }

  release(key: string, holder: object): void {
    if (this.holds(key, holder)) this.holders.delete(key);
  }

  /** Google lets go of every lock when an execution ends, however it ends. */
  releaseAll(holder: object): void {
    for (const [key, current] of this.holders) if (current === holder) this.holders.delete(key);
  }
}
