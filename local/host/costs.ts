/**
 * Assumed costs of calls. No trustworthy table of milliseconds per call exists in public (google.md section 4,
 * Performance), so these are ASSUMPTIONS: good for comparing executions with each other and for a feeling of
 * the 6 minutes, no more. Counts of calls and cells are exact.
 */
export type CostKind =
  | 'open'
  | 'create'
  | 'copy'
  | 'read'
  | 'write'
  | 'append'
  | 'find'
  | 'flush'
  | 'lock'
  | 'property'
  | 'getResponses'
  | 'formSetter'
  | 'prefilledUrl'
  | 'send'
  | 'accessor';

export interface Cost {
  /** Assumed milliseconds a call. */
  ms: number;
  /** Assumed milliseconds for each cell that the call reads or writes. */
  perCell: number;
  /** Leaves the script's machine: what a budget of calls counts. */
  remote: boolean;
  /** Such a call leaves something changed behind. */
  changes: boolean;
}

export const COSTS: Record<CostKind, Cost> = {
  open: { ms: 400, perCell: 0, remote: true, changes: false },
  create: { ms: 1500, perCell: 0, remote: true, changes: true },
  copy: { ms: 2500, perCell: 0, remote: true, changes: true },
  read: { ms: 120, perCell: 0.005, remote: true, changes: false },
  write: { ms: 180, perCell: 0.01, remote: true, changes: true },
  append: { ms: 250, perCell: 0.01, remote: true, changes: true },
  find: { ms: 250, perCell: 0.001, remote: true, changes: false },
  flush: { ms: 300, perCell: 0, remote: true, changes: false },
  lock: { ms: 60, perCell: 0, remote: true, changes: false },
  property: { ms: 40, perCell: 0, remote: true, changes: false },
  getResponses: { ms: 500, perCell: 0, remote: true, changes: false },
  formSetter: { ms: 150, perCell: 0, remote: true, changes: true },
  prefilledUrl: { ms: 150, perCell: 0, remote: true, changes: false },
  send: { ms: 600, perCell: 0, remote: true, changes: true },
  accessor: { ms: 0.3, perCell: 0, remote: false, changes: false },
};

type Rule = readonly [classes: RegExp, members: RegExp, kind: CostKind];

/** What a range knows by itself; every other getter of a range looks into cells. */
const GEOMETRY =
  /^(getA1Notation|getCell|getColumn|getRow|getLastColumn|getLastRow|getNumColumns|getNumRows|getHeight|getWidth|getSheet|getGridId|getRowIndex|getColumnIndex|getEndRow|getEndColumn|offset|getDataSourceUrl)$/;
/** Setters of things that are only in memory until something is built, inserted or sent. */
const BUILDERS =
  /(Builder|TextStyle|RichTextValue|HtmlOutput|HtmlTemplate|Blob|Menu|Choice|ItemResponse|QuizFeedback|Validation|DataValidation|ConditionalFormatRule|TextOutput|DataTable)$|^Card_Service\.|^Content\./;

/**
 * First match wins. A call that depends on cells is a read; what came along with opening (names, ids, numbers of
 * tabs, items of a form) is an accessor.
 */
const RULES: readonly Rule[] = [
  [/^Base\.|^HTML\.|^Utilities\./, /./, 'accessor'],
  [/^Spreadsheet\.SpreadsheetApp$/, /^(open|getActiveSpreadsheet$|getActive$)/, 'open'],
  [/^Spreadsheet\.SpreadsheetApp$/, /^create$/, 'create'],
  [/^Spreadsheet\.SpreadsheetApp$/, /^flush$/, 'flush'],
  [/^(Forms\.FormApp|Document\.DocumentApp)$/, /^(openBy|getActiveForm|getActiveDocument)/, 'open'],
  [/^(Forms\.FormApp|Document\.DocumentApp)$/, /^create$/, 'create'],
  [/^Script\.\w*TriggerBuilder$/, /^create$/, 'create'],
  [/^Script\.ScriptApp$/, /^(deleteTrigger|invalidateAuth)$/, 'write'],
  [/^Script\.ScriptApp$/, /Triggers$/, 'read'],
  [/^Script\./, /./, 'accessor'],
  [/Builder$/, /./, 'accessor'],
  [/^Spreadsheet\.TextFinder$/, /^find(All|Next|Previous)$/, 'find'],
  [/^Spreadsheet\.TextFinder$/, /^replace/, 'write'],
  [/^Spreadsheet\.TextFinder$/, /./, 'accessor'],
  [BUILDERS, /./, 'accessor'],
  [/^Spreadsheet\.Sheet$/, /^appendRow$/, 'append'],
  [/^Spreadsheet\.Spreadsheet$/, /^appendRow$/, 'append'],
  [/^Spreadsheet\.(Spreadsheet|Sheet)$/, /^(copy|copyTo|duplicateActiveSheet)$/, 'copy'],
  [/^Spreadsheet\.Spreadsheet$/, /^insertSheet$/, 'create'],
  [/^Spreadsheet\.Range$/, GEOMETRY, 'accessor'],
  [/^Spreadsheet\.Range$/, /^(createTextFinder|activate|activateAsCurrentCell)$/, 'accessor'],
  [/^Spreadsheet\.Range$/, /^(get|is|can)/, 'read'],
  [/^Spreadsheet\.Range$/, /./, 'write'],
  [/^Spreadsheet\.(Spreadsheet|Sheet)$/, /^(getLast(Row|Column)|getDataRange|getSheetValues)$/, 'read'],
  [
    /^Spreadsheet\.(Spreadsheet|Sheet)$/,
    /^get(Protections|ConditionalFormatRules|Charts|DeveloperMetadata|NamedRanges|Images|Drawings|Editors|Viewers|Blob|As|BandedRanges|.*[Bb]ackground.*)$/,
    'read',
  ],
  [
    /^Spreadsheet\.(Spreadsheet|Sheet)$/,
    /^(toast|createTextFinder|activate|newChart|createDeveloperMetadataFinder)$/,
    'accessor',
  ],
  [/^Spreadsheet\.(Spreadsheet|Sheet)$/, /^setActive/, 'accessor'],
  [/^Spreadsheet\./, /^(get|is|has|can|new|as|create|supports)/, 'accessor'],
  [/^Spreadsheet\./, /./, 'write'],
  [/^Forms\.Form$/, /^getResponses?$/, 'getResponses'],
  [/^Forms\.FormResponse$/, /^toPrefilledUrl$/, 'prefilledUrl'],
  [/^Forms\.FormResponse$/, /^submit$/, 'formSetter'],
  [/^Forms\.FormResponse$/, /./, 'accessor'],
  [/^Forms\.Form$/, /^(getEditors|getPublishedReaders)$/, 'read'],
  [/^Forms\./, /^(set|add|delete|move|remove|submit|duplicate|clear|requireLimit|shorten)/, 'formSetter'],
  [/^Forms\./, /./, 'accessor'],
  [/^Drive\.\w*Iterator$/, /./, 'accessor'],
  [/^Drive\.File$/, /^makeCopy$/, 'copy'],
  [/^Drive\.(DriveApp|Folder)$/, /^create/, 'create'],
  [/^Drive\.DriveApp$/, /^get(FileById|FolderById|RootFolder)/, 'open'],
  [/^Drive\./, /^(search|getFiles|getFolders|getTrashed|getParents|continue)/, 'find'],
  [/^Drive\./, /^(getBlob|getAs|getThumbnail|getEditors|getViewers|getAccess|getStorage\w*)$/, 'read'],
  [/^Drive\./, /^(get|is|has|enforce)/, 'accessor'],
  [/^Drive\./, /./, 'write'],
  [/^Drive_v3\./, /^(get|list|export)/, 'read'],
  [/^Drive_v3\./, /^copy$/, 'copy'],
  [/^Drive_v3\./, /./, 'write'],
  [/^(Properties\.(Properties|ScriptProperties|UserProperties)|Cache\.Cache)$/, /./, 'property'],
  [/^Lock\.Lock$/, /^(tryLock|waitLock|releaseLock)$/, 'lock'],
  [/^Mail\.MailApp$/, /^sendEmail$/, 'send'],
  [/^Gmail\./, /^(sendEmail|createDraft\w*|send|reply\w*|forward|update)$/, 'send'],
  [
    /^Gmail\./,
    /^(search|getInboxThreads|getDrafts?$|getDraftMessages|getStarredThreads|getThreadById|getMessageById|getUserLabel\w*)/,
    'find',
  ],
  [/^Gmail\./, /^(mark|move|star|unstar|add|remove|delete|create)/, 'write'],
  [/^URL_Fetch\.UrlFetchApp$/, /^fetch/, 'send'],
  [/^Document\./, /^(get\w*As|getBlob|getAs|getText)$/, 'read'],
  [/^Document\./, /^(get|is|has|can|as|new|find)/, 'accessor'],
  [/^Document\./, /./, 'write'],
];

/** The kind of a call by Google's qualified class and the member. */
export function costKind(gas: string, member: string): CostKind {
  return RULES.find(([classes, members]) => classes.test(gas) && members.test(member))?.[2] ?? 'accessor';
}

/** True when the call leaves something changed behind: the calls that `crashAtChange` counts. */
export function changesState(gas: string, member: string): boolean {
  const kind = costKind(gas, member);
  if (kind === 'property') return /^(set|delete|put|remove)/.test(member);
  // A fetch asks another server; nothing of the workspace changes.
  return COSTS[kind].changes && !member.startsWith('fetch');
}
