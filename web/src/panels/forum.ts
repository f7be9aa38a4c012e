// Several parties weigh the same proposals: sliders are their weights, rankings and their certainty answer while a hand is on them.

import { api, Refused } from '../api/client'
import type { Flip, ForumAnswer, ForumRequest, JobState, PartyAnswer, Preset } from '../api/schema'
import type { Context, Panel } from '../context'
import { field, h, table } from '../ui/dom'
import { fixed, number, percent } from '../ui/format'
import { run } from '../ui/job'
import { into } from '../ui/parts'
import { language, said, t } from '../ui/words'

/** Where the name of the compared proposals is remembered. */
const HELD = 'proposals'
/** Draws of a live ranking: each share is known to about a part in fifty. */
const DRAWS = 1000

export function forum(context: Context): Panel {
  let presets: Preset[] = []
  let chosen = 'c6'
  let party = ''
  let held = ''
  let answer: ForumAnswer | null = null
  let points: Record<string, Record<string, number>> = {}
  let box = h('div', {})
  let joint: HTMLElement = h('div', {})
  let own: HTMLElement = h('div', {})
  let sliders: HTMLElement = h('fieldset', {})
  const took = h('p', { class: 'dim', id: 'forum-took' })
  const minutes = h('a', { class: 'button', target: '_blank', rel: 'noopener' })
  let running = false
  let waiting = false

  const question = (): ForumRequest => ({ table: held, preset: [chosen], points, seed: 1, draws: DRAWS })
  const alternative = (i: number) => said(answer?.table.alternatives[i]?.name ?? '')
  const criterion = (id: string) => answer?.table.criteria.find((c) => c.id === id)?.name ?? id
  const mine = () => answer?.parties.find((p) => p.party.id === party)

  async function compare(): Promise<void> {
    await into(box, t('web-forum-comparing'), async () => {
      held = await run(box, { kind: 'proposals' })
      localStorage.setItem(HELD, held)
      answer = await api.forum(question())
      return shown()
    })
    draw()
  }

  /** Finds the proposals that were compared before, or a run that goes on. */
  async function again(): Promise<void> {
    const jobs = await api.jobs().catch((): JobState[] => [])
    const going = jobs.some((j) => (j.question as { kind?: string }).kind === 'proposals' && (j.stage === 'running' || j.stage === 'queued'))
    if (going) return compare()
    held = localStorage.getItem(HELD) ?? ''
    answer = held ? await api.forum(question()).catch(() => null) : null
    if (!answer) {
      box.replaceChildren(h('button', { type: 'button', class: 'main', onclick: () => void compare() }, t('web-forum-compare')), h('p', { class: 'dim' }, t('web-forum-compare-hint')))
      return
    }
    box.replaceChildren(...shown())
    draw()
  }

  function shown(): Node[] {
    joint = h('section', { id: 'forum-joint' })
    own = h('section', { id: 'forum-own' })
    sliders = h('fieldset', { class: 'weights' })
    return [joint, chooser(), sliders, took, own]
  }

  function chooser(): HTMLElement {
    const parties = presets.find((p) => p.id === chosen)?.parties ?? []
    if (!parties.some((p) => p.id === party)) party = parties[0]?.id ?? ''
    const pick = h('select', { name: 'party', onchange: (e) => { party = (e.target as HTMLSelectElement).value; note(); drawSliders(); drawOwn() } },
      ...parties.map((p) => h('option', { value: p.id, selected: p.id === party }, p.name)))
    return field(t('web-forum-party'), pick)
  }

  function note(): void {
    context.note({ preset: chosen, ...(party ? { party } : {}) })
  }

  function draw(): void {
    drawJoint(); drawSliders(); drawOwn()
  }

  function bar(share: number): HTMLElement {
    const inner = h('span', { class: 'bar-fill' })
    inner.style.width = `${Math.max(0, Math.min(1, share)) * 100}%`
    return h('span', { class: 'bar-box', 'aria-hidden': 'true' }, inner)
  }

  function drawJoint(): void {
    const a = answer
    const j = a?.joint
    if (!a || !j) return
    const order = a.table.alternatives.map((_, i) => i).sort((x, y) => (j.mean[x]?.rank ?? 0) - (j.mean[y]?.rank ?? 0))
    const rows = order.map((i) => ({
      key: a.table.alternatives[i]?.id ?? '',
      cells: [alternative(i), h('span', { class: 'scored' }, bar(j.mean[i]?.score ?? 0), fixed(j.mean[i]?.score ?? 0, 3)),
        number(j.borda[i]?.score ?? 0), percent(j.first_rank[i] ?? 0),
        t('web-forum-regret-of', { regret: fixed(-(j.regret[i]?.score ?? 0) || 0, 2), party: a.parties[j.regret_of[i] ?? 0]?.party.name ?? '' })],
    }))
    const n = a.table.alternatives.length
    minutes.textContent = t('web-forum-minutes')
    minutes.setAttribute('href', `/api/forum/minutes?q=${encodeURIComponent(JSON.stringify({ ...question(), draws: 10000 }))}&lang=${language()}`)
    const flips = j.flips.filter((f) => f.at !== null && f.at !== undefined && f.winner !== null && f.winner !== undefined)
    const voice = (f: Flip) => t('web-forum-voice-flip', { party: name(a, f.what), winner: alternative(f.winner ?? 0), now: percent(f.weight), at: percent(f.at ?? 0) })
    joint.replaceChildren(
      h('h2', {}, t('web-forum-joint')),
      h('p', {}, h('b', { 'data-figure': 'winner' }, t('web-forum-winner', { first: alternative(order[0] ?? 0) }))),
      table(t('web-forum-joint'), [t('web-forum-proposal'), { text: t('web-forum-mean'), right: true }, { text: t('web-forum-borda'), right: true },
        { text: t('web-forum-first'), right: true }, { text: t('web-forum-regret'), right: true }], rows),
      h('h3', {}, t('web-forum-agree')),
      h('ul', { class: 'agree' },
        h('li', {}, t('web-forum-accord'), ' ', h('b', { 'data-figure': 'accord' }, j.accord === null || j.accord === undefined ? '–' : fixed(j.accord, 2))),
        h('li', {}, t('web-forum-pairs', { all: (n * (n - 1)) / 2, agreed: j.agreed.length })),
        h('li', {}, j.common_top.length ? t('web-forum-common', { list: j.common_top.map(alternative).join(', ') }) : t('web-forum-no-common')),
        ...flips.slice(0, 3).map((f) => h('li', {}, voice(f)))),
      h('p', {}, minutes))
  }

  function name(a: ForumAnswer, id: string): string {
    return a.parties.find((p) => p.party.id === id)?.party.name ?? id
  }

  /** Weights in hundredths, as they are now or as the example has them. */
  function weights(): Record<string, number> {
    return points[party] ?? presets.find((p) => p.id === chosen)?.parties.find((p) => p.id === party)?.points ?? {}
  }

  function drawSliders(): void {
    const p = mine()
    if (!p) return
    const told = weights()
    const all = () => Object.values(weights()).reduce((x, y) => x + y, 0) || 1
    const outs = new Map<string, HTMLOutputElement>()
    const rows = p.tree.map((b) => {
      const out = h('output', {}, percent((told[b.criterion] ?? 0) / all()))
      outs.set(b.criterion, out)
      const input = h('input', { type: 'range', min: 0, max: 100, step: 1, value: told[b.criterion] ?? 0, 'aria-label': criterion(b.criterion), oninput: (e) => {
        points = { ...points, [party]: { ...weights(), [b.criterion]: Number((e.target as HTMLInputElement).value) } }
        for (const [id, o] of outs) o.textContent = percent((weights()[id] ?? 0) / all())
        void weigh()
      } })
      return h('label', { class: 'weight' }, h('span', {}, criterion(b.criterion), b.group ? h('small', {}, ' · ', b.group) : null), input, out)
    })
    const back = h('button', { type: 'button', class: 'quiet', onclick: () => { const { [party]: _, ...rest } = points; points = rest; drawSliders(); void weigh() } }, t('web-forum-back'))
    sliders.replaceChildren(h('legend', {}, t('web-forum-weights', { party: p.party.name })), ...rows, back)
  }

  function drawOwn(): void {
    const a = answer
    const p = mine()
    if (!a || !p) return
    const order = a.table.alternatives.map((_, i) => i).sort((x, y) => (p.sum[x]?.rank ?? 0) - (p.sum[y]?.rank ?? 0))
    const flips = p.flips.filter((f) => f.at !== null && f.at !== undefined && f.winner !== null && f.winner !== undefined)
      .sort((x, y) => Math.abs((x.at ?? 0) - x.weight) - Math.abs((y.at ?? 0) - y.weight))
    own.replaceChildren(
      h('h2', {}, t('web-forum-ranking', { party: p.party.name })),
      table(t('web-forum-ranking', { party: p.party.name }), [t('web-forum-proposal'), { text: t('web-forum-rank'), right: true }, { text: t('web-forum-score'), right: true }, { text: t('web-forum-outranks'), right: true }],
        order.map((i) => ({ key: a.table.alternatives[i]?.id ?? '', cells: [alternative(i), number(p.sum[i]?.rank ?? 0), h('span', { class: 'scored' }, bar(p.sum[i]?.score ?? 0), fixed(p.sum[i]?.score ?? 0, 3)), fixed(p.promethee[i]?.net ?? 0, 2)] }))),
      h('h3', {}, t('web-forum-accept')), h('p', { class: 'dim' }, t('web-forum-accept-hint')), key(), accept(p, order),
      h('h3', {}, t('web-forum-flips')),
      flips.length
        ? h('ul', {}, ...flips.slice(0, 6).map((f) => h('li', {}, t('web-forum-flip', { criterion: criterion(f.what), winner: alternative(f.winner ?? 0), now: percent(f.weight), at: percent(f.at ?? 0) }))))
        : h('p', { class: 'dim' }, t('web-forum-no-flip')),
      h('p', { class: 'dim' }, p.note))
  }

  function key(): HTMLElement {
    return h('ul', { class: 'rank-key' }, ...[t('web-forum-nth'), t('web-forum-second'), t('web-forum-third'), t('web-forum-lower')].map((text, i) => h('li', {}, h('span', { class: `rank r${i}` }), text)))
  }

  function accept(p: PartyAnswer, order: number[]): HTMLElement {
    const rows = order.map((i) => {
      const shares = p.smaa.acceptability[i] ?? []
      const [first = 0, second = 0, third = 0] = shares
      const parts = [first, second, third, Math.max(0, 1 - first - second - third)].map((x, k) => {
        const part = h('span', { class: `rank r${k}` })
        part.style.width = `${x * 100}%`
        return part
      })
      const words = t('web-forum-accept-bar', { proposal: alternative(i), first: percent(first), second: percent(second), third: percent(third) })
      return h('div', { class: 'accept', 'data-key': answer?.table.alternatives[i]?.id }, h('span', {}, alternative(i)), h('span', { class: 'accept-bar', role: 'img', 'aria-label': words, title: words }, ...parts), h('b', {}, percent(first)))
    })
    return h('div', { class: 'accepts' }, ...rows)
  }

  /** One question at a time; the newest wins. */
  async function weigh(): Promise<void> {
    if (running) { waiting = true; return }
    running = true
    const begun = performance.now()
    try {
      answer = await api.forum(question())
      took.textContent = t('web-forum-took', { ms: Math.round(performance.now() - begun) })
      drawJoint(); drawOwn()
    } catch (e) {
      took.textContent = e instanceof Refused ? e.message : String(e)
    }
    running = false
    if (waiting) { waiting = false; void weigh() }
  }

  return {
    id: 'forum', title: t('web-forum-tab'),
    async open(root, words) {
      chosen = words.get('preset') ?? chosen
      party = words.get('party') ?? party
      presets = presets.length ? presets : await api.parties()
      if (!presets.some((p) => p.id === chosen)) chosen = presets[0]?.id ?? ''
      box = h('div', { id: 'answer' })
      const pick = h('select', { name: 'preset', onchange: (e) => { chosen = (e.target as HTMLSelectElement).value; points = {}; party = ''; took.textContent = ''; note(); void again() } },
        ...presets.map((p) => h('option', { value: p.id, selected: p.id === chosen }, p.title)))
      root.replaceChildren(h('h1', {}, t('web-forum-title')), h('p', {}, t('web-forum-lead')), field(t('web-forum-preset'), pick, t('web-forum-example')), box)
      await again()
    },
  }
}
