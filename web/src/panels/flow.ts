// What moves, what is left behind, what is each bottleneck worth, and what changes when one thing does.

import { api, follow, Refused } from '../api/client'
import type { EmptiesFlow, FlowAnswer, FlowRequest, LimitFlow, LiveRequest, Method, NewChange, WishFlow } from '../api/schema'
import type { Context, Panel } from '../context'
import { drawFlow, linkOf, linksOf, placesOf } from '../map/flow-layer'
import { field, h, say, table } from '../ui/dom'
import { amount, fixed, number, percent, range, tonnes, usd, withUnit } from '../ui/format'
import { into, scenarioPicker, noted } from '../ui/parts'
import { t, word } from '../ui/words'

const METHODS: [Method, string][] = [['least-cost', 'web-flow-least-cost'], ['max-throughput', 'web-flow-most'], ['choice', 'web-flow-choice'], ['equilibrium', 'web-flow-equilibrium'], ['system-optimum', 'web-flow-system-optimum']]
const SHOWN = 14
const DIRECTIONS: Record<string, string> = { forth: 'web-direction-forth', back: 'web-direction-back', both: 'web-direction-both' }
/** The map follows when the hand on a slider has rested so long, in milliseconds: a frame of it can take longer than the answer. */
const REST = 150

/** Which way of a link. */
export function direction(name: string): string {
  const id = DIRECTIONS[name]
  return id ? t(id) : name
}

export function flow(context: Context): Panel {
  let year = context.corridor.years.find((y) => y === Number(context.corridor.as_of.slice(0, 4)) - 1) ?? context.corridor.years.at(-1) ?? 0
  let method: Method = 'least-cost'
  let scenarios: string[] = []
  let months = false
  let empties = false
  let answer: FlowAnswer | null = null
  let base: FlowAnswer | null = null
  let box = h('div', {})
  let details = h('div', {})
  let live = h('div', {})
  const more = new Map<string, number>()
  const scaled = new Map<string, { change: NewChange; name: string }>()
  let running: AbortController | null = null
  let waiting = false
  let drawing: ReturnType<typeof setTimeout> | undefined

  function request(): FlowRequest {
    return { year, method, months, empties, scenario: scenarios }
  }

  /** Afterwards the sliders' flow is made ready, so that the first touch is answered as fast as the others. */
  async function ask(link?: string): Promise<void> {
    context.note({ year: String(year), method, ...(scenarios.length ? { scenario: scenarios.join(' ') } : {}), ...(months ? { months: '1' } : {}), ...(empties ? { empties: '1' } : {}) })
    more.clear(); scaled.clear()
    await into(box, t('web-flow-finding'), async () => {
      answer = months || empties || method === 'choice' ? await long() : await api.flow(request())
      base = answer
      return shown(answer)
    })
    if (answer) drawFlow(context, answer)
    if (link) users(link)
    if (sliding()) void api.live({ year, scenario: scenarios, more: {}, changes: [] }, new AbortController().signal).catch(() => {})
  }

  /** Long runs are jobs: they show how far they are, can be stopped, and go on if the page is closed. */
  async function long(): Promise<FlowAnswer> {
    const state = await api.job({ kind: 'flow', ...request() })
    if (state.stage === 'done') return api.answer<FlowAnswer>(state.id)
    const bar = h('progress', { max: 1, 'aria-label': t('web-sources-how-far') })
    const words = h('span', {}, t('web-sources-waiting'))
    box.replaceChildren(h('p', { class: 'row' }, bar, words, h('button', { type: 'button', onclick: () => void api.cancel(state.id) }, t('web-stop'))))
    const end = await follow(state.id, (s) => {
      if (s.total) { bar.max = s.total; bar.value = s.done }
      words.textContent = s.stage === 'running' ? `${number(s.done)} / ${s.total ? number(s.total) : '…'}` : t('web-sources-waiting')
    })
    if (end.stage !== 'done') throw new Error(end.stage === 'cancelled' ? t('web-sources-stopped') : end.message)
    return api.answer<FlowAnswer>(end.id)
  }

  function shown(a: FlowAnswer): Node[] {
    details = h('div', { id: 'flow-details' })
    live = h('div', { id: 'live' })
    const sums = a.totals
    return [
      h('dl', { class: 'facts' },
        ...fact('carried', t('web-fact-carried'), tonnes(sums.tonnes)), ...fact('TEU', word('unit', 'TEU'), number(sums.teu)), ...fact('generalised cost', t('web-fact-generalised'), usd(sums.generalised_usd)), ...fact('CO2e', 'CO2e', tonnes(sums.co2e_kg / 1000)),
        ...fact('gap', t('web-fact-gap'), a.certificate.gap === 0 ? '0' : a.certificate.gap.toExponential(1))),
      sliding() ? sliders(a) : h('span', {}),
      live,
      h('h2', {}, t('web-flow-bottlenecks')),
      bottlenecks(a),
      details,
      h('h2', {}, t('web-flow-left')),
      unserved(a),
      ...(a.empties ? [h('h2', {}, t('web-flow-back-empty')), ...comesBack(a.empties)] : []),
      h('h2', {}, t('web-flow-earns')),
      accounts(a),
      ...a.notes.map(noted),
    ]
  }

  /** Kinds of equipment that come back, then the empty moves, the largest first. */
  function comesBack(e: EmptiesFlow): HTMLElement[] {
    const place = (id: string) => context.places.get(id)?.name ?? id
    const kind = new Map(e.kinds.map((k) => [k.equipment, k.name]))
    const right = (id: string) => ({ text: t(id), right: true })
    const kinds = e.kinds.map((k) => ({ cells: [k.name, number(k.laden), number(k.empty), usd(k.usd)] }))
    const moves = e.moves.slice(0, SHOWN).map((m) => ({ cells: [kind.get(m.equipment) ?? m.equipment, `${place(m.way.from)} → ${place(m.to)}`, number(m.way.amount), usd(m.way.usd)] }))
    return [
      table(t('web-flow-back-empty'), [t('web-col-equipment'), right('web-col-laden'), right('web-col-empty'), right('web-col-charges')], kinds),
      table(t('web-flow-empty-moves'), [t('web-col-equipment'), t('web-col-way'), right('web-col-empty'), right('web-col-each')], moves),
    ]
  }

  /** Sliders answer for a year at least cost as the tables stand. */
  const sliding = () => method === 'least-cost' && !months && !empties

  function fact(key: string, name: string, value: string): Node[] {
    return [h('dt', {}, name), h('dd', {}, h('b', { 'data-figure': key }, value))]
  }

  function bottlenecks(a: FlowAnswer): HTMLElement {
    const rows = a.limits.filter((l) => l.price > 0).slice(0, SHOWN).map((l) => ({
      key: l.limit,
      choose: () => limit(l),
      cells: [h('span', {}, l.name, a.question.periods.length > 1 ? ` (${l.period})` : null), percent(l.share), price(l), interval(l)],
    }))
    if (rows.length === 0) return h('p', { class: 'dim' }, t('web-flow-no-price'))
    return table(t('web-flow-dearest'), [t('web-col-limit'), { text: t('web-col-used'), right: true }, { text: t('web-col-per-unit'), right: true }, { text: t('web-col-range'), right: true }], rows)
  }

  const waits = () => method === 'equilibrium' || method === 'system-optimum'

  function price(l: LimitFlow): HTMLElement {
    return h('span', {}, number(l.price), h('small', { class: 'per' }, `/ ${word('unit', l.unit)}`))
  }

  const hold = (value: number | null) => (value === null ? t('web-any') : number(value))

  /** All prices that prove the optimum; a dash where they could not be found. */
  function interval(l: LimitFlow): string {
    const r = l.price_interval
    if (!r) return '–'
    // An open end comes as null, whatever the types say.
    const open = r.high === null || r.low === null
    return !open && Math.abs(r.high - r.low) <= 1e-9 * Math.abs(r.high) ? t('web-exact') : range(r)
  }

  function limit(l: LimitFlow): void {
    const links = linksOf(context, l)
    details.replaceChildren(
      h('h3', {}, l.name),
      h('p', {}, `${t('web-flow-used-of', { used: number(l.used), amount: amount(l.amount, l.unit) })} ${t(waits() ? 'web-flow-waiting-costs' : 'web-flow-one-more-saves', { price: usd(l.price) })}`,
        l.price_holds ? `; ${t('web-flow-price-holds', { more: hold(l.price_holds.high), fewer: hold(l.price_holds.low) })}.` : '.'),
      h('p', { class: 'row' },
        sliding() ? h('button', { type: 'button', onclick: () => { more.set(l.limit, 0); redrawSliders() } }, t('web-flow-change')) : null,
        ...links.slice(0, 2).map((id) => h('button', { type: 'button', class: 'quiet', onclick: () => users(id) }, t('web-flow-users')))))
    const at = placesOf(context, l).map((id) => context.places.get(id)?.position).filter((p): p is [number, number] => p !== undefined)
    const lines = context.map.lines()
    const ends = links.flatMap((id) => { const g = lines.get(id)?.geometry; return g?.type === 'MultiLineString' ? g.coordinates.flat() as [number, number][] : [] })
    context.map.fit(ends.length ? ends : at, 6)
  }

  function users(id: string): void {
    if (!answer) return
    const wishes = new Map(answer.wishes.map((w) => [w.wish, w]))
    const over = answer.elements.filter((e) => linkOf(e) === id)
    const name = over[0]?.name ?? id
    const rows = over.flatMap((e) => e.users.map(([wish, amount]) => {
      const w = wishes.get(wish)
      return { cells: [w ? title(w) : wish, direction(e.direction), number(amount)] }
    }))
    details.replaceChildren(h('h3', {}, t('web-flow-users-of', { name })), rows.length ? table(t('web-flow-users-of', { name }), [t('web-col-goods'), t('web-col-direction'), { text: t('web-col-tonnes'), right: true }], rows.slice(0, 60)) : h('p', { class: 'dim' }, t('web-flow-nothing-over')))
    details.scrollIntoView({ block: 'nearest' })
  }

  /** A wish in words: its goods, whence and whither. */
  function title(w: WishFlow): string {
    const place = (x: string) => context.places.get(x)?.name ?? (x || t('web-flow-several'))
    return `${context.corridor.cargoes.find((c) => c.id === w.cargo)?.name ?? w.cargo}: ${place(w.from)} → ${place(w.to)}`
  }

  /** The same, with its id where another wish reads alike. */
  function wished(a: FlowAnswer, w: WishFlow): string {
    const words = title(w)
    return a.wishes.some((x) => x !== w && x.kind === w.kind && title(x) === words) ? `${words} · ${w.wish}` : words
  }

  function unserved(a: FlowAnswer): HTMLElement {
    const limits = new Map(a.limits.map((l) => [l.limit, l.name]))
    const left = a.wishes.filter((w) => w.kind === 'through' && w.unserved + w.outside > 1e-9 * Math.max(1, w.asked)).sort((x, y) => y.unserved + y.outside - x.unserved - x.outside)
    if (left.length === 0) return h('p', { class: 'dim' }, t('web-flow-all-carried'))
    return table(t('web-flow-left-or-gone'), [t('web-col-wish'), { text: t('web-col-left'), right: true }, { text: t('web-col-elsewhere'), right: true }, t('web-col-stopped')],
      left.slice(0, 25).map((w) => ({ cells: [`${title(w)} (${word('unit', w.unit)})`, number(w.unserved), number(w.outside), w.no_way ?? w.stopped_by.map((l) => limits.get(l) ?? l).join(', ')] })))
  }

  function accounts(a: FlowAnswer): HTMLElement {
    const before = new Map((base && base !== a ? base.accounts : []).map((x) => [`${x.kind} ${x.id}`, x.revenue_usd]))
    const rows = a.accounts.filter((x) => x.revenue_usd > 0 || x.tonnes > 0)
    const by = (x: (typeof rows)[number]) => (before.size ? Math.abs(x.revenue_usd - (before.get(`${x.kind} ${x.id}`) ?? 0)) : x.revenue_usd)
    return table(t('web-flow-who-earns'), [t('web-col-who'), { text: t('web-col-receipts'), right: true }, { text: before.size ? t('web-col-change') : t('web-col-tonnes'), right: true }],
      rows.sort((x, y) => by(y) - by(x)).slice(0, 16).map((x) => ({ cells: [h('span', {}, x.name, x.kind === 'country' ? ` (${t('said-country')})` : null), usd(x.revenue_usd), before.size ? usd(x.revenue_usd - (before.get(`${x.kind} ${x.id}`) ?? 0)) : tonnes(x.tonnes)] })))
  }

  let sliderBox = h('div', {})

  function sliders(a: FlowAnswer): HTMLElement {
    sliderBox = h('div', { class: 'sliders' })
    const wish = h('select', { 'aria-label': t('web-flow-pick-demand') }, h('option', { value: '' }, t('web-flow-a-demand')),
      ...a.wishes.filter((w) => w.kind === 'through' && w.from).map((w) => h('option', { value: w.wish }, wished(a, w))))
    wish.addEventListener('change', () => {
      const id = wish.value
      const w = a.wishes.find((x) => x.wish === id)
      if (id) { scaled.set(`demand:${id}`, { name: w ? wished(a, w) : id, change: { table: 'demand', id, field: 'amount', scale: 1, why: '' } }); redrawSliders() }
      wish.value = ''
    })
    const tariff = h('input', { 'aria-label': t('web-flow-pick-tariff'), placeholder: t('web-flow-a-tariff'), list: 'tariffs', onchange: (e) => {
      const id = (e.target as HTMLInputElement).value.trim()
      if (id) { scaled.set(`tariff:${id}`, { name: id, change: { table: 'tariff', id, field: 'amount', scale: 1, why: '' } }); redrawSliders() }
      ;(e.target as HTMLInputElement).value = ''
    }, oninput: (e) => void suggest((e.target as HTMLInputElement).value) })
    const limitChoice = h('select', { 'aria-label': t('web-flow-pick-limit') }, h('option', { value: '' }, t('web-flow-a-limit')), ...a.limits.filter((l) => l.price > 0).slice(0, 40).map((l) => h('option', { value: l.limit }, l.name)))
    limitChoice.addEventListener('change', () => { if (limitChoice.value) { more.set(limitChoice.value, 0); redrawSliders() } limitChoice.value = '' })
    return h('section', { class: 'what-if' }, h('h2', {}, t('web-flow-what-if')), h('div', { class: 'row' }, limitChoice, wish, tariff), h('datalist', { id: 'tariffs' }), sliderBox)
  }

  async function suggest(words: string): Promise<void> {
    const list = document.getElementById('tariffs')
    if (!list || words.length < 2) return
    const found = await api.figures(`tariff: .amount ${words}`, '', 0).catch(() => null)
    list.replaceChildren(...(found?.figures ?? []).slice(0, 20).map((f) => h('option', { value: f.parameter.replace(/^tariff:/, '').replace(/\.amount$/, '') }, withUnit(f.value, f.unit))))
  }

  function redrawSliders(): void {
    const rows: HTMLElement[] = []
    for (const [id] of more) {
      const l = base?.limits.find((x) => x.limit === id)
      if (!l) continue
      rows.push(slider(l.name, -0.5, 1, (more.get(id) ?? 0) / l.amount, (v) => `${v >= 0 ? '+' : ''}${amount(v * l.amount, l.unit)} (${percent(v)})`, (v) => { more.set(id, v * l.amount) }, () => more.delete(id)))
    }
    for (const [key, x] of scaled) {
      rows.push(slider(x.name, 0, 3, x.change.scale ?? 1, (v) => `× ${fixed(v, 2)}`, (v) => { x.change.scale = v }, () => scaled.delete(key)))
    }
    sliderBox.replaceChildren(...rows)
    if (rows.length) {
      sliderBox.append(h('div', { class: 'row' }, h('button', { type: 'button', class: 'quiet', onclick: () => { more.clear(); scaled.clear(); redrawSliders(); void again() } }, t('web-flow-back')),
        scaled.size ? h('button', { type: 'button', onclick: () => keep() }, t('web-flow-keep')) : null))
    }
  }

  function slider(name: string, low: number, high: number, value: number, words: (v: number) => string, set: (v: number) => void, drop: () => void): HTMLElement {
    const out = h('output', {}, words(value))
    const input = h('input', { type: 'range', min: low, max: high, step: 0.01, value, 'aria-label': name, oninput: (e) => {
      const v = Number((e.target as HTMLInputElement).value)
      out.textContent = words(v)
      set(v)
      void again()
    } })
    return h('div', { class: 'slider' }, h('span', {}, name), input, out, h('button', { type: 'button', class: 'quiet', 'aria-label': t('web-flow-drop', { name }), onclick: () => { drop(); redrawSliders(); void again() } }, '×'))
  }

  /** One question at a time; the newest wins. */
  async function again(): Promise<void> {
    if (running) { waiting = true; return }
    running = new AbortController()
    const begun = performance.now()
    const question: LiveRequest = { year, scenario: scenarios, more: Object.fromEntries([...more].filter(([, v]) => v !== 0)), changes: [...scaled.values()].map((x) => x.change).filter((x) => x.scale !== 1) }
    try {
      const now = await api.live(question, running.signal)
      answer = now
      show(now, performance.now() - begun)
    } catch (e) {
      live.replaceChildren(h('p', { class: 'fault', role: 'alert' }, e instanceof Refused ? e.message : String(e)))
    }
    running = null
    if (waiting) { waiting = false; void again() }
  }

  function show(now: FlowAnswer, took: number): void {
    if (!base) return
    const [a, b] = [base.totals, now.totals]
    const row = (name: string, x: number, y: number, f: (v: number) => string) => ({ cells: [name, f(x), f(y), f(y - x)] })
    live.replaceChildren(
      table(t('web-flow-before-after'), ['', { text: t('web-col-before'), right: true }, { text: t('web-col-after'), right: true }, { text: t('web-col-difference'), right: true }], [
        row(t('web-fact-carried'), a.tonnes, b.tonnes, tonnes), row(word('unit', 'TEU'), a.teu, b.teu, number), row(t('web-fact-generalised'), a.generalised_usd, b.generalised_usd, usd), row('CO2e', a.co2e_kg / 1000, b.co2e_kg / 1000, tonnes)]),
      h('p', { class: 'dim', id: 'took' }, t('web-flow-took', { ms: number(took) })),
      h('h3', {}, t('web-flow-bottlenecks-after')), bottlenecks(now), h('h3', {}, t('web-flow-who-gains')), accounts(now))
    clearTimeout(drawing)
    drawing = setTimeout(() => drawFlow(context, now), REST)
  }

  function keep(): void {
    const changes = [...scaled.values()].map((x) => x.change)
    sessionStorage.setItem('draft', JSON.stringify(changes))
    context.go('scenarios', { make: '1' })
  }

  return {
    id: 'flow', title: t('web-tab-flow'),
    async open(root, words) {
      year = Number(words.get('year')) || year
      method = (words.get('method') as Method | null) ?? method
      months = words.get('months') === '1'
      empties = words.get('empties') === '1'
      scenarios = words.get('scenario')?.split(' ').filter(Boolean) ?? scenarios
      box = h('div', { id: 'answer' })
      const years = h('select', { name: 'year', onchange: (e) => { year = Number((e.target as HTMLSelectElement).value); void ask() } }, ...context.corridor.years.map((y) => h('option', { value: y, selected: y === year }, String(y))))
      const how = h('select', { name: 'method', onchange: (e) => { method = (e.target as HTMLSelectElement).value as Method; void ask() } }, ...METHODS.map(([id, name]) => h('option', { value: id, selected: id === method }, t(name))))
      const split = h('input', { type: 'checkbox', checked: months, onchange: (e) => { months = (e.target as HTMLInputElement).checked; void ask() } })
      const back = h('input', { type: 'checkbox', name: 'empties', checked: empties, onchange: (e) => { empties = (e.target as HTMLInputElement).checked; void ask() } })
      root.replaceChildren(h('h1', {}, t('web-flow-title')),
        h('div', { class: 'pair short-first' }, field(t('web-flow-year'), years), field(t('web-flow-method'), how)), h('label', { class: 'check' }, split, t('web-flow-months')), h('label', { class: 'check' }, back, t('web-flow-empties')),
        scenarioPicker(context, scenarios, (names) => { scenarios = names; void ask() }), box)
      if (context.corridor.years.length === 0) { box.replaceChildren(h('p', { class: 'fault' }, t('web-flow-no-demand'))); return }
      await ask(words.get('link') ?? undefined)
    },
    click(x) {
      if (x.layer === 'flow' || x.layer.startsWith('links-')) { users(x.id); say(t('web-flow-who-uses', { name: x.name })); return true }
      return false
    },
    repaint() { if (answer) drawFlow(context, answer) },
    close() { clearTimeout(drawing); context.map.clear('flow', 'marks'); context.map.dim(false) },
  }
}
