// Two stacks of scenarios side by side: every figure, who receives more or less, what it brings.

import { api } from '../api/client'
import type { CompareAnswer, Span } from '../api/schema'
import type { Context } from '../context'
import { field, h, table } from '../ui/dom'
import { fixed, number, usd } from '../ui/format'
import { run } from '../ui/job'
import { into, noted } from '../ui/parts'
import { learn, said, t } from '../ui/words'

/** Receipts shown. */
const PAYERS = 14

export function comparison(context: Context, words: URLSearchParams): HTMLElement {
  const out = h('div', { id: 'comparison' })
  const side = (name: string, chosen: string) => h('select', { name },
    h('option', { value: '', selected: chosen === '' }, t('web-compare-none')),
    ...context.scenarios.map((s) => h('option', { value: s.id, selected: s.id === chosen }, s.name)))
  const base = side('base', words.get('base') ?? '')
  const other = side('other', words.get('other') ?? context.scenarios[0]?.id ?? '')
  const names = (s: HTMLSelectElement) => (s.value ? [s.value] : [])
  const go = () => void into(out, t('web-compare-running'), async () => {
    context.note({ base: base.value, other: other.value })
    const id = await run(out, { kind: 'compare', base: names(base), others: [names(other)], months: false })
    const answer = await api.answer<CompareAnswer>(id)
    await learn(answer.figures.map((f) => f.unit))
    return shown(answer)
  })
  const asked = words.get('other') !== null
  if (asked) go()
  return h('details', { class: 'more', open: asked }, h('summary', {}, t('web-compare-title')),
    h('form', { id: 'compare-form', onsubmit: (e) => { e.preventDefault(); go() } },
      field(t('web-compare-base'), base), field(t('web-compare-other'), other), h('button', { type: 'submit', class: 'main' }, t('web-compare-run'))), out)
}

function span(s: Span | null | undefined): string {
  if (!s) return '–'
  return s.low === s.high ? number(s.mid) : `${number(s.mid)} (${number(s.low)} – ${number(s.high)})`
}

function money(s: Span | null | undefined): string {
  if (!s) return '–'
  return s.low === s.high ? usd(s.mid) : `${usd(s.mid)} (${usd(s.low)} – ${usd(s.high)})`
}

function shown(a: CompareAnswer): Node[] {
  const figures = a.figures.map((f) => {
    const [before, after] = f.cells
    return { key: f.id, cells: [h('span', {}, f.name, ' ', h('small', {}, said(f.unit))), span(before?.value), span(after?.value), span(after?.difference), after?.percent === null || after?.percent === undefined ? '' : fixed(after.percent, 1)] }
  })
  const payers = [...a.payers].filter((p) => Math.abs(p.change[0] ?? 0) >= 1).sort((x, y) => Math.abs(y.change[0] ?? 0) - Math.abs(x.change[0] ?? 0)).slice(0, PAYERS)
  const w = a.worth[0]
  const right = (text: string) => ({ text, right: true })
  return [
    h('h3', {}, a.base.name, ' / ', a.others[0]?.name ?? ''),
    table(t('web-compare-figures'), [t('web-compare-figure'), right(t('web-compare-before')), right(t('web-compare-after')), right(t('web-compare-difference')), right(t('web-compare-per-cent'))], figures),
    h('h3', {}, t('web-compare-worth')),
    w ? table(t('web-compare-worth'), [t('web-compare-gain'), right(t('web-compare-amount'))], [
      { key: 'shippers', cells: [t('web-compare-shippers'), money(w.shippers)] }, { key: 'carriers', cells: [t('web-compare-carriers'), money(w.carriers)] },
      { key: 'budgets', cells: [t('web-compare-budgets'), usd(w.budgets)] }, { key: 'all', cells: [t('web-compare-all'), money(w.all)] },
      { key: 'npv', cells: [t('web-compare-npv'), w.npv ? money(w.npv) : w.why || '–'] }]) : h('span', {}),
    h('h3', {}, t('web-compare-payers')),
    table(t('web-compare-payers'), [t('web-compare-who'), right(t('web-compare-before')), right(t('web-compare-after')), right(t('web-compare-difference'))],
      payers.map((p) => ({ key: `${p.kind}:${p.id}`, cells: [p.kind === 'country' ? t('web-compare-country', { name: p.name }) : p.name, usd(p.usd[0] ?? 0), usd(p.usd[1] ?? 0), usd(p.change[0] ?? 0)] }))),
    ...a.notes.map(noted),
  ]
}
