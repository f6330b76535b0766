import { drivePermissions } from './permissions';
import { retry } from './retry';

/** What anyone may do who has the link, signed in or not: read a file, or answer a form. */
export type Access = 'read' | 'answer';

type Permission = GoogleAppsScript.Drive_v3.Drive.V3.Schema.Permission;

/** The query parameters of the call, which the published types lack. */
interface Listing {
  list(
    fileId: string,
    options: { readonly includePermissionsForView: string; readonly fields: string },
  ): GoogleAppsScript.Drive_v3.Drive.V3.Schema.PermissionList;
}

/** Answering a form is reading it in the view `published`. */
const viewOf = (access: Access): string | undefined => (access === 'answer' ? 'published' : undefined);

function standing(fileId: string, access: Access): Permission | undefined {
  const all = drivePermissions() as unknown as Listing;
  const options = { includePermissionsForView: 'published', fields: 'permissions(id,type,role,view)' };
  const found = retry(() => all.list(fileId, options)).permissions ?? [];
  return found.find((one) => one.type === 'anyone' && (one.view ?? '') === (viewOf(access) ?? ''));
}

/** Whether anyone with the link may; undefined where Google does not tell. One call. */
export function isOpenToAll(fileId: string, access: Access): boolean | undefined {
  try {
    return standing(fileId, access) !== undefined;
  } catch {
    return undefined;
  }
}

/** Lets anyone with the link, or nobody any more; gives Google's words where it refused. Looks before it acts. */
export function setOpenToAll(fileId: string, access: Access, isOpen: boolean): string | undefined {
  try {
    const found = standing(fileId, access);
    const view = viewOf(access);
    if (isOpen && found === undefined) {
      const resource = { type: 'anyone', role: 'reader', ...(view === undefined ? {} : { view }) };
      retry(() => drivePermissions().create(resource, fileId));
    } else if (!isOpen && found !== undefined) drivePermissions().remove(fileId, found.id ?? '');
    return undefined;
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure);
  }
}
