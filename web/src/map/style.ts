// The style of the map. No glyphs are asked for: names are drawn with the page's own fonts.

import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { language } from '../ui/words'
import { PALETTES, type Theme } from './theme'

const EMPTY = { type: 'FeatureCollection' as const, features: [] }
export const MODES = ['rail', 'sea', 'road', 'pipeline', 'fibre', 'air'] as const
/** What each mode is called, by its message. */
export const MODE_WORDS: Record<string, string> = {
  rail: 'web-mode-rail', sea: 'web-mode-sea', road: 'web-mode-road', pipeline: 'web-mode-pipeline', fibre: 'web-mode-fibre', air: 'web-mode-air',
}
const FONT = ['Noto Sans']
const DASHES: Record<string, number[]> = { sea: [3, 2], fibre: [1, 2], air: [1, 4], pipeline: [6, 2] }

export function style(theme: Theme, base: string[]): StyleSpecification {
  const sources: StyleSpecification['sources'] = {}
  for (const layer of base) sources[layer] = { type: 'geojson', data: layer === 'world' ? EMPTY : `${location.origin}/api/base/${layer}.geojson` }
  for (const name of ['borders', 'country-labels', 'links', 'flow', 'ways', 'places', 'marks', 'ends']) sources[name] = { type: 'geojson', data: EMPTY }
  return { version: 8, sources, layers: [...ground(theme, base), ...network(theme), ...answers(theme), ...names(theme, base)] }
}

function ground(theme: Theme, base: string[]): LayerSpecification[] {
  const p = PALETTES[theme]
  const has = (name: string) => base.includes(name)
  const area = (id: string, colour: string): LayerSpecification =>
    ({ id, type: 'fill', source: id, paint: { 'fill-color': colour, 'fill-antialias': id !== 'world' } })
  const out: LayerSpecification[] = [{ id: 'water', type: 'background', paint: { 'background-color': p.sea } }]
  if (has('world')) out.push(area('world', p.land))
  if (has('countries')) out.push(area('countries', p.land))
  for (const name of ['sea', 'caspian', 'lakes']) if (has(name)) out.push(area(name, p.sea))
  if (has('countries')) {
    out.push({ id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': p.border, 'line-width': 0.8 } })
  }
  if (has('disputed_lines')) {
    out.push({
      id: 'disputed', type: 'line', source: 'disputed_lines',
      paint: { 'line-color': p.border, 'line-width': 0.8, 'line-dasharray': [3, 3] },
    })
  }
  return out
}

/** A layer a mode, so that each can be shown or hidden. */
function network(theme: Theme): LayerSpecification[] {
  const p = PALETTES[theme]
  return MODES.map((mode) => ({
    id: `links-${mode}`, type: 'line', source: 'links', filter: ['==', ['get', 'mode'], mode],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': p.link[mode] ?? p.label,
      'line-width': ['interpolate', ['linear'], ['zoom'], 3, mode === 'rail' ? 1.2 : 0.9, 7, 2.4],
      'line-opacity': ['case', ['in', ['get', 'status'], ['literal', ['', 'open']]], 0.85, 0.3],
      ...(DASHES[mode] ? { 'line-dasharray': DASHES[mode] } : {}),
    },
  }))
}

function answers(theme: Theme): LayerSpecification[] {
  const p = PALETTES[theme]
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const
  return [
    {
      id: 'flow', type: 'line', source: 'flow', layout: round,
      paint: { 'line-color': ['get', 'colour'], 'line-width': ['get', 'width'], 'line-offset': ['get', 'offset'], 'line-opacity': 0.9 },
    },
    {
      id: 'flow-direction', type: 'symbol', source: 'flow', minzoom: 3.4,
      layout: { 'symbol-placement': 'line', 'symbol-spacing': 150, 'text-field': ['get', 'arrow'], 'text-font': FONT, 'text-size': 15, 'text-keep-upright': false, 'text-offset': ['get', 'shift'] },
      paint: { 'text-color': p.label, 'text-halo-color': p.halo, 'text-halo-width': 1.4 },
    },
    {
      id: 'ways-under', type: 'line', source: 'ways', layout: round,
      paint: { 'line-color': p.halo, 'line-width': ['case', ['get', 'chosen'], 8, 4.5], 'line-opacity': ['case', ['get', 'chosen'], 0.9, 0.35] },
    },
    {
      id: 'ways', type: 'line', source: 'ways', layout: round,
      paint: { 'line-color': ['get', 'colour'], 'line-width': ['case', ['get', 'chosen'], 5, 2.4], 'line-opacity': ['case', ['get', 'chosen'], 1, 0.55] },
    },
    {
      id: 'places', type: 'circle', source: 'places',
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 3, ['case', ['>', ['get', 'weight'], 2], 3, 1.8], 7, ['case', ['>', ['get', 'weight'], 2], 7, 4.5]],
        'circle-color': p.halo, 'circle-stroke-color': p.place, 'circle-stroke-width': 1.6,
      },
    },
    {
      id: 'marks', type: 'circle', source: 'marks',
      paint: { 'circle-radius': 9, 'circle-color': ['get', 'colour'], 'circle-opacity': 0.25, 'circle-stroke-color': ['get', 'colour'], 'circle-stroke-width': 2.5 },
    },
    {
      id: 'ends', type: 'circle', source: 'ends',
      paint: { 'circle-radius': 8, 'circle-color': p.way, 'circle-stroke-color': p.halo, 'circle-stroke-width': 2.5 },
    },
  ]
}

function names(theme: Theme, base: string[]): LayerSpecification[] {
  const p = PALETTES[theme]
  const paint = { 'text-color': p.label, 'text-halo-color': p.halo, 'text-halo-width': 1.5 }
  const country: LayerSpecification = {
    id: 'country-names', type: 'symbol', source: 'country-labels', maxzoom: 6,
    layout: { 'text-field': ['coalesce', ['get', `name_${language()}`], ['get', 'name']], 'text-font': FONT, 'text-size': 13, 'text-letter-spacing': 0.12, 'text-transform': 'uppercase', 'text-max-width': 8 },
    paint: { ...paint, 'text-opacity': 0.5 },
  }
  const place: LayerSpecification = {
    id: 'place-names', type: 'symbol', source: 'places',
    layout: {
      'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': 12, 'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.7, 'symbol-sort-key': ['-', 0, ['get', 'weight']], 'text-max-width': 9,
    },
    paint,
  }
  return base.includes('countries') ? [country, place] : [place]
}
