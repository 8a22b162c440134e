const RESIDENTS = ['residents', 'population'];
const ADDRESSES = ['addresses'];

type Properties = Readonly<Record<string, unknown>> | null;

/** How many live in an area and how many addresses it has, where its properties say so in whole numbers. */
export function denominatorsOf(properties: Properties): { residents: number | null; addresses: number | null } {
  return { residents: countNamed(properties, RESIDENTS), addresses: countNamed(properties, ADDRESSES) };
}

function countNamed(properties: Properties, names: readonly string[]): number | null {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (!names.includes(name.toLowerCase()) || value === null || value === '') continue;
    const count = Number(value);
    if (Number.isSafeInteger(count) && count >= 0) return count;
  }
  return null;
}
