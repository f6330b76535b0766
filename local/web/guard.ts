import type { MiddlewareHandler } from 'hono';

/** What every page of ours may load: its own host and nothing else; no inline script, no inline style. */
export const pagePolicy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

/**
 * What a script's own HTML or a mail's HTML may do: run in a sandbox of its own origin, load nothing from
 * anywhere. Scripts run only where `scripts` is true (dialogs, sidebars, web apps; never mail); a click may lead the
 * whole window elsewhere where `top` is true.
 */
export function sandboxPolicy(scripts: boolean, top = false): string {
  const sandbox = `sandbox allow-popups allow-popups-to-escape-sandbox${scripts ? ' allow-scripts allow-forms allow-modals' : ''}${top ? ' allow-top-navigation-by-user-activation' : ''}`;
  const script = scripts ? "script-src 'unsafe-inline' 'unsafe-eval'; " : '';
  return `${sandbox}; default-src 'none'; ${script}style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; frame-ancestors 'self'`;
}

const ownNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

/**
 * Refuses what does not come from this computer's own pages: a foreign Host (a name that somebody points at
 * 127.0.0.1) on any request, a foreign Origin on a request that changes something,
 * anything that a foreign page loads in the background. Programs that are no
 * browser send no Origin and are let in.
 */
export const guard: MiddlewareHandler = async (c, next) => {
  const url = new URL(c.req.url);
  const host = c.req.header('host') ?? url.host;
  if (!ownNames.has(hostName(host))) return c.text('This address is not served here.', 421);
  const site = c.req.header('sec-fetch-site');
  // Opening a file runs its onOpen: a foreign page may lead here by a link, but load nothing from here.
  if (site === 'cross-site' && (c.req.header('sec-fetch-mode') ?? 'navigate') !== 'navigate') {
    return c.text('The local workspace only takes requests of its own pages.', 403);
  }
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const origin = c.req.header('origin');
    const foreign = origin !== undefined && origin !== `http://${host}`;
    if (foreign || site === 'cross-site' || site === 'same-site') {
      return c.text('The local workspace only takes requests of its own pages.', 403);
    }
  }
  await next();
  const { headers } = c.res;
  if (!headers.has('content-security-policy')) headers.set('Content-Security-Policy', pagePolicy);
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  if (!headers.has('cache-control')) headers.set('Cache-Control', 'no-store');
};
