import type { Chance } from '../sample/random';
import { dayIn } from './calendar';
import type { PlainCourse } from './truth';

/** Kinds in the order of `Rekap Linmas`. */
export const ACTIVITY_KINDS = [
  'Siskamling/ronda',
  'Patroli',
  'Pengamanan acara/hajatan',
  'Pengamanan pemilu/pilkada/pilkades',
  'Penanggulangan bencana',
  'Kebakaran',
  'Pertolongan pertama/evakuasi',
  'Kegiatan sosial/posyandu',
  'Gotong royong',
  'Pembinaan/penyuluhan',
  'Pelatihan',
  'Deteksi dini/tamu wajib lapor',
  'Lainnya',
];

export interface ActivityTruth {
  readonly kind: string;
  readonly by: 'Linmas' | 'RT' | 'Linmas dan RT bersama';
  /** Undefined = left open: once. */
  readonly times: number | undefined;
  readonly date: string;
  readonly start: string;
  /** Undefined = its hours do not count. */
  readonly end: string | undefined;
  readonly personnel: number;
  readonly location: string;
  readonly leader: string;
  readonly photo: 'Sudah di grup WA' | 'Di kantor desa/kelurahan' | 'Tidak ada';
  readonly incident: boolean;
  /** `corrected`: first with too many people, put right the next day by its number; `refused`: by the Kasi. */
  readonly course: 'right' | 'doubled' | 'corrected' | 'refused' | 'stopped' | 'late';
}

export interface ReadinessTruth {
  readonly course: PlainCourse;
  readonly nil: boolean;
  readonly unsent: number | undefined;
  readonly male: number;
  readonly female: number;
  readonly registered: number;
  readonly withCard: number;
  readonly trained: number;
  readonly posts: number;
  readonly activePosts: number;
}

const LEADERS = ['Rahmadi', 'Syahrani', 'Hasan Basri', 'Norhayati', 'Jumadi', 'Salasiah'];

function activity(c: Chance, period: string, kind: string, often: boolean): ActivityTruth {
  const from = c.between(19, 22) * 60 + c.pick([0, 15, 30]);
  const long = c.between(4, 30) * 15;
  const time = (minutes: number): string => {
    const day = minutes % (24 * 60);
    return `${String(Math.floor(day / 60)).padStart(2, '0')}:${String(day % 60).padStart(2, '0')}`;
  };
  return {
    kind,
    by: c.often(0.15) ? 'RT' : c.often(0.2) ? 'Linmas dan RT bersama' : 'Linmas',
    times: often ? c.between(3, 12) : c.often(0.2) ? 2 : undefined,
    date: dayIn(period, c.between(2, 26)),
    start: time(from),
    end: c.often(0.12) ? undefined : time(from + long),
    personnel: c.between(3, 14),
    location: `Poskamling RT ${String(c.between(1, 5)).padStart(3, '0')}`,
    leader: c.pick(LEADERS),
    photo: c.pick(['Sudah di grup WA', 'Di kantor desa/kelurahan', 'Tidak ada'] as const),
    incident: c.often(0.1),
    course: c.often(0.3) ? c.pick(['doubled', 'corrected', 'refused', 'stopped', 'late'] as const) : 'right',
  };
}

/** A month's activities; some villages have none in some months. */
export function activitiesOf(c: Chance, period: string, turn: number): ActivityTruth[] {
  if (c.often(0.08)) return [];
  const kinds = ['Siskamling/ronda', ...(c.often(0.6) ? ['Gotong royong'] : [])];
  const extra = ACTIVITY_KINDS[turn % ACTIVITY_KINDS.length] ?? 'Lainnya';
  if (c.often(0.7) && !kinds.includes(extra)) kinds.push(extra);
  return kinds.map((kind) => activity(c, period, kind, kind === 'Siskamling/ronda'));
}

/** The strength at the end of a month; it changes a little from month to month. */
export function readinessOf(
  c: Chance,
  active: { male: number; female: number; posts: number },
  nothing: boolean,
): ReadinessTruth {
  if (c.often(0.2)) active.male += c.between(-1, 1);
  if (c.often(0.1)) active.posts += 1;
  const all = active.male + active.female;
  const course: PlainCourse = c.often(0.25)
    ? c.pick(['late', 'missing', 'wrong', 'returned'] as const)
    : 'right';
  return {
    course,
    nil: nothing,
    unsent: !nothing && c.often(0.15) ? c.between(1, 3) : undefined,
    male: active.male,
    female: active.female,
    registered: Math.min(all, c.between(5, 12)),
    withCard: Math.min(all, c.between(4, 10)),
    trained: Math.min(all, c.between(2, 9)),
    posts: active.posts,
    activePosts: c.between(1, active.posts),
  };
}
