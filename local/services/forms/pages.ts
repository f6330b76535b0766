import type { Answer, FormItem, FormState, Navigation } from '../../state/form';
import { isQuestion } from './itemState';

/** A page of a form as a person sees it. */
export interface FormPage {
  /** From 0. */
  index: number;
  /** The page break that begins it; undefined on the first page. */
  pageBreak?: FormItem;
  items: FormItem[];
  /** Where linear progression goes after this page: what the NEXT page break says (google.md section 3). */
  next: Navigation;
}

/** The form cut into pages at its page breaks. The last page always submits. */
export function pagesOf(form: FormState): FormPage[] {
  const pages: FormPage[] = [{ index: 0, items: [], next: 'SUBMIT' }];
  for (const item of form.items) {
    const current = pages[pages.length - 1];
    if (!current) break;
    if (item.type !== 'PAGE_BREAK') {
      current.items.push(item);
      continue;
    }
    current.next = item.goTo ?? 'CONTINUE';
    pages.push({ index: pages.length, pageBreak: item, items: [], next: 'SUBMIT' });
  }
  return pages;
}

/** The page that a navigation names, from the page it is said on; 'SUBMIT' = the end, also when the page is gone. */
export function follow(pages: FormPage[], from: FormPage, goTo: Navigation): number | 'SUBMIT' {
  if (goTo === 'SUBMIT') return 'SUBMIT';
  if (goTo === 'RESTART') return 0;
  if (goTo === 'CONTINUE') return from.index + 1 < pages.length ? from.index + 1 : 'SUBMIT';
  const page = pages.find((candidate) => candidate.pageBreak?.id === goTo.page);
  if (page) return page.index;
  return from.index + 1 < pages.length ? from.index + 1 : 'SUBMIT';
}

/** The navigation after a page with these answers: the last chosen choice that leads somewhere, else the page's own. */
export function leaving(page: FormPage, answers: Record<string, Answer>, isLast: boolean): Navigation {
  if (isLast) return 'SUBMIT';
  let goTo = page.next;
  for (const item of page.items) {
    const answer = answers[item.id];
    const choice = item.choices?.find((candidate) => candidate.value === answer);
    if (choice?.goTo !== undefined) goTo = choice.goTo;
  }
  return goTo;
}

/** The pages that these answers visit, in order; `complete` is false when they lead back instead of to the end. */
export function visitedPages(
  form: FormState,
  answers: Record<string, Answer>,
): { pages: FormPage[]; complete: boolean } {
  const all = pagesOf(form);
  const visited: FormPage[] = [];
  let at: number | 'SUBMIT' = 0;
  while (at !== 'SUBMIT') {
    const page: FormPage | undefined = all[at];
    if (!page || visited.includes(page)) return { pages: visited, complete: false };
    visited.push(page);
    at = follow(all, page, leaving(page, answers, page.index === all.length - 1));
  }
  return { pages: visited, complete: true };
}

/** The questions of some pages, in order. */
export function questionsOf(pages: FormPage[]): FormItem[] {
  return pages.flatMap((page) => page.items).filter(isQuestion);
}
