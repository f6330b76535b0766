import path from 'node:path';
import { parseArgs } from 'node:util';
import { PROFILES } from '../../src/reports/profiles';

export interface StartOptions {
  /** Folder of the workspace. */
  data: string;
  port: number;
  /** An empty Drive with nothing but the spreadsheet that carries the add-on. */
  empty: boolean;
  /** Profile and sub-district that are played. */
  profile: string;
  subdistrict: string;
  /** Throw away what is there, after asking. */
  reset: boolean;
  /** Leave when everything is ready: for tests and measurements. */
  once: boolean;
}

export const USAGE = `Pemakaian: npm start -- [--profil NAMA] [--kecamatan KODE] [--kosong] [--data DIR] [--port N] [--bersihkan]

  --profil NAMA kudapanmas (bawaan) atau sinar-linmas
  --kecamatan KODE  kode kecamatan, misalnya 63.11.01 (bawaan: 63.11.06)
  --kosong      mulai dengan Drive kosong; langkah pasang dikerjakan sendiri dari menu
  --data DIR    folder tempat workspace disimpan (bawaan: .workspace)
  --port N      nomor port (bawaan: 4310)
  --bersihkan   hapus isi workspace lalu mulai dari awal, sesudah bertanya`;

/** Reads the command line; throws a sentence that names the wrong option. */
export function startOptions(args: readonly string[], here: string): StartOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      profil: { type: 'string', default: 'kudapanmas' },
      kecamatan: { type: 'string', default: '63.11.06' },
      kosong: { type: 'boolean', default: false },
      data: { type: 'string', default: '.workspace' },
      port: { type: 'string', default: '4310' },
      bersihkan: { type: 'boolean', default: false },
      'sekali-saja': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port: tertulis "${values.port}", yang diminta angka 0 sampai 65535.`);
  if (!PROFILES.some((one) => one.id === values.profil))
    throw new Error(
      `--profil: tertulis "${values.profil}", yang ada ${PROFILES.map((one) => one.id).join(', ')}.`,
    );
  if (!/^\d{2}\.\d{2}\.\d{2}$/.test(values.kecamatan))
    throw new Error(`--kecamatan: tertulis "${values.kecamatan}", yang diminta kode seperti 63.11.01.`);
  return {
    profile: values.profil,
    subdistrict: values.kecamatan,
    data: path.resolve(here, values.data),
    port,
    empty: values.kosong,
    reset: values.bersihkan,
    once: values['sekali-saja'],
  };
}
