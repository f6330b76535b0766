import { messageName } from '../contract/schema';
import type { AuthMode } from '../services/runtime';
import { GoogleError } from '../services/served';

const AUTH = 'https://www.googleapis.com/auth/';
type Rule = readonly [classes: RegExp, members: RegExp, scopes: readonly string[]];

const SHEETS = ['spreadsheets'];
const OPEN_SHEET = ['spreadsheets.currentonly', 'spreadsheets'];
const FORMS = ['forms'];
const OPEN_FORM = ['forms.currentonly', 'forms'];
const DRIVE = ['drive'];
const DRIVE_READ = ['drive.readonly', 'drive'];

/** First match wins; any one of the scopes is enough. Sources: google.md section 1 (messages) and 5 (Scopes). */
const RULES: readonly Rule[] = [
  [
    /Builder$|^Spreadsheet\.(CellImage|Color|TextStyle|RichTextValue|DataValidation|ConditionalFormatRule)$/,
    /./,
    [],
  ],
  [/^Spreadsheet\.SpreadsheetApp$/, /^(openById|openByUrl|open|create)$/, SHEETS],
  [/^Spreadsheet\.SpreadsheetApp$/, /^(new|flush|getUi|enable)/, []],
  [/^Spreadsheet\./, /./, OPEN_SHEET],
  [/^Base\.Ui$/, /^(alert|prompt|show)/, ['script.container.ui']],
  [/^Forms\.FormApp$/, /^(openById|openByUrl|create)$/, FORMS],
  [/^Forms\.FormApp$/, /^(create\w+|getUi)/, []],
  [/^Forms\./, /./, OPEN_FORM],
  [/^Drive\./, /^(create|set|add|remove|move|make|revoke|continue)/, DRIVE],
  [/^Drive\./, /./, DRIVE_READ],
  [/^Drive_v3\./, /./, ['drive.file', 'drive']],
  [/^Document\.DocumentApp$/, /^(openById|openByUrl|create)$/, ['documents']],
  [/^Document\.DocumentApp$/, /^getUi$/, []],
  [/^Document\./, /./, ['documents.currentonly', 'documents']],
  [/^Mail\.MailApp$/, /./, ['script.send_mail']],
  [/^Gmail\./, /./, ['https://mail.google.com/']],
  [
    /^Script\.ScriptApp$/,
    /^(getProjectTriggers|getScriptTriggers|getUserTriggers|deleteTrigger|newTrigger)$/,
    ['script.scriptapp'],
  ],
  [/^Base\.Session$/, /^getEffectiveUser$/, ['userinfo.email']],
  [/^URL_Fetch\.UrlFetchApp$/, /^fetch/, ['script.external_request']],
];

const known = new Map<string, Map<string, readonly string[]>>();

/** The scopes any of which a call needs, as full addresses; empty = none. */
export function scopesOf(gas: string, member: string): readonly string[] {
  let members = known.get(gas);
  if (!members) known.set(gas, (members = new Map()));
  let found = members.get(member);
  if (!found) {
    const rule = RULES.find(([classes, names]) => classes.test(gas) && names.test(member));
    found = (rule?.[2] ?? []).map((name) => (name.startsWith('https:') ? name : AUTH + name));
    members.set(member, found);
  }
  return found;
}

/** What an unauthorised run may still reach (google.md section 5, onOpen authMode). */
const LIMITED = /[./](spreadsheets|forms|documents)\.currentonly$/;
const UNAUTHORISED =
  /^(Base\.(Ui|Menu|Logger|Session)|Utilities\.|HTML\.|Spreadsheet\.SpreadsheetApp|Forms\.FormApp|Document\.DocumentApp)/;

/**
 * Throws Google's refusal when the run may not make this call: the manifest lists scopes and none of the needed
 * ones, or the run is an unauthorised one (LIMITED, NONE).
 */
export function checkScopes(
  gas: string,
  member: string,
  granted: readonly string[] | undefined,
  mode: AuthMode,
): void {
  const needed = scopesOf(gas, member);
  if (needed.length === 0 && mode !== 'NONE') return;
  if (mode === 'FULL' && (!granted || needed.some((scope) => granted.includes(scope)))) return;
  const asked = needed.length > 1 ? `(${needed.join(' || ')})` : (needed[0] ?? '');
  const call = messageName(gas, member);
  const limited = mode === 'LIMITED' && needed.length > 0 && !needed.some((scope) => LIMITED.test(scope));
  const none = mode === 'NONE' && (needed.length > 0 || !UNAUTHORISED.test(gas));
  if (limited || none) {
    throw new GoogleError(
      `You do not have permission to call ${call}.${asked ? ` Required permissions: ${asked}` : ''}`,
    );
  }
  if (granted && needed.length > 0 && !needed.some((scope) => granted.includes(scope))) {
    throw new GoogleError(
      `Specified permissions are not sufficient to call ${call}. Required permissions: ${asked}`,
    );
  }
}
