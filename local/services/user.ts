import type { Runtime } from './runtime';
import { GoogleError, Served } from './served';

/** An account, as Session, DriveApp and protections name it; '' where Google hides the address. */
export class User extends Served implements Pick<GoogleAppsScript.Base.User, 'getEmail'> {
  static override readonly gas = 'Base.User';

  constructor(
    runtime: Runtime,
    readonly email: string,
  ) {
    super(runtime);
  }

  getEmail(): string {
    return this.email;
  }

  getUserLoginId(): string {
    return this.email;
  }
}

/** The address of whoever a script names: a text, or a user of any service. */
export function addressOf(person: unknown): string {
  if (typeof person === 'string') return person.trim();
  if (person instanceof Served && 'getEmail' in person && typeof person.getEmail === 'function') {
    return String(person.getEmail());
  }
  throw new GoogleError(`Invalid email: ${String(person)}`);
}
