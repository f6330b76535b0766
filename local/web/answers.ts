import type { Context } from 'hono';
import { messagePage } from './layout';
import type { Site } from './site';
import { frameOf } from './site';

/** 404 with a sentence, in the desk's frame. */
export function notFoundPage(site: Site, c: Context): Response | Promise<Response> {
  const frame = frameOf(site, c);
  return c.html(messagePage(frame, frame.words.say('notFound'), frame.words.say('notFoundText')), 404);
}

/** Bytes that a browser saves under that name and never opens as a page. */
export function download(name: string, mimeType: string, bytes: Uint8Array): Response {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': /^[\w.+-]+\/[\w.+-]+(; charset=utf-8)?$/.test(mimeType)
        ? mimeType
        : 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}
