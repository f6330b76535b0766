import { Permissions } from '../../local/services/drive/advancedPermissions';
import { FormApp } from '../../local/services/forms/formApp';
import { driveWorld, permission } from '../support/driveWorld';

describe('Drive.Permissions (google.md section 3: the view `published`)', () => {
  test('anyone may answer a form', () => {
    const { runtime } = driveWorld();
    const form = new FormApp(runtime).create('F');
    const permissions = new Permissions(runtime);
    permissions.create({ type: 'anyone', role: 'reader', view: 'published' }, form.getId());
    expect(runtime.store.get('file', form.getId())?.publishedReaders).toEqual(['*']);
    expect(form.getPublishedReaders()).toEqual([]);
    expect(permissions.list(form.getId()).permissions).toHaveLength(1);
    const { permissions: listed = [] } = permissions.list(form.getId(), {
      includePermissionsForView: 'published',
      fields: 'permissions(id,type,role,view)',
    });
    expect(listed.map((each) => [each.type, each.role, each.view])).toEqual([
      ['user', 'owner', undefined],
      ['anyone', 'reader', 'published'],
    ]);
    permissions.remove(form.getId(), listed[1]?.id ?? '');
    expect(runtime.store.get('file', form.getId())?.publishedReaders).toEqual([]);
  });

  const cases: [string, GoogleAppsScript.Drive_v3.Drive.V3.Schema.Permission, unknown][] = [
    ['a reader', { type: 'user', role: 'reader', emailAddress: 'a@b.id' }, 'VIEW'],
    ['a writer', { type: 'user', role: 'writer', emailAddress: 'a@b.id' }, 'EDIT'],
    [
      'a responder reads nothing',
      { type: 'user', role: 'reader', view: 'published', emailAddress: 'a@b.id' },
      'NONE',
    ],
  ];
  test.each(cases)('%s', (_, resource, expected) => {
    const { runtime, drive } = driveWorld();
    const file = drive.createFile('a', 'x');
    new Permissions(runtime).create(resource, file.getId());
    expect(file.getAccess('a@b.id')).toEqual(permission(String(expected)));
  });

  test('one of them by its id, gone once it is removed', () => {
    const { runtime, drive } = driveWorld();
    const file = drive.createFile('a', 'x');
    const permissions = new Permissions(runtime);
    const { id = '' } = permissions.create(
      { type: 'user', role: 'writer', emailAddress: 'a@b.id' },
      file.getId(),
    );
    expect(permissions.get(file.getId(), id, { fields: '*' })).toMatchObject({
      id,
      role: 'writer',
      emailAddress: 'a@b.id',
    });
    permissions.remove(file.getId(), id);
    expect(file.getAccess('a@b.id')).toEqual(permission('NONE'));
    expect(() => permissions.get(file.getId(), id)).toThrow(
      `API call to drive.permissions.get failed with error: Permission not found: ${id}.`,
    );
  });

  const OLD = 'owner@example.com';
  const NEW = 'new@example.com';
  /** The permission of an account on the file, as it runs. */
  function asBoth(accountKind?: 'workspace') {
    const { runtime, drive } = driveWorld(accountKind);
    const file = drive.createFile('a', 'x');
    const of = (person: string): Permissions =>
      new Permissions(runtime.as({ effectiveUser: person, activeUser: person }));
    const id = (address: string): string =>
      (of(OLD).list(file.getId(), { fields: '*' }).permissions ?? []).find(
        (one) => one.emailAddress === address,
      )?.id ?? '';
    return { file, of, id, fileId: file.getId() };
  }

  test('between free accounts a file changes hands by an offer that is accepted', () => {
    const { file, of, id, fileId } = asBoth();
    of(OLD).create({ type: 'user', role: 'writer', emailAddress: NEW }, fileId, {
      sendNotificationEmail: false,
    });
    const owner = { role: 'owner' };
    const transfer = { transferOwnership: true };
    const consent = 'Consent is required to transfer ownership of a file to another user.';
    expect(() => of(OLD).update(owner, fileId, id(NEW), transfer)).toThrow(consent);
    expect(() => file.setOwner(NEW)).toThrow(consent);
    expect(() => of(NEW).update(owner, fileId, id(NEW), transfer)).toThrow(consent);
    const fields = 'emailAddress,role,pendingOwner';
    const offered = of(OLD).update({ role: 'writer', pendingOwner: true }, fileId, id(NEW), { fields });
    expect(offered).toMatchObject({ emailAddress: NEW, role: 'writer', pendingOwner: true });
    expect(file.getOwner().getEmail()).toBe(OLD);
    expect(() => of(NEW).update(owner, fileId, id(NEW))).toThrow('The transferOwnership parameter');
    expect(of(NEW).update(owner, fileId, id(NEW), transfer)).toMatchObject({ role: 'owner' });
    expect([file.getOwner().getEmail(), file.getAccess(OLD)]).toEqual([NEW, permission('EDIT')]);
    expect(of(NEW).list(fileId).permissions).toHaveLength(2);
  });

  test('an editor offers nothing; who is let go loses what was offered', () => {
    const { file, of, id, fileId } = asBoth();
    of(OLD).create({ type: 'user', role: 'writer', emailAddress: NEW }, fileId);
    expect(() => of(NEW).update({ role: 'writer', pendingOwner: true }, fileId, id(NEW))).toThrow(
      'The user does not have sufficient permissions for this file.',
    );
    of(OLD).update({ role: 'writer', pendingOwner: true }, fileId, id(NEW));
    file.removeEditor(NEW);
    file.addEditor(NEW);
    expect(of(OLD).get(fileId, id(NEW), { fields: '*' }).pendingOwner).toBeUndefined();
  });

  test('within a domain the owner gives a file away at once', () => {
    const { file, of, id, fileId } = asBoth('workspace');
    file.setOwner(NEW);
    expect([file.getOwner().getEmail(), file.getAccess(OLD)]).toEqual([NEW, permission('EDIT')]);
    of(NEW).update({ role: 'owner' }, fileId, id(OLD), { transferOwnership: true });
    expect(file.getOwner().getEmail()).toBe(OLD);
  });

  test.each([
    ['nothing', undefined, { kind: 'drive#permission', id: expect.any(String), type: 'user', role: 'owner' }],
    ['two', 'emailAddress, role', { emailAddress: OLD, role: 'owner' }],
    ['below a name', 'permissions/role', {}],
    ['all', '*', expect.objectContaining({ emailAddress: OLD, role: 'owner', type: 'user' })],
  ])('who asks for %s gets just that (guide Return specific fields)', (_what, fields, expected) => {
    const { of, id, fileId } = asBoth();
    expect(of(OLD).get(fileId, id(OLD), { fields })).toEqual(expected);
  });

  test.each([
    ['permissions/role', { permissions: [{ role: 'owner' }] }],
    ['permissions(type,role)', { permissions: [{ type: 'user', role: 'owner' }] }],
    ['kind', { kind: 'drive#permissionList' }],
  ])('of a list %s', (fields, expected) => {
    const { of, fileId } = asBoth();
    expect(of(OLD).list(fileId, { fields })).toEqual(expected);
  });

  test('fields that cannot be read are refused', () => {
    const { of, fileId } = asBoth();
    for (const fields of ['permissions(id', 'a,,b', ')'])
      expect(() => of(OLD).list(fileId, { fields })).toThrow(`Invalid field selection ${fields}`);
  });

  test('errors name the call', () => {
    const permissions = new Permissions(driveWorld().runtime);
    expect(() => permissions.create({ type: 'anyone', role: 'reader' }, 'x')).toThrow(
      'API call to drive.permissions.create failed with error: File not found: x.',
    );
  });
});
