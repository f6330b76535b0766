import type { Codec } from './store';

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
  destination?: FormDestination;
  responses: FormResponseState[];
}

/** The linked tab and what stands in each of its columns, in order. */
export interface FormDestination {
  spreadsheetId: string;
  sheetId: number;
  columns: LinkedColumn[];
}

/** A column of the linked tab: `key` is 'time', 'email', an item id or `itemId:row` of a grid; `header` as written. */
export interface LinkedColumn {
  key: string;
  header: string;
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
  | 'VIDEO'
  /** Only a person can add it; answers to it are refused by name here. */
  | 'FILE_UPLOAD';

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
  /** `correct`: the right answer of a quiz. */
  choices?: { value: string; goTo?: Navigation; correct?: boolean }[];
  hasOtherOption?: boolean;
  rows?: string[];
  columns?: string[];
  onePerColumn?: boolean;
  bounds?: { lower: number; upper: number; lowerLabel: string; upperLabel: string };
  /** A rating's symbol and number of levels. */
  rating?: { icon: string; levels: number };
  includesYear?: boolean;
  /** On a page break: where the form goes after the page BEFORE it. */
  goTo?: Navigation;
  validation?: FormValidation;
  /** Images and videos: base64 or address. */
  source?: string;
  /** Content type of an image whose `source` is base64. */
  sourceType?: string;
  width?: number;
  alignment?: 'LEFT' | 'CENTER' | 'RIGHT';
  /** Quiz points and feedback: kept, never graded. */
  points?: number;
  feedback?: Partial<Record<'correct' | 'incorrect' | 'general', FeedbackState>>;
}

export interface FeedbackState {
  text: string;
  links: { url: string; text: string }[];
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
  /** Account that was signed in: what "one response a person" goes by; scripts never see it. */
  person?: string;
  answers: Record<string, Answer>;
  /** Token of the edit address. */
  editToken: string;
  /** Row of the linked tab, 1-based, while it is there. */
  row?: number;
}

/** Cuts a form into 'head' (all but the answers) and one part a response, so that an answer is one small record. */
export const formCodec: Codec<FormState> = {
  parts: (form) => ['head', ...form.responses.map((response) => `response/${response.id}`)],
  read(form, part) {
    if (part !== 'head') return form.responses.find((response) => part === `response/${response.id}`);
    const { responses: _, ...head } = form;
    return head;
  },
  write(form, part, json) {
    if (part === 'head')
      return { ...(json as Omit<FormState, 'responses'>), responses: form?.responses ?? [] };
    if (!form) throw new Error(`Form response ${part} stands before its form in the journal`);
    const id = part.slice('response/'.length);
    const at = form.responses.findIndex((response) => response.id === id);
    if (json === undefined || json === null) {
      if (at >= 0) form.responses.splice(at, 1);
    } else if (at >= 0) form.responses[at] = json as FormResponseState;
    else form.responses.push(json as FormResponseState);
    return form;
  },
};
