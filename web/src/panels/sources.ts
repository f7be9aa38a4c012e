// Every figure and where it came from; on request, which of them the answers hang on.

import { api, follow } from '../api/client'
import type { SourcesAnswer } from '../api/schema'
import type { Context, Panel } from '../context'
import { field, h, table } from '../ui/dom'
import { fixed, method as named, number, percent } from '../ui/format'
import { figureRow, into } from '../ui/parts'
import { learn, said, t } from '../ui/words'

const METHODS = ['', 'read', 'computed', 'proxy', 'assumed']
const PAGE = 100

export function sources(context: Context): Panel {
  let box = h('div', {})
  let words = ''
  let method = ''

  async function find(offset: number): Promise<void> {
    context.note({ ...(words ? { search: words } : {}), ...(method ? { method } : {}) })
    await into(box, t('web-sources-looking'), async () => {
      const found = await api.figures(words, method, offset)
      return [h('p', { class: 'dim', id: 'found' }, `${t('web-sources-found', { total: number(found.total) })}${found.total > PAGE ? `, ${t('web-sources-shown', { from: number(offset + 1), to: number(Math.min(offset + PAGE, found.total)) })}` : ''}`),
        h('ul', { class: 'figures' }, ...found.figures.map((f) => figureRow(f, context))),
        h('p', { class: 'row' }, offset > 0 ? h('button', { type: 'button', onclick: () => void find(offset - PAGE) }, t('web-sources-before')) : null, offset + PAGE < found.total ? h('button', { type: 'button', onclick: () => void find(offset + PAGE) }, t('web-sources-next')) : null)]
    })
  }

  async function influence(out: HTMLElement): Promise<void> {
    await into(out, t('web-sources-changing'), async () => {
      let state = await api.job({ kind: 'sources', stale_after: 730 })
      if (state.stage !== 'done') {
        const bar = h('progress', { max: 1, 'aria-label': t('web-sources-how-far') })
        const text = h('span', {}, t('web-sources-waiting'))
        out.replaceChildren(h('p', { class: 'row' }, bar, text, h('button', { type: 'button', onclick: () => void api.cancel(state.id) }, t('web-sources-stop'))), h('p', { class: 'dim' }, t('web-sources-minutes')))
        state = await follow(state.id, (s) => { if (s.total) { bar.max = s.total; bar.value = s.done } text.textContent = t('web-sources-done-of', { done: number(s.done), total: s.total ? number(s.total) : '…' }) })
      }
      if (state.stage !== 'done') throw new Error(state.stage === 'cancelled' ? t('web-sources-stopped') : state.message)
      const a = await api.answer<SourcesAnswer>(state.id)
      await learn([a.method])
      return [h('p', {}, t('web-sources-weighted'), ' ', h('b', {}, percent(a.influence_weighted_sourced))),
        table(t('web-sources-hang-on'), [t('web-sources-figure'), t('web-sources-came'), { text: t('web-sources-moves'), right: true }], a.influence.slice(0, 60).map((i) => ({
          choose: () => { words = i.cited.parameter; void find(0) }, cells: [i.cited.parameter, named(i.cited.method), `${fixed(i.low_to_high_pct, 2)} %`],
        }))), h('p', { class: 'dim' }, said(a.method))]
    })
  }

  return {
    id: 'sources', title: t('web-tab-sources'),
    async open(root, given) {
      words = given.get('search') ?? ''
      method = given.get('method') ?? ''
      box = h('div', { id: 'answer' })
      const f = context.corridor.figures
      const all = Object.values(f).reduce((a, b) => a + b, 0) || 1
      const out = h('div', { id: 'influence' })
      const search = h('input', { type: 'search', name: 'search', value: words, placeholder: t('web-sources-search-hint') })
      const how = h('select', { name: 'method', onchange: (e) => { method = (e.target as HTMLSelectElement).value; void find(0) } }, ...METHODS.map((m) => h('option', { value: m, selected: m === method }, m ? named(m) : t('web-sources-all'))))
      root.replaceChildren(h('h1', {}, t('web-sources-title')),
        h('div', { class: 'stack', role: 'img', 'aria-label': t('web-sources-shares') }, ...METHODS.slice(1).map((m) => h('span', { class: m, 'data-share': Math.round((100 * (f[m] ?? 0)) / all) }))),
        h('p', { class: 'counts' }, ...METHODS.slice(1).flatMap((m) => [h('span', { class: 'counted' }, h('span', { class: `method ${m}` }, named(m)), ` ${number(f[m] ?? 0)}`), ' '])),
        h('p', { class: 'dim' }, t('web-sources-ends')),
        h('details', { class: 'more' }, h('summary', {}, t('web-sources-hang')), h('p', { class: 'row' }, h('button', { type: 'button', onclick: () => void influence(out) }, t('web-sources-find-out')), h('span', { class: 'dim' }, t('web-sources-long'))), out),
        h('form', { onsubmit: (e) => { e.preventDefault(); words = search.value.trim(); void find(0) } }, h('div', { class: 'pair' }, field(t('web-sources-search'), search), field(t('web-sources-how'), how)), h('button', { type: 'submit' }, t('web-sources-search'))),
        box)
      for (const bar of root.querySelectorAll<HTMLElement>('.stack span')) bar.style.flexGrow = bar.dataset['share'] ?? '0'
      await find(0)
    },
  }
}
