import { deflateSync } from 'node:zlib';
import { crc32 } from './crc32';

/** Letters of three by five points, row by row; small letters look like capitals. */
const LETTERS: Record<string, string> = {
  A: '757550',
  B: '656560',
  C: '744470',
  D: '655560',
  E: '746470',
  F: '746440',
  G: '745570',
  H: '557550',
  I: '722270',
  J: '111570',
  K: '556550',
  L: '444470',
  M: '577550',
  N: '575550',
  O: '755570',
  P: '757440',
  Q: '755710',
  R: '756550',
  S: '747170',
  T: '722220',
  U: '555570',
  V: '555520',
  W: '557750',
  X: '552550',
  Y: '552220',
  Z: '712470',
  '0': '755570',
  '1': '262270',
  '2': '717470',
  '3': '717170',
  '4': '557110',
  '5': '747170',
  '6': '747570',
  '7': '711220',
  '8': '757570',
  '9': '757170',
  '.': '000020',
  ',': '000240',
  '-': '007000',
  '+': '027200',
  ':': '020200',
  '%': '512450',
  '/': '112440',
  '(': '244420',
  ')': '211120',
  '&': '252560',
  '?': '712020',
};

export type Rgb = readonly [red: number, green: number, blue: number];

/** `#rgb`, `#rrggbb`; anything else is the color given beside it. */
export function rgbOf(color: unknown, otherwise: Rgb): Rgb {
  const hex = typeof color === 'string' ? /^#([\da-f]{6}|[\da-f]{3})$/i.exec(color)?.[1] : undefined;
  if (hex === undefined) return otherwise;
  const full = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  const value = parseInt(full, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** A picture in memory that can be drawn on and written as PNG. */
export class Bitmap {
  private readonly pixels: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
    background: Rgb,
  ) {
    this.pixels = new Uint8Array(width * height * 3);
    this.fill(0, 0, width, height, background);
  }

  dot(x: number, y: number, color: Rgb): void {
    const column = Math.round(x);
    const row = Math.round(y);
    if (column < 0 || row < 0 || column >= this.width || row >= this.height) return;
    this.pixels.set(color, (row * this.width + column) * 3);
  }
  fill(x: number, y: number, width: number, height: number, color: Rgb): void {
    for (let row = Math.round(y); row < Math.round(y + height); row += 1) {
      for (let column = Math.round(x); column < Math.round(x + width); column += 1)
        this.dot(column, row, color);
    }
  }
  line(fromX: number, fromY: number, toX: number, toY: number, color: Rgb, thickness = 1): void {
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY))));
    const half = (thickness - 1) / 2;
    for (let step = 0; step <= steps; step += 1) {
      const x = fromX + ((toX - fromX) * step) / steps;
      const y = fromY + ((toY - fromY) * step) / steps;
      this.fill(x - half, y - half, thickness, thickness, color);
    }
  }
  /** A slice of a disc; angles in radians from the top, clockwise. */
  slice(x: number, y: number, radius: number, from: number, to: number, color: Rgb): void {
    for (let row = -radius; row <= radius; row += 1) {
      for (let column = -radius; column <= radius; column += 1) {
        if (column * column + row * row > radius * radius) continue;
        const angle = (Math.atan2(column, -row) + 2 * Math.PI) % (2 * Math.PI);
        if (angle >= from && angle < to) this.dot(x + column, y + row, color);
      }
    }
  }
  /** Text from its upper left corner, a letter of four by six points times `scale`. */
  text(text: string, x: number, y: number, color: Rgb, scale = 2): void {
    const plain = text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toUpperCase();
    [...plain].forEach((letter, place) => {
      const rows = LETTERS[letter];
      if (rows === undefined) return;
      for (let row = 0; row < 5; row += 1) {
        const bits = Number(rows[row]);
        for (let column = 0; column < 3; column += 1) {
          if ((bits >> (2 - column)) & 1) {
            this.fill(x + (place * 4 + column) * scale, y + row * scale, scale, scale, color);
          }
        }
      }
    });
  }

  /** PNG of eight bits a color (PNG specification, section 5). */
  png(): Uint8Array {
    const stride = this.width * 3;
    const rows = Buffer.alloc((stride + 1) * this.height);
    for (let row = 0; row < this.height; row += 1) {
      rows.set(this.pixels.subarray(row * stride, (row + 1) * stride), row * (stride + 1) + 1);
    }
    const head = Buffer.alloc(13);
    head.writeUInt32BE(this.width, 0);
    head.writeUInt32BE(this.height, 4);
    head.set([8, 2, 0, 0, 0], 8);
    const chunk = (name: string, data: Uint8Array): Buffer => {
      const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
      const frame = Buffer.alloc(8);
      frame.writeUInt32BE(data.length, 0);
      frame.writeUInt32BE(crc32(body), 4);
      return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
    };
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const end = chunk('IEND', new Uint8Array());
    return new Uint8Array(
      Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), end]),
    );
  }
}

/** Points that the text takes across at that scale. */
export const textWidth = (text: string, scale = 2): number => Math.max(0, text.length * 4 - 1) * scale;
