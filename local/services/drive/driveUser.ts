import type { Runtime } from '../runtime';
import { Served } from '../served';

/** An account as Drive hands it out (`Drive.User`). */
export class DriveUser
  extends Served
  implements Pick<GoogleAppsScript.Drive.User, 'getEmail' | 'getDomain' | 'getName' | 'getPhotoUrl'>
{
  static override readonly gas = 'Drive.User';

  constructor(
    runtime: Runtime,
    readonly address: string,
  ) {
    super(runtime);
  }

  getEmail(): string {
    return this.address;
  }

  getDomain(): string {
    return this.address.split('@')[1] ?? '';
  }

  /** The part before the at sign: accounts have no other name here. */
  getName(): string {
    return this.address.split('@')[0] ?? '';
  }

  getPhotoUrl(): string {
    return '';
  }
}
