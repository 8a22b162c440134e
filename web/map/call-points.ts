import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibre } from 'maplibre-gl';
import { parseColor } from './color.ts';
import type { MapTokens } from './read-tokens.ts';

export const CALL_POINTS = 'call-points';

/**
 * Every call as a circle, drawn by one WebGL call: a million points as GeoJSON crash the
 * tab, as a buffer they draw. Coordinates are kept relative to their own middle, because
 * single floats on the whole world are two meters coarse.
 */
export class CallPoints implements CustomLayerInterface {
  readonly id = CALL_POINTS;
  readonly type = 'custom';
  readonly renderingMode = '2d';
  #map: MapLibre | null = null;
  #program: WebGLProgram | null = null;
  #buffer: WebGLBuffer | null = null;
  #vertices: WebGLVertexArrayObject | null = null;
  #offsets = new Float32Array();
  #middle: [number, number] = [0.5, 0.5];
  #stale = false;
  #fill = [0, 0, 0, 1];
  #edge = [1, 1, 1, 1];

  /** Longitude and latitude in pairs; empty hides the layer. */
  setPoints(lonLat: Float32Array): void {
    const world = Float64Array.from(lonLat, (degrees, i) => (i % 2 === 0 ? worldX(degrees) : worldY(degrees)));
    this.#middle = middleOf(world);
    this.#offsets = Float32Array.from(world, (value, i) => value - (this.#middle[i % 2] ?? 0));
    this.#stale = true;
    this.#map?.triggerRepaint();
  }

  setColors(tokens: MapTokens): void {
    this.#fill = parseColor(tokens.call).map((value, i) => (i < 3 ? value / 255 : value * 0.82));
    this.#edge = parseColor(tokens.surface).map((value, i) => (i < 3 ? value / 255 : value));
    this.#map?.triggerRepaint();
  }

  onAdd(map: MapLibre, gl: WebGLRenderingContext | WebGL2RenderingContext): void {
    if (!(gl instanceof WebGL2RenderingContext))
      throw new Error('calls need WebGL 2, which this browser does not give');
    this.#map = map;
    this.#program = link(gl);
    this.#buffer = gl.createBuffer();
    this.#vertices = gl.createVertexArray();
    this.#stale = true;
  }

  onRemove(_map: MapLibre, gl: WebGLRenderingContext | WebGL2RenderingContext): void {
    gl.deleteProgram(this.#program);
    gl.deleteBuffer(this.#buffer);
    this.#map = null;
  }

  render(gl: WebGLRenderingContext | WebGL2RenderingContext, { defaultProjectionData }: CustomRenderMethodInput): void {
    if (!(gl instanceof WebGL2RenderingContext) || !this.#program || !this.#map || this.#offsets.length === 0) return;
    this.#fillBuffer(gl);
    const diameter = diameterAt(this.#map.getZoom(), this.#offsets.length / 2);
    // biome-ignore lint/correctness/useHookAtTopLevel: a WebGL call, not a hook
    gl.useProgram(this.#program);
    const place = (name: string): WebGLUniformLocation | null =>
      this.#program && gl.getUniformLocation(this.#program, name);
    gl.uniformMatrix4fv(place('matrix'), false, moved(defaultProjectionData.mainMatrix, this.#middle));
    gl.uniform1f(place('size'), diameter * this.#map.getPixelRatio());
    const hasRim = diameter >= LEAST_WITH_RIM;
    gl.uniform1f(place('edgeShare'), hasRim ? 1 / diameter : 0);
    gl.uniform4fv(place('fill'), this.#fill);
    gl.uniform4fv(place('edge'), hasRim ? this.#edge : this.#fill);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.drawArrays(gl.POINTS, 0, this.#offsets.length / 2);
    gl.bindVertexArray(null);
  }

  #fillBuffer(gl: WebGL2RenderingContext): void {
    gl.bindVertexArray(this.#vertices);
    if (!this.#stale) return;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    gl.bufferData(gl.ARRAY_BUFFER, this.#offsets, gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
    this.#stale = false;
  }
}

const LEAST_WITH_RIM = 5; // a smaller dot would be all rim, white on a pale ground

const FEW = 3_000;

/** Pixels: small from far, so that a city of calls stays a texture; readable from near, and where there are few. */
export function diameterAt(zoom: number, count: number): number {
  const least = count <= FEW ? 6 : 2.6;
  return Math.min(11, Math.max(least, 2.6 + (zoom - 10.5) * 1.25));
}

const worldX = (lon: number): number => (lon + 180) / 360;
const worldY = (lat: number): number => (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;

function middleOf(world: Float64Array): [number, number] {
  const low = [1, 1];
  const high = [0, 0];
  world.forEach((value, i) => {
    low[i % 2] = Math.min(low[i % 2] ?? 1, value);
    high[i % 2] = Math.max(high[i % 2] ?? 0, value);
  });
  return [((low[0] ?? 0) + (high[0] ?? 0)) / 2, ((low[1] ?? 0) + (high[1] ?? 0)) / 2];
}

/** `matrix` after a move to the middle of the points, in double precision. */
function moved(matrix: ArrayLike<number>, [x, y]: [number, number]): Float32Array {
  const result = Float32Array.from(matrix);
  for (let row = 0; row < 4; row += 1) {
    result[12 + row] = (matrix[row] ?? 0) * x + (matrix[4 + row] ?? 0) * y + (matrix[12 + row] ?? 0);
  }
  return result;
}

const VERTEX = `#version 300 es
layout(location = 0) in vec2 offset;
uniform mat4 matrix;
uniform float size;
void main() {
  gl_Position = matrix * vec4(offset, 0.0, 1.0);
  gl_PointSize = size + 1.0;
}`;

const FRAGMENT = `#version 300 es
precision highp float;
uniform vec4 fill;
uniform vec4 edge;
uniform float size;
uniform float edgeShare;
out vec4 color;
void main() {
  float fromMiddle = length(gl_PointCoord - 0.5) * 2.0 * (size + 1.0) / size;
  float soft = 2.0 / size;
  float inDisc = 1.0 - smoothstep(1.0 - soft, 1.0, fromMiddle);
  float inRim = smoothstep(1.0 - 2.0 * edgeShare - soft, 1.0 - 2.0 * edgeShare, fromMiddle);
  vec4 seen = mix(fill, edge, inRim);
  color = vec4(seen.rgb, 1.0) * seen.a * inDisc;
}`;

function link(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) throw new Error('the graphics card gave no shader: reload the page');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
    throw new Error(`calls cannot be drawn: ${gl.getProgramInfoLog(program) ?? 'the shader did not link'}`);
  }
  return program;
}
