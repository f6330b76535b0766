/** Globals whose fields are plain text: `MimeType` (Google's reference, Enum MimeType). */
const google = (kind: string): string => `application/vnd.google-apps.${kind}`;
const open = (kind: string): string => `application/vnd.oasis.opendocument.${kind}`;
const office = (kind: string): string => `application/vnd.openxmlformats-officedocument.${kind}`;

export const TEXT_GLOBALS: Record<string, Record<string, string>> = {
  MimeType: {
    GOOGLE_APPS_SCRIPT: google('script'),
    GOOGLE_DRAWINGS: google('drawing'),
    GOOGLE_DOCS: google('document'),
    GOOGLE_FORMS: google('form'),
    GOOGLE_SHEETS: google('spreadsheet'),
    GOOGLE_SITES: google('site'),
    GOOGLE_SLIDES: google('presentation'),
    FOLDER: google('folder'),
    SHORTCUT: google('shortcut'),
    BMP: 'image/bmp',
    GIF: 'image/gif',
    JPEG: 'image/jpeg',
    PNG: 'image/png',
    SVG: 'image/svg+xml',
    PDF: 'application/pdf',
    CSS: 'text/css',
    CSV: 'text/csv',
    HTML: 'text/html',
    JAVASCRIPT: 'application/javascript',
    PLAIN_TEXT: 'text/plain',
    RTF: 'application/rtf',
    OPENDOCUMENT_GRAPHICS: open('graphics'),
    OPENDOCUMENT_PRESENTATION: open('presentation'),
    OPENDOCUMENT_SPREADSHEET: open('spreadsheet'),
    OPENDOCUMENT_TEXT: open('text'),
    MICROSOFT_EXCEL: office('spreadsheetml.sheet'),
    MICROSOFT_EXCEL_LEGACY: 'application/vnd.ms-excel',
    MICROSOFT_POWERPOINT: office('presentationml.presentation'),
    MICROSOFT_POWERPOINT_LEGACY: 'application/vnd.ms-powerpoint',
    MICROSOFT_WORD: office('wordprocessingml.document'),
    MICROSOFT_WORD_LEGACY: 'application/msword',
    ZIP: 'application/zip',
  },
};
