import path from 'node:path';
import { parseArgs } from 'node:util';

export interface StartOptions {
  /** Folder of the workspace. */
  data: string;
  port: number;
  /** An empty Drive with nothing but the spreadsheet that carries the add-on. */
  empty: boolean;
  /** Throw away what is there, after asking. */
  reset: boolean;
  /** Leave when everything is ready: for tests and measurements. */
  once: boolean;
}

export const USAGE = `Pemakaian: npm start -- [--kosong] [--data DIR] [--port N] [--bersihkan]

  --kosong      mulai dengan Drive kosong; langkah pasang dikerjakan sendiri dari menu
  --data DIR    folder tempat workspace disimpan (bawaan: .workspace)
  --port N      nomor port (bawaan: 4310)
  --bersihkan   hapus isi workspace lalu mulai dari awal, sesudah bertanya`;

/** Reads the command line; throws a sentence that names the wrong option. */
export function startOptions(args: readonly string[], here: string): StartOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
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
  return {
    data: path.resolve(here, values.data),
    port,
    empty: values.kosong,
    reset: values.bersihkan,
    once: values['sekali-saja'],
  };
}
