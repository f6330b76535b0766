/** `Drive.Permissions` of the advanced Drive service; throws where the manifest does not switch it on. */
export function drivePermissions(): GoogleAppsScript.Drive_v3.Drive.V3.Collection.PermissionsCollection {
  const service = Drive?.Permissions;
  if (service === undefined) throw new Error('The advanced Drive service is not in the manifest.');
  return service;
}
