import { html } from 'hono/html';
import { driveFileOf, isPictureData, isPictureType, type CellPicture } from '../drive/cellPicture';
import type { Runtime } from '../services/runtime';
import type { Tab } from '../services/spreadsheet/document';
import { columnName } from '../state/a1';
import type { ImageState } from '../state/spreadsheet';
import type { Markup } from './markup';
import { nothing, safeHref } from './markup';
import type { Words } from './words';

/** What the page may show without asking another host: data in the address, or a file of this Drive that the person may read. */
function sourceOf(runtime: Runtime, url: string): string | undefined {
  if (isPictureData(url)) return url;
  const file = driveFileOf(runtime.store, url);
  if (!file?.content || !runtime.may('read', file.id) || !isPictureType(file.mimeType)) return undefined;
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
