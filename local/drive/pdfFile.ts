import { deflateSync } from 'node:zlib';

/** Collects the objects of a PDF file and writes them with their table of places (ISO 32000-1, section 7.5). */
export class PdfFile {
  private readonly objects: (Buffer | undefined)[] = [];

  /** Keeps a number for an object that comes later. */
  reserve(): number {
    return this.objects.push(undefined);
  }
  put(number: number, body: string | Buffer): number {
    this.objects[number - 1] = Buffer.from(body);
    return number;
  }
  add(body: string): number {
    return this.put(this.reserve(), body);
  }
  /** A stream; `entries` are its dictionary's own. It is compressed, unless it is already. */
  stream(data: Uint8Array, entries = '', isPacked = false): number {
    const bytes = isPacked ? Buffer.from(data) : deflateSync(data);
    const filter = isPacked ? '' : ' /Filter /FlateDecode';
    const head = Buffer.from(`<< ${entries}${filter} /Length ${String(bytes.length)} >>\nstream\n`);
    return this.put(this.reserve(), Buffer.concat([head, bytes, Buffer.from('\nendstream')]));
  }
  bytes(catalog: number, info: number): Uint8Array {
    const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
    let length = parts[0]?.length ?? 0;
    const push = (part: Buffer): void => {
      parts.push(part);
      length += part.length;
    };
    const places = this.objects.map((body, at) => {
      const place = length;
      push(
        Buffer.concat([
          Buffer.from(`${String(at + 1)} 0 obj\n`),
          body ?? Buffer.from('null'),
          Buffer.from('\nendobj\n'),
        ]),
      );
      return `${String(place).padStart(10, '0')} 00000 n \n`;
    });
    const start = length;
    const size = String(places.length + 1);
    push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`));
    push(
      Buffer.from(
        `trailer\n<< /Size ${size} /Root ${String(catalog)} 0 R /Info ${String(info)} 0 R >>\nstartxref\n${String(start)}\n%%EOF\n`,
      ),
    );
    return new Uint8Array(Buffer.concat(parts));
  }
}

/** A text as a PDF string in WinAnsi; letters that it lacks become question marks. */
export function pdfText(text: string): string {
  return `(${toWinAnsi(text)
    .replace(/[\\()]/g, '\\$&')
    .replace(/[^\x20-\x7e]/g, (letter) => `\\${letter.charCodeAt(0).toString(8).padStart(3, '0')}`)})`;
}

const WIN_ANSI: Record<string, number> = {
  '€': 0x80,
  '‚': 0x82,
  '„': 0x84,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
};
/** The text in letters of one byte. */
export function toWinAnsi(text: string): string {
  return Array.from(text, (letter) => {
    const code = WIN_ANSI[letter] ?? letter.charCodeAt(0);
    if (letter === '\u00a0' || letter === '\t') return ' ';
    return letter.length > 1 || code > 255 || (code >= 0x7f && code < 0xa0 && !(letter in WIN_ANSI))
      ? '?'
      : String.fromCharCode(code);
  }).join('');
}

const widths = (text: string): number[] => text.split(' ').map(Number);
// Advance widths of the standard fonts, letters 32 to 126 (Adobe's published metrics).
const REGULAR = widths(
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584',
);
const BOLD = widths(
  '278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584',
);

/** Points that the text takes in Helvetica of that size. */
export function widthOf(text: string, size: number, bold: boolean): number {
  const table = bold ? BOLD : REGULAR;
  let sum = 0;
  for (const letter of toWinAnsi(text)) sum += table[letter.charCodeAt(0) - 32] ?? 556;
  return (sum * size) / 1000;
}
