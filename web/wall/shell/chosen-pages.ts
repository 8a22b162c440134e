import type { WallBoard } from '#data/schema/wall.ts';
import { pagesOf, type WallPage } from '#web/wall/page.ts';
import type { WallSettings } from './settings.ts';

type Asked = Pick<WallSettings, 'pages' | 'district'>;

/** The pages that this wall's address asks for; the city's where it asks for none that there is. */
export function chosenPages(board: WallBoard, asked: Asked): WallPage[] {
  const district = unknownDistrict(board, asked) === null ? asked.district : null; // better all than none
  const pages = pagesOf(board);
  const wanted = pages.filter(
    ({ kind, subject }) =>
      (asked.pages.length === 0 || asked.pages.includes(kind)) &&
      (kind !== 'district' || district === null || subject === district),
  );
  return wanted.length > 0 ? wanted : pages.slice(0, 1);
}

/** The district that the address names and the city does not have; null where there is none such. */
export function unknownDistrict({ calls }: WallBoard, { district }: Asked): string | null {
  if (calls === null || calls.areas.some((area) => area.district === district)) return null;
  return district;
}
