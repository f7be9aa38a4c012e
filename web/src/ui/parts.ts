// Parts that several panels show.

import type { Cited, SourceRef } from '../api/schema'
import type { Context } from '../context'
import { Refused } from '../api/client'
import { h, outside, say } from './dom'
import { ends, isNumber } from './ends'
import { day as written, method, methodAtLength, range, unit, withUnit } from './format'
import { t, word } from './words'

/** A figure; with a context, its answer at both ends can be asked. */
export function figureRow(c: Cited, context?: Context): HTMLElement {
  const out = h('div', {})
  const asks = context && c.range && isNumber(c) && context.corridor.years.length
    ? h('button', { type: 'button', class: 'quiet small', onclick: () => void into(out, t('web-ends-asking'), () => ends(context, c)) }, t('web-ends-button'))
    : null
  const kind = h('span', { class: `method ${c.method || 'uncited'}`, title: methodAtLength(c.method) }, method(c.method))
  return h('li', { class: 'figure' },
    h('div', { class: 'figure-head' }, h('code', {}, c.parameter), h('b', {}, withUnit(c.value, c.unit)), kind),
    c.range ? h('div', { class: 'dim' }, t('web-figure-between', { range: range(c.range), unit: unit(c.unit) }).trimEnd()) : null,
    c.reason ? h('div', { class: 'dim' }, c.reason) : null,
    sourceList(c.sources),
    c.others.length ? h('div', { class: 'dim' }, t('web-figure-others'), ' ', sourceList(c.others)) : null,
    asks, out)
}

export function sourceList(sources: SourceRef[]): HTMLElement | null {
  if (sources.length === 0) return null
  return h('ul', { class: 'sources' }, ...sources.map((x) =>
    h('li', {}, h('span', { lang: 'en' }, outside(x.url, `${x.publisher}: ${x.title}`)), ' (', asOf(x.as_of), word('list', x.grade), ', ', t('web-source-fact', { fact: x.fact }), ')')))
}

/** The day of a source; what its author wrote in place of one stays English. */
function asOf(day: string): HTMLElement | null {
  if (!day) return null
  return /^[\d-]+$/.test(day) ? h('span', {}, `${t('web-source-as-of', { day: written(day) })}, `) : h('span', { lang: 'en' }, `${day}, `)
}

/** Runs a question; while it runs the box says so, and a refusal is shown in the program's own words. */
export async function into(box: HTMLElement, what: string, run: () => Promise<Node[]>): Promise<void> {
  box.setAttribute('aria-busy', 'true')
  box.replaceChildren(h('p', { class: 'wait' }, `${what} …`))
  try {
    box.replaceChildren(...(await run()))
  } catch (e) {
    box.replaceChildren(h('p', { class: 'fault', role: 'alert' }, e instanceof Refused || e instanceof Error ? e.message : String(e)))
  }
  box.removeAttribute('aria-busy')
}

/** Scenarios to stack: a closed list that says how many are chosen. */
export function scenarioPicker(context: Context, chosen: string[], changed: (names: string[]) => void): HTMLElement {
  const picked = new Set(chosen)
  const title = h('summary', {})
  const tell = () => { title.textContent = picked.size ? t('web-scenarios-some', { list: [...picked].join(' + ') }) : t('web-scenarios-none') }
  tell()
  const rows = context.scenarios.map((x) => {
    const box = h('input', { type: 'checkbox', value: x.id, checked: picked.has(x.id), onchange: (e) => {
      if ((e.target as HTMLInputElement).checked) picked.add(x.id)
      else picked.delete(x.id)
      tell()
      changed([...picked])
    } })
    return h('label', { class: 'check' }, box, h('span', {}, h('b', {}, x.name), h('small', {}, x.why)))
  })
  return h('details', { class: 'picker' }, title, h('div', { class: 'list' }, ...rows))
}

export function copied(text: string): void {
  navigator.clipboard?.writeText(text).then(() => say(t('web-copied')), () => say(t('web-not-copied')))
}

/** A note under an answer. */
export function noted(text: string): HTMLElement {
  return h('p', { class: 'dim' }, text)
}
