// Ways on the map: each in its colour, the chosen one wide, over the lines of the links it runs on.

import type { Leg, RouteAnswer } from '../api/schema'
import type { Context } from '../context'
import { WAYS } from './theme'

export function wayColour(i: number): string {
  return WAYS[i % WAYS.length] ?? '#0072b2'
}

export function drawWays(context: Context, answer: RouteAnswer, chosen: number): void {
  const lines = context.map.lines()
  const features: GeoJSON.Feature[] = answer.ways.map((way, i) => ({
    type: 'Feature',
    geometry: { type: 'MultiLineString', coordinates: way.legs.filter((l) => l.from.id !== l.to.id).flatMap((l) => track(l, lines)) },
    properties: { id: String(i), name: way.summary, colour: wayColour(i), chosen: i === chosen },
  }))
  features.sort((a, b) => Number(a.properties?.['chosen']) - Number(b.properties?.['chosen']))
  context.map.set('ways', features)
  context.map.set('ends', [answer.question.from, answer.question.to].map((p) => ({
    type: 'Feature', geometry: { type: 'Point', coordinates: at(p.position) }, properties: { id: p.id, name: p.name },
  })))
  context.map.dim(true)
}

export function pointsOf(context: Context, legs: Leg[]): [number, number][] {
  const lines = context.map.lines()
  return legs.filter((l) => l.from.id !== l.to.id).flatMap((l) => track(l, lines)).flat() as [number, number][]
}

/** Answers hold millionths of a degree. */
function at(position: number[]): [number, number] {
  return [(position[0] ?? 0) / 1e6, (position[1] ?? 0) / 1e6]
}

/** The lines of the links of a leg; straight where one is not drawn. */
function track(leg: Leg, lines: Map<string, GeoJSON.Feature>): GeoJSON.Position[][] {
  const found = leg.links.map((id) => lines.get(id)?.geometry)
  if (found.length === 0 || found.some((g) => g?.type !== 'MultiLineString')) return [[at(leg.from.position), at(leg.to.position)]]
  return found.flatMap((g) => (g as GeoJSON.MultiLineString).coordinates)
}
