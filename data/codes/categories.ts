/**
 * The category tree: families for readers, categories for counting. A call type of
 * any source maps to one category. `leastLevel` is the least privileged release level
 * that may receive its calls: `restricted` categories reach analysts and commanders only.
 * An unknown type is `unknown`, and unknown is restricted.
 */
export const FAMILIES = [
  { family: 'violent', label: 'Violent' },
  { family: 'property', label: 'Property' },
  { family: 'disorder', label: 'Disorder' },
  { family: 'quality-of-life', label: 'Quality of life' },
  { family: 'traffic', label: 'Traffic' },
  { family: 'welfare', label: 'Welfare' },
  { family: 'police', label: 'Police-initiated' },
  { family: 'other', label: 'Other' },
] as const;
export type Family = (typeof FAMILIES)[number]['family'];

export const CATEGORIES = [
  { category: 'homicide', label: 'Homicide', family: 'violent', leastLevel: 'restricted' },
  { category: 'sexual-offense', label: 'Sexual offense', family: 'violent', leastLevel: 'restricted' },
  { category: 'domestic', label: 'Domestic violence', family: 'violent', leastLevel: 'restricted' },
  { category: 'violence-mixed', label: 'Violence or sexual offense', family: 'violent', leastLevel: 'restricted' },
  { category: 'robbery', label: 'Robbery', family: 'violent', leastLevel: 'public' },
  { category: 'assault', label: 'Assault', family: 'violent', leastLevel: 'public' },
  { category: 'shots-fired', label: 'Shots fired', family: 'violent', leastLevel: 'public' },
  { category: 'weapons', label: 'Weapons', family: 'violent', leastLevel: 'public' },
  { category: 'burglary', label: 'Burglary', family: 'property', leastLevel: 'public' },
  { category: 'theft-from-vehicle', label: 'Theft from vehicle', family: 'property', leastLevel: 'public' },
  { category: 'vehicle-theft', label: 'Vehicle theft', family: 'property', leastLevel: 'public' },
  { category: 'shoplifting', label: 'Shoplifting', family: 'property', leastLevel: 'public' },
  { category: 'theft', label: 'Theft', family: 'property', leastLevel: 'public' },
  { category: 'fraud', label: 'Fraud', family: 'property', leastLevel: 'public' },
  { category: 'vandalism', label: 'Vandalism', family: 'property', leastLevel: 'public' },
  { category: 'arson', label: 'Arson', family: 'property', leastLevel: 'public' },
  { category: 'disturbance', label: 'Disturbance', family: 'disorder', leastLevel: 'public' },
  { category: 'noise', label: 'Noise', family: 'disorder', leastLevel: 'public' },
  { category: 'fireworks', label: 'Fireworks', family: 'disorder', leastLevel: 'public' },
  { category: 'trespass', label: 'Trespass', family: 'disorder', leastLevel: 'public' },
  { category: 'drugs', label: 'Drugs', family: 'disorder', leastLevel: 'public' },
  { category: 'alcohol', label: 'Alcohol', family: 'disorder', leastLevel: 'public' },
  { category: 'suspicious', label: 'Suspicious person', family: 'disorder', leastLevel: 'public' },
  { category: 'anti-social', label: 'Anti-social behavior', family: 'disorder', leastLevel: 'public' },
  { category: 'dumping', label: 'Dumping', family: 'quality-of-life', leastLevel: 'public' },
  { category: 'graffiti', label: 'Graffiti', family: 'quality-of-life', leastLevel: 'public' },
  { category: 'animal', label: 'Animal', family: 'quality-of-life', leastLevel: 'public' },
  { category: 'encampment', label: 'Encampment', family: 'quality-of-life', leastLevel: 'internal' },
  { category: 'parking', label: 'Parking', family: 'quality-of-life', leastLevel: 'public' },
  { category: 'nuisance', label: 'Other nuisance', family: 'quality-of-life', leastLevel: 'public' },
  { category: 'crash', label: 'Crash', family: 'traffic', leastLevel: 'public' },
  { category: 'traffic-hazard', label: 'Traffic hazard', family: 'traffic', leastLevel: 'public' },
  { category: 'reckless-driving', label: 'Reckless driving', family: 'traffic', leastLevel: 'public' },
  { category: 'welfare-check', label: 'Welfare check', family: 'welfare', leastLevel: 'restricted' },
  { category: 'mental-health', label: 'Mental health', family: 'welfare', leastLevel: 'restricted' },
  { category: 'medical', label: 'Medical', family: 'welfare', leastLevel: 'restricted' },
  { category: 'missing-person', label: 'Missing person', family: 'welfare', leastLevel: 'restricted' },
  { category: 'child-or-elder', label: 'Child or elder', family: 'welfare', leastLevel: 'restricted' },
  { category: 'traffic-stop', label: 'Traffic stop', family: 'police', leastLevel: 'internal' },
  { category: 'patrol-check', label: 'Patrol check', family: 'police', leastLevel: 'internal' },
  { category: 'warrant', label: 'Warrant service', family: 'police', leastLevel: 'restricted' },
  { category: 'alarm', label: 'Alarm', family: 'other', leastLevel: 'public' },
  { category: 'assist', label: 'Assist', family: 'other', leastLevel: 'internal' },
  { category: 'found-property', label: 'Found property', family: 'other', leastLevel: 'public' },
  { category: 'other', label: 'Other', family: 'other', leastLevel: 'internal' },
  { category: 'unknown', label: 'Not classified', family: 'other', leastLevel: 'restricted' },
] as const satisfies readonly {
  category: string;
  label: string;
  family: Family;
  leastLevel: 'restricted' | 'internal' | 'public';
}[];
export type CategoryCode = (typeof CATEGORIES)[number]['category'];
