import { services } from '../services/index';
import type { ServedClass, ServiceEntry } from '../services/served';
import { schema, shortName } from './schema';

/** A class of Google's and which of its members exist here. */
export interface Support {
  /** `Spreadsheet.Range`. */
  readonly gas: string;
  readonly supported: readonly string[];
  readonly missing: readonly string[];
}

/** The classes of a service: those that it hands out, then Google's that it knows nothing of. */
export interface ServiceSupport {
  /** `SpreadsheetApp`. */
  readonly global: string;
  readonly classes: readonly Support[];
  readonly absent: readonly Support[];
}

function has(served: ServedClass, member: string): boolean {
  const prototype = served.prototype as unknown as Record<string, unknown>;
  return member in prototype && !(member in Object.prototype && !Object.hasOwn(prototype, member));
}

function supportOf(gas: string, served: ServedClass | undefined): Support {
  const members = Object.keys(schema.classes[gas]?.members ?? {}).sort();
  const isHere = (member: string): boolean => served !== undefined && has(served, member);
  return {
    gas,
    supported: members.filter(isHere),
    missing: members.filter((member) => !isHere(member)),
  };
}

const namespaceOf = (gas: string): string => gas.slice(0, gas.lastIndexOf('.') + 1);

function supportOfService(entry: ServiceEntry): ServiceSupport {
  const handed = entry.classes.filter(
    (served) => Object.keys(schema.classes[served.gas]?.members ?? {}).length > 0,
  );
  const known = new Set(services.flatMap((service) => service.classes.map((served) => served.gas)));
  const space = namespaceOf(entry.gas);
  const isShared = space === 'Base.';
  const others = isShared
    ? []
    : Object.keys(schema.classes).filter((gas) => namespaceOf(gas) === space && !known.has(gas));
  return {
    global: entry.global,
    classes: handed.map((served) => supportOf(served.gas, served)),
    absent: others.map((gas) => supportOf(gas, undefined)).filter((one) => one.missing.length > 0),
  };
}

/** What of Google's services the local workspace has, by service. */
export function supportedMembers(): readonly ServiceSupport[] {
  return services.map(supportOfService);
}

const count = (support: Support): string =>
  `${String(support.supported.length)} of ${String(support.supported.length + support.missing.length)}`;

const names = (members: readonly string[]): string => members.map((one) => `\`${one}\``).join(', ');

function serviceLines({ global, classes, absent }: ServiceSupport): readonly string[] {
  const rows = classes.map((one) => `| \`${shortName(one.gas)}\` | ${count(one)} |`);
  const missing = classes
    .filter((one) => one.missing.length > 0)
    .map((one) => `- \`${shortName(one.gas)}\`: ${names(one.missing)}`);
  const gone = absent.map((one) => `\`${shortName(one.gas)}\` (${String(one.missing.length)})`);
  const inside = [
    ...missing,
    ...(gone.length === 0 ? [] : [`- Classes that are not here at all: ${gone.join(', ')}`]),
  ];
  return [
    `## ${global}`,
    '',
    '| class | supported |',
    '| --- | --- |',
    ...rows,
    '',
    ...(inside.length === 0
      ? []
      : ['<details>', '<summary>What is missing</summary>', '', ...inside, '', '</details>', '']),
  ];
}

/** `docs/supported-members.md`: what of Google's published types exists in the local workspace. */
export function membersPage(): string {
  const all = supportedMembers();
  const classes = all.flatMap((one) => one.classes);
  const here = classes.reduce((sum, one) => sum + one.supported.length, 0);
  const of = classes.reduce((sum, one) => sum + one.supported.length + one.missing.length, 0);
  const known = new Set(services.map((entry) => entry.global.split('.')[0]));
  const refused = Object.keys(schema.globals).filter((global) => !known.has(global));
  return [
    '# Supported members of the local workspace',
    '',
    '<!-- Printed by `npm run docs` from the service classes and the published types; not edited by hand. -->',
    '<!-- prettier-ignore-start -->',
    '',
    `${String(classes.length)} classes of ${String(all.length)} services, with ${String(here)} of their ${String(of)} ` +
      'members. A member counts when the workspace has it under its name; its arguments are checked against every ' +
      'overload that @types/google-apps-script publishes. Calling a member that is missing ends in an error that ' +
      'names it: `Sheet.asDataSourceSheet is not supported by the local workspace`. Enumerations are complete.',
    '',
    `Services that are refused by name: ${names(refused)}.`,
    '',
    ...all.flatMap(serviceLines),
    '<!-- prettier-ignore-end -->',
    '',
  ].join('\n');
}
