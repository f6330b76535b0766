import type { FormState, Navigation } from '../../state/form';
import { constant, gas, keyOf } from '../boundary';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';
import { AnyItem, type ItemMembers } from './item';

/** A title and a text between questions. */
export class SectionHeaderItem
  extends AnyItem<GoogleAppsScript.Forms.SectionHeaderItem>
  implements Pick<GoogleAppsScript.Forms.SectionHeaderItem, ItemMembers>
{
  static override readonly gas = 'Forms.SectionHeaderItem';
}

/**
 * Begins a page. Its navigation says where the form goes after the page BEFORE it, reached by linear progression
 * (google.md section 3).
 */
export class PageBreakItem
  extends AnyItem<GoogleAppsScript.Forms.PageBreakItem>
  implements
    Pick<
      GoogleAppsScript.Forms.PageBreakItem,
      ItemMembers | 'getGoToPage' | 'getPageNavigationType' | 'setGoToPage'
    >
{
  static override readonly gas = 'Forms.PageBreakItem';

  getGoToPage(): GoogleAppsScript.Forms.PageBreakItem {
    return gas(pageBreakOf(this.runtime, this.form, this.item.goTo));
  }

  getPageNavigationType(): GoogleAppsScript.Forms.PageNavigationType {
    const goTo = this.item.goTo ?? 'CONTINUE';
    return constant('Forms.PageNavigationType', typeof goTo === 'object' ? 'GO_TO_PAGE' : goTo);
  }

  setGoToPage(
    target: GoogleAppsScript.Forms.PageBreakItem | GoogleAppsScript.Forms.PageNavigationType,
  ): GoogleAppsScript.Forms.PageBreakItem {
    const goTo = navigationOf(target);
    return this.change((item) => (item.goTo = goTo));
  }
}

/** Where a script's second argument of `createChoice` or the argument of `setGoToPage` leads. */
export function navigationOf(target: unknown): Navigation {
  if (target instanceof PageBreakItem) return { page: target.item.id };
  const key = keyOf(target);
  if (key === 'CONTINUE' || key === 'RESTART' || key === 'SUBMIT') return key;
  throw new GoogleError('Invalid data updating form.');
}

/** The page break that a navigation names; null for Google's words and for a page that was deleted. */
export function pageBreakOf(
  runtime: Runtime,
  form: FormState,
  goTo: Navigation | undefined,
): PageBreakItem | null {
  if (typeof goTo !== 'object') return null;
  const page = form.items.find((item) => item.id === goTo.page && item.type === 'PAGE_BREAK');
  return page ? new PageBreakItem(runtime, form, page) : null;
}

/** Width and alignment of images and videos. */
abstract class MediaItem<G> extends AnyItem<G> {
  getWidth(): number {
    return this.item.width ?? 0;
  }

  /** Pixels. */
  setWidth(width: number): G {
    return this.change((item) => (item.width = width));
  }

  getAlignment(): GoogleAppsScript.Forms.Alignment {
    return constant('Forms.Alignment', this.item.alignment ?? 'LEFT');
  }

  setAlignment(alignment: GoogleAppsScript.Forms.Alignment): G {
    const key = keyOf(alignment);
    return this.change((item) => (item.alignment = key === 'CENTER' || key === 'RIGHT' ? key : 'LEFT'));
  }
}

export type MediaMembers = ItemMembers | 'getAlignment' | 'getWidth' | 'setAlignment' | 'setWidth';

/** A picture between questions; its bytes stay in the form. */
export class ImageItem
  extends MediaItem<GoogleAppsScript.Forms.ImageItem>
  implements Pick<GoogleAppsScript.Forms.ImageItem, MediaMembers | 'setImage'>
{
  static override readonly gas = 'Forms.ImageItem';

  setImage(image: GoogleAppsScript.Base.BlobSource): GoogleAppsScript.Forms.ImageItem {
    const blob = image.getBlob();
    const bytes = this.runtime.platform.toBase64(Uint8Array.from(blob.getBytes(), (byte) => byte & 255));
    return this.change((item) => {
      item.source = bytes;
      item.sourceType = blob.getContentType() ?? 'image/png';
    });
  }
}

/** A YouTube video between questions. */
export class VideoItem
  extends MediaItem<GoogleAppsScript.Forms.VideoItem>
  implements Pick<GoogleAppsScript.Forms.VideoItem, MediaMembers | 'setVideoUrl'>
{
  static override readonly gas = 'Forms.VideoItem';

  setVideoUrl(youtubeUrl: string): GoogleAppsScript.Forms.VideoItem {
    return this.change((item) => (item.source = youtubeUrl));
  }
}
