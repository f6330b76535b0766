/** What Google keeps beside the documents: daily quotas, caches, events on their way. Id of the document: 'host'. */
export interface HostState {
  seed: number;
  /**
   * How many numbers were drawn for each purpose: ids stay new after reopening, and the n-th file has the same id
   * whatever else was drawn before it.
   */
  drawn: Record<string, number>;
  executions: number;
  /** Who has an account here. */
  people?: { owner: string; others: string[] };
  /** The accounts' IANA zone. */
  zone?: string;
  /** Account → quota → what is used since the first use of its day. */
  quotas: Record<string, Record<string, { since: number; used: number }>>;
  /** Submissions whose triggers have not fired yet. */
  pending: PendingEvent[];
}

export interface PendingEvent {
  /** Virtual time of delivery. */
  at: number;
  projectId: string;
  triggerId: string;
  event: SubmitEvent;
}

/** What a submission leaves for its triggers; the event objects are made of it when they fire. */
export interface SubmitEvent {
  form?: { formId: string; responseId: string };
  sheet?: {
    spreadsheetId: string;
    sheetId: number;
    /** A1 of the row in the linked tab. */
    a1: string;
    values: string[];
    namedValues: Record<string, string[]>;
  };
}

/** CacheService of one project; keys carry the kind of cache. Id of the document: the project's. */
export interface CacheState {
  entries: Record<string, { value: string; until: number }>;
}
