/**
 * One p from two that are independent: the chance that two uniform draws have so small a product.
 *
 * Fisher RA (1932), Statistical Methods for Research Workers, 4th ed. Wrong where one thing made both: then the larger p stands.
 */
export function fisher(first: number, second: number): number {
  const product = first * second;
  return product === 0 ? 0 : Math.min(1, product * (1 - Math.log(product)));
}
