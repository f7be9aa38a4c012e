// The chart this field reads: distance against time. A slope is movement, a step is work, a border or a wait.

import { s } from '../ui/dom'
import { days, kilometres, number } from '../ui/format'
import { t } from '../ui/words'
import type { Way } from '../api/schema'
import { hourTicks } from './pareto'

const WIDE = 440
const HIGH = 250
const LEFT = 66
const BOTTOM = 66
const TOP = 12
const RIGHT = 14

export function timeDistance(way: Way, colour: string): SVGElement {
  const points: [number, number][] = [[0, 0]]
  const steps: { km: number; hours: number; name: string }[] = []
  let [km, hours] = [0, 0]
  for (const leg of way.legs) {
    if (leg.at > hours + 1e-9) { hours = leg.at; points.push([km, hours]) }
    km += leg.from.id === leg.to.id ? 0 : leg.distance_km
    hours += leg.hours
    points.push([km, hours])
    const last = steps[steps.length - 1]
    if (leg.from.id === leg.to.id || leg.kind === 'wait') {
      if (last && last.name === leg.from.name) last.hours += leg.hours
      else steps.push({ km, hours: leg.hours, name: leg.from.name })
    }
  }
  const x = (v: number) => LEFT + (v / (km || 1)) * (WIDE - LEFT - RIGHT)
  const marks = hourTicks(0, hours)
  const top = marks[marks.length - 1] ?? hours
  const y = (v: number) => HIGH - BOTTOM - (v / (top || 1)) * (HIGH - BOTTOM - TOP)
  const out = s('svg', { viewBox: `0 0 ${WIDE} ${HIGH}`, class: 'chart', role: 'img', 'aria-label': t('web-route-time-distance', { km: number(km), time: days(hours) }) })
  for (const v of marks) {
    out.append(s('line', { x1: LEFT, x2: WIDE - RIGHT, y1: y(v), y2: y(v), class: 'grid' }), s('text', { x: LEFT - 6, y: y(v) + 4, class: 'tick', 'text-anchor': 'end' }, days(v)))
  }
  out.append(s('path', { d: points.map(([a, b], i) => `${i ? 'L' : 'M'}${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join(''), class: 'line', stroke: colour }))
  let free = -Infinity
  for (const step of [...steps].sort((a, b) => a.km - b.km)) {
    const at = x(step.km)
    if (at - free < 11 || step.hours < 1) continue
    free = at
    out.append(s('line', { x1: at, x2: at, y1: HIGH - BOTTOM, y2: HIGH - BOTTOM + 4, class: 'grid' }),
      s('text', { x: at, y: HIGH - BOTTOM + 8, class: 'tick', 'text-anchor': 'end', transform: `rotate(-45 ${at} ${HIGH - BOTTOM + 12})` }, step.name.length > 13 ? `${step.name.slice(0, 12).trimEnd()}…` : step.name))
  }
  out.append(s('text', { x: WIDE - RIGHT, y: HIGH - 4, class: 'axis', 'text-anchor': 'end' }, kilometres(km)))
  return out
}
