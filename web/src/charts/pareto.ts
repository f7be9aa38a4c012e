// Cost against time; the size of a dot is CO2e. Every dot is a button, and the list beside it says the same.

import { s } from '../ui/dom'
import { days, kilograms, usd } from '../ui/format'
import { t } from '../ui/words'

export interface Dot { label: string; usd: number; hours: number; kg: number; colour: string; chosen: boolean; choose: () => void }

const WIDE = 440
const HIGH = 270
const LEFT = 62
const BOTTOM = 40
const TOP = 14
const RIGHT = 30

/** Round steps that cover a span, about four of them. */
export function ticks(low: number, high: number): number[] {
  const rough = Math.max(high - low, 1e-9) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((f) => f * power).find((f) => f >= rough) ?? rough
  const out: number[] = []
  for (let v = Math.floor(low / step) * step; v <= high + step * 0.999; v += step) out.push(v)
  return out
}

/** Marks of a time axis stand at whole days once the journey takes some. */
export function hourTicks(low: number, high: number): number[] {
  return high > 72 ? ticks(low / 24, high / 24).map((d) => d * 24) : ticks(low, high)
}

function scale(values: number[], from: number, to: number, marked = ticks): { at: (v: number) => number; marks: number[] } {
  const low = Math.min(...values)
  const high = Math.max(...values)
  const room = (high - low || high * 0.1 || 1) * 0.12
  const marks = marked(Math.max(0, low - room), high + room)
  const [first, last] = [marks[0] ?? 0, marks[marks.length - 1] ?? 1]
  return { at: (v) => from + ((v - first) / (last - first || 1)) * (to - from), marks }
}

export function pareto(dots: Dot[]): SVGElement {
  const x = scale(dots.map((d) => d.hours), LEFT, WIDE - RIGHT, hourTicks)
  const y = scale(dots.map((d) => d.usd), HIGH - BOTTOM, TOP)
  const most = Math.max(...dots.map((d) => d.kg), 1)
  const out = s('svg', { viewBox: `0 0 ${WIDE} ${HIGH}`, class: 'chart', role: 'group', 'aria-label': t('web-route-chart-of-ways') })
  for (const v of x.marks) {
    out.append(s('line', { x1: x.at(v), x2: x.at(v), y1: TOP, y2: HIGH - BOTTOM, class: 'grid' }),
      s('text', { x: x.at(v), y: HIGH - BOTTOM + 16, class: 'tick', 'text-anchor': 'middle' }, days(v)))
  }
  for (const v of y.marks) {
    out.append(s('line', { x1: LEFT, x2: WIDE - RIGHT, y1: y.at(v), y2: y.at(v), class: 'grid' }),
      s('text', { x: LEFT - 6, y: y.at(v) + 4, class: 'tick', 'text-anchor': 'end' }, usd(v)))
  }
  out.append(s('text', { x: (LEFT + WIDE - RIGHT) / 2, y: HIGH - 6, class: 'axis', 'text-anchor': 'middle' }, t('web-route-time-axis')))
  for (const d of [...dots].sort((a, b) => b.kg - a.kg)) {
    const title = `${d.label}: ${usd(d.usd)}, ${days(d.hours)}, ${kilograms(d.kg)}`
    const act = (e: Event) => { if (!(e instanceof KeyboardEvent) || e.key === 'Enter' || e.key === ' ') { e.preventDefault(); d.choose() } }
    out.append(s('circle', {
      cx: x.at(d.hours), cy: y.at(d.usd), r: 5 + 11 * Math.sqrt(d.kg / most), fill: d.colour, class: d.chosen ? 'dot chosen' : 'dot',
      role: 'button', tabindex: 0, 'aria-label': title, 'aria-pressed': d.chosen ? 'true' : 'false', onclick: act, onkeydown: act,
    }, s('title', {}, title)))
  }
  return out
}
