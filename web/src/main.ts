// The page: a map, and a panel that asks and answers. The address holds the question, so that it can be reloaded and sent.

import './style.css'
import { api } from './api/client'
import type { Context, Panel } from './context'
import { CorridorMap } from './map/map'
import { MODES, MODE_WORDS } from './map/style'
import { PALETTES, USE, type Theme } from './map/theme'
import { flow } from './panels/flow'
import { forum } from './panels/forum'
import { overview } from './panels/overview'
import { route } from './panels/route'
import { scenarios } from './panels/scenarios'
import { simulate } from './panels/simulate'
import { sources } from './panels/sources'
import { byId, h } from './ui/dom'
import { LANGUAGES, language, speak, t, type Language } from './ui/words'

function theme(): Theme {
  const asked = document.documentElement.dataset['theme']
  if (asked === 'dark' || asked === 'light') return asked
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

async function start(): Promise<void> {
  const stored = localStorage.getItem('theme')
  if (stored) document.documentElement.dataset['theme'] = stored
  await speak(localStorage.getItem('language'))
  const [corridor, places, links, listed] = await Promise.all([api.corridor(), api.geojson('places'), api.geojson('links'), api.scenarios()])
  byId('title').textContent = byId('title').title = corridor.title
  document.title = `Keruen: ${corridor.title}`
  const map = new CorridorMap(byId('canvas'), theme(), corridor.base, corridor.credits)
  map.set('links', links.features)
  map.set('places', places.features)
  const facilities = new Map(places.features.flatMap((f) => ((f.properties?.['facilities'] ?? []) as { id: string }[]).map((x) => [x.id, String(f.properties?.['id'])] as const)))
  const context: Context = {
    corridor, map, theme, scenarios: listed, facilities,
    places: new Map(corridor.places.map((p) => [p.id, p])),
    services: new Map(corridor.services.map((s) => [s.id, s])),
    go: (panel, words = {}) => { location.hash = address(panel, words) },
    note: (words) => { history.replaceState(null, '', `#${address(open.id, words)}`) },
  }
  const panels: Panel[] = [overview(context), route(context), flow(context), simulate(context), scenarios(context), forum(context), sources(context)]
  let open: Panel = panels[0] as Panel
  const tabs = byId('tabs')

  async function show(): Promise<void> {
    const [name, query = ''] = location.hash.replace(/^#/, '').split('?')
    open.close?.()
    open = panels.find((p) => p.id === name) ?? (panels[0] as Panel)
    tabs.replaceChildren(...panels.map((p) => h('a', { href: `#${p.id}`, 'aria-current': p === open ? 'page' : null }, p.title)))
    // Not scrollIntoView: the keyboard would begin here instead of at the skip link.
    const tab = tabs.querySelector<HTMLElement>('[aria-current]')
    if (tab) tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - tab.offsetWidth) / 2
    const root = byId('panel')
    root.scrollTop = 0
    root.dataset['panel'] = open.id
    await open.open(root, new URLSearchParams(query))
  }

  map.clicked = (feature) => {
    if (open.click?.(feature)) return
    if (feature.layer === 'places') context.go('map', { place: feature.id })
  }
  byId('skip').textContent = t('web-skip')
  byId('tabs').setAttribute('aria-label', t('web-panels'))
  const pick = byId('language') as HTMLSelectElement
  pick.setAttribute('aria-label', t('web-language'))
  pick.replaceChildren(...(Object.keys(LANGUAGES) as Language[]).map((x) => h('option', { value: x, lang: x, selected: x === language() }, LANGUAGES[x])))
  // The address holds the question, so the page comes back with the same one.
  pick.addEventListener('change', () => { localStorage.setItem('language', pick.value); location.reload() })
  const button = byId('theme')
  const paint = () => {
    document.documentElement.dataset['colours'] = theme()
    button.textContent = theme() === 'dark' ? t('web-light') : t('web-dark')
    button.setAttribute('aria-label', theme() === 'dark' ? t('web-to-light') : t('web-to-dark'))
    legend()
  }
  button.addEventListener('click', () => {
    const next = theme() === 'dark' ? 'light' : 'dark'
    document.documentElement.dataset['theme'] = next
    localStorage.setItem('theme', next)
    map.theme(next)
    open.repaint?.()
    paint()
  })
  paint()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    map.theme(theme())
    open.repaint?.()
    paint()
  })
  window.addEventListener('hashchange', () => void show())
  await show()
  document.documentElement.dataset['ready'] = 'yes'
}

function address(panel: string, words: Record<string, string>): string {
  const query = new URLSearchParams(words).toString()
  return query ? `${panel}?${query}` : panel
}

function legend(): void {
  const now = theme()
  const line = (colour: string, text: string, class_ = '') => {
    const mark = h('span', { class: `key ${class_}` })
    mark.style.background = colour
    return h('li', {}, mark, text)
  }
  byId('legend').replaceChildren(h('details', { open: byId('legend').querySelector('details')?.open ?? innerWidth > 800 }, h('summary', {}, t('web-legend')),
    h('ul', {}, ...MODES.map((m) => line(PALETTES[now].link[m] ?? '', t(MODE_WORDS[m] ?? '')))),
    h('ul', { class: 'of-flow' }, ...USE[now].map(([, colour, text]) => line(colour, t(text), 'thick'))),
    h('p', { class: 'of-flow' }, t('web-legend-note'))))
}

start().catch((e: unknown) => {
  byId('panel').replaceChildren(h('p', { class: 'fault', role: 'alert' }, t('web-cannot-start', { why: e instanceof Error ? e.message : String(e) })))
})
