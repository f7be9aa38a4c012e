// What really happens over a year: a run as a job, its first replication as a film on the map, how long goods take in all of them.

import { api } from '../api/client'
import type { JobRequest, RowTimes, SimulateRun, Storm } from '../api/schema'
import type { Context, Panel } from '../context'
import { FilmLayer, filmColour } from '../map/film-layer'
import { Reel } from '../map/film'
import { field, h, s, say, table } from '../ui/dom'
import { fixed, number, percent } from '../ui/format'
import { run } from '../ui/job'
import { into, noted } from '../ui/parts'
import { moment, t } from '../ui/words'

const SPEEDS = [6, 24, 72, 240]
const ROWS = 14
const WIDE = 600
const HIGH = 84

export function simulate(context: Context): Panel {
  let year = context.corridor.years.find((y) => y === Number(context.corridor.as_of.slice(0, 4)) - 1) ?? context.corridor.years.at(-1) ?? 0
  let replications = 20
  let seed = 1
  let beside = ''
  let box = h('div', {})
  let runs: SimulateRun[] = []
  let hours = 0
  let speed = 24
  let playing = false
  let before = 0
  let opened = false
  const layer = new FilmLayer(context.map, context.theme)
  const clock = h('output', { class: 'clock' })
  const count = h('div', { class: 'counts' })
  const hand = s('line', { x1: 0, x2: 0, y1: 0, y2: HIGH, class: 'now' })
  let moving: HTMLElement[] = []
  const play = h('button', { type: 'button', class: 'main play' })
  const scrub = h('input', { type: 'range', min: 0, step: 1, class: 'scrub' })
  context.map.map?.on('style.load', () => { if (opened && runs.length) layer.show() })

  const length = () => runs[0]?.film.hours ?? 0
  const named = (i: number) => (i ? (context.scenarios.find((x) => x.id === beside)?.name ?? beside) : t('web-simulate-base'))

  async function ask(): Promise<void> {
    stop()
    context.note({ year: String(year), replications: String(replications), seed: String(seed), ...(beside ? { beside } : {}), run: '1' })
    await into(box, t('web-simulate-running'), async () => {
      const of = (scenario: string[]): JobRequest => ({ kind: 'simulate', year, replications, seed, scenario })
      runs = []
      for (const stack of beside ? [[], [beside]] : [[]]) runs.push(await api.answer<SimulateRun>(await run(box, of(stack))))
      layer.reels = runs.map((r, i) => new Reel(context, r.film, i > 0))
      return shown()
    })
    if (!runs.length || !opened) return
    context.map.dim(true)
    layer.show()
    to(Math.min(hours || 24 * 14, length()))
  }

  function when(at: number): string {
    const first = Date.parse(`${runs[0]?.film.first ?? '2000-01-01'}T00:00:00Z`)
    return moment(first + at * 3600e3)
  }

  /** Shows a moment. */
  function to(at: number): void {
    hours = Math.max(0, Math.min(length(), at))
    const begun = performance.now()
    const counts = layer.reels.map((r) => r.show(hours))
    // Tests read what a frame costs and how many points it has.
    Object.assign(window, { keruenFilm: { cost: performance.now() - begun, points: layer.reels.reduce((n, r) => n + r.used, 0), show: (x: number) => layer.reels.map((r) => r.show(x)) } })
    layer.draw()
    const said = when(hours)
    if (clock.textContent !== said) {
      clock.textContent = said
      scrub.setAttribute('aria-valuetext', said)
    }
    scrub.value = String(Math.round(hours))
    counts.forEach((c, i) => {
      const words = t('web-simulate-moving', { goods: c.goods, ships: c.ships, waiting: Math.round(c.waiting) })
      const line = moving[i]
      if (line && line.textContent !== words) line.textContent = words
    })
    hand.setAttribute('transform', `translate(${(hours / (length() || 1)) * WIDE} 0)`)
  }

  /** A line a run of what moves; its words change while the film plays. */
  function countLines(): Node[] {
    moving = layer.reels.map(() => h('span', {}))
    return moving.map((words, i) => {
      const mark = h('span', { class: 'dot-mark' })
      mark.style.background = filmColour(context.theme(), i * 4)
      return h('p', { class: 'way-name' }, mark, layer.reels.length > 1 ? h('b', {}, named(i)) : null, words)
    })
  }

  function tick(now: number): void {
    if (!playing) return
    to(hours + (Math.min(now - before, 250) / 1000) * speed)
    before = now
    if (hours >= length()) stop()
    else requestAnimationFrame(tick)
  }

  function stop(): void {
    playing = false
    play.textContent = t('web-simulate-play')
  }

  function start(): void {
    if (hours >= length()) hours = 0
    playing = true
    before = performance.now()
    play.textContent = t('web-simulate-pause')
    requestAnimationFrame(tick)
  }

  play.addEventListener('click', () => (playing ? stop() : start()))
  scrub.addEventListener('input', () => { stop(); to(Number(scrub.value)) })

  function shown(): Node[] {
    stop()
    count.replaceChildren(...countLines())
    scrub.max = String(Math.round(length()))
    scrub.setAttribute('aria-label', t('web-simulate-time'))
    const pace = h('select', { 'aria-label': t('web-simulate-speed'), onchange: (e) => { speed = Number((e.target as HTMLSelectElement).value) } },
      ...SPEEDS.map((x) => h('option', { value: x, selected: x === speed }, t('web-simulate-hours-a-second', { hours: x }))))
    const detail = h('div', { id: 'histogram' })
    const rows = through(runs[0])
    const first = rows[0]
    if (first) detail.replaceChildren(...histograms(first.row))
    const sampled = runs[0]?.film.one_in ?? 1
    return [
      h('section', { class: 'player' }, h('div', { class: 'row' }, play, pace, clock), strip(), count, key(),
        sampled > 1 ? h('p', { class: 'dim' }, t('web-simulate-one-in', { n: sampled })) : null),
      h('h2', {}, t('web-simulate-fans')), fans(rows, (row) => detail.replaceChildren(...histograms(row))), detail,
      h('h2', {}, t('web-simulate-queues')), queues(),
      h('p', { class: 'dim' }, t('web-simulate-note')),
      ...(runs[0]?.answer.notes ?? []).map(noted)]
  }

  function key(): HTMLElement {
    const words = [t('web-simulate-key-goods'), t('web-simulate-key-background'), t('web-simulate-key-ships'), t('web-simulate-key-queues')]
    return h('ul', { class: 'rank-key' }, ...words.map((text, i) => {
      const mark = h('span', { class: 'dot-mark' })
      mark.style.background = filmColour(context.theme(), i)
      return h('li', { class: 'way-name' }, mark, text)
    }))
  }

  function through(r: SimulateRun | undefined): RowTimes[] {
    const moved = (r?.answer.rows ?? []).filter((x) => !x.background && !x.outside && x.p50 !== null && x.p50 !== undefined)
    return moved.sort((x, y) => y.tonnes.mean - x.tonnes.mean).slice(0, ROWS)
  }

  /** Queues of all ports together over the year, storms behind them, and where the film is. */
  function strip(): SVGElement {
    const sums = runs.map((r) => {
      const n = Math.max(0, ...r.film.queues.map((q) => q.pieces.length))
      return Array.from({ length: n }, (_, i) => r.film.queues.reduce((all, q) => all + (q.pieces[i] ?? 0), 0))
    })
    const most = Math.max(1, ...sums.flat())
    const x = (v: number) => (v / (length() || 1)) * WIDE
    const out = s('svg', { viewBox: `0 0 ${WIDE} ${HIGH}`, class: 'strip', role: 'img', preserveAspectRatio: 'none', 'aria-label': `${t('web-simulate-queue-of')}; ${t('web-simulate-storms')}` })
    const storms: Storm[] = runs[0]?.answer.storms ?? []
    for (const w of storms) out.append(s('rect', { x: x(w.from_hours), width: Math.max(0.6, x(w.to_hours - w.from_hours)), y: 0, height: HIGH, class: 'storm' }))
    sums.forEach((all, i) => {
      const step = runs[i]?.film.queue_hours ?? 12
      const path = all.map((v, k) => `${k ? 'L' : 'M'}${x((k + 0.5) * step).toFixed(1)} ${(HIGH - 4 - (v / most) * (HIGH - 12)).toFixed(1)}`).join('')
      out.append(s('path', { d: path, class: `waiting w${i}` }))
    })
    out.append(hand)
    return h('figure', { class: 'strip-box' }, out, scrub,
      h('figcaption', {}, h('span', { class: 'key storm-key' }), t('web-simulate-storms'),
        ...runs.flatMap((_, i) => [h('span', { class: `key thick k${i}` }), `${t('web-simulate-queue-of')}${runs.length > 1 ? `, ${named(i)}` : ''} (${number(Math.max(0, ...(sums[i] ?? [])))})`]))) as unknown as SVGElement
  }

  function fans(rows: RowTimes[], choose: (row: string) => void): HTMLElement {
    const all = runs.map((r) => new Map(r.answer.rows.map((x) => [x.row, x])))
    const most = Math.max(1, ...rows.flatMap((x) => all.map((m) => m.get(x.row)?.p90 ?? 0)))
    const fan = (row: string) => {
      const out = s('svg', { viewBox: '0 0 120 18', class: 'fan', 'aria-hidden': 'true' })
      all.forEach((m, i) => {
        const v = m.get(row)
        if (!v) return
        const at = (hours: number | null | undefined) => 4 + ((hours ?? 0) / most) * 112
        const y = all.length > 1 ? 5 + i * 8 : 9
        out.append(s('line', { x1: at(v.p10), x2: at(v.p90), y1: y, y2: y, class: `fan-line f${i}` }), s('circle', { cx: at(v.p50), cy: y, r: 3.4, class: `fan-dot f${i}` }))
      })
      return out
    }
    const words = (x: RowTimes | undefined) => (x ? t('web-simulate-days', { p50: day(x.p50), p10: day(x.p10), p90: day(x.p90) }) : '–')
    return table(t('web-simulate-fans'), [t('web-simulate-row'), { text: t('web-simulate-arrived'), right: true }, ...runs.map((_, i) => (runs.length > 1 ? named(i) : t('web-simulate-half'))), ''],
      rows.map((x) => ({ key: x.row, choose: () => choose(x.row), cells: [title(x), number(x.tonnes.mean), ...all.map((m) => words(m.get(x.row))), fan(x.row)] })))
  }

  function title(x: RowTimes): string {
    const place = (id: string) => context.places.get(id)?.name ?? id
    const way = x.row.split(' by ')[1] ?? ''
    const by = way ? ` (${context.services.get(way)?.name ?? way})` : ''
    return `${context.corridor.cargoes.find((c) => c.id === x.cargo)?.name ?? x.cargo}: ${place(x.from)} → ${place(x.to)}${by}`
  }

  function histograms(row: string): Node[] {
    const found = runs.map((r) => r.answer.rows.find((x) => x.row === row))
    const head = found.find((x) => x !== undefined)
    if (!head) return []
    const spreads = found.map((x) => x?.spread).filter((x) => x !== null && x !== undefined)
    const low = Math.min(...spreads.map((x) => x.from_hours))
    const high = Math.max(...spreads.map((x) => x.from_hours + x.width_hours * x.shares.length))
    // Bars of different widths are compared by share a day.
    const most = Math.max(...spreads.map((x) => Math.max(...x.shares) / x.width_hours))
    const at = (v: number) => 20 + ((v - low) / (high - low || 1)) * (WIDE - 40)
    const words = t('web-simulate-histogram', { row: title(head) })
    const out = s('svg', { viewBox: `0 0 ${WIDE} 150`, class: 'chart', role: 'img', 'aria-label': words })
    spreads.forEach((x, i) => x.shares.forEach((share, k) => {
      const from = x.from_hours + k * x.width_hours
      const tall = (share / x.width_hours / most) * 110
      const tip = t('web-simulate-share', { share: percent(share), from: day(from), to: day(from + x.width_hours) })
      out.append(s('rect', { x: at(from), width: Math.max(0.5, at(from + x.width_hours) - at(from) - 1), y: 122 - tall, height: tall, class: `bin f${i}` }, s('title', {}, tip)))
    }))
    for (let k = 0; k <= 4; k++) out.append(s('text', { x: at(low + ((high - low) * k) / 4), y: 142, class: 'tick', 'text-anchor': 'middle' }, day(low + ((high - low) * k) / 4)))
    return [h('h3', {}, words), out as unknown as HTMLElement]
  }

  function queues(): HTMLElement {
    const longest = [...(runs[0]?.answer.queues ?? [])].filter((q) => q.count > 0).sort((x, y) => y.hours.mean * y.count - x.hours.mean * x.count).slice(0, 10)
    const place = (id: string) => context.places.get(id)?.name ?? id
    const services = (id: string) => context.services.get(id)?.name ?? id
    const other = new Map(runs[1]?.answer.queues.map((q) => [`${q.service} ${q.at}`, q]))
    return table(t('web-simulate-queues'), [t('web-simulate-place'), ...runs.flatMap((_, i) => [{ text: runs.length > 1 ? `${t('web-simulate-waits')}, ${named(i)}` : t('web-simulate-waits'), right: true }]), { text: t('web-simulate-pieces'), right: true }],
      longest.map((q) => ({ key: `${q.service} ${q.at}`, cells: [`${services(q.service)}: ${place(q.at)}`, day(q.hours.mean), ...(runs.length > 1 ? [day(other.get(`${q.service} ${q.at}`)?.hours.mean)] : []), `${number(q.mean.mean)}${q.drifts ? ` (${t('web-simulate-grows')})` : ''}`] })))
  }

  function form(): HTMLElement {
    const years = h('select', { name: 'year', onchange: (e) => { year = Number((e.target as HTMLSelectElement).value) } }, ...context.corridor.years.map((y) => h('option', { value: y, selected: y === year }, String(y))))
    const times = h('input', { name: 'replications', type: 'number', min: 1, max: 500, value: replications, onchange: (e) => { replications = Number((e.target as HTMLInputElement).value) } })
    const luck = h('input', { name: 'seed', type: 'number', min: 0, value: seed, onchange: (e) => { seed = Number((e.target as HTMLInputElement).value) } })
    const stack = h('select', { name: 'beside', onchange: (e) => { beside = (e.target as HTMLSelectElement).value } }, h('option', { value: '', selected: !beside }, t('web-simulate-nothing')),
      ...context.scenarios.map((x) => h('option', { value: x.id, selected: x.id === beside }, x.name)))
    return h('form', { id: 'simulate-form', onsubmit: (e) => { e.preventDefault(); void ask() } },
      h('div', { class: 'pair' }, field(t('web-simulate-year'), years), field(t('web-simulate-replications'), times), field(t('web-simulate-seed'), luck)),
      field(t('web-simulate-beside'), stack), h('button', { type: 'submit', class: 'main' }, t('web-simulate-run')))
  }

  return {
    id: 'simulate', title: t('web-simulate-tab'),
    async open(root, words) {
      opened = true
      year = Number(words.get('year')) || year
      replications = Number(words.get('replications')) || replications
      seed = Number(words.get('seed') ?? seed)
      beside = words.get('beside') ?? beside
      box = h('div', { id: 'answer' })
      root.replaceChildren(h('h1', {}, t('web-simulate-title')), h('p', {}, t('web-simulate-lead')), form(), box)
      if (words.get('run') === '1') await ask()
      else if (runs.length) { box.replaceChildren(...shown()); context.map.dim(true); layer.show(); to(hours) }
    },
    click(x) { if (x.layer === 'places') say(x.name); return x.layer === 'places' },
    repaint() { if (runs.length) { count.replaceChildren(...countLines()); to(hours) } },
    close() { opened = false; stop(); layer.hide(); context.map.dim(false) },
  }
}

function day(hours: number | null | undefined): string {
  return hours === null || hours === undefined ? '–' : fixed(hours / 24, 1)
}
