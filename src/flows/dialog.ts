/** What a dialog asks, as plain data: `ui` draws it, the page sends the answers back by field id. */
export interface DialogField {
  readonly id: string;
  readonly label: string;
  readonly kind: 'list' | 'text' | 'longText' | 'date' | 'number';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string;
  readonly required?: boolean;
  readonly help?: string;
  /** Heading under which fields lie together, to be opened. */
  readonly group?: string;
  /** The answer is no value of its own but a line `<part> = <answer>` of the text `reason`, where it is not `proposed`. */
  readonly part?: string;
  readonly proposed?: string;
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
  /** What is looked at first: its command answers with the next dialog. Where nothing was changed since, `action` counts. */
  readonly look?: { readonly command: string; readonly action: string };
  /** Sent along as it is; with it a dialog was looked at. */
  readonly given?: DialogValues;
  /** The line of `reason` under which the parts stand. */
  readonly under?: string;
  /** As high as the window. */
  readonly tall?: true;
}

export type DialogValues = Readonly<Record<string, string>>;

/** What became of it, in words for the person at the keyboard. */
export interface CommandResult {
  readonly done: boolean;
  readonly text: string;
  readonly lines?: readonly DialogLine[];
  readonly links?: readonly DialogLink[];
  /** The dialog that follows in the same window. */
  readonly next?: DialogSpec;
}

/** What a menu item shows: a dialog, or one sentence. */
export type MenuAnswer =
  | { readonly kind: 'dialog'; readonly dialog: DialogSpec }
  | { readonly kind: 'sentence'; readonly title: string; readonly text: string };
