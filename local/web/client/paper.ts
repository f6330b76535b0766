/// <reference lib="dom" />
import type { ClientFunction } from './source';

/** Draws the document anew after a script has run on it; a page that cannot be fetched stays as it is. */
async function redrawPaper(sheet: CSSStyleSheet): Promise<void> {
  const paper = document.getElementById('paper');
  const response = await fetch('?keep=1&part=1', { headers: { Accept: 'application/json' } });
  if (!paper || !response.ok) return;
  const fresh = (await response.json()) as { name: string; css: string; html: string };
  sheet.replaceSync(fresh.css);
  document.adoptedStyleSheets = [sheet];
  document.querySelector('main style')?.remove();
  paper.innerHTML = fresh.html;
  const title = document.querySelector('.title h1');
  if (title) title.textContent = fresh.name;
}

function paperMain(): void {
  const sheet = new CSSStyleSheet();
  document.addEventListener('sheet-changed', () => void redrawPaper(sheet));
}

export const paperScript: readonly ClientFunction[] = [redrawPaper, paperMain];
