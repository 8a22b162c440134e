import { at, lengthOf } from './curve.ts';
import type { PlanarGraph } from './planar-graph.ts';
import { distance, type Point } from './plane.ts';
import { randomOf } from './random.ts';
import { type DrawnStreet, streetNear } from './street-lines.ts';

/** Streets that the city's story needs by name: two places that the street passes. */
const KNOWN: readonly [name: string, place: Point, toward: Point][] = [
  ['Tern Park Road', [330, -760], [720, -830]],
  ['Court Street', [-560, 480], [-200, 390]],
  ['Foundry Street', [-600, -1500], [-100, -1650]],
  ['Canal Street', [-1450, 300], [-1000, 180]],
  ['Tannery Street', [-900, 1450], [-400, 1350]],
  ['Linden Avenue', [1250, 400], [1250, 900]],
  ['Chapel Street', [200, -250], [500, -320]],
  ['Depot Street', [-2550, 1750], [-2350, 1500]],
  ['Larch Hill Road', [-4300, 2500], [-4000, 2400]],
  ['Sparrow Lane', [3900, -200], [4100, 100]],
];

// Places, trees, birds, trades and family names: none points at a real street.
const STEMS =
  `Alder Amos Anchor Aspen Auburn Badger Bailey Balsam Banner Barley Bayberry Beacon Beech Bellamy Birch Bishop Blackburn
  Bluebell Bluff Boone Boxwood Bramble Briar Bridge Bristol Brook Buckeye Burdett Butler Cabot Calder Camden Canary Cardinal
  Carver Catalpa Cedar Chandler Charter Cherry Chestnut Church Clay Clement Clover Cobb Cole Colton Compass Cooper Copper
  Cornell Cotton Cove Crane Crescent Cricket Curlew Currier Cypress Dale Damson Daniel Darby Deacon Dell Denton Dogwood
  Dover Drake Drover Dudley Eaton Egret Elder Elgin Ellis Elm Ember Emmett Everett Fairview Falcon Farrow Fenwick Fern
  Finch Fisher Fletcher Flint Forge Foxglove Franklin Garnet Gaston Gentry Gilbert Glade Glen Goldfinch Gorse Granite
  Grant Grove Gull Hadley Halsey Harbor Harper Harvest Hawk Hawthorn Hazel Heath Hemlock Heron Hickory Hobart Holly
  Homestead Hornbeam Hunter Hyatt Ivy Jasper Jay Jessup Kendall Kestrel Kettle King Kirby Knoll Lark Larkspur Laurel
  Lawson Ledger Lilac Lime Linwood Locust Loft Lowell Lupine Lynden Madison Magnolia Mallard Maple Market Marsh Martin
  Mason Mayfield Mercer Merlin Merrill Milford Mint Monroe Morgan Moss Mulberry Myrtle Nash Nettle Newell Nolan Norris
  Nutmeg Oak Olive Oriole Osage Osprey Otter Oxbow Packer Palmer Parish Parker Partridge Pavilion Peach Pear Pearl Pebble
  Perry Persimmon Pheasant Pine Pioneer Pipit Plum Poplar Porter Prairie Prentice Prospect Quail Quartz Quincy Ramsey Raven
  Redbud Reed Ridley River Robin Rockwell Rowan Rush Sable Sage Salem Salter Sandpiper Sassafras Sawyer Schoolhouse Sedge
  Shaw Shepherd Sherwood Slate Smith Snowden Sorrel Spencer Spruce Stable Starling State Sterling Stone Sumac Summit Swallow
  Sycamore Talbot Tamarack Teal Temple Thatcher Thicket Thistle Thorn Thrush Timber Tinker Towhee Tucker Turner Tyler Union
  Valley Vernon Vesper Vine Violet Walker Walnut Warren Waverly Wayne Weaver Webster Wells Wexford Wheeler Whitby Willow
  Winslow Winter Wisteria Wood Wren Wright Yarrow York`.split(/\s+/);

const DOWNTOWN = ['Street', 'Street', 'Street', 'Avenue', 'Place'];
const SUBURB = ['Drive', 'Lane', 'Road', 'Way', 'Terrace', 'Circle', 'Place'];
const THROUGH = ['Avenue', 'Road', 'Drive', 'Boulevard'];
const COURT = ['Court', 'Court', 'Close'];

/** Gives every street that has no name one of its own. */
export function nameStreets(seed: number, streets: readonly DrawnStreet[], graph: PlanarGraph): void {
  for (const [name, place, toward] of KNOWN) {
    const street = streetNear(streets, place, toward);
    if (street) street.name = name;
  }
  const built = new Float64Array(streets.length);
  for (const edge of graph.edges) if (edge.tag >= 0) built[edge.tag] = (built[edge.tag] ?? 0) + lengthOf(edge.points);
  const random = randomOf(seed, 'street names');
  const taken = new Set(streets.map((street) => street.name));
  streets.forEach((street, s) => {
    if (street.name || !built[s]) return;
    const endings = endingsFor(street, built[s] ?? 0);
    for (let tries = 0; !street.name; tries++) {
      const name = `${random.pick(STEMS)} ${random.pick(tries < 60 ? endings : [...DOWNTOWN, ...SUBURB, ...THROUGH])}`;
      if (taken.has(name)) continue;
      taken.add(name);
      street.name = name;
    }
  });
}

function endingsFor(street: DrawnStreet, meters: number): readonly string[] {
  if (street.class === 'collector') return THROUGH;
  if (meters < 200) return COURT;
  const middle = at(street.line, Math.floor(street.line.length / 2));
  return distance(middle, [0, 200]) < 2000 ? DOWNTOWN : SUBURB;
}
