import type { DriveFile } from '../../state/file';
import { MIME } from '../../state/file';
import { constant, gas, keyOf } from '../boundary';
import type { Runtime } from '../runtime';
import { GoogleError, Served } from '../served';
import { addressOf } from '../user';
import { DriveUser } from './driveUser';
import { entryUrl } from './links';
import { mayUse } from './root';
import { addPeople, giveTo, removePerson, revoke, roleOf, sameAccount, withFolders } from './sharing';

type Person = string | { getEmail(): string };
const ACCESS_DENIED = 'Access denied: DriveApp.';

/** What files and folders share. `G` is Google's interface, which setters hand back. */
export abstract class DriveEntry<G> extends Served {
  constructor(
    runtime: Runtime,
    readonly state: DriveFile,
  ) {
    super(runtime);
  }

  /** Applies a change that needs the right to write, and marks the entry; gives this object for chaining. */
  protected readonly change = (edit: (file: DriveFile) => void, moves = true): G => {
    this.needWrite();
    edit(this.state);
    if (moves) this.state.updated = this.runtime.now();
    this.runtime.store.touch('file', this.state.id);
    return gas<G>(this);
  };

  protected readonly needWrite = (): void => {
    if (!mayUse(this.runtime, 'write', this.state.id)) throw new GoogleError(ACCESS_DENIED);
  };

  /** Sharing needs more than writing where the owner keeps it to herself (Google's reference, setShareableByEditors). */
  protected readonly sharing = (act: () => void): G => {
    this.needWrite();
    const mine = sameAccount(this.state.owner, this.runtime.execution.effectiveUser);
    if (!mine && this.state.shareableByEditors === false) throw new GoogleError(ACCESS_DENIED);
    act();
    return gas<G>(this);
  };

  getId(): string {
    return this.state.id;
  }
  getName(): string {
    return this.state.name;
  }
  setName(name: string): G {
    return this.change((file) => (file.name = name));
  }
  getDescription(): string | null {
    return this.state.description === '' ? null : this.state.description;
  }
  setDescription(description: string): G {
    return this.change((file) => (file.description = description));
  }
  getDateCreated(): GoogleAppsScript.Base.Date {
    return gas(new Date(this.state.created));
  }
  getLastUpdated(): GoogleAppsScript.Base.Date {
    return gas(new Date(this.state.updated));
  }
  getUrl(): string {
    return entryUrl(this.state);
  }
  getResourceKey(): string | null {
    return null;
  }
  isStarred(): boolean {
    return this.state.starred ?? false;
  }
  setStarred(starred: boolean): G {
    return this.change((file) => (file.starred = starred), false);
  }
  /** A thing in a trashed folder is in the trash too. */
  isTrashed(): boolean {
    return [...withFolders(this.runtime.store, this.state)].some((each) => each.trashed);
  }
  setTrashed(trashed: boolean): G {
    if (!sameAccount(this.state.owner, this.runtime.execution.effectiveUser))
      throw new GoogleError(ACCESS_DENIED);
    return this.change((file) => (file.trashed = trashed), false);
  }

  getOwner(): GoogleAppsScript.Drive.User {
    return gas(new DriveUser(this.runtime, this.state.owner));
  }
  setOwner(person: Person): G {
    return this.sharing(() => giveTo(this.runtime, this.state, addressOf(person)));
  }
  /** The owner first, and the people of the folders above (google.md section 8). */
  getEditors(): GoogleAppsScript.Drive.User[] {
    return this.people((each) => each.editors);
  }
  /** Everybody who may read by name: who may do more is in the list too (google.md section 8). */
  getViewers(): GoogleAppsScript.Drive.User[] {
    return this.people((each) => [...each.editors, ...(each.commenters ?? []), ...each.viewers]);
  }
  private readonly people = (of: (file: DriveFile) => string[]): GoogleAppsScript.Drive.User[] => {
    const shared = [...withFolders(this.runtime.store, this.state)].flatMap(of);
    const seen = new Set([this.state.owner, ...shared]);
    return gas([...seen].map((address) => new DriveUser(this.runtime, address)));
  };
  addEditor(person: Person): G {
    return this.sharing(() => addPeople(this.runtime, this.state, 'editors', [addressOf(person)]));
  }
  addEditors(emailAddresses: string[]): G {
    return this.sharing(() => addPeople(this.runtime, this.state, 'editors', emailAddresses));
  }
  removeEditor(person: Person): G {
    return this.sharing(() => removePerson(this.runtime, this.state, 'editors', addressOf(person)));
  }
  addViewer(person: Person): G {
    return this.sharing(() => addPeople(this.runtime, this.state, 'viewers', [addressOf(person)]));
  }
  addViewers(emailAddresses: string[]): G {
    return this.sharing(() => addPeople(this.runtime, this.state, 'viewers', emailAddresses));
  }
  removeViewer(person: Person): G {
    return this.sharing(() => {
      removePerson(this.runtime, this.state, 'viewers', addressOf(person));
      removePerson(this.runtime, this.state, 'commenters', addressOf(person));
    });
  }
  revokePermissions(person: Person): G {
    return this.sharing(() => revoke(this.runtime, this.state, addressOf(person)));
  }
  isShareableByEditors(): boolean {
    return this.state.shareableByEditors ?? true;
  }
  setShareableByEditors(shareable: boolean): G {
    return this.change((file) => (file.shareableByEditors = shareable), false);
  }

  /** What a person may do by name. */
  getAccess(person: Person): GoogleAppsScript.Drive.Permission {
    const role = roleOf(this.runtime.store, this.state, addressOf(person));
    const keys = { owner: 'OWNER', editors: 'EDIT', commenters: 'COMMENT', viewers: 'VIEW' } as const;
    return constant('Drive.Permission', role ? keys[role] : 'NONE');
  }
  getSharingAccess(): GoogleAppsScript.Drive.Access {
    return constant('Drive.Access', this.state.link === 'private' ? 'PRIVATE' : 'ANYONE_WITH_LINK');
  }
  getSharingPermission(): GoogleAppsScript.Drive.Permission {
    const keys = { private: 'NONE', anyoneView: 'VIEW', anyoneEdit: 'EDIT' } as const;
    return constant('Drive.Permission', keys[this.state.link]);
  }
  /** Anyone, anyone with the link, or private; a free account has no domain. */
  setSharing(
    accessType: GoogleAppsScript.Drive.Access,
    permissionType: GoogleAppsScript.Drive.Permission,
  ): G {
    const access = keyOf(accessType);
    const permission = keyOf(permissionType);
    if (access.startsWith('DOMAIN') && this.runtime.switches.accountKind === 'consumer') {
      throw new GoogleError(ACCESS_DENIED);
    }
    if (permission === 'OWNER' || permission === 'ORGANIZER')
      throw new GoogleError('Invalid argument: permissionType');
    return this.sharing(() => {
      this.state.link =
        access === 'PRIVATE' || permission === 'NONE'
          ? 'private'
          : permission === 'EDIT'
            ? 'anyoneEdit'
            : 'anyoneView';
      this.runtime.store.touch('file', this.state.id);
    });
  }

  protected readonly moveInto = (folder: unknown): G => {
    if (!(folder instanceof DriveEntry) || folder.state.mimeType !== MIME.folder) {
      throw new GoogleError('Invalid argument: destination');
    }
    const target: DriveFile = folder.state;
    const inside = [...withFolders(this.runtime.store, target)].some((each) => each.id === this.state.id);
    if (inside) throw new GoogleError('Cannot insert a folder into itself.');
    if (!mayUse(this.runtime, 'write', target.id)) throw new GoogleError(ACCESS_DENIED);
    return this.change((file) => (file.parentId = target.id), false);
  };
}

/** The names that files and folders share. */
export type EntryMembers =
  | 'addEditor'
  | 'addEditors'
  | 'addViewer'
  | 'addViewers'
  | 'getAccess'
  | 'getDateCreated'
  | 'getDescription'
  | 'getEditors'
  | 'getId'
  | 'getLastUpdated'
  | 'getName'
  | 'getOwner'
  | 'getParents'
  | 'getResourceKey'
  | 'getSharingAccess'
  | 'getSharingPermission'
  | 'getSize'
  | 'getUrl'
  | 'getViewers'
  | 'isShareableByEditors'
  | 'isStarred'
  | 'isTrashed'
  | 'moveTo'
  | 'removeEditor'
  | 'removeViewer'
  | 'revokePermissions'
  | 'setDescription'
  | 'setName'
  | 'setOwner'
  | 'setShareableByEditors'
  | 'setSharing'
  | 'setStarred'
  | 'setTrashed';
