export const OWNER = 'kantor.paringin@contoh.id';
export const KASI = 'kasi.paringin@contoh.id';

/** The three villages of a story: a kelurahan and two desa of Paringin, each with an invented operator. */
export const VILLAGES = {
  kelurahan: {
    code: '63.11.06.1019',
    name: '',
    operator: 'operator.kota@contoh.id',
    whatsapp: '081200000001',
  },
  balang: {
    code: '63.11.06.2005',
    name: 'Balang',
    operator: 'operator.balang@contoh.id',
    whatsapp: '081200000002',
  },
  other: { code: '63.11.06.2006', name: '', operator: 'operator.lain@contoh.id', whatsapp: '081200000003' },
} as const;
export type VillageId = keyof typeof VILLAGES;

/** Opening stock of each village of a story: people and KK at the end of June 2026. */
export const OPENING = { male: 610, female: 592, households: 351 } as const;
