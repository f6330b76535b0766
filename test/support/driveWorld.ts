import { DriveApp } from '../../local/services/drive/driveApp';
import { enumValue } from '../../local/services/served';
import { localRuntime } from './localRuntime';

/** A constant of `DriveApp.Permission`. */
export const permission = (key: string): never => enumValue('Drive.Permission', key) as never;

/** An owner's Drive, and the same Drive as other people have it; `nobody@example.com` has no account. */
export function driveWorld(accountKind: 'consumer' | 'workspace' = 'consumer') {
  const runtime = localRuntime({ switches: { noAccount: ['nobody@example.com'], accountKind } });
  const as = (person: string): DriveApp =>
    new DriveApp(runtime.as({ effectiveUser: person, activeUser: person }));
  return { runtime, drive: as('owner@example.com'), as };
}
