// The map: base, network, and whatever answer is drawn on it.

import * as maplibregl from 'maplibre-gl'
import type { GeoJSONSource, MapGeoJSONFeature } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { h } from '../ui/dom'
import { t } from '../ui/words'
import { style } from './style'
import { PALETTES, type Theme } from './theme'

type Features = GeoJSON.FeatureCollection
const SOURCES = ['links', 'flow', 'ways', 'places', 'marks', 'ends'] as const
type Source = (typeof SOURCES)[number]
const EMPTY: Features = { type: 'FeatureCollection', features: [] }
/** Layers that answer a click, the uppermost first. */
const CLICKED = ['places', 'flow', 'ways', 'links-rail', 'links-sea', 'links-road', 'links-pipeline', 'links-fibre', 'links-air']
/** Pixels around a click in which something is found: a finger is wide. */
const REACH = 7

maplibregl.setWorkerUrl(workerUrl)

export class CorridorMap {
  /** Nothing where the browser draws no WebGL: lists and charts then stand without it. */
  readonly map: maplibregl.Map | null
  private readonly held = new Map<Source, Features>()
  private readonly hidden = new Set<string>()
  /** Told of what was clicked. */
  clicked: (feature: { layer: string; id: string; name: string }) => void = () => {}

  constructor(box: HTMLElement, theme: Theme, private readonly base: string[], credits: string[]) {
    this.map = drawn(box, theme, base)
    if (this.map) this.furnish(this.map, box, credits)
  }

  private furnish(map: maplibregl.Map, box: HTMLElement, credits: string[]): void {
    // Tests ask where a place lies on the screen.
    Object.assign(window, { keruenMap: { project: (p: [number, number]) => map.project(p), still: () => map.loaded() && !map.isMoving() } })
    map.touchZoomRotate.disableRotation()
    map.keyboard.enable()
    box.closest('section')?.setAttribute('aria-label', t('web-map-name'))
    map.addControl(new maplibregl.NavigationControl({ showCompass: false }), 'top-right')
    box.after(folded(credits))
    map.on('style.load', () => this.restore())
    map.on('click', (e) => this.click(e.point))
    for (const layer of ['places', 'flow', 'ways']) {
      map.on('mouseenter', layer, () => { map.getCanvas().style.cursor = 'pointer' })
      map.on('mouseleave', layer, () => { map.getCanvas().style.cursor = '' })
    }
    map.getCanvas().setAttribute('aria-label', t('web-map-keys'))
  }

  theme(theme: Theme): void {
    this.map?.setStyle(style(theme, this.base), { diff: false })
  }

  set(source: Source, features: GeoJSON.Feature[]): void {
    this.held.set(source, { type: 'FeatureCollection', features })
    const target = this.map?.getSource(source) as GeoJSONSource | undefined
    void target?.setData(this.held.get(source) ?? EMPTY)
  }

  clear(...sources: Source[]): void {
    for (const source of sources) this.set(source, [])
  }

  /** The thin lines of the network step back while an answer is drawn. */
  dim(dimmed: boolean): void {
    this.dimmed = dimmed
    for (const layer of this.map?.getStyle()?.layers ?? []) {
      if (!layer.id.startsWith('links-')) continue
      this.map?.setPaintProperty(layer.id, 'line-opacity', dimmed ? 0.22 : ['case', ['in', ['get', 'status'], ['literal', ['', 'open']]], 0.85, 0.3])
    }
  }

  private dimmed = false

  show(mode: string, shown: boolean): void {
    if (shown) this.hidden.delete(mode)
    else this.hidden.add(mode)
    const layer = `links-${mode}`
    if (this.map?.getLayer(layer)) this.map?.setLayoutProperty(layer, 'visibility', shown ? 'visible' : 'none')
  }

  fit(points: [number, number][], most = 7): void {
    if (points.length === 0) return
    const bounds = new maplibregl.LngLatBounds()
    for (const p of points) bounds.extend(p)
    this.map?.fitBounds(bounds, { padding: { top: 50, bottom: 60, left: 50, right: 60 }, maxZoom: most, animate: false })
  }

  lines(): Map<string, GeoJSON.Feature> {
    return new Map((this.held.get('links')?.features ?? []).map((f) => [String(f.properties?.['id']), f]))
  }

  private restore(): void {
    void this.ground()
    for (const source of SOURCES) void (this.map?.getSource(source) as GeoJSONSource | undefined)?.setData(this.held.get(source) ?? EMPTY)
    for (const mode of this.hidden) this.show(mode, false)
    this.dim(this.dimmed)
  }

  /** Land that lies across the date line is drawn in one piece. */
  private async ground(): Promise<void> {
    const layer = (name: string) => fetch(`/api/base/${name}.geojson`).then((r) => r.json() as Promise<Features>).catch(() => EMPTY)
    if (this.base.includes('countries')) void layer('countries').then((x) => {
      const put = (source: string, what: Features) => (this.map?.getSource(source) as GeoJSONSource | undefined)?.setData(what)
      put('borders', borders(x))
      put('country-labels', labels(x))
    })
    if (!this.base.includes('world')) return
    const world = await layer('world')
    for (const f of world.features) {
      const g = f.geometry
      const polygons = g.type === 'MultiPolygon' ? g.coordinates : g.type === 'Polygon' ? [g.coordinates] : []
      polygons.flat().forEach(unwrap)
    }
    void (this.map?.getSource('world') as GeoJSONSource | undefined)?.setData(world)
  }

  private click(at: maplibregl.Point): void {
    const map = this.map
    if (!map) return
    const box: [maplibregl.PointLike, maplibregl.PointLike] = [[at.x - REACH, at.y - REACH], [at.x + REACH, at.y + REACH]]
    const layers = CLICKED.filter((l) => map.getLayer(l))
    const found = map.queryRenderedFeatures(box, { layers })
    // Where places lie on each other, the one where most is done is meant: the port, not the landing of a cable in it.
    const most = (a: MapGeoJSONFeature, b: MapGeoJSONFeature) => Number(b.properties['weight'] ?? 0) - Number(a.properties['weight'] ?? 0)
    const best = layers.map((l) => found.filter((f) => f.layer.id === l).sort(most)[0]).find((f): f is MapGeoJSONFeature => f !== undefined)
    if (best) this.clicked({ layer: best.layer.id, id: String(best.properties['id']), name: String(best.properties['name'] ?? '') })
  }
}

/** The map itself, or why there is none in its place. */
function drawn(box: HTMLElement, theme: Theme, base: string[]): maplibregl.Map | null {
  try {
    return new maplibregl.Map({
      container: box, style: style(theme, base), center: [56, 42.5], zoom: innerWidth < 800 ? 2.4 : 3.4, minZoom: 1.5, maxZoom: 11, attributionControl: false,
      fadeDuration: 0, dragRotate: false, pitchWithRotate: false, touchPitch: false, renderWorldCopies: false,
      canvasContextAttributes: { preserveDrawingBuffer: true },
      locale: { 'NavigationControl.ZoomIn': t('web-map-closer'), 'NavigationControl.ZoomOut': t('web-map-farther') },
    })
  } catch {
    box.replaceChildren(h('p', { class: 'no-map', role: 'status' }, t('web-no-map')))
    return null
  }
}

/** Outlines of countries without the edges of the window that they were cut out of: those are no borders. */
function borders(countries: Features): Features {
  const rings = countries.features.flatMap((f) => (f.geometry.type === 'MultiPolygon' ? f.geometry.coordinates.flat() : f.geometry.type === 'Polygon' ? f.geometry.coordinates : []))
  const edges = [0, 1].map((axis) => {
    let [low, high] = [Infinity, -Infinity]
    for (const p of rings.flat()) { low = Math.min(low, p[axis] ?? 0); high = Math.max(high, p[axis] ?? 0) }
    return [low, high]
  })
  const cut = (a: GeoJSON.Position, b: GeoJSON.Position) => edges.some((ends, axis) => ends.some((e) => a[axis] === e && b[axis] === e))
  const lines = rings.flatMap((ring) => {
    const out: GeoJSON.Position[][] = [[]]
    ring.forEach((p, i) => {
      const before = ring[i - 1]
      if (before && cut(before, p)) out.push([])
      out[out.length - 1]?.push(p)
    })
    return out.filter((l) => l.length > 1)
  })
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: lines } }] }
}

/** One point a country for its name: a polygon would be named once in each of its tiles. */
function labels(countries: Features): Features {
  const features = countries.features.flatMap(({ properties }) => {
    const at = properties?.['label'] as GeoJSON.Position | undefined
    return at ? [{ type: 'Feature' as const, properties, geometry: { type: 'Point' as const, coordinates: at } }] : []
  })
  return { type: 'FeatureCollection', features }
}

/** Points west of the date line move behind the eastern edge of the map, where the ring jumps across it. */
function unwrap(ring: GeoJSON.Position[]): void {
  let [turns, before] = [0, ring[0]?.[0] ?? 0]
  for (const p of ring) {
    const lon = p[0] ?? 0
    if (Math.abs(lon - before) > 180) turns += lon < before ? 360 : -360
    before = lon
    p[0] = lon + turns
  }
}

/** Whose data the map is: the one that must be named at all times in a line, the others when it is opened. */
function folded(credits: string[]): HTMLElement {
  const all = [...new Set(['Made with Natural Earth', ...credits].flatMap((c) => c.split('; ')))]
  const first = all.find((c) => c.startsWith('©')) ?? all[0]
  return h('details', { id: 'credits' }, h('summary', { title: t('web-credits-fold') }, t('web-credits'), ' ', h('span', { lang: 'en' }, first)),
    h('ul', { lang: 'en' }, ...all.map((c) => h('li', {}, c))))
}

export function legendColours(theme: Theme): Record<string, string> {
  return PALETTES[theme].link
}
