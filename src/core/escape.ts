import type { Cell } from './patch';

/** Text inside HTML and its attributes. */
export declare function html(text: string): string;
/** Text that WhatsApp shows as it stands: its formatting signs replaced. */
export declare function whatsapp(text: string): string;
/** Text cut at `limit` characters, with a mark where it was cut. */
export declare function cut(text: string, limit: number): string;
/** A mail subject on one line. */
export declare function subjectLine(text: string): string;
/** A cell as it has to be handed to `setValues`, so that text stays text. */
export declare function literal(cell: Cell): Cell;
