// A flow on the map: width is volume, colour is use, arrows are directions, rings are bottlenecks.

import type { ElementFlow, FlowAnswer, LimitFlow } from '../api/schema'
import type { Context } from '../context'
import { USE, UNLIMITED, type Theme } from './theme'

/** Widest line, in pixels; a line of a quarter of the volume is half as wide, so that small flows stay visible. */
const WIDEST = 16
/** So many bottlenecks get a ring. */
const RINGS = 12

export function linkOf(e: ElementFlow): string | null {
  return e.what.startsWith('link:') ? e.what.slice(5) : null
}

export function volume(e: ElementFlow): number {
  return e.tonnes || e.units
}

export function colourOf(share: number | null | undefined, theme: Theme): string {
  if (share === null || share === undefined) return UNLIMITED[theme]
  return [...USE[theme]].reverse().find(([from]) => share >= from)?.[1] ?? UNLIMITED[theme]
}

/** Links that a limit stands at: its own, those of its service, those of the services of its fleet. */
export function linksOf(context: Context, limit: LimitFlow): string[] {
  const [kind, id] = split(limit.at)
  if (kind === 'link') return [id]
  const services = [...context.services.values()].filter((s) => (kind === 'service' ? s.id === id : kind === 'fleet' && s.fleets.includes(id)))
  return services.flatMap((s) => s.links)
}

export function placesOf(context: Context, limit: LimitFlow): string[] {
  const [kind, id] = split(limit.at)
  if (kind === 'node') return [id]
  if (kind === 'facility') return context.facilities.has(id) ? [context.facilities.get(id) ?? ''] : []
  const services = [...context.services.values()].filter((s) => (kind === 'service' ? s.id === id : kind === 'fleet' && s.fleets.includes(id)))
  return services.flatMap((s) => s.calls.slice(0, 1))
}

function split(at: string): [string, string] {
  const i = at.indexOf(':')
  return [at.slice(0, i), at.slice(i + 1)]
}

/** The highest use of whatever limits a link. */
export function useOfLinks(context: Context, answer: FlowAnswer): Map<string, number> {
  const use = new Map<string, number>()
  for (const limit of answer.limits) {
    for (const link of linksOf(context, limit)) use.set(link, Math.max(use.get(link) ?? 0, limit.share))
  }
  return use
}

export function drawFlow(context: Context, answer: FlowAnswer): void {
  const theme = context.theme()
  const lines = context.map.lines()
  const use = useOfLinks(context, answer)
  const drawn = answer.elements.filter((e) => linkOf(e) && e.tonnes > 0)
  const most = Math.max(...drawn.map((e) => e.tonnes), 1)
  const features: GeoJSON.Feature[] = []
  for (const e of drawn) {
    const id = linkOf(e) ?? ''
    const line = lines.get(id)
    if (!line) continue
    const width = Math.max(1, WIDEST * Math.sqrt(e.tonnes / most))
    const side = e.direction === 'back' ? -1 : 1
    features.push({
      type: 'Feature', geometry: line.geometry,
      properties: {
        id, name: e.name, width, colour: colourOf(e.share ?? use.get(id), theme), offset: side * (width / 2 + 0.6),
        arrow: e.direction === 'back' ? '‹' : '›', shift: [0, side * (0.1 + width / 30)], tonnes: e.tonnes,
      },
    })
  }
  features.sort((a, b) => Number(a.properties?.['tonnes']) - Number(b.properties?.['tonnes']))
  context.map.set('flow', features)
  context.map.set('marks', rings(context, answer, theme))
  context.map.dim(true)
}

function rings(context: Context, answer: FlowAnswer, theme: Theme): GeoJSON.Feature[] {
  const tight = answer.limits.filter((l) => l.price > 0 && l.share > 0.98).slice(0, RINGS)
  return tight.flatMap((l) => placesOf(context, l)).flatMap((id) => {
    const place = context.places.get(id)
    return place ? [{ type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates: place.position }, properties: { id, name: place.name, colour: colourOf(1, theme) } }] : []
  })
}
