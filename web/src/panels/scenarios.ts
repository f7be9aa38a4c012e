// What if: each scenario, what it changes, and one of your own made by changing a value.

import { api } from '../api/client'
import type { NewChange, ScenarioShown } from '../api/schema'
import type { Context, Panel } from '../context'
import { comparison } from './compare'
import { field, h, say, table } from '../ui/dom'
import { day, method, unit, value as told, withUnit } from '../ui/format'
import { into } from '../ui/parts'
import { t } from '../ui/words'

export function scenarios(context: Context): Panel {
  let details = h('div', {})
  let changes: NewChange[] = []

  async function show(id: string): Promise<void> {
    context.note({ id })
    await into(details, t('web-scenario-put'), async () => detail(await api.scenario(id)))
    details.scrollIntoView({ block: 'nearest' })
  }

  function detail(x: ScenarioShown): Node[] {
    const s = x.scenario
    return [h('h2', {}, s.name), h('p', {}, s.why), h('p', { class: 'dim' }, `${t('web-scenario-speaks', { day: day(x.day) })}${s.source.length ? `; ${t('web-scenario-facts', { list: s.source.join(', ') })}` : ''}`),
      table(t('web-scenario-changes-of', { name: s.name }), [t('web-scenario-row'), t('web-scenario-field'), { text: t('web-compare-before'), right: true }, { text: t('web-compare-after'), right: true }, t('web-scenario-why')],
        x.changes.map((c) => ({ cells: [h('code', {}, `${c.table}:${c.row}`), h('code', {}, c.field), c.before ?? '–', c.after ?? '–', c.why] }))),
      h('p', { class: 'row' }, h('button', { type: 'button', onclick: () => context.go('flow', { scenario: s.id }) }, t('web-scenario-flow')), h('button', { type: 'button', onclick: () => context.go('route', { scenario: s.id }) }, t('web-scenario-route')))]
  }

  function maker(): HTMLElement {
    const name = h('input', { required: true, name: 'name', placeholder: t('web-scenario-example') })
    const id = h('input', { required: true, name: 'id', pattern: '[a-z0-9][a-z0-9.\\-]{0,63}', placeholder: 'five-more-feeders' })
    name.addEventListener('input', () => { id.value = name.value.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) })
    const why = h('input', { name: 'why', placeholder: t('web-scenario-why-hint') })
    const rows = h('div', { class: 'changes' })
    const out = h('div', {})
    const redraw = () => rows.replaceChildren(...changes.map((c, i) => h('div', { class: 'change' }, h('code', {}, `${c.table}:${c.id}.${c.field}`),
      h('span', {}, c.scale !== undefined && c.scale !== null ? `× ${c.scale}` : `${c.old ?? ''} → ${c.set ?? ''}`),
      h('button', { type: 'button', class: 'quiet', 'aria-label': t('web-scenario-drop', { what: `${c.id}.${c.field}` }), onclick: () => { changes.splice(i, 1); redraw() } }, '×'))))
    const what = h('input', { list: 'figures-list', name: 'what', placeholder: 'fleet:asco-ropax.count', oninput: (e) => void suggest((e.target as HTMLInputElement).value) })
    const value = h('input', { name: 'value', placeholder: t('web-scenario-value') })
    const before = h('small', {}, '')
    let old = ''
    const look = async () => {
      const found = await api.explain(what.value.trim()).catch(() => [])
      old = found.length === 1 ? (found[0]?.value ?? '') : ''
      before.textContent = found.length === 1 ? t('web-scenario-now', { value: told(found[0]?.value ?? ''), unit: unit(found[0]?.unit ?? ''), method: method(found[0]?.method ?? '') }) : t('web-scenario-one-figure')
    }
    what.addEventListener('change', () => void look())
    const add = async () => {
      await look()
      const m = /^(\w+):(.+)\.(\w+)$/.exec(what.value.trim())
      if (!m || !old || !value.value.trim()) { say(t('web-scenario-figure-and-value')); return }
      changes.push({ table: m[1] ?? '', id: m[2] ?? '', field: m[3] ?? '', old, set: value.value.trim(), why: '' })
      what.value = value.value = before.textContent = ''
      redraw()
    }
    const save = async () => {
      if (!changes.length) await add()
      await into(out, t('web-scenario-tried'), async () => {
        const made = await api.makeScenario({ id: id.value, name: name.value, why: why.value, source: [], changes })
        changes = []
        context.scenarios.splice(0, context.scenarios.length, ...(await api.scenarios()))
        redraw()
        say(t('web-scenario-saved'))
        return [h('p', { class: 'good' }, t('web-scenario-saved-as', { file: `scenarios/${made.scenario.id}.toml` })), ...detail(made)]
      })
    }
    redraw()
    return h('form', { id: 'maker', onsubmit: (e) => { e.preventDefault(); void save() } },
      h('div', { class: 'pair' }, field(t('web-scenario-title'), name), field(t('web-scenario-file'), id)), field(t('web-scenario-reason'), why), rows,
      h('div', { class: 'pair' }, h('label', { class: 'field' }, h('span', {}, t('web-scenario-figure')), what, before), field(t('web-scenario-value'), value)),
      h('datalist', { id: 'figures-list' }),
      h('div', { class: 'row' }, h('button', { type: 'button', class: 'quiet', onclick: () => void add() }, t('web-scenario-another')), h('button', { type: 'submit', class: 'main' }, t('web-scenario-save'))), out)
  }

  async function suggest(words: string): Promise<void> {
    const list = document.getElementById('figures-list')
    if (!list || words.length < 3) return
    const found = await api.figures(words, '', 0).catch(() => null)
    list.replaceChildren(...(found?.figures ?? []).slice(0, 20).map((f) => h('option', { value: f.parameter }, withUnit(f.value, f.unit))))
  }

  return {
    id: 'scenarios', title: t('web-tab-scenarios'),
    async open(root, words) {
      const draft = sessionStorage.getItem('draft')
      if (draft) { changes = JSON.parse(draft) as NewChange[]; sessionStorage.removeItem('draft') }
      details = h('div', { id: 'scenario' })
      const list = () => table(t('web-scenario-list'), [t('web-scenario-one'), { text: t('web-scenario-changes'), right: true }, t('web-scenario-day')], context.scenarios.map((s) => ({ key: s.id, choose: () => void show(s.id), cells: [h('span', {}, s.name), s.changes, day(s.date ?? '')] })))
      root.replaceChildren(h('h1', {}, t('web-scenarios-title')), h('p', {}, t('web-scenarios-lead')),
        h('details', { class: 'more', open: changes.length > 0 || words.get('make') === '1' }, h('summary', {}, t('web-scenarios-make')), maker()), comparison(context, words), details, list())
      const id = words.get('id')
      if (id) await show(id)
    },
  }
}
