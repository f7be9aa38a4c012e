// Elements in one call. Text is always text: nothing from an answer becomes markup.

import { isEnglish } from './words'

type Child = Node | string | number | null | undefined | false
type Attributes = Record<string, string | number | boolean | ((e: Event) => void) | null | undefined>

const SVG = 'http://www.w3.org/2000/svg'

function fill<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.replace(/^on/, ''), value)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value))
  }
  const there = children.filter((c) => c !== null && c !== undefined && c !== false)
  const english = (c: unknown) => typeof c === 'string' && isEnglish(c)
  // A text that stays English on a page of another language says so: on the element it fills, else on one around it.
  if (there.length === 1 && english(there[0])) element.setAttribute('lang', 'en')
  for (const child of there) {
    if (there.length > 1 && english(child)) element.append(fill(around(element), { lang: 'en' }, [child as string]))
    else element.append(child instanceof Node ? child : String(child))
  }
  return element
}

function around(element: Element): Element {
  return element.namespaceURI === SVG ? document.createElementNS(SVG, 'tspan') : document.createElement('span')
}

export function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(name), attributes, children)
}

export function s(name: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  return fill(document.createElementNS(SVG, name), attributes, children)
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`the page has no #${id}`)
  return found
}

export function say(text: string): void {
  byId('say').textContent = text
}

/** A table with a caption for readers who hear it; a row may be chosen. */
export function table(
  caption: string,
  heads: (string | { text: string; right: boolean })[],
  rows: { cells: Child[]; choose?: () => void; chosen?: boolean; key?: string }[],
): HTMLElement {
  const right = heads.map((x) => typeof x !== 'string' && x.right)
  const head = h('tr', {}, ...heads.map((x, i) => h('th', { scope: 'col', class: right[i] ? 'right' : '' }, typeof x === 'string' ? x : x.text)))
  const body = rows.map((row) => {
    const cells = row.cells.map((c, i) => h('td', { class: right[i] ? 'right' : '' }, i === 0 && row.choose ? button(c, row) : c))
    return h('tr', { 'data-key': row.key, class: row.chosen ? 'chosen' : '', onclick: row.choose ? () => row.choose?.() : null }, ...cells)
  })
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    h('table', {}, h('caption', { class: 'hidden' }, caption), h('thead', {}, head), h('tbody', {}, ...body)))
}

function button(content: Child, row: { choose?: () => void; chosen?: boolean }): HTMLElement {
  return h('button', { type: 'button', class: 'link', 'aria-pressed': row.chosen ? 'true' : 'false' }, content)
}

/** A field with its label. */
export function field(label: string, input: HTMLElement, hint?: string): HTMLElement {
  return h('label', { class: 'field' }, h('span', {}, label), input, hint ? h('small', {}, hint) : null)
}

/** A link to where a figure was read; anything but http is shown as text. */
export function outside(url: string, text: string): HTMLElement {
  return /^https?:\/\//.test(url) ? h('a', { href: url, rel: 'noreferrer noopener', target: '_blank' }, text) : h('span', {}, text)
}
