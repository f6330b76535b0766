import type { DocAttributes } from '../../state/document';
import { enumValue, GoogleError, type EnumValue } from '../served';

/** Attributes that belong to characters; the others to the element itself (reference, Enum Attribute). */
const OF_TEXT = new Set([
  'BACKGROUND_COLOR',
  'BOLD',
  'FONT_FAMILY',
  'FONT_SIZE',
  'FOREGROUND_COLOR',
  'ITALIC',
  'LINK_URL',
  'STRIKETHROUGH',
  'TEXT_ALIGNMENT',
  'UNDERLINE',
]);
export const isOfText = (key: string): boolean => OF_TEXT.has(key);

/** Which attributes hold a constant, and of which enum. */
const ENUMS: Record<string, string> = {
  GLYPH_TYPE: 'Document.GlyphType',
  HEADING: 'Document.ParagraphHeading',
  HORIZONTAL_ALIGNMENT: 'Document.HorizontalAlignment',
  TEXT_ALIGNMENT: 'Document.TextAlignment',
  VERTICAL_ALIGNMENT: 'Document.VerticalAlignment',
};

const WORDS =
  'BACKGROUND_COLOR BOLD FONT_FAMILY FONT_SIZE FOREGROUND_COLOR ITALIC LINK_URL STRIKETHROUGH UNDERLINE';
const LINES =
  'HEADING HORIZONTAL_ALIGNMENT INDENT_END INDENT_FIRST_LINE INDENT_START LEFT_TO_RIGHT LINE_SPACING SPACING_AFTER SPACING_BEFORE';
/** What `getAttributes` names of an element, set or not. */
const SHOWN: Record<string, string> = {
  BODY_SECTION: 'MARGIN_BOTTOM MARGIN_LEFT MARGIN_RIGHT MARGIN_TOP PAGE_HEIGHT PAGE_WIDTH',
  PARAGRAPH: `${WORDS} ${LINES}`,
  LIST_ITEM: `${WORDS} ${LINES} GLYPH_TYPE LIST_ID NESTING_LEVEL`,
  TEXT: WORDS,
  TABLE: 'BORDER_COLOR BORDER_WIDTH',
  TABLE_ROW: 'MINIMUM_HEIGHT',
  TABLE_CELL:
    'BACKGROUND_COLOR PADDING_BOTTOM PADDING_LEFT PADDING_RIGHT PADDING_TOP VERTICAL_ALIGNMENT WIDTH',
  INLINE_IMAGE: 'HEIGHT LINK_URL WIDTH',
};

/** A stored attribute as a script sees it; null = not set. */
export function shown(key: string, value: string | number | boolean | undefined): unknown {
  if (value === undefined) return null;
  const name = ENUMS[key];
  return name === undefined ? value : enumValue(name, String(value));
}

/** Every attribute of an element of that type. */
export function shownAttributes(type: string, attributes: DocAttributes): Record<string, unknown> {
  const keys = (SHOWN[type] ?? '').split(' ').filter((key) => key !== '');
  return Object.fromEntries(keys.map((key) => [key, shown(key, attributes[key])]));
}

/** Puts one value of a script into stored attributes; null takes it away. Colors are `#rrggbb`. */
export function put(attributes: DocAttributes, key: string, value: unknown): void {
  if (value === null || value === undefined) delete attributes[key];
  else if (typeof value === 'object') attributes[key] = (value as EnumValue).key;
  else if (/COLOR$/.test(key) && !/^#([\da-f]{6}|[\da-f]{3})$/i.test(String(value))) {
    throw new GoogleError(`Invalid color: ${String(value)}`);
  } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    attributes[key] = value;
  }
}
