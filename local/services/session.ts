import { Served, type ServiceEntry } from './served';
import { User } from './user';

/** Who runs as whom: google.md section 5. The host decides; this only tells. */
export class Session
  extends Served
  implements
    Pick<
      GoogleAppsScript.Base.Session,
      | 'getActiveUser'
      | 'getActiveUserLocale'
      | 'getEffectiveUser'
      | 'getScriptTimeZone'
      | 'getTemporaryActiveUserKey'
      | 'getTimeZone'
      | 'getUser'
    >
{
  static override readonly gas = 'Base.Session';

  getActiveUser(): User {
    return new User(this.runtime, this.runtime.execution.activeUser);
  }

  getEffectiveUser(): User {
    return new User(this.runtime, this.runtime.execution.effectiveUser);
  }

  getActiveUserLocale(): string {
    return this.runtime.switches.language;
  }

  getScriptTimeZone(): string {
    return this.runtime.project?.timeZone ?? 'GMT';
  }

  /** The old names of `getScriptTimeZone` and `getActiveUser`. */
  getTimeZone(): string {
    return this.getScriptTimeZone();
  }
  getUser(): User {
    return this.getActiveUser();
  }

  getTemporaryActiveUserKey(): string {
    const { platform, execution } = this.runtime;
    const key = platform.encodeUtf8(`${execution.projectId} ${execution.activeUser}`);
    return platform.toBase64(platform.digest('sha256', key));
  }
}

export const sessionService: ServiceEntry = {
  global: 'Session',
  gas: 'Base.Session',
  create: (runtime) => new Session(runtime),
  classes: [Session, User],
};
