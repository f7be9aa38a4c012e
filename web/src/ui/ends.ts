// The answer at the low and at the high end of one figure: the flow of a year, found three times.

import { api } from '../api/client'
import type { Cited, FlowAnswer, NewChange } from '../api/schema'
import type { Context } from '../context'
import { h, table } from './dom'
import { number, tonnes, usd } from './format'
import { t } from './words'

/** Laws and words have no ends that a cell can take. */
export function isNumber(c: Cited): boolean {
  return c.value.trim() !== '' && Number.isFinite(Number(c.value)) && /^\w+:.+\.\w+$/.test(c.parameter)
}

export async function ends(context: Context, c: Cited): Promise<Node[]> {
  const year = context.corridor.years.find((y) => y === Number(context.corridor.as_of.slice(0, 4)) - 1) ?? context.corridor.years.at(-1) ?? 0
  const [, name = '', id = '', cell = ''] = /^(\w+):(.+)\.(\w+)$/.exec(c.parameter) ?? []
  const ask = (value: number | null): Promise<FlowAnswer> => {
    const change: NewChange = { table: name, id, field: cell, set: String(value), why: '' }
    return api.live({ year, scenario: [], more: {}, changes: value === null ? [] : [change] }, new AbortController().signal)
  }
  const range = c.range ?? { low: 0, high: 0 }
  // One after the other: the program keeps the flow asked last.
  const now = await ask(null)
  const low = await ask(range.low)
  const high = await ask(range.high)
  const left = (a: FlowAnswer) => a.wishes.filter((w) => w.kind === 'through').reduce((sum, w) => sum + (w.asked ? ((w.unserved + w.outside) / w.asked) : 0), 0)
  const all = [low, now, high]
  const row = (text: string, f: (a: FlowAnswer) => number, show: (v: number) => string) => ({ key: text, cells: [text, ...all.map((a) => show(f(a)))] })
  const still = all.every((a) => Math.abs(a.totals.generalised_usd - now.totals.generalised_usd) <= 1e-9 * Math.abs(now.totals.generalised_usd))
  const title = t('web-ends-title', { year: String(year) })
  return [h('p', {}, title), table(title,
    ['', { text: t('web-ends-low', { value: number(range.low) }), right: true }, { text: t('web-ends-now'), right: true }, { text: t('web-ends-high', { value: number(range.high) }), right: true }],
    [row(t('web-ends-carried'), (a) => a.totals.tonnes, tonnes), row(t('web-ends-cost'), (a) => a.totals.generalised_usd, usd),
      row(t('web-ends-co2e'), (a) => a.totals.co2e_kg / 1000, tonnes), row(t('web-ends-unserved'), left, number)]),
  still ? h('p', { class: 'dim' }, t('web-ends-nothing')) : h('span', {})]
}
