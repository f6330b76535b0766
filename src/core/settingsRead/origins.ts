import { villageCalled } from '../operatorTable';
import { reformedIn } from '../reforms';
import type { Village, VillageCode } from '../settings';
import { shortText } from '../text';
import type { LineReader } from './lines';

/** The villages out of which one came, by code or by name; a sentence for what cannot be. */
function readOrigins(line: LineReader, own: Village, villages: readonly Village[]): readonly VillageCode[] {
  const named = line
    .text('origins')
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return named.flatMap((text) => {
    const origin = villageCalled(villages, text);
    if (origin === undefined)
      line.problem(
        'origins',
        `"${shortText(text)}" tidak ada di tab Desa. Mohon tulis nama atau kode desa asalnya.`,
      );
    else if (origin.code === own.code)
      line.problem('origins', 'Desa tidak dapat berasal dari dirinya sendiri.');
    return origin === undefined ? [] : [origin.code];
  });
}

/** A line's village with what it came out of, which has to have a month. */
export function withOrigins(line: LineReader, own: Village, villages: readonly Village[]): Village {
  const origins = [...new Set(readOrigins(line, own, villages))];
  if (origins.length === 0) return own;
  const village = { ...own, origins };
  if (reformedIn(villages, village) === undefined)
    line.problem(
      'origins',
      'Mohon isi Ada sejak desa ini, atau Ada sampai desa asalnya, supaya bulannya jelas.',
    );
  return village;
}
