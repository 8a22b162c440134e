/** Font stacks of the map's labels; the names are declared in `map-fonts.css`. */
export const MAP_FONT = {
  group: ['Map Inter SemiBold'],
  number: ['Map Inter Bold'],
  street: ['Map Inter Medium'],
  overlapping: ['Map Inter Medium Italic'], // and water: slant says that a name shares its ground
};
