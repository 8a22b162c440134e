const SIGNATURE = '89504e470d0a1a0a';
const PICTURE = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'pHYs', 'sRGB', 'gAMA', 'cHRM', 'sBIT', 'bKGD']);

/** Parts of a PNG that are no picture: texts, times, places of a camera. Null for bytes that are no PNG. */
export function hiddenInPng(bytes: Uint8Array): string[] | null {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (png.subarray(0, 8).toString('hex') !== SIGNATURE) return null;
  const found: string[] = [];
  for (let at = 8; at + 8 <= png.length; at += png.readUInt32BE(at) + 12) {
    const kind = png.subarray(at + 4, at + 8).toString('latin1');
    const text = png.subarray(at + 8, at + 8 + Math.min(80, png.readUInt32BE(at))).toString('latin1');
    if (!PICTURE.has(kind)) found.push(`${kind} ${text.replace(/[^\x20-\x7e]+/g, ' ').trim()}`.trim());
    if (kind === 'IEND' && at + 12 < png.length) found.push(`${png.length - at - 12} bytes behind the picture`);
  }
  return found;
}
