import { imageSize } from '../services/document/imageSize';
import type { DriveFile } from '../state/file';
import type { CellImageState, RowState } from '../state/spreadsheet';
import type { Store } from '../state/store';

/** A picture in a cell: the cell's value, or a formula `IMAGE` with a plain address. */
export interface CellPicture extends CellImageState {
  /** Pixels that the formula's fourth mode names. */
  width?: number;
  height?: number;
  /** How it fills its cell: within it, stretched, or in its own size (Google's help, IMAGE). */
  fit: 'within' | 'stretched' | 'own';
}

const IMAGE =
  /^=\s*IMAGE\(\s*"((?:[^"]|"")*)"\s*(?:[;,]\s*([1-4])\s*(?:[;,]\s*(\d{1,4})\s*[;,]\s*(\d{1,4})\s*)?)?\)\s*$/i;
const FITS = ['within', 'within', 'stretched', 'own', 'own'] as const;

/** The picture that a cell shows; undefined where it shows text. */
export function pictureIn(row: RowState | undefined, column: number): CellPicture | undefined {
  const image = row?.images?.[column];
  if (image) return { ...image, fit: 'within' };
  const [, url, mode = '1', height, width] = IMAGE.exec(row?.formulas?.[column] ?? '') ?? [];
  if (url === undefined) return undefined;
  const size = width === undefined ? {} : { width: Number(width), height: Number(height) };
  return { url: url.replaceAll('""', '"'), fit: FITS[Number(mode)] ?? 'within', ...size };
}

const DATA = /^data:image\/(png|jpeg|gif|bmp|webp);base64,[A-Za-z0-9+/=\s]+$/;
const DRIVE =
  /^https:\/\/(?:drive|docs)\.google\.com\/(?:uc\?|open\?|thumbnail\?|file\/d\/)(?:[^#]*?id=)?([\w-]{20,})/;

/** Is the picture itself in its address? */
export function isPictureData(url: string): boolean {
  return DATA.test(url);
}
export function isPictureType(mimeType: string): boolean {
  return /^image\/(png|jpeg|gif|bmp|webp)$/.test(mimeType);
}

/** The file of this Drive that a picture's address names. */
export function driveFileOf(store: Pick<Store, 'get'>, url: string): DriveFile | undefined {
  const id = DRIVE.exec(url)?.[1];
  return id === undefined ? undefined : store.get('file', id);
}

/** A picture that a file can hold; pixels of its own. */
export interface StoredPicture {
  bytes: Uint8Array;
  type: 'png' | 'jpeg' | 'gif';
  width: number;
  height: number;
}
/** The picture behind an address, without asking another host; undefined where there is none. */
export type Pictures = (url: string) => StoredPicture | undefined;

/** PNG, JPEG or GIF out of its bytes. */
export function storedPicture(base64: string): StoredPicture | undefined {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  const size = imageSize(bytes);
  if (!size) return undefined;
  return { bytes, type: bytes[0] === 0x89 ? 'png' : bytes[0] === 0x47 ? 'gif' : 'jpeg', ...size };
}

/** Pictures as data, and those of this Drive that the spreadsheet's owner has or everybody may see. */
export function picturesOf(store: Pick<Store, 'get'>, spreadsheetId: string): Pictures {
  const owner = store.get('file', spreadsheetId)?.owner;
  return (url) => {
    if (isPictureData(url)) return storedPicture(url.slice(url.indexOf(',') + 1));
    const file = driveFileOf(store, url);
    const isOpen = file?.owner === owner || file?.link === 'anyoneView' || file?.link === 'anyoneEdit';
    return file?.content && isOpen && isPictureType(file.mimeType) ? storedPicture(file.content) : undefined;
  };
}
