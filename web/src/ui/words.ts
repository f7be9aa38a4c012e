// The page's words in five languages: the messages of the program's own catalogue, filled here.

import type { TextsSaid } from '../api/schema'

type Part = string | { slot: string } | { choose: string; of: Record<string, Part[]> }
type Words = Record<string, string | Part[]>
type Value = string | number

export const LANGUAGES = { en: 'English', kk: 'Қазақша', az: 'Azərbaycanca', ru: 'Русский', tr: 'Türkçe' } as const
export type Language = keyof typeof LANGUAGES
// Chromium knows no marks and months of Kazakh and Azerbaijani: the marks are those of Russian and of Turkish (CLDR), the months numbers.
const LOCALES: Record<Language, string> = { en: 'en-GB', kk: 'ru-RU', az: 'tr-TR', ru: 'ru-RU', tr: 'tr-TR' }

let words: Words = {}
let plural = new Intl.PluralRules('en-GB')
let spoken: Language = 'en'

export function language(): Language {
  return spoken
}

/** The locale of dates and numbers. */
export function locale(): string {
  return LOCALES[spoken]
}

/** How a moment is written. */
export function moment(at: number): string {
  const months = spoken === 'kk' || spoken === 'az' ? '2-digit' : 'long'
  const day = months === 'long' ? 'numeric' : '2-digit'
  return new Intl.DateTimeFormat(months === 'long' ? locale() : 'ru-RU', { day, month: months, year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(at)
}

/** Takes a language; its words come from the program. */
export async function speak(code: string | null): Promise<void> {
  spoken = code && code in LANGUAGES ? (code as Language) : 'en'
  plural = new Intl.PluralRules(spoken)
  words = (await (await fetch(`/api/words/${spoken}`)).json()) as Words
  document.documentElement.lang = spoken
}

/** English texts of engines and tables, and what the program says they are here; nothing where they stay as they are. */
const asked = new Map<string, string | null>()
/** Texts of one question to the program. */
const AT_ONCE = 2000
/** Fields of answers that hold words for a reader; all others hold names of rows, values of lists, figures. */
const READ = new Set(['authority', 'cargo_name', 'change', 'conditions', 'description', 'error', 'excludes', 'gaps', 'group', 'hint', 'includes', 'label', 'labels', 'left_because', 'lifted_by',
  'message', 'name', 'next', 'no_way', 'note', 'notes', 'opened_by', 'operator', 'papers', 'price_note', 'promise', 'reason', 'sheet', 'summary', 'title', 'wait_origin', 'why'])

/** Every text for a reader in an answer, and what puts another in its place. */
function* readable(value: unknown, key = ''): Generator<{ text: string; put: (text: string) => void }> {
  if (Array.isArray(value)) {
    if (typeof value[0] === 'number' || key === 'coordinates') return
    for (const [i, x] of value.entries()) {
      if (typeof x !== 'string') yield* readable(x)
      else if (READ.has(key)) yield { text: x, put: (text) => { value[i] = text } }
    }
  } else if (value && typeof value === 'object') {
    const fields = value as Record<string, unknown>
    for (const [name, x] of Object.entries(fields)) {
      if (typeof x !== 'string') yield* readable(x, name)
      else if (READ.has(name)) yield { text: x, put: (text) => { fields[name] = text } }
    }
  }
}

/** An answer in the language of the page: what engines and tables say in English is said by the program's own catalogue. */
export async function told<T>(answer: T): Promise<T> {
  if (spoken === 'en') return answer
  // Codes of countries are the same everywhere.
  const found = [...readable(answer)].filter((x) => !/^[A-Z]{0,3}$/.test(x.text))
  await learn(found.map((x) => x.text))
  for (const x of found) x.put(said(x.text))
  return answer
}

/** Asks what texts are here, those that were not asked before. */
export async function learn(texts: string[]): Promise<void> {
  if (spoken === 'en') return
  const fresh = [...new Set(texts)].filter((x) => !asked.has(x))
  for (let i = 0; i < fresh.length; i += AT_ONCE) {
    const some = fresh.slice(i, i + AT_ONCE)
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ texts: some }) }
    const answer: TextsSaid = await fetch(`/api/words/${spoken}`, init).then((r) => (r.ok ? (r.json() as Promise<TextsSaid>) : ({ texts: {} } as TextsSaid)))
    for (const text of some) asked.set(text, answer.texts[text] ?? null)
  }
}

/** An English text in the language, where the program knows it. */
export function said(english: string): string {
  return asked.get(english) ?? english
}

/** Whether a text on a page of another language is English: what reads it aloud must know. */
export function isEnglish(text: string): boolean {
  return asked.get(text) === null
}

/** The word for a value of a list; the value itself where there is none. */
export function word(family: 'unit' | 'mode' | 'method' | 'work' | 'list' | 'verdict', value: string): string {
  const ends = value.replace(/[/_]/g, '-')
  const id = [`${family}-${ends}`, `list-${ends}`].find((x) => words[x] !== undefined)
  return (id ? t(id) : value).replace(/_/g, ' ')
}

/** A message, filled. */
export function t(id: string, slots: Record<string, Value> = {}): string {
  const found = words[id]
  if (found === undefined) return id
  return typeof found === 'string' ? found : found.map((p) => fill(p, slots)).join('')
}

function fill(part: Part, slots: Record<string, Value>): string {
  if (typeof part === 'string') return part
  if ('slot' in part) {
    const value = slots[part.slot]
    return typeof value === 'number' ? new Intl.NumberFormat(locale()).format(value) : (value ?? '')
  }
  const value = slots[part.choose]
  const variant = part.of[String(value)] ?? part.of[typeof value === 'number' ? plural.select(value) : 'other'] ?? part.of['other'] ?? []
  return variant.map((p) => fill(p, slots)).join('')
}
