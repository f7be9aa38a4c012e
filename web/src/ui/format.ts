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

/** A number of a table with all its digits, in the mark of the language. */
function marked(told: string): string {
  return language() !== 'en' && /^-?\d+\.\d+$/.test(told) ? told.replace('.', ',') : told
}

/** Units of figures that no resource is counted in. */
const MEASURES: Record<string, string> = {
  'us/km': 'web-measure-us-km', 'km/h': 'web-measure-km-h', 'm': 'web-measure-m', 't/cm': 'web-measure-t-cm',
  't/m3': 'web-measure-t-m3', '1/(1000 km yr)': 'web-measure-faults', 'USD/(t d)': 'web-measure-usd-t-day', 'wagons': 'web-measure-wagons',
  'trucks': 'web-measure-trucks', 'trains': 'web-measure-trains', 'containers': 'web-measure-containers', 'vehicles': 'web-measure-vehicles',
  'ships': 'web-measure-ships', 'voyages': 'web-measure-voyages', 'persons': 'web-measure-persons', 'calls': 'web-measure-calls',
  'calls/month': 'web-measure-calls-month', 'wagons/day': 'web-measure-wagons-day', 'trucks/voyage': 'web-measure-trucks-voyage',
}

/** The unit of a figure; a share has none. */
export function unit(name: string): string {
  if (name === '1') return ''
  const id = MEASURES[name]
  return id ? t(id) : word('unit', name)
}

/** A figure with its unit, as the tables have it. */
export function withUnit(told: string, name: string): string {
  return `${value(told)} ${unit(name)}`.trimEnd()
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
  return two ? t('web-law-lognormal', { half: number(Number(two[1])), nine: number(Number(two[2])) }) : marked(told)
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
