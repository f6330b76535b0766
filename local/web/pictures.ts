import { html } from 'hono/html';
import type { Runtime } from '../services/runtime';
import type { Tab } from '../services/spreadsheet/document';
import { columnName } from '../state/a1';
import type { CellImageState, ImageState, RowState } from '../state/spreadsheet';
import type { Markup } from './markup';
import { nothing, safeHref } from './markup';
import type { Words } from './words';

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

/** What the page may show without asking another host: data in the address, or a file of this Drive that the person may read. */
function sourceOf(runtime: Runtime, url: string): string | undefined {
  if (DATA.test(url)) return url;
  const id = DRIVE.exec(url)?.[1];
  const file = id === undefined ? undefined : runtime.store.get('file', id);
  if (
    !file?.content ||
    !runtime.may('read', file.id) ||
    !/^image\/(png|jpeg|gif|bmp|webp)$/.test(file.mimeType)
  )
    return undefined;
  return `data:${file.mimeType};base64,${file.content}`;
}

/** The picture, or what it is and where it comes from: no page here asks anything of another host. */
export function drawPicture(runtime: Runtime, picture: CellPicture, words: Words): Markup {
  const source = sourceOf(runtime, picture.url);
  const name = [picture.title, picture.description].filter(Boolean).join(' – ') || words.say('picture');
  // prettier-ignore
  if (source === undefined) return html`<a class="picture-away" href="${safeHref(picture.url)}" rel="noreferrer" target="_blank" tabindex="-1">${name}</a>`;
  const size =
    picture.width === undefined ? nothing : html` width="${picture.width}" height="${picture.height ?? 0}"`;
  // prettier-ignore
  return html`<img class="cell-picture ${picture.fit}" src="${source}" alt="${name}"${size}>`;
}

/** Pictures that lie over the cells of a tab, under its grid: each with the cell that it hangs on. */
export function tabPictures(runtime: Runtime, tab: Tab, words: Words): Markup {
  const images = tab.sheet.images ?? [];
  if (images.length === 0) return nothing;
  return html`<section class="charts" aria-labelledby="pictures-title">
    <h2 id="pictures-title">${words.say('pictures')} (${images.length})</h2>
    ${images.map((image) => figure(runtime, image, words))}
  </section>`;
}

function figure(runtime: Runtime, image: ImageState, words: Words): Markup {
  const place = `${columnName(image.column - 1)}${String(image.row)}`;
  const own =
    image.content === undefined
      ? undefined
      : `data:${image.contentType ?? 'image/png'};base64,${image.content}`;
  const picture: CellPicture = {
    url: own ?? image.url ?? '',
    title: image.altTitle ?? '',
    description: image.alt ?? '',
    width: Math.round(image.width),
    height: Math.round(image.height),
    fit: 'own',
  };
  return html`<figure>
    <figcaption>
      <span class="faint">${words.say('chartAt', place)}${image.script ? ` · ${image.script}` : ''}</span>
    </figcaption>
    ${drawPicture(runtime, picture, words)}
  </figure>`;
}
