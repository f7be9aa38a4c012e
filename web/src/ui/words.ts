// The page's words in five languages: the messages of the program's own catalogue, filled here.

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
