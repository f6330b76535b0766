/** Gives each distinct list of rules a class, so that a page carries every rule once and no inline style. */
export class ClassBook {
  private readonly classes = new Map<string, string>();

  /** `scope` stands before each class in the rules: `.grid`. */
  constructor(private readonly scope: string) {}

  /** Class of those rules; '' where there are none. */
  classOf(rules: string): string {
    if (rules === '') return '';
    let name = this.classes.get(rules);
    if (name === undefined) {
      name = `s${this.classes.size}`;
      this.classes.set(rules, name);
    }
    return name;
  }

  /** The rules of all classes that were asked for. */
  css(): string {
    return [...this.classes].map(([rules, name]) => `${this.scope} .${name}{${rules}}`).join('');
  }
}

/** A typeface as a rule; nothing for a name that could be more than a name. */
export function fontRule(family: string | undefined): string {
  return family !== undefined && /^[\w -]{1,40}$/.test(family)
    ? `font-family:"${family}",system-ui,sans-serif;`
    : '';
}
