// Figures as text. Views format; they compute nothing that an answer holds.

import { language, locale, t, word } from './words'

/** Formatters are dear to make, and few. */
const made = new Map<string, Intl.NumberFormat>()

function format(value: number, options: Intl.NumberFormatOptions): string {
  const key = locale() + JSON.stringify(options)
  const known = made.get(key) ?? new Intl.NumberFormat(locale(), options)
  made.set(key, known)
  return known.format(value)
}

/** So many digits behind the mark. */
export function fixed(value: number, digits: number): string {
  return format(value, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false })
}

export function number(value: number): string {
  const size = Math.abs(value)
  // A zero has no sign.
  if (size >= 100 || size === 0) return format(value || 0, { maximumFractionDigits: 0 })
  return format(value, { maximumSignificantDigits: size >= 1 ? 3 : 2 })
}

/** An end that has no bound comes as null: JSON knows no infinity. */
export function range(r: { low: number | null; high: number | null } | null | undefined): string {
  const end = (value: number | null) => (value === null ? t('web-any') : number(value))
  return r ? `${end(r.low)} – ${end(r.high)}` : ''
}

export function days(hours: number): string {
  return hours < 48 ? t('span-h', { n: number(hours) }) : t('span-d', { n: fixed(hours / 24, 1) })
}

/** A day as the language writes it; English keeps the form that fields take. */
export function day(iso: string): string {
  const found = language() === 'en' ? null : /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso)
  return found ? `${found[3]}.${found[2]}.${found[1]}` : iso
}

export function usd(value: number): string {
  const size = Math.abs(value)
  if (size >= 1e9) return `${fixed(value / 1e9, 2)} ${t('web-billions')}`
  if (size >= 1e6) return `${fixed(value / 1e6, 1)} ${t('web-millions')}`
  return `${number(value)} $`
}

export function tonnes(value: number): string {
  return Math.abs(value) >= 1e6 ? `${fixed(value / 1e6, 2)} ${t('web-megatonnes')}` : Math.abs(value) >= 1e3 ? `${fixed(value / 1e3, 1)} ${t('web-kilotonnes')}` : `${number(value)} ${word('unit', 't')}`
}

export function percent(share: number): string {
  return `${fixed(share * 100, share < 0.1 && share > 0 ? 1 : 0)} %`
}

/** A value of a table: one of a law is said in words. */
export function value(told: string): string {
  const three = /^triangular\(([\d.]+),([\d.]+),([\d.]+)\)$/.exec(told)
  if (three) return t('web-law-triangular', { low: number(Number(three[1])), most: number(Number(three[2])), high: number(Number(three[3])) })
  const one = /^fixed\(([\d.]+)\)$/.exec(told)
  if (one) return number(Number(one[1]))
  const ends = /^uniform\(([\d.]+),([\d.]+)\)$/.exec(told)
  if (ends) return range({ low: Number(ends[1]), high: Number(ends[2]) })
  const two = /^lognormal\(p50=([\d.]+),p90=([\d.]+)\)$/.exec(told)
  return two ? t('web-law-lognormal', { half: number(Number(two[1])), nine: number(Number(two[2])) }) : told
}

const METHODS: Record<string, string> = {
  read: 'web-method-read', computed: 'web-method-computed', proxy: 'web-method-proxy', assumed: 'web-method-assumed', '': 'web-method-none',
}

/** How a figure came about, in a word. */
export function method(name: string): string {
  return word('method', name || 'none')
}

/** The same in a few words. */
export function methodAtLength(name: string): string {
  const id = METHODS[name]
  return id ? t(id) : name
}

const COUNTED = ['container', 'wagon', 'truck', 'seat']

/** So many of a unit, in the form that the number asks for. */
export function amount(quantity: number, unit: string): string {
  return COUNTED.includes(unit) ? t(`amount-${unit}`, { count: quantity }) : `${number(quantity)} ${word('unit', unit)}`
}

export function kilometres(km: number): string {
  return t('km', { n: number(km) })
}

export function kilograms(kg: number): string {
  return t('web-kg-co2e', { kg: number(kg) })
}
