/** What the home card shows. */
export interface HomeSummary {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
  /** Address of the master; '' = nothing is set up yet. */
  readonly url: string;
}
