import { inflateSync } from 'node:zlib';
import { imageSize } from '../services/document/imageSize';
import type { PdfFile } from './pdfFile';

interface Png {
  width: number;
  height: number;
  /** Bytes a pixel: 1 grey, 2 grey and alpha, 3 color, 4 color and alpha. */
  channels: number;
  pixels: Uint8Array;
}

/** Undoes the filters of PNG's rows (PNG specification, section 9). */
function unfilter(data: Uint8Array, height: number, stride: number, step: number): Uint8Array {
  const out = new Uint8Array(height * stride);
  for (let row = 0; row < height; row += 1) {
    const kind = data[row * (stride + 1)];
    for (let at = 0; at < stride; at += 1) {
      const here = row * stride + at;
      const left = at >= step ? (out[here - step] ?? 0) : 0;
      const up = row > 0 ? (out[here - stride] ?? 0) : 0;
      const corner = at >= step && row > 0 ? (out[here - stride - step] ?? 0) : 0;
      const guess = left + up - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
      const base = [0, left, up, (left + up) >> 1, paeth][kind ?? 0] ?? 0;
      out[here] = ((data[row * (stride + 1) + 1 + at] ?? 0) + base) & 255;
    }
  }
  return out;
}

/** A picture whose data is broken is no picture: the paper goes on without it. */
function inflated(parts: readonly Uint8Array[]): Uint8Array | undefined {
  try {
    return inflateSync(Buffer.concat(parts));
  } catch {
    return undefined;
  }
}

/** A PNG of eight bits a channel without interlacing, palettes resolved; undefined for any other. */
function decodePng(bytes: Uint8Array): Png | undefined {
  const size = imageSize(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!size || bytes[0] !== 0x89 || bytes[24] !== 8 || bytes[28] !== 0) return undefined;
  const kind = bytes[25] ?? 0;
  const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[kind];
  if (channels === undefined) return undefined;
  const parts: Uint8Array[] = [];
  let palette = new Uint8Array();
  for (let at = 8; at + 8 <= bytes.length;) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length));
    if (name === 'PLTE') palette = bytes.slice(at + 8, at + 8 + length);
    at += 12 + length;
  }
  const stride = size.width * channels;
  const data = inflated(parts);
  if (!data) return undefined;
  const pixels = unfilter(data, size.height, stride, channels);
  if (kind !== 3) return { ...size, channels, pixels };
  const colors = Uint8Array.from(
    { length: pixels.length * 3 },
    (_, at) => palette[(pixels[Math.floor(at / 3)] ?? 0) * 3 + (at % 3)] ?? 0,
  );
  return { ...size, channels: 3, pixels: colors };
}

/** Adds a picture to the file; undefined where its kind cannot be drawn. */
export function addImage(
  file: PdfFile,
  bytes: Uint8Array,
): { object: number; width: number; height: number } | undefined {
  const size = imageSize(bytes);
  if (!size) return undefined;
  const head = (width: number, height: number, space: string): string =>
    `/Type /XObject /Subtype /Image /Width ${String(width)} /Height ${String(height)} /ColorSpace /${space} /BitsPerComponent 8`;
  if (bytes[0] === 0xff) {
    return {
      object: file.stream(bytes, `${head(size.width, size.height, 'DeviceRGB')} /Filter /DCTDecode`, true),
      ...size,
    };
  }
  const png = decodePng(bytes);
  if (!png) return undefined;
  const { width, height, channels, pixels } = png;
  const colors = channels < 3 ? 1 : 3;
  const alpha = channels === 2 || channels === 4;
  const pick = (count: number, from: number): Uint8Array =>
    Uint8Array.from(
      { length: width * height * count },
      (_, at) => pixels[Math.floor(at / count) * channels + from + (at % count)] ?? 0,
    );
  const mask = alpha
    ? ` /SMask ${String(file.stream(pick(1, channels - 1), head(width, height, 'DeviceGray')))} 0 R`
    : '';
  const space = colors === 1 ? 'DeviceGray' : 'DeviceRGB';
  return { object: file.stream(pick(colors, 0), head(width, height, space) + mask), width, height };
}
