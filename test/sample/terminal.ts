import { createInterface } from 'node:readline/promises';

/** A bar in one line; on a log that is no terminal it says each tenth part once. */
export function progressBar(title: string): (done: number, total: number, words: string) => void {
  let said = -1;
  return (done, total, words) => {
    const share = total === 0 ? 1 : done / total;
    const tenth = Math.floor(share * 10);
    if (process.stdout.isTTY) {
      const bar = '█'.repeat(Math.round(share * 24)).padEnd(24, '░');
      process.stdout.write(
        `\r${title} ${bar} ${String(Math.round(share * 100)).padStart(3)}% ${words.slice(0, 40).padEnd(40)}`,
      );
      if (done === total) process.stdout.write('\n');
    } else if (tenth !== said) {
      said = tenth;
      console.log(`${title} ${String(tenth * 10)}% ${words}`);
    }
  };
}

/** A table with columns as wide as their text. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map(
      (row) =>
        '  ' +
        row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd(),
    )
    .join('\n');
}

/** True only where somebody answers *ya*; without a terminal nobody can. */
export async function agrees(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await lines.question(`${question} (ketik "ya") `);
    return answer.trim().toLowerCase() === 'ya';
  } finally {
    lines.close();
  }
}
