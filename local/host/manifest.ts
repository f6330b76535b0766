import { isZone } from './zones';

/** `appsscript.json` as far as the workspace acts on it (google.md section 5, Manifest fields). */
export interface Manifest {
  timeZone: string;
  oauthScopes?: string[];
  urlFetchWhitelist?: string[];
  /** `userSymbol`s of the enabled advanced services, e.g. `Drive`. */
  advanced: string[];
  addOns?: unknown;
  webapp?: { executeAs: 'USER_ACCESSING' | 'USER_DEPLOYING'; access: WebAppAccess };
}
export type WebAppAccess = 'MYSELF' | 'DOMAIN' | 'ANYONE' | 'ANYONE_ANONYMOUS';

const FIELDS = [
  'timeZone',
  'dependencies',
  'exceptionLogging',
  'runtimeVersion',
  'oauthScopes',
  'urlFetchWhitelist',
  'webapp',
  'executionApi',
  'sheets',
  'addOns',
];

const AUTH = 'https://www.googleapis.com/auth/';
/** Scopes that Google's services in Apps Script know (reference pages, "Authorization" of each method). */
const SCOPES = new Set([
  'https://mail.google.com/',
  ...[
    'spreadsheets spreadsheets.readonly spreadsheets.currentonly',
    'forms forms.currentonly forms.body forms.body.readonly forms.responses.readonly',
    'drive drive.readonly drive.file drive.metadata drive.metadata.readonly drive.appdata drive.scripts drive.activity',
    'documents documents.readonly documents.currentonly',
    'presentations presentations.readonly presentations.currentonly',
    'script.send_mail script.scriptapp script.container.ui script.external_request script.locale script.storage',
    'script.projects script.deployments script.processes script.metrics script.webapp.deploy script.cpanel',
    'userinfo.email userinfo.profile',
    'gmail.modify gmail.readonly gmail.send gmail.compose gmail.labels gmail.metadata gmail.insert',
    'gmail.settings.basic gmail.settings.sharing gmail.addons.execute gmail.addons.current.message.readonly',
    'gmail.addons.current.message.metadata gmail.addons.current.message.action gmail.addons.current.action.compose',
    'calendar calendar.readonly calendar.events calendar.events.readonly calendar.addons.execute',
    'calendar.addons.current.event.read calendar.addons.current.event.write',
    'contacts contacts.readonly directory.readonly groups admin.directory.user admin.directory.user.readonly',
    'admin.directory.group admin.directory.group.readonly bigquery bigquery.readonly cloud-platform',
    'tasks tasks.readonly youtube youtube.readonly analytics analytics.readonly chat.messages chat.spaces',
    'classroom.courses classroom.rosters drive.addons.metadata.readonly logging.read sqlservice workspace.linkpreview',
  ].flatMap((line) => line.split(' ').map((name) => AUTH + name)),
  'https://www.google.com/m8/feeds',
  'https://www.google.com/calendar/feeds',
  'https://sites.google.com/feeds',
  'openid',
]);

function bad(what: string): never {
  throw new Error(`appsscript.json: ${what}`);
}

function texts(value: unknown, field: string): string[] {
  if (!Array.isArray(value) || value.some((each) => typeof each !== 'string')) {
    return bad(`"${field}" must be a list of texts.`);
  }
  return value as string[];
}

function advancedServices(dependencies: unknown): string[] {
  const listed = (dependencies as { enabledAdvancedServices?: unknown } | undefined)?.enabledAdvancedServices;
  if (listed === undefined) return [];
  if (!Array.isArray(listed)) return bad('"dependencies.enabledAdvancedServices" must be a list.');
  return listed.map((each: { userSymbol?: unknown; serviceId?: unknown; version?: unknown }) => {
    if (typeof each.userSymbol !== 'string' || typeof each.serviceId !== 'string') {
      return bad('an advanced service needs "userSymbol", "serviceId" and "version".');
    }
    if (each.serviceId !== 'drive')
      bad(`the advanced service "${each.serviceId}" is not supported by the local workspace.`);
    if (each.version !== 'v3') bad('the advanced service "drive" is supported in version "v3" only.');
    return each.userSymbol;
  });
}

/** Who may visit and as whom it runs (reference, Web app manifest resource). */
function webAppOf(webapp: unknown): NonNullable<Manifest['webapp']> {
  const { executeAs, access } = (webapp ?? {}) as { executeAs?: unknown; access?: unknown };
  const one = <T extends string>(value: unknown, field: string, known: readonly T[]): T =>
    known.find((each) => each === value) ??
    bad(`"webapp.${field}" must be one of ${known.join(', ')}, it is ${JSON.stringify(value) ?? 'missing'}.`);
  return {
    executeAs: one(executeAs, 'executeAs', ['USER_ACCESSING', 'USER_DEPLOYING']),
    access: one(access, 'access', ['MYSELF', 'DOMAIN', 'ANYONE', 'ANYONE_ANONYMOUS']),
  };
}

/** Reads and checks a manifest; throws a sentence that begins with `appsscript.json:` and names field and value. */
export function checkManifest(text: string): Manifest {
  let json: Record<string, unknown>;
  try {
    json = JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    return bad(`is not valid JSON (${(error as Error).message}).`);
  }
  for (const field of Object.keys(json)) {
    if (!FIELDS.includes(field)) bad(`unknown field "${field}".`);
  }
  if (json.runtimeVersion !== 'V8') {
    bad(
      `"runtimeVersion" must be "V8", it is ${json.runtimeVersion === undefined ? 'missing' : JSON.stringify(json.runtimeVersion)}; scripts on Rhino stopped running on 31 January 2026.`,
    );
  }
  const { timeZone } = json;
  if (typeof timeZone !== 'string' || !isZone(timeZone)) {
    return bad(`"timeZone" must be a zone such as "Asia/Jakarta", it is ${JSON.stringify(timeZone)}.`);
  }
  const scopes = json.oauthScopes === undefined ? undefined : texts(json.oauthScopes, 'oauthScopes');
  const unknown = scopes?.find((scope) => !SCOPES.has(scope));
  if (unknown !== undefined) bad(`unknown scope "${unknown}" in "oauthScopes".`);
  const fetchList =
    json.urlFetchWhitelist === undefined ? undefined : texts(json.urlFetchWhitelist, 'urlFetchWhitelist');
  const badPrefix = fetchList?.find((prefix) => !/^https:\/\/[^/]+\//.test(prefix));
  if (badPrefix !== undefined)
    bad(`"urlFetchWhitelist" needs prefixes such as "https://host/", not "${badPrefix}".`);
  return {
    timeZone,
    ...(scopes ? { oauthScopes: scopes } : {}),
    ...(fetchList ? { urlFetchWhitelist: fetchList } : {}),
    advanced: advancedServices(json.dependencies),
    ...(json.webapp === undefined ? {} : { webapp: webAppOf(json.webapp) }),
    ...(json.addOns === undefined ? {} : { addOns: json.addOns }),
  };
}
