import { crc32, deflateSync } from 'node:zlib';
import type { RangeStrip } from './range-strip.ts';

const SCALE = 3; // of a pixel on screen: 288 an inch, sharp on paper
const [GROUND, LINE, BAND, EDGE, INK] = [255, 0xb0, 0xd6, 0x9a, 0x11];

/** The strip as a picture in gray, for a file that can hold no drawing: a diamond outside of the range, a ring within. */
export function stripPng(strip: RangeStrip, isOut: boolean, size: { width: number; height: number }): Buffer {
  const [width, height] = [size.width * SCALE, size.height * SCALE];
  const mark = height * 0.36;
  const xOf = (share: number) => mark + share * (width - 2 * mark);
  const middle = height / 2;
  const grayAt = (x: number, y: number): number => {
    const [dx, dy] = [Math.abs(x - xOf(strip.at)), Math.abs(y - middle)];
    const away = isOut ? dx + dy : Math.hypot(dx, dy);
    if (away < mark * (isOut ? 1 : 0.82)) return isOut || away > mark * 0.4 ? INK : GROUND;
    if (away < mark * 1.25) return GROUND; // a halo keeps the mark apart from band and line
    const [left, right] = [xOf(strip.low), Math.max(xOf(strip.high), xOf(strip.low) + 2 * SCALE)];
    const isIn = x >= left && x <= right && dy < height * 0.42;
    if (isIn) return x < left + SCALE || x > right - SCALE || dy > height * 0.42 - SCALE ? EDGE : BAND;
    return dy < SCALE / 2 ? LINE : GROUND;
  };
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (__, x) => grayAt(x + 0.5, y + 0.5))]),
  );
  return grayPng(width, height, Buffer.concat(rows));
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Specification: w3.org/TR/png, 8 bits of gray and no filter. */
function grayPng(width: number, height: number, rows: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.of())]);
}

function chunk(kind: string, bytes: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), bytes]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(bytes.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** Width and height of a PNG, from its head. Throws a RangeError for bytes that are none. */
export function pngSize(png: Uint8Array): { width: number; height: number } {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(SIGNATURE)) throw new RangeError('the picture is no PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
