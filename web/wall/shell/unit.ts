/** What a wall is: how far away it is read, and how large its picture is. */
export type Place = {
  readonly distance: number; // meters
  readonly diagonal: number; // inches
};

export const USUAL_PLACE: Place = { distance: 4, diagonal: 55 };

const LEAST = { long: 1140, short: 640 }; // wall pixels that a page needs at least
const PIXELS_PER_INCH = Math.hypot(1920, 1080) / USUAL_PLACE.diagonal; // of the screen that sizes are drawn for

/**
 * How many CSS pixels one wall pixel is.
 *
 * A lower-case x must be seen under 10 minutes of arc at least (InfoComm's guide, quoted at ptsdcs.com, 2009): at 4 m
 * that is 11.6 mm, 18 pixels of a 55-inch screen of 1920 by 1080, the x of 37-pixel type. So 37 wall pixels are the floor,
 * one wall pixel is one pixel of that screen, and it grows with the distance and with the pixels an inch has.
 *
 * @returns `isTooSmall` where the screen cannot hold a page in type of that size: then it is set as large as it can be.
 */
export function wallUnit(
  viewport: { readonly width: number; readonly height: number },
  { distance, diagonal }: Place,
): { u: number; isTooSmall: boolean } {
  const pixelsPerInch = Math.hypot(viewport.width, viewport.height) / diagonal;
  const wanted = (distance / USUAL_PLACE.distance) * (pixelsPerInch / PIXELS_PER_INCH);
  const most = Math.min(
    Math.max(viewport.width, viewport.height) / LEAST.long,
    Math.min(viewport.width, viewport.height) / LEAST.short,
  );
  return { u: Math.min(wanted, most), isTooSmall: wanted > most };
}
