// How do I ship this? A form, the ways worth taking, a cost sheet each.

import { api } from '../api/client'
import type { Leg, RouteAnswer, RouteQuestion, Way } from '../api/schema'
import { pareto } from '../charts/pareto'
import { timeDistance } from '../charts/time-distance'
import type { Context, Panel } from '../context'
import { drawWays, pointsOf, wayColour } from '../map/way-layer'
import { field, h, say, table } from '../ui/dom'
import { amount, day, days, kilograms, kilometres, method, number, percent, range, usd } from '../ui/format'
import { copied, figureRow, into, scenarioPicker, sourceList, noted } from '../ui/parts'
import { said, learn, t, word } from '../ui/words'

const TEXTS = ['from', 'to', 'cargo', 'equipment', 'quantity', 'unit', 'day', 'avoid', 'use'] as const
type Text = (typeof TEXTS)[number]

/** Units in which a quantity is asked. */
const UNITS = ['t', 'kt', 'container', 'wagon', 'truck', 'seat', 'Tbit/s']
/** Kinds of legs that do not move. */
const KINDS: Record<string, string> = { handle: 'web-leg-handle', gauge_change: 'web-leg-gauge-change', border: 'web-leg-border', papers: 'web-leg-papers', wait: 'web-leg-wait' }

/** What a way is best at, else its number. */
function labelled(w: Way): string {
  return w.labels.length ? w.labels.join(', ') : w.label
}

function kind(l: Leg): string {
  const id = KINDS[l.kind]
  return id ? t(id) : word('mode', l.mode)
}

export function route(context: Context): Panel {
  const asked: Record<Text, string> = { from: '', to: '', cargo: 'container-40', equipment: '', quantity: '1', unit: '', day: '', avoid: '', use: '' }
  let scenarios: string[] = []
  let answer: RouteAnswer | null = null
  let chosen = 0
  let next: 'from' | 'to' = 'from'
  const inputs = new Map<Text, HTMLInputElement | HTMLSelectElement>()
  let box = h('div', {})

  const list = (text: string) => text.split(/[,\s]+/).filter(Boolean)

  function question(): RouteQuestion {
    return {
      from: asked.from, to: asked.to, cargo: asked.cargo, equipment: asked.equipment, quantity: Number(asked.quantity) || 1,
      unit: asked.unit, day: asked.day, scenario: scenarios, avoid: list(asked.avoid), use: list(asked.use), ways: 12,
    }
  }

  function remember(): void {
    const words: Record<string, string> = {}
    for (const name of TEXTS) if (asked[name]) words[name] = asked[name]
    if (scenarios.length) words['scenario'] = scenarios.join(' ')
    context.note(words)
  }

  async function ask(): Promise<void> {
    if (!asked.from || !asked.to) { say(t('web-route-from-where')); return }
    remember()
    await into(box, t('web-route-searching'), async () => {
      answer = await api.route(question())
      await learn((answer.no_answer?.alternatives ?? []).map((x) => x.what))
      chosen = 0
      return shown(answer)
    })
    draw(true)
  }

  function draw(move: boolean): void {
    if (!answer) return
    drawWays(context, answer, chosen)
    const way = answer.ways[chosen]
    if (way && move) context.map.fit(pointsOf(context, way.legs))
  }

  function choose(i: number): void {
    if (!answer) return
    chosen = i
    const at = box.scrollTop
    box.replaceChildren(...shown(answer))
    box.scrollTop = at
    draw(false)
    const way = answer.ways[i]
    if (way) say(t('web-route-is-shown', { way: labelled(way) }))
  }

  function shown(a: RouteAnswer): Node[] {
    const way = a.ways[chosen]
    if (!way) return [...readAs(a), none(a)]
    const dots = a.ways.map((w, i) => ({ label: labelled(w), usd: w.totals.cost.amount, hours: w.totals.hours.p50, kg: w.totals.co2e_kg, colour: wayColour(i), chosen: i === chosen, choose: () => choose(i) }))
    const rows = a.ways.map((w, i) => ({
      key: w.label, chosen: i === chosen, choose: () => choose(i),
      cells: [h('span', { class: 'way-name' }, h('span', { class: `dot-mark c${i % 8}` }), labelled(w)), usd(w.totals.cost.amount), days(w.totals.hours.p50), number(w.totals.co2e_kg)],
    }))
    return [
      h('h2', {}, `${a.question.from.name} → ${a.question.to.name}`), ...readAs(a),
      h('p', { class: 'dim' }, t('web-route-of', { amount: amount(a.question.quantity, a.question.unit), cargo: a.question.cargo_name, day: day(a.question.day) }), ' ', t('web-route-not-beaten', { ways: number(a.ways.length) })),
      pareto(dots),
      table(t('web-route-worth'), [t('web-col-way'), { text: t('web-col-usd'), right: true }, { text: t('web-col-time'), right: true }, { text: t('web-col-co2e'), right: true }], rows),
      sheet(a, way),
    ]
  }

  /** A place that is nearly spelt right is read, and said so. */
  function readAs(a: RouteAnswer): HTMLElement[] {
    return ([['from', a.question.from], ['to', a.question.to]] as const).flatMap(([end, place]) => {
      const told = asked[end].trim().toLowerCase()
      const p = context.places.get(place.id)
      const known = [place.id, place.name, ...(p ? [p.name, ...Object.values(p.names).flat()] : [])].some((n) => n.toLowerCase() === told)
      return known ? [] : [h('p', { class: 'read-as' }, t('web-route-read-as', { told: asked[end], place: place.name }))]
    })
  }

  function sheet(a: RouteAnswer, way: Way): HTMLElement {
    const sums = way.totals
    const facts: [string, string, string, string][] = [
      ['cost', t('web-fact-cost'), usd(sums.cost.amount), range(sums.cost.range)],
      ['time', t('web-col-time'), days(sums.hours.p50), sums.lateness ? t('web-fact-nine', { days: days(sums.lateness.p90) }) : ''],
      ['CO2e', 'CO2e', t('web-kg', { kg: number(sums.co2e_kg) }), range(sums.co2e_range)],
      ['distance', t('web-fact-distance'), kilometres(sums.distance_km), ''],
      ['risk', t('web-fact-risk'), sums.risk === null || sums.risk === undefined ? '–' : percent(sums.risk), ''],
    ]
    return h('article', { class: 'sheet' },
      h('h3', {}, `${labelled(way)}: `, way.summary),
      h('p', { class: 'badge' }, way.sheet),
      h('dl', { class: 'facts' }, ...facts.flatMap(([key, name, value, more]) => [h('dt', {}, name), h('dd', {}, h('b', { 'data-figure': key }, value), more ? h('span', { class: 'dim' }, ` (${more})`) : null)])),
      h('h4', {}, t('web-route-chart')), timeDistance(way, wayColour(chosen)),
      h('h4', {}, t('web-route-sheet')), legs(way.legs),
      way.gaps.length ? h('div', {}, h('h4', {}, t('web-route-gaps')), h('ul', {}, ...way.gaps.map((g) => h('li', {}, g)))) : null,
      way.papers.length ? h('p', {}, h('b', {}, t('web-route-papers')), ' ', way.papers.join(', ')) : null,
      ...way.permits.map((p) => h('p', {}, h('b', {}, t('web-route-permit', { name: p.name })), ' ', t('web-route-permit-of', { authority: p.authority, asked: day(p.asked_on), earliest: day(p.earliest) }))),
      h('p', { class: 'row' }, h('button', { type: 'button', onclick: () => window.print() }, t('web-route-print')),
        h('button', { type: 'button', class: 'quiet', onclick: () => copied(command()) }, t('web-route-copy'))),
      ...a.notes.map(noted),
      whyNot())
  }

  function command(): string {
    const word = (x: string) => (/[\s']/.test(x) ? `'${x.replace(/'/g, `'\\''`)}'` : x)
    const flags = [['--cargo', asked.cargo], ['--equipment', asked.equipment], ['-q', asked.quantity === '1' ? '' : asked.quantity], ['-u', asked.unit], ['--day', asked.day]]
    const many = [...scenarios.map((x) => `--scenario ${word(x)}`), ...list(asked.avoid).map((x) => `--avoid ${word(x)}`), ...list(asked.use).map((x) => `--use ${word(x)}`)]
    return ['./keruen route', word(context.corridor.id), word(asked.from), word(asked.to), ...flags.filter((f) => f[1]).map(([f, v]) => `${f} ${word(v ?? '')}`), ...many].join(' ')
  }

  function legs(all: Leg[]): HTMLElement {
    return h('div', { class: 'legs' }, ...all.filter((l) => l.hours > 0 || l.cost !== 0 || l.distance_km > 0).map((l) => h('details', { class: 'leg' },
      h('summary', {}, h('span', { class: `kind ${l.kind}` }, kind(l)), h('span', { class: 'leg-name' }, l.name), h('span', { class: 'right' }, days(l.hours)), h('span', { class: 'right' }, l.cost ? usd(l.cost) : '')),
      h('p', { class: 'dim' }, ...[l.operator, l.distance_km ? kilometres(l.distance_km) : '', kilograms(l.co2e_kg), l.wait_origin].filter(Boolean).flatMap((x, i) => (i ? [' · ', x] : [x]))),
      ...l.charges.map((c) => h('div', { class: 'charge' }, h('b', {}, c.name), ' ', t('web-route-rate', { rate: number(c.rate), currency: c.currency, unit: word('unit', c.per), quantity: number(c.quantity), total: usd(c.usd) }),
        h('span', { class: `method ${c.method}` }, method(c.method)), c.range ? h('span', { class: 'dim' }, ` ${range(c.range)} $`) : null, c.excludes ? h('div', { class: 'dim' }, t('web-route-without', { what: c.excludes })) : null, sourceList(c.sources))),
      l.draught ? h('p', {}, t('web-route-shallow', { place: l.draught.name, left: number(l.draught.left_t), payload: number(l.draught.payload_t) })) : null,
      sourceList(l.sources),
      l.parameters.length ? h('details', { ontoggle: (e) => void parameters(e.target as HTMLDetailsElement, l) }, h('summary', {}, t('web-route-figures', { count: number(l.parameters.length) })), h('div', {})) : null)))
  }

  async function parameters(open: HTMLDetailsElement, leg: Leg): Promise<void> {
    const inner = open.querySelector('div')
    if (!open.open || !inner || inner.childElementCount) return
    await into(inner, t('web-sources-looking'), async () => {
      const found = await Promise.all(leg.parameters.slice(0, 20).map((p) => api.explain(p).catch(() => [])))
      return [h('ul', { class: 'figures' }, ...found.flat().map((f) => figureRow(f)))]
    })
  }

  function none(a: RouteAnswer): HTMLElement {
    const no = a.no_answer
    return h('article', {}, h('h2', {}, t('web-route-none')), h('p', { class: 'fault' }, no?.reason ?? ''),
      ...(no?.cut ?? []).map((c) => h('p', {}, h('b', {}, c.name), ': ', c.reason, ' (', c.authority || c.rule, ')', c.lifted_by.length ? `; ${t('web-route-lifted-by', { list: c.lifted_by.join(', ') })}` : null)),
      h('p', {}, no?.hint ?? ''),
      no?.alternatives.length ? h('h3', {}, t('web-route-near')) : null,
      ...(no?.alternatives ?? []).map((x) => h('p', {}, h('b', {}, said(x.what)), ': ', x.summary, `, ${usd(x.cost)}, ${days(x.hours)} (`, x.change, ')')))
  }

  function whyNot(): HTMLElement {
    const input = h('input', { list: 'subjects', placeholder: t('web-route-subject-hint') })
    const out = h('div', {})
    const run = () => void into(out, t('web-sources-looking'), async () => {
      const w = await api.whyNot(question(), input.value.trim())
      return [h('p', {}, h('b', { 'data-figure': 'verdict' }, word('verdict', w.verdict)), ': ', w.reason),
        ...w.because.map((b) => h('p', { class: 'dim' }, b.name, ': ', b.reason)),
        ...w.opened_by.map((o) => h('p', {}, t('web-route-opened'), ' ', o)),
        ...w.ways.slice(0, 3).map((c) => h('p', {}, c.way.summary, `: ${usd(c.way.cost)}, ${days(c.way.hours)}`,
          c.beaten_by[0] ? ` – ${t('web-route-beaten', { way: c.beaten_by[0].by.label, usd: usd(c.beaten_by[0].cost), time: days(c.beaten_by[0].hours) })}` : null))]
    })
    return h('form', { class: 'why-not', onsubmit: (e) => { e.preventDefault(); if (input.value.trim()) run() } },
      h('h4', {}, t('web-route-why')), field(t('web-route-subject'), input),
      h('datalist', { id: 'subjects' }, ...context.corridor.services.map((x) => h('option', { value: `service:${x.id}` }, x.name))),
      h('button', { type: 'submit' }, t('web-route-say')), out)
  }

  function text(name: Text, label: string, more: Record<string, string> = {}, hint?: string): HTMLElement {
    const input = h('input', { name, value: asked[name], autocomplete: 'off', ...more, oninput: (e) => { asked[name] = (e.target as HTMLInputElement).value.trim() } })
    inputs.set(name, input)
    return field(label, input, hint)
  }

  /** One of a list, or the usual. */
  function choice(name: Text, label: string, values: [string, string][]): HTMLElement {
    const known = values.some(([id]) => id === asked[name]) || asked[name] === ''
    const all: [string, string][] = [['', t('web-route-usual')], ...values, ...(known ? [] : [[asked[name], asked[name]] as [string, string]])]
    const pick = h('select', { name, onchange: (e) => { asked[name] = (e.target as HTMLSelectElement).value } },
      ...all.map(([id, words]) => h('option', { value: id, selected: id === asked[name] }, words)))
    inputs.set(name, pick)
    return field(label, pick)
  }

  function form(): HTMLElement {
    const cargo = h('select', { name: 'cargo', onchange: (e) => { asked.cargo = (e.target as HTMLSelectElement).value } },
      ...context.corridor.cargoes.map((c) => h('option', { value: c.id, selected: c.id === asked.cargo }, `${c.name} (${word('unit', c.unit)})`)))
    const swap = h('button', { type: 'button', class: 'quiet', 'aria-label': t('web-route-swap'), onclick: () => {
      [asked.from, asked.to] = [asked.to, asked.from]
      for (const n of ['from', 'to'] as const) { const i = inputs.get(n); if (i) i.value = asked[n] }
    } }, '⇄')
    return h('form', { id: 'route-form', onsubmit: (e) => { e.preventDefault(); void ask() } },
      h('div', { class: 'pair' }, text('from', t('web-route-from'), { list: 'places', required: 'required' }), swap, text('to', t('web-route-to'), { list: 'places', required: 'required' })),
      h('datalist', { id: 'places' }, ...context.corridor.places.map((p) => h('option', { value: p.name }))),
      field(t('web-route-goods'), cargo),
      h('div', { class: 'pair' }, text('quantity', t('web-route-quantity'), { type: 'number', min: '0', step: 'any' }), choice('unit', t('web-route-unit'), UNITS.map((u) => [u, word('unit', u)]))),
      h('details', { class: 'more', open: Boolean(asked.equipment || asked.day || asked.avoid || asked.use) }, h('summary', {}, t('web-route-more')),
        text('day', t('web-route-day'), { type: 'date' }),
        choice('equipment', t('web-route-equipment'), context.corridor.equipment.map((e) => [e.id, e.name])),
        text('avoid', t('web-route-avoid'), { placeholder: 'RU service:…' }), text('use', t('web-route-use'), { placeholder: 'KZ service:…' })),
      scenarioPicker(context, scenarios, (names) => { scenarios = names }),
      h('button', { type: 'submit', class: 'main' }, t('web-route-find')))
  }

  return {
    id: 'route', title: t('web-tab-route'),
    async open(root, words) {
      for (const name of TEXTS) { const w = words.get(name); if (w !== null) asked[name] = name === 'from' || name === 'to' ? (context.places.get(w)?.name ?? w) : w }
      const stacked = words.get('scenario')
      if (stacked !== null) scenarios = stacked.split(' ').filter(Boolean)
      next = asked.from && !asked.to ? 'to' : 'from'
      box = h('div', { id: 'answer' })
      root.replaceChildren(h('h1', {}, t('web-route-title')), form(), h('p', { class: 'dim hint' }, t('web-route-hint')), box)
      if (asked.from && asked.to) await ask()
    },
    click(x) {
      if (x.layer === 'ways') { choose(Number(x.id)); return true }
      if (x.layer !== 'places') return false
      const name = context.places.get(x.id)?.name ?? x.name
      asked[next] = name
      const input = inputs.get(next)
      if (input) input.value = name
      say(`${t(next === 'from' ? 'web-route-from' : 'web-route-to')}: ${name}`)
      const both = next === 'to' && asked.from
      next = next === 'from' ? 'to' : 'from'
      if (both) void ask()
      return true
    },
    repaint() { draw(false) },
    close() { context.map.clear('ways', 'ends'); context.map.dim(false); answer = null },
  }
}
