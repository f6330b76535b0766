import type { DriveFile } from '../../state/file';
import { gas } from '../boundary';
import { GoogleError, Served, type ServiceEntry } from '../served';
import { partOf } from './partialResponse';
import { acceptOffer, addPeople, giveTo, offerTo, removePerson, revoke, sameAccount } from './sharing';

type G = GoogleAppsScript.Drive_v3.Drive.V3.Collection.PermissionsCollection;
type Permission = GoogleAppsScript.Drive_v3.Drive.V3.Schema.Permission;
type Options = Readonly<Record<string, unknown>>;

/** What Google answers where a call names no `fields` (guide *Return specific fields*, methods of Permissions). */
const USUAL = 'kind,id,type,role';
/** Id that Google gives to "anyone with the link". */
const ANYONE = 'anyoneWithLink';
const LISTS = { writer: 'editors', commenter: 'commenters', reader: 'viewers' } as const;

/**
 * `Drive.Permissions` of the advanced Drive service (v3): people, anyone with the link, and the view `published`,
 * which says who may answer a form (google.md section 3). Ownership goes to another account at once within a domain;
 * between free accounts it is offered (`pendingOwner`) and accepted (guide *Transfer file ownership* of the Drive API).
 */
export class Permissions extends Served implements Pick<G, 'create' | 'get' | 'list' | 'remove' | 'update'> {
  static override readonly gas = 'Drive_v3.Drive.V3.Collection.PermissionsCollection';

  create(resource: Permission, fileId: string, optionalArgs: Options = {}): Permission {
    const file = this.file('create', fileId);
    const { type, role = '', emailAddress = '', view } = resource;
    if (role === 'owner') needTransfer('create', optionalArgs);
    if (view !== undefined && view !== 'published') throw failed('create', `Invalid value for view: ${view}`);
    if (type === 'anyone') this.openToAll(file, role, view);
    else if (type === 'user' || type === 'group') this.give(file, resource);
    else
      throw failed(
        'create',
        'The specified domain is invalid or not applicable for the given permission type.',
      );
    const made = { id: idFor(type, view, emailAddress), type, role, kind: 'drive#permission' };
    const known = type === 'user' || type === 'group' ? { ...made, emailAddress } : made;
    return gas(asked('create', view === undefined ? known : { ...known, view }, optionalArgs, USUAL));
  }

  get(fileId: string, permissionId: string, optionalArgs: Options = {}): Permission {
    return asked('get', this.one('get', this.file('get', fileId), permissionId), optionalArgs, USUAL);
  }

  /** Changes the role of a person. */
  update(resource: Permission, fileId: string, permissionId: string, optionalArgs: Options = {}): Permission {
    const file = this.file('update', fileId);
    const { emailAddress = '', type } = this.one('update', file, permissionId);
    const role = resource.role ?? '';
    if (role === 'owner') needTransfer('update', optionalArgs);
    if (type !== 'user') throw failed('update', `Permission type ${type ?? ''} is not changed here.`);
    const isOwn = sameAccount(emailAddress, this.runtime.execution.effectiveUser);
    if (role === 'owner' && isOwn) worded('update', () => acceptOffer(this.runtime, file));
    else this.give(file, { ...resource, role, emailAddress }, 'update');
    return asked('update', this.one('update', file, permissionId), optionalArgs, USUAL);
  }

  /** Those of the view `published` only where they are asked for. */
  list(fileId: string, optionalArgs: Options = {}): GoogleAppsScript.Drive_v3.Drive.V3.Schema.PermissionList {
    const published = optionalArgs.includePermissionsForView === 'published';
    const all = this.all(this.file('list', fileId));
    const permissions = published ? all : all.filter(({ view }) => view === undefined);
    const answer = { kind: 'drive#permissionList', permissions };
    return asked('list', answer, optionalArgs, `kind,permissions(${USUAL})`);
  }

  remove(fileId: string, permissionId: string): void {
    const file = this.file('delete', fileId);
    const found = this.all(file).find((each) => each.id === permissionId);
    if (!found) throw failed('delete', `Permission not found: ${permissionId}.`);
    if (found.view === 'published') removePublished(file, found.emailAddress ?? '*');
    else if (found.type === 'anyone') file.link = 'private';
    else revoke(this.runtime, file, found.emailAddress ?? '');
    this.runtime.store.touch('file', file.id);
  }

  private readonly file = (call: string, fileId: string): DriveFile => {
    const file = this.runtime.store.get('file', fileId);
    if (!file || !this.runtime.may('read', fileId)) throw failed(call, `File not found: ${fileId}.`);
    if (!this.runtime.may('write', fileId)) {
      throw failed(call, 'The user does not have sufficient permissions for this file.');
    }
    return file;
  };

  private readonly openToAll = (file: DriveFile, role: string, view: string | undefined): void => {
    if (view === 'published') {
      if (role !== 'reader') throw failed('create', 'The specified role is invalid for this view.');
      removePublished(file, '*');
      file.publishedReaders = [...(file.publishedReaders ?? []), '*'];
    } else file.link = role === 'writer' ? 'anyoneEdit' : 'anyoneView';
    this.runtime.store.touch('file', file.id);
  };

  private readonly one = (call: string, file: DriveFile, permissionId: string): Permission => {
    const found = this.all(file).find((each) => each.id === permissionId);
    if (!found) throw failed(call, `Permission not found: ${permissionId}.`);
    return found;
  };

  private readonly give = (
    file: DriveFile,
    { role = '', emailAddress: address = '', view, pendingOwner }: Permission,
    call = 'create',
  ): void => {
    if (role === 'owner') return worded(call, () => giveTo(this.runtime, file, address));
    if (pendingOwner === true && role !== 'writer')
      throw failed(call, 'A pending owner must have the role writer.');
    if (pendingOwner === true) return worded(call, () => offerTo(this.runtime, file, address));
    const list = role === 'writer' || role === 'commenter' || role === 'reader' ? LISTS[role] : undefined;
    if (!list) throw failed(call, `Invalid value for role: ${role}`);
    if (view !== 'published' && list === 'viewers') removePerson(this.runtime, file, 'commenters', address);
    addPeople(this.runtime, file, view === 'published' ? 'publishedReaders' : list, [address]);
  };

  private readonly all = (file: DriveFile): Permission[] => {
    const one =
      (role: string, view?: string) =>
      (emailAddress: string): Permission => ({
        kind: 'drive#permission',
        id: idFor('user', view, emailAddress),
        type: 'user',
        role,
        emailAddress,
        ...(view === undefined ? {} : { view }),
        ...(view === undefined &&
        file.pendingOwner !== undefined &&
        sameAccount(file.pendingOwner, emailAddress)
          ? { pendingOwner: true }
          : {}),
      });
    const published = (file.publishedReaders ?? []).filter((reader) => reader !== '*');
    const open: Permission[] = [];
    if (file.link !== 'private') {
      open.push({
        kind: 'drive#permission',
        id: ANYONE,
        type: 'anyone',
        role: file.link === 'anyoneEdit' ? 'writer' : 'reader',
      });
    }
    if (file.publishedReaders?.includes('*')) {
      open.push({
        kind: 'drive#permission',
        id: idFor('anyone', 'published', ''),
        type: 'anyone',
        role: 'reader',
        view: 'published',
      });
    }
    return [
      one('owner')(file.owner),
      ...file.editors.map(one('writer')),
      ...(file.commenters ?? []).map(one('commenter')),
      ...file.viewers.map(one('reader')),
      ...published.map(one('reader', 'published')),
      ...open,
    ];
  };
}

function removePublished(file: DriveFile, reader: string): void {
  file.publishedReaders = (file.publishedReaders ?? []).filter((each) => each !== reader);
}

/** Id of a permission: one of the view `published` has its own. */
function idFor(type: string, view: string | undefined, address: string): string {
  if (type === 'anyone') return view === undefined ? ANYONE : `${ANYONE}Published`;
  return idOf(address) + (view === undefined ? '' : 'p');
}

/** A number that stays the same for an address, in the shape of Google's permission ids. */
function idOf(address: string): string {
  let hash = 7;
  for (const letter of address.toLowerCase()) hash = (hash * 31 + letter.charCodeAt(0)) % 9007199254740881;
  return String(hash).padStart(20, '0');
}

/** Ownership never goes by oversight (Drive API, permissions: `transferOwnership`). */
function needTransfer(call: string, options: Options): void {
  if (options['transferOwnership'] === true) return;
  throw failed(call, "The transferOwnership parameter must be enabled when the permission role is 'owner'.");
}

/** What sharing refuses, in the words of this service. */
function worded(call: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    throw failed(call, error.message);
  }
}

/** The part of an answer that a call asked for; `usual` where it asked for nothing by name. */
function asked<T extends object>(call: string, answer: T, { fields }: Options, usual: string): T {
  const wanted = typeof fields === 'string' && fields !== '' ? fields : usual;
  const part = partOf(answer, wanted);
  if (part === undefined) throw failed(call, `Invalid field selection ${wanted}`);
  return part;
}

function failed(call: string, message: string): GoogleError {
  return new GoogleError(
    `API call to drive.permissions.${call} failed with error: ${message}`,
    'GoogleJsonResponseException',
  );
}

export const drivePermissionsService: ServiceEntry = {
  global: 'Drive.Permissions',
  gas: 'Drive_v3.Drive.V3.Collection.PermissionsCollection',
  create: (runtime) => new Permissions(runtime),
  classes: [Permissions],
};
