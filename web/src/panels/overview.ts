// The corridor as a whole: what moves where, and what is known of each place.

import { api } from '../api/client'
import type { FlowAnswer } from '../api/schema'
import type { Context, Panel } from '../context'
import { drawFlow, linkOf, linksOf } from '../map/flow-layer'
import { MODES, MODE_WORDS } from '../map/style'
import { h, table } from '../ui/dom'
import { number, percent, tonnes } from '../ui/format'
import { direction } from './flow'
import { figureRow, into } from '../ui/parts'
import { t, word } from '../ui/words'

export function overview(context: Context): Panel {
  const shown = new Set<string>(MODES)
  let answer: FlowAnswer | null = null
  let details = h('div', {})

  async function place(id: string): Promise<void> {
    const p = context.places.get(id)
    if (!p) return
    context.map.set('ends', [{ type: 'Feature', geometry: { type: 'Point', coordinates: p.position }, properties: { id, name: p.name } }])
    context.note({ place: id })
    await into(details, t('web-map-figures-of', { name: p.name }), async () => {
      const figures = await api.explain(p.name)
      const others = Object.entries(p.names).flatMap(([lang, names]) => names.map((name) => ({ lang, name }))).filter((n, i, all) => n.name !== p.name && all.findIndex((x) => x.name === n.name) === i).slice(0, 6)
      return [
        h('h2', {}, p.name, `, ${p.country}`),
        others.length ? h('p', { class: 'dim' }, ...others.flatMap((n, i) => [i ? ' · ' : null, h('span', { lang: n.lang }, n.name)])) : h('span', {}),
        h('p', { class: 'row' },
          h('button', { type: 'button', onclick: () => context.go('route', { from: id }) }, t('web-map-from')),
          h('button', { type: 'button', onclick: () => context.go('route', { to: id }) }, t('web-map-to'))),
        figures.length ? h('p', {}, t('web-map-figures', { count: number(figures.length) })) : h('p', { class: 'dim' }, t('web-map-no-figure')),
        h('ul', { class: 'figures' }, ...figures.map((f) => figureRow(f))),
      ]
    })
    details.scrollIntoView({ block: 'nearest' })
  }

  function link(id: string): void {
    if (!answer) return
    const rows = answer.elements.filter((e) => linkOf(e) === id)
    const limits = answer.limits.filter((l) => linksOf(context, l).includes(id))
    const name = rows[0]?.name ?? id
    details.replaceChildren(
      h('h2', {}, name),
      rows.length ? table(t('web-map-over', { name }), [t('web-col-direction'), { text: t('web-col-tonnes'), right: true }, { text: word('unit', 'TEU'), right: true }], rows.map((e) => ({ cells: [direction(e.direction) || '–', number(e.tonnes), number(e.teu)] }))) : h('p', { class: 'dim' }, t('web-flow-nothing-over')),
      h('p', { class: 'dim' }, limits.length ? t('web-map-tightest', { name: limits[0]?.name ?? '', share: percent(limits[0]?.share ?? 0) }) : t('web-map-no-limit')),
      h('p', { class: 'row' }, h('button', { type: 'button', onclick: () => context.go('flow', { year: String(answer?.question.year), link: id }) }, t('web-flow-users')),
        h('button', { type: 'button', onclick: () => void figures(id, name) }, t('web-map-its-figures'))))
  }

  async function figures(id: string, name: string): Promise<void> {
    await into(details, t('web-sources-looking'), async () => [h('h2', {}, name), h('ul', { class: 'figures' }, ...(await api.explain(`link:${id}`)).map((f) => figureRow(f)))])
  }

  return {
    id: 'map', title: t('web-tab-map'),
    async open(root, words) {
      const c = context.corridor
      const f = c.figures
      const all = Object.values(f).reduce((a, b) => a + b, 0)
      const years = [...c.years].reverse()
      details = h('div', { id: 'details' })
      const list = h('datalist', { id: 'all-places' }, ...c.places.map((p) => h('option', { value: p.name })))
      const search = h('input', { list: 'all-places', placeholder: t('web-map-find-hint'), onchange: (e) => {
        const text = (e.target as HTMLInputElement).value.trim().toLowerCase()
        const found = c.places.find((p) => [p.name, p.id, ...Object.values(p.names).flat()].some((n) => n.toLowerCase() === text))
        if (found) void place(found.id)
      } })
      const sum = h('p', { id: 'flow-sum', class: 'dim' })
      const draw = async (year: number) => {
        sum.textContent = t('web-map-flow-of', { year: String(year) })
        try {
          answer = await api.flow({ year })
          drawFlow(context, answer)
          sum.textContent = t('web-map-sum', { through: tonnes(answer.totals.tonnes), background: tonnes(answer.totals.background_tonnes), year: String(year) })
        } catch (e) { sum.textContent = e instanceof Error ? e.message : String(e) }
      }
      const year = h('select', { onchange: (e) => void draw(Number((e.target as HTMLSelectElement).value)) }, ...years.map((y) => h('option', { value: y }, String(y))))
      root.replaceChildren(
        h('h1', {}, c.title),
        h('p', {}, c.description),
        h('p', { class: 'counts' }, t('web-map-counts', {
          places: number(c.tables['node'] ?? 0), links: number(c.tables['link'] ?? 0), figures: number(all), sources: number(c.tables['source'] ?? 0),
          read: number((f['read'] ?? 0) + (f['computed'] ?? 0)), proxy: number(f['proxy'] ?? 0), assumed: number(f['assumed'] ?? 0),
        }), ' ',
          h('a', { href: '#sources' }, t('web-map-see'))),
        h('fieldset', { class: 'modes' }, h('legend', {}, t('web-map-show')), ...MODES.map((m) => h('label', { class: 'check' },
          h('input', { type: 'checkbox', checked: shown.has(m), onchange: (e) => {
            const on = (e.target as HTMLInputElement).checked
            if (on) shown.add(m); else shown.delete(m)
            context.map.show(m, on)
          } }), h('span', {}, t(MODE_WORDS[m] ?? ''))))),
        years.length ? h('label', { class: 'field' }, h('span', {}, t('web-map-year')), year) : h('span', {}),
        sum,
        h('label', { class: 'field' }, h('span', {}, t('web-map-find')), search), list,
        details)
      const wanted = words.get('place')
      if (wanted) void place(wanted)
      const first = years.find((y) => y < Number(c.as_of.slice(0, 4))) ?? years[0]
      if (first !== undefined) { year.value = String(first); await draw(first) }
    },
    click(x) {
      if (x.layer === 'places') { void place(x.id); return true }
      if (x.layer.startsWith('links-') || x.layer === 'flow') { link(x.id); return true }
      return false
    },
    repaint() { if (answer) drawFlow(context, answer) },
    close() { context.map.clear('flow', 'marks', 'ends'); context.map.dim(false) },
  }
}
