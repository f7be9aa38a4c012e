// A film of a run: where everything is at a moment. Positions go into one array a frame; no object has an element of its own.

import type { Film, Moves } from '../api/schema'
import type { Context } from '../context'

type Point = [number, number]

/** Floats of a point: x, y, size in pixels, style. */
export const FLOATS = 4
/** Styles: goods, background traffic, ships, queues; those of a second run follow. */
export const STYLES = 4
/** Hours of a bin in which moves are looked up. */
const BIN_HOURS = 24

/** Web Mercator, 0 to 1, as the map's matrix wants it. */
function mercator([lon, lat]: Point): Point {
  const s = Math.sin((lat * Math.PI) / 180)
  return [(lon + 180) / 360, 0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI)]
}

const far = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1])

/** A line and how far along it each of its points lies. */
class Track {
  private readonly along: Float64Array
  constructor(private readonly points: Point[]) {
    this.along = new Float64Array(points.length)
    for (let i = 1; i < points.length; i++) this.along[i] = (this.along[i - 1] ?? 0) + far(points[i - 1] as Point, points[i] as Point)
  }

  at(share: number, out: Float32Array, to: number): void {
    const want = share * (this.along[this.along.length - 1] ?? 0)
    let [low, high] = [0, this.points.length - 1]
    while (high - low > 1) {
      const mid = (low + high) >> 1
      if ((this.along[mid] ?? 0) <= want) low = mid
      else high = mid
    }
    const [a, b] = [this.points[low] as Point, this.points[high] as Point]
    const [x, y] = [this.along[low] ?? 0, this.along[high] ?? 0]
    const part = y > x ? (want - x) / (y - x) : 0
    out[to] = a[0] + (b[0] - a[0]) * part
    out[to + 1] = a[1] + (b[1] - a[1]) * part
  }
}

/** Which moves touch a bin of time. */
class Bins {
  private readonly starts: Uint32Array
  private readonly items: Uint32Array
  constructor(private readonly moves: Moves, private readonly width: number, count: number) {
    const n = moves.begins.length
    const first = (i: number) => Math.floor((moves.begins[i] ?? 0) / width)
    const last = (i: number) => Math.min(count - 1, Math.floor(((moves.begins[i] ?? 0) + (moves.lasts[i] ?? 0)) / width))
    this.starts = new Uint32Array(count + 1)
    for (let i = 0; i < n; i++) for (let b = first(i); b <= last(i); b++) this.starts[b + 1] = (this.starts[b + 1] ?? 0) + 1
    for (let b = 0; b < count; b++) this.starts[b + 1] = (this.starts[b + 1] ?? 0) + (this.starts[b] ?? 0)
    const next = this.starts.slice()
    this.items = new Uint32Array(this.starts[count] ?? 0)
    for (let i = 0; i < n; i++) for (let b = first(i); b <= last(i); b++) { this.items[next[b] ?? 0] = i; next[b] = (next[b] ?? 0) + 1 }
  }

  /** Moves under way at a moment, each with the share of it that is done. */
  each(at: number, tell: (move: number, done: number) => void): void {
    const bin = Math.floor(at / this.width)
    for (let k = this.starts[bin] ?? 0; k < (this.starts[bin + 1] ?? 0); k++) {
      const i = this.items[k] ?? 0
      const [begins, lasts] = [this.moves.begins[i] ?? 0, this.moves.lasts[i] ?? 1]
      if (at >= begins && at < begins + lasts) tell(i, (at - begins) / lasts)
    }
  }
}

export interface Count { goods: number; ships: number; waiting: number }

export class Reel {
  private readonly tracks: Track[]
  private readonly goods: Bins
  /** Moves of each ship, in order. */
  private readonly voyages: number[][]
  private readonly queues: { at: Point; pieces: number[] }[]
  points = new Float32Array(0)
  used = 0

  constructor(context: Context, readonly film: Film, private readonly second: boolean) {
    const lines = context.map.lines()
    const place = (id: string): Point => mercator((context.places.get(id)?.position ?? [0, 0]) as Point)
    this.tracks = film.stretches.map((s) => new Track(trace(place(s.from), place(s.to), s.links.map((l) => lines.get(l)?.geometry))))
    const width = BIN_HOURS / film.step_hours
    this.goods = new Bins(film.goods, width, Math.ceil(film.hours / BIN_HOURS) + 1)
    this.voyages = film.ships.map(() => [])
    film.sailings.who.forEach((ship, i) => this.voyages[ship]?.push(i))
    this.queues = film.queues.flatMap((q) => (context.places.has(q.place) ? [{ at: place(q.place), pieces: q.pieces }] : []))
  }

  private put(size: number, style: number): number {
    const to = this.used * FLOATS
    if (to + FLOATS > this.points.length) {
      const more = new Float32Array(Math.max(4096, this.points.length * 2))
      more.set(this.points)
      this.points = more
    }
    this.points[to + 2] = size
    this.points[to + 3] = style + (this.second ? STYLES : 0)
    this.used += 1
    return to
  }

  /** Where everything is so many hours after the first midnight; how much there is of it. */
  show(hours: number): Count {
    this.used = 0
    const film = this.film
    const at = hours / film.step_hours
    const count: Count = { goods: 0, ships: 0, waiting: 0 }
    for (const q of this.queues) {
      const pieces = this.waiting(q.pieces, hours)
      count.waiting += pieces
      if (pieces < 0.5) continue
      const to = this.put(Math.min(96, 6 + 0.9 * Math.sqrt(pieces)), 3)
      this.points[to] = q.at[0]
      this.points[to + 1] = q.at[1]
    }
    this.goods.each(at, (i, done) => {
      const to = this.put(4.5, film.rows[film.goods.who[i] ?? 0]?.background ? 1 : 0)
      this.tracks[film.goods.over[i] ?? 0]?.at(done, this.points, to)
      count.goods += 1
    })
    for (const moves of this.voyages) this.ship(moves, at, count)
    count.goods *= film.one_in
    return count
  }

  /** Between two slices a queue goes evenly from one mean to the next. */
  private waiting(pieces: number[], hours: number): number {
    const x = Math.max(0, Math.min(pieces.length - 1, hours / this.film.queue_hours - 0.5))
    const i = Math.floor(x)
    const [a, b] = [pieces[i] ?? 0, pieces[i + 1] ?? pieces[i] ?? 0]
    return a + (b - a) * (x - i)
  }

  /** A ship is on its last move, or lies where that ended. */
  private ship(moves: number[], at: number, count: Count): void {
    const first = moves[0]
    if (first === undefined) return
    const s = this.film.sailings
    let [low, high] = [0, moves.length]
    while (high - low > 1) {
      const mid = (low + high) >> 1
      if ((s.begins[moves[mid] ?? 0] ?? 0) <= at) low = mid
      else high = mid
    }
    const i = moves[low] ?? first
    const done = Math.max(0, Math.min(1, (at - (s.begins[i] ?? 0)) / (s.lasts[i] ?? 1)))
    const to = this.put(done > 0 && done < 1 ? 9 : 5, 2)
    this.tracks[s.over[i] ?? 0]?.at(done, this.points, to)
    if (done > 0 && done < 1) count.ships += 1
  }
}

/** The lines of links one after the other, each turned so that it goes on where the last one ended. */
function trace(from: Point, to: Point, links: (GeoJSON.Geometry | undefined)[]): Point[] {
  const out: Point[] = [from]
  for (const g of links) {
    if (g?.type !== 'MultiLineString') continue
    const points = g.coordinates.flat().map((p) => mercator([p[0] ?? 0, p[1] ?? 0]))
    const here = out[out.length - 1] as Point
    if (points.length && far(here, points[points.length - 1] as Point) < far(here, points[0] as Point)) points.reverse()
    for (const p of points) out.push(p)
  }
  out.push(to)
  return out
}
