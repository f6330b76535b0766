import type { ReportTypeId } from '../../src/core/report';
import { OPENING } from './threeVillages';

/** Answers by question, as a person gives them. */
export type Answers = Readonly<Record<string, string | number | readonly string[]>>;

/** Answers of July 2026 that break no rule; a test names what differs. */
export const PLAIN: Readonly<Partial<Record<ReportTypeId, Answers>>> = {
  population: {
    birthsMale: 0,
    birthsFemale: 0,
    deathsMale: 0,
    deathsFemale: 0,
    arrivalsMale: 0,
    arrivalsFemale: 0,
    departuresMale: 0,
    departuresFemale: 0,
    householdsClosing: OPENING.households,
    closingMale: OPENING.male,
    closingFemale: OPENING.female,
    foreignerChanges: 'Tidak',
  },
  activities: {
    kind: 'Patroli',
    performedBy: 'Linmas',
    description: 'Patroli keliling desa bersama warga',
    date: '2026-07-10',
    startTime: '20:00',
    endTime: '23:00',
    location: 'Balai desa',
    personnel: 6,
    leader: 'Contoh',
    photo: 'Tidak ada',
    incident: 'Tidak',
  },
  readiness: {
    anyActivity: 'Ya',
    activeMale: 12,
    activeFemale: 3,
    registeredSim: 10,
    withCard: 8,
    trained: 9,
    posts: 4,
    activePosts: 3,
  },
  welfare: {
    poorHouseholds: 60,
    family: 35,
    food: 48,
    health: 500,
    village: 20,
    recipientsDied: 0,
    recipientsMoved: 0,
    recipientsAble: 0,
    proposals: 0,
    jobsLost: 0,
  },
  neighbourhoods: {
    lines:
      'RT 001: KK 200, L 310, P 300, lahir 0, meninggal 0, datang 0, pindah 0, ronda 4\n' +
      'RT 002: KK 151, L 300, P 292, lahir 0, meninggal 0, datang 0, pindah 0, ronda 4',
    communalWork: 1,
  },
  questions: { topic: 'Cara mengisi laporan', question: 'Bagaimana mengisi bila tidak ada kejadian?' },
  events: {
    name: 'Contoh Warga Baru',
    nik: '6311061508909999',
    sex: 'Laki-laki',
    birthPlace: 'Paringin',
    birthDate: '1990-08-15',
    citizenship: 'WNI',
    eventDate: '2026-07-12',
    kind: 'Datang',
    origin: 'Banjarmasin',
  },
  members: {
    name: 'Contoh Anggota Satu',
    nik: '6311061003859999',
    kind: 'Tambah',
    sex: 'Laki-laki',
    birthPlace: 'Paringin',
    birthDate: '1985-03-10',
    education: 'SLTA',
    marriage: 'Kawin',
    position: 'Anggota',
    squad: 'Pengamanan',
    registered: 'Ya',
  },
  rehearsal: { device: 'Ponsel' },
};
