import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { WriteOptions } from 'hucre/xlsx';

/** A workbook of 100,000 × 20 cells takes about 4 s; more than this is an error. */
const PATIENCE_MS = 300_000;

/** Runs in the worker: waits for workbooks, writes each and wakes the one who waits. */
const SOURCE = `
const { parentPort, workerData } = require('node:worker_threads');
const library = import(workerData.library);
parentPort.on('message', async ({ options, flag, port }) => {
  let answer;
  try {
    const { writeXlsx } = await library;
    answer = { bytes: await writeXlsx(options) };
  } catch (error) {
    answer = { error: String(error && error.stack || error) };
  }
  port.postMessage(answer);
  port.close();
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
});
`;

interface Answer {
  bytes?: Uint8Array;
  error?: string;
}
let worker: Worker | undefined;

/** The library writes asynchronously and services answer at once: so it writes in a thread, and we wait for it. */
export function writeXlsxNow(options: WriteOptions): Uint8Array {
  worker ??= startWorker();
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ options, flag, port: port2 }, [port2]);
  const waited = Atomics.wait(flag, 0, 0, PATIENCE_MS);
  const answer = receiveMessageOnPort(port1)?.message as Answer | undefined;
  port1.close();
  if (answer?.bytes) return answer.bytes;
  throw new Error(`The spreadsheet could not be written as .xlsx: ${answer?.error ?? waited}`);
}

/** The same without waiting: others may be prepared meanwhile. */
export async function writeXlsx(options: WriteOptions): Promise<Uint8Array> {
  worker ??= startWorker();
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<Answer>((resolve) => {
    port1.once('message', resolve);
    port1.once('close', () => {
      resolve({ error: 'its thread ended' });
    });
  });
  worker.postMessage({ options, flag, port: port2 }, [port2]);
  const { bytes, error } = await answer;
  port1.close();
  if (bytes) return bytes;
  throw new Error(`The spreadsheet could not be written as .xlsx: ${error ?? ''}`);
}

function startWorker(): Worker {
  const started = new Worker(SOURCE, { eval: true, workerData: { library: libraryUrl() } });
  started.unref();
  started.once('exit', () => (worker = undefined));
  return started;
}

/** The package stands beside the program or in the folder that it was started from. */
function libraryUrl(): string {
  for (const folder of [dirname(process.argv[1] ?? ''), process.cwd()]) {
    try {
      return pathToFileURL(createRequire(join(folder, 'here.js')).resolve('hucre/xlsx')).href;
    } catch {
      // The other place may have it.
    }
  }
  throw new Error('The package hucre is not installed: run npm ci in the folder of the project.');
}
