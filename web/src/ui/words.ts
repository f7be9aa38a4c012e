// The page's words in five languages: the messages of the program's own catalogue, filled here.

type Part = string | { slot: string } | { choose: string; of: Record<string, Part[]> }
type Words = Record<string, string | Part[]>
type Value = string | number

export const LANGUAGES = { en: 'English', kk: 'Қазақша', az: 'Azərbaycanca', ru: 'Русский', tr: 'Türkçe' } as const
export type Language = keyof typeof LANGUAGES
// Chromium knows no marks and months of Kazakh and Azerbaijani: the marks are those of Russian and of Turkish (CLDR), the months numbers.
const LOCALES: Record<Language, string> = { en: 'en-GB', kk: 'ru-RU', az: 'tr-TR', ru: 'ru-RU', tr: 'tr-TR' }

let words: Words = {}
/** Texts of the corridor by their English form: titles of scenarios and why they are. */
let texts: Record<string, string> = {}
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
  texts = (await (await fetch(`/api/texts/${spoken}`)).json()) as Record<string, string>
  learn(spoken === 'en' ? {} : ((await (await fetch('/api/words/en')).json()) as Words))
  document.documentElement.lang = spoken
}

/** Sentences of engines arrive in English: each form of one, and the message that says it here. */
let forms: { id: string; form: RegExp; slots: string[] }[] = []

function learn(english: Words): void {
  forms = Object.entries(english).filter(([id]) => id.slice(0, 5) === `said-`).map(([id, found]) => {
    const parts = typeof found === 'string' ? [found] : found
    const slots = parts.flatMap((p) => (typeof p === 'object' && 'slot' in p ? [p.slot] : []))
    const form = parts.map((p) => (typeof p === 'string' ? p.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : '(.+)')).join('')
    return { id, form: new RegExp(`^${form}$`), slots }
  })
}

/** A sentence of an engine in the language; as it came where the catalogue does not know it. */
export function said(english: string): string {
  const text = texts[english]
  if (text !== undefined) return text
  for (const { id, form, slots } of forms) {
    const found = form.exec(english)
    if (found) return t(id, Object.fromEntries(slots.map((s, i) => [s, found[i + 1] ?? ''])))
  }
  return english
}

/** A note of an engine; one that stays in English says so to a reader of screens. */
export function note(english: string): { text: string; lang?: string } {
  const text = said(english)
  return text === english && spoken !== 'en' ? { text, lang: 'en' } : { text }
}

/** A text of the corridor as an element takes it: its attributes, and what it says. */
export function told(english: string): [{ lang?: string }, string] {
  const { text, lang } = note(english)
  return [lang ? { lang } : {}, text]
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
