/** Weekly counts as counts of several weeks each, back from the last; the oldest weeks that fill no step are dropped. */
export function bundleWeeks(counts: ArrayLike<number>, weeksPerStep: number): Float64Array {
  const steps = new Float64Array(Math.floor(counts.length / weeksPerStep));
  const first = counts.length - steps.length * weeksPerStep;
  for (let week = first; week < counts.length; week++) {
    const step = Math.floor((week - first) / weeksPerStep);
    steps[step] = (steps[step] ?? 0) + (counts[week] ?? 0);
  }
  return steps;
}
