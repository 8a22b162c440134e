/** The words of the way from a wall to the desk. */
export const words = {
  title: 'Code from the wall',
  lead: 'Four letters and numbers stand at the lower edge of the wall. They open the same question here, with its rows.',
  label: 'Code',
  hint: 'Like 7K4M. Small letters and a dash do no harm.',
  open: 'Open',
  needed: 'Type the four characters first',
  opening: (code: string) => `Opening what ${code} showed`,
  unknownTitle: (code: string) => `No wall has shown ${code}`,
  unknown:
    'Compare it with the wall: a 0 is a zero, a 1 is a one, and there are no vowels. Codes of another city open nothing here.',
  forbiddenTitle: 'Your role does not open codes from a wall',
  failedTitle: 'The code could not be looked up',
};
