export type GeoBox = readonly [west: number, south: number, east: number, north: number];
export type Margin = { top: number; right: number; bottom: number; left: number };

/** Web Mercator of the whole world as a square of side 1, y downward. */
export const worldX = (lon: number): number => (lon + 180) / 360;
export const worldY = (lat: number): number => (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;

/** Where the world lies in a picture: x = worldX * scale + left, y = worldY * scale + top. */
export type Frame = { width: number; height: number; scale: number; left: number; top: number };

/** The largest picture of a box in so many pixels, in the middle of what the margin leaves. */
export function frameOf([west, south, east, north]: GeoBox, width: number, height: number, margin: Margin): Frame {
  const [x1, y1, x2, y2] = [worldX(west), worldY(north), worldX(east), worldY(south)];
  const [wide, high] = [width - margin.left - margin.right, height - margin.top - margin.bottom];
  const scale = Math.min(wide / Math.max(x2 - x1, 1e-9), high / Math.max(y2 - y1, 1e-9));
  return {
    width,
    height,
    scale,
    left: margin.left + wide / 2 - ((x1 + x2) / 2) * scale,
    top: margin.top + high / 2 - ((y1 + y2) / 2) * scale,
  };
}

export const project = ({ scale, left, top }: Frame, lon: number, lat: number): [x: number, y: number] => [
  worldX(lon) * scale + left,
  worldY(lat) * scale + top,
];

/** The smallest box around several; null of none. */
export function boxAround(boxes: readonly GeoBox[]): GeoBox | null {
  if (boxes.length === 0) return null;
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ];
}

/** A box grown on all sides by a share of its longer side. */
export function grownBox([west, south, east, north]: GeoBox, share: number): GeoBox {
  const squash = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const longer = Math.max((east - west) * squash, north - south);
  return [
    west - (longer * share) / squash,
    south - longer * share,
    east + (longer * share) / squash,
    north + longer * share,
  ];
}
