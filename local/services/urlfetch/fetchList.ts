/**
 * True when the manifest's `urlFetchWhitelist` lets the address through: https, the same host (a leading `*.`
 * stands for subdomains), and a path that begins with the listed one (Google's guide "Manifests: allowlist URLs").
 * No list lets everything through.
 */
export function isListed(url: string, list: readonly string[] | undefined): boolean {
  if (list === undefined) return true;
  const wanted = parts(url);
  if (!wanted) return false;
  return list.some((entry) => {
    const allowed = parts(entry);
    if (!allowed || allowed.scheme !== wanted.scheme) return false;
    const isSub = allowed.host.startsWith('*.') && wanted.host.endsWith(allowed.host.slice(1));
    return (isSub || allowed.host === wanted.host) && wanted.path.startsWith(allowed.path);
  });
}

/** Scheme, host and path with a leading slash. */
function parts(url: string): { scheme: string; host: string; path: string } | undefined {
  const match = /^(https?):\/\/([^/?#]+)([^?#]*)/i.exec(url);
  if (!match) return undefined;
  const [, scheme = '', host = '', path = ''] = match;
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), path: path || '/' };
}
