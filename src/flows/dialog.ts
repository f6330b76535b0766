/** What a dialog asks, as plain data: `ui` draws it, the page sends the answers back by field id. */
export interface DialogField {
  readonly id: string;
  readonly label: string;
  readonly kind: 'list' | 'text' | 'longText' | 'date' | 'number';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string;
  readonly required?: boolean;
  readonly help?: string;
}

export interface DialogLink {
  readonly text: string;
  readonly url: string;
}

/** A line to read; with `buttons` what helps, each an item of the menu. */
export type DialogLine =
  | string
  | {
      readonly text: string;
      /** Name of the function behind each item, and what stands on its button. */
      readonly buttons: readonly { readonly call: string; readonly label: string }[];
    };

export const lineText = (line: DialogLine): string => (typeof line === 'string' ? line : line.text);

export interface DialogSpec {
  /** Command that the page's button carries out; '' = there is only something to read. */
  readonly command: string;
  readonly title: string;
  readonly introduction: string;
  /** Lines to read before deciding, e.g. the preview of the reminders. */
  readonly lines: readonly DialogLine[];
  readonly fields: readonly DialogField[];
  /** A verb; '' = only *Tutup*. */
  readonly action: string;
}

export type DialogValues = Readonly<Record<string, string>>;

/** What became of it, in words for the person at the keyboard. */
export interface CommandResult {
  readonly done: boolean;
  readonly text: string;
  readonly lines?: readonly DialogLine[];
  readonly links?: readonly DialogLink[];
}

/** What a menu item shows: a dialog, or one sentence. */
export type MenuAnswer =
  | { readonly kind: 'dialog'; readonly dialog: DialogSpec }
  | { readonly kind: 'sentence'; readonly title: string; readonly text: string };
