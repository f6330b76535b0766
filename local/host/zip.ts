import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { crc32 } from '../drive/crc32';

interface ZipEntry {
  name: string;
  bytes: Uint8Array;
}

function header(signature: number, name: Buffer, packed: Buffer, entry: ZipEntry, offset?: number): Buffer {
  const central = offset !== undefined;
  const fields = Buffer.alloc(central ? 46 : 30);
  fields.writeUInt32LE(signature, 0);
  const at = central ? 6 : 4;
  if (central) fields.writeUInt16LE(20, 4);
  fields.writeUInt16LE(20, at);
  // Bit 11: the name is UTF-8. The date is fixed, so that equal content gives equal bytes.
  fields.writeUInt16LE(0x0800, at + 2);
  fields.writeUInt16LE(8, at + 4);
  fields.writeUInt16LE(0, at + 6);
  fields.writeUInt16LE(0x21, at + 8);
  fields.writeUInt32LE(crc32(entry.bytes), at + 10);
  fields.writeUInt32LE(packed.length, at + 14);
  fields.writeUInt32LE(entry.bytes.length, at + 18);
  fields.writeUInt16LE(name.length, at + 22);
  if (central) fields.writeUInt32LE(offset, 42);
  return fields;
}

/** A zip archive of the entries, in their order. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const packed = deflateRawSync(entry.bytes);
    const body = Buffer.concat([header(0x04034b50, name, packed, entry), name, packed]);
    directory.push(header(0x02014b50, name, packed, entry, offset), name);
    bodies.push(body);
    offset += body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

/** The files of an archive (stored or deflated); folders are left out. Throws on anything that is no zip. */
export function unzip(bytes: Uint8Array): ZipEntry[] {
  const buffer = Buffer.from(bytes);
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error('Invalid argument: zip');
  const found: ZipEntry[] = [];
  let at = buffer.readUInt32LE(end + 16);
  for (let count = buffer.readUInt16LE(end + 10); count > 0; count -= 1) {
    const method = buffer.readUInt16LE(at + 10);
    const size = buffer.readUInt32LE(at + 20);
    const nameLength = buffer.readUInt16LE(at + 28);
    const local = buffer.readUInt32LE(at + 42);
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const packed = buffer.subarray(start, start + size);
    if (!name.endsWith('/')) found.push({ name, bytes: method === 0 ? packed : inflateRawSync(packed) });
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return found;
}
