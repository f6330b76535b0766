/** Pixels of a PNG, GIF or JPEG; undefined for anything else. */
export function imageSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (...codes: number[]): boolean => codes.every((code, at) => bytes[at] === code);
  if (bytes.length > 24 && starts(0x89, 0x50, 0x4e, 0x47)) {
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (bytes.length > 10 && starts(0x47, 0x49, 0x46)) {
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  return starts(0xff, 0xd8) ? jpegSize(view) : undefined;
}

/** Looks for the frame header among a JPEG's segments. */
function jpegSize(view: DataView): { width: number; height: number } | undefined {
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const kind = view.getUint8(at + 1);
    const isFrame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
