/** A form: its questions as a person sees them, who may answer, and every answer given. */
export interface FormState {
  id: string;
  /** The id in the address `/forms/d/e/…/viewform`; never equal to `id`. */
  publishedId: string;
  title: string;
  description: string;
  confirmationMessage: string;
  closedMessage: string;
  published: boolean;
  acceptingResponses: boolean;
  collectEmail: 'off' | 'typed' | 'verified';
  allowResponseEdits: boolean;
  limitOneResponse: boolean;
  requireLogin: boolean;
  progressBar: boolean;
  shuffleQuestions: boolean;
  showLinkToRespondAgain: boolean;
  publishingSummary: boolean;
  isQuiz: boolean;
  items: FormItem[];
  destination?: { spreadsheetId: string; sheetId: number };
  responses: FormResponseState[];
}

export type FormItemType =
  | 'TEXT'
  | 'PARAGRAPH_TEXT'
  | 'MULTIPLE_CHOICE'
  | 'CHECKBOX'
  | 'LIST'
  | 'SCALE'
  | 'RATING'
  | 'GRID'
  | 'CHECKBOX_GRID'
  | 'DATE'
  | 'DATETIME'
  | 'TIME'
  | 'DURATION'
  | 'SECTION_HEADER'
  | 'PAGE_BREAK'
  | 'IMAGE'
  | 'VIDEO';

/** Where a page or a choice leads: a page break's item id, or one of Google's words. */
export type Navigation = { page: number } | 'CONTINUE' | 'RESTART' | 'SUBMIT';

export interface FormItem {
  /** `Item.getId()`. */
  id: number;
  /** The number in `entry.N`; several for a grid, one a row. Never equal to `id`. */
  entryIds: number[];
  type: FormItemType;
  title: string;
  helpText: string;
  required: boolean;
  choices?: { value: string; goTo?: Navigation }[];
  hasOtherOption?: boolean;
  rows?: string[];
  columns?: string[];
  onePerColumn?: boolean;
  bounds?: { lower: number; upper: number; lowerLabel: string; upperLabel: string };
  includesYear?: boolean;
  /** On a page break: where the form goes after the page BEFORE it. */
  goTo?: Navigation;
  validation?: FormValidation;
  /** Images and videos: base64 or address. */
  source?: string;
}

export interface FormValidation {
  /** Google's builder method, e.g. `requireTextMatchesPattern`. */
  rule: string;
  arguments: (string | number)[];
  helpText: string;
}

/** An answer by item id: text, several choices, a grid's rows, a checkbox grid's rows. */
export type Answer = string | string[] | (string[] | null)[];

export interface FormResponseState {
  id: string;
  timestamp: number;
  /** '' where e-mail is not collected. */
  email: string;
  answers: Record<string, Answer>;
  /** Token of the edit address. */
  editToken: string;
  /** Row of the linked tab, 1-based, while it is there. */
  row?: number;
}
