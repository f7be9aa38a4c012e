// Every point of a frame is drawn at once on a canvas over the map: positions are a buffer, sizes and styles lie beside them.
// The map is not drawn again while the film plays; its layer only tells when it has moved, and where to.

import type { CustomLayerInterface, CustomRenderMethodInput } from 'maplibre-gl'
import type { CorridorMap } from './map'
import { FLOATS, STYLES, type Reel } from './film'
import { h } from '../ui/dom'
import type { Theme } from './theme'

/** Goods, background, ships, queues; then the same of the second run. */
const COLOURS: Record<Theme, string[]> = {
  light: ['#c2410c', '#64748b', '#0b5c5c', '#b3123b', '#7c3aed', '#94a3b8', '#1d4ed8', '#6d28d9'],
  dark: ['#fb923c', '#94a3af', '#5fd3c6', '#ff5d7a', '#c4b5fd', '#64748b', '#7dabff', '#a78bfa'],
}

export function filmColour(theme: Theme, style: number): string {
  return COLOURS[theme][style] ?? '#000000'
}

const VERTEX = `
uniform mat4 u_matrix; uniform float u_scale; uniform vec2 u_shift;
attribute vec4 a_point; varying float v_style; varying float v_size;
void main() {
  gl_Position = u_matrix * vec4(a_point.xy, 0.0, 1.0);
  // The second run lies a little beside the first, so that equal ones show.
  if (a_point.w > 3.5 && a_point.w < 6.5) gl_Position.xy += u_shift * gl_Position.w;
  gl_PointSize = a_point.z * u_scale; v_size = a_point.z * u_scale; v_style = a_point.w;
}`
const FRAGMENT = `
precision mediump float;
uniform vec3 u_colours[${2 * STYLES}]; uniform vec3 u_halo;
varying float v_style; varying float v_size;
void main() {
  float r = length(gl_PointCoord - 0.5) * 2.0;
  if (r > 1.0) discard;
  vec3 colour = u_colours[0];
  for (int i = 0; i < ${2 * STYLES}; i++) if (abs(v_style - float(i)) < 0.5) colour = u_colours[i];
  bool queue = abs(mod(v_style + 0.5, ${STYLES}.0) - 3.5) < 0.5;
  float edge = 1.0 - 2.6 / v_size;
  float alpha = queue ? (r > edge ? 0.9 : 0.22) : 0.95;
  vec3 shown = !queue && v_size > 7.0 && r > edge ? u_halo : colour;
  gl_FragColor = vec4(shown * alpha, alpha);
}`

/** What a draw names in the program, looked up once. */
interface Pen {
  gl: WebGLRenderingContext
  at: number
  uniform: Record<'u_matrix' | 'u_shift' | 'u_scale' | 'u_colours' | 'u_halo', WebGLUniformLocation | null>
}

export class FilmLayer implements CustomLayerInterface {
  readonly id = 'film'
  readonly type = 'custom' as const
  private readonly canvas = h('canvas', { class: 'film', 'aria-hidden': 'true' })
  private readonly pen: Pen | null
  private matrix: Float32Array | null = null
  reels: Reel[] = []

  constructor(private readonly map: CorridorMap, private theme: () => Theme) {
    const gl = map.map ? this.canvas.getContext('webgl', { preserveDrawingBuffer: true }) : null
    this.pen = gl ? sharpened(gl) : null
  }

  /** Puts the points over the map; a new style has lost the layer that tells where the map looks. */
  show(): void {
    const map = this.map.map
    if (!map || map.getLayer(this.id) || !map.getLayer('place-names')) return
    map.getCanvasContainer().append(this.canvas)
    map.addLayer(this)
  }

  hide(): void {
    if (this.map.map?.getLayer(this.id)) this.map.map.removeLayer(this.id)
    this.canvas.remove()
  }

  /** The map has moved. */
  render(_: unknown, input: CustomRenderMethodInput): void {
    this.matrix = Float32Array.from(input.defaultProjectionData.mainMatrix)
    this.draw()
  }

  draw(): void {
    if (!this.pen || !this.matrix) return
    const { gl, at, uniform } = this.pen
    const theme = this.theme()
    this.fit(gl)
    gl.clear(gl.COLOR_BUFFER_BIT)
    gl.uniformMatrix4fv(uniform.u_matrix, false, this.matrix)
    gl.uniform2f(uniform.u_shift, (9 * devicePixelRatio) / gl.drawingBufferWidth, (9 * devicePixelRatio) / gl.drawingBufferHeight)
    gl.uniform1f(uniform.u_scale, devicePixelRatio)
    gl.uniform3fv(uniform.u_colours, COLOURS[theme].flatMap(rgb))
    gl.uniform3fv(uniform.u_halo, theme === 'dark' ? [0.06, 0.09, 0.11] : [1, 1, 1])
    for (const reel of this.reels) {
      gl.bufferData(gl.ARRAY_BUFFER, reel.points.subarray(0, reel.used * FLOATS), gl.DYNAMIC_DRAW)
      gl.vertexAttribPointer(at, FLOATS, gl.FLOAT, false, 0, 0)
      gl.drawArrays(gl.POINTS, 0, reel.used)
    }
  }

  /** As many pixels as the map has. */
  private fit(gl: WebGLRenderingContext): void {
    const under = this.map.map?.getCanvas()
    if (!under || (this.canvas.width === under.width && this.canvas.height === under.height)) return
    this.canvas.width = under.width
    this.canvas.height = under.height
    gl.viewport(0, 0, under.width, under.height)
  }
}

function sharpened(gl: WebGLRenderingContext): Pen | null {
  const shader = (kind: number, text: string) => {
    const made = gl.createShader(kind) as WebGLShader
    gl.shaderSource(made, text)
    gl.compileShader(made)
    return made
  }
  const program = gl.createProgram()
  if (!program) return null
  gl.attachShader(program, shader(gl.VERTEX_SHADER, VERTEX))
  gl.attachShader(program, shader(gl.FRAGMENT_SHADER, FRAGMENT))
  gl.linkProgram(program)
  gl.useProgram(program)
  gl.enable(gl.BLEND)
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer())
  const at = gl.getAttribLocation(program, 'a_point')
  gl.enableVertexAttribArray(at)
  const find = (name: string) => gl.getUniformLocation(program, name)
  const uniform = { u_matrix: find('u_matrix'), u_shift: find('u_shift'), u_scale: find('u_scale'), u_colours: find('u_colours'), u_halo: find('u_halo') }
  return { gl, at, uniform }
}

function rgb(colour: string): number[] {
  return [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16) / 255)
}
