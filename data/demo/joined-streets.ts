import { at, type Line } from './curve.ts';
import type { StreetClass } from './layout.ts';
import type { Network } from './network.ts';
import type { Edge } from './planar-graph.ts';

/** A street drawn in one stroke as far as it runs through, so that its name can run along it. */
export type JoinedStreet = { name: string; class: StreetClass; line: Line };

export function joinedStreets({ graph, streets }: Network): JoinedStreet[] {
  const byStreet = new Map<number, Edge[]>();
  for (const edge of graph.edges) {
    if (edge.tag < 0) continue;
    const list = byStreet.get(edge.tag);
    if (list) list.push(edge);
    else byStreet.set(edge.tag, [edge]);
  }
  return [...byStreet].flatMap(([tag, edges]) => {
    const street = streets[tag];
    return street ? strokes(edges).map((line) => ({ name: street.name, class: street.class, line })) : [];
  });
}

function strokes(edges: readonly Edge[]): Line[] {
  const left = new Set(edges);
  const lines: Line[] = [];
  for (const start of edges) {
    if (!left.delete(start)) continue;
    const forward = follow(start.points, start.b, left);
    const whole = follow([...forward].reverse(), start.a, left);
    lines.push(whole.reverse());
  }
  return lines;
}

function follow(from: Line, node: number, left: Set<Edge>): Line[number][] {
  const line = [...from];
  let end = node;
  for (let found = true; found; ) {
    found = false;
    for (const edge of left) {
      if (edge.a !== end && edge.b !== end) continue;
      left.delete(edge);
      const points = edge.a === end ? edge.points : [...edge.points].reverse();
      line.push(...points.slice(1));
      end = edge.a === end ? edge.b : edge.a;
      found = true;
      break;
    }
  }
  return line.filter((point, i) => i === 0 || i === line.length - 1 || point !== at(line, i - 1));
}
