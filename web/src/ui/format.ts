// Figures as text. Views format; they compute nothing that an answer holds.

import { locale, t } from './words'

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
  if (size >= 100 || size === 0) return format(value, { maximumFractionDigits: 0 })
  return format(value, { maximumSignificantDigits: size >= 1 ? 3 : 2 })
}

/** An end that has no bound comes as null: JSON knows no infinity. */
export function range(r: { low: number | null; high: number | null } | null | undefined): string {
  const end = (value: number | null) => (value === null ? t('web-any') : number(value))
  return r ? `${end(r.low)} – ${end(r.high)}` : ''
}

export function days(hours: number): string {
  return hours < 48 ? `${number(hours)} h` : `${fixed(hours / 24, 1)} d`
}

export function usd(value: number): string {
  const size = Math.abs(value)
  if (size >= 1e9) return `${fixed(value / 1e9, 2)} ${t('web-billions')}`
  if (size >= 1e6) return `${fixed(value / 1e6, 1)} ${t('web-millions')}`
  return `${number(value)} $`
}

export function tonnes(value: number): string {
  return Math.abs(value) >= 1e6 ? `${fixed(value / 1e6, 2)} ${t('web-megatonnes')}` : Math.abs(value) >= 1e3 ? `${fixed(value / 1e3, 1)} ${t('web-kilotonnes')}` : `${number(value)} t`
}

export function percent(share: number): string {
  return `${fixed(share * 100, share < 0.1 && share > 0 ? 1 : 0)} %`
}

const METHODS: Record<string, string> = {
  read: 'read in a source', computed: 'computed from sources', proxy: 'read elsewhere, applied here', assumed: 'assumed', '': 'no citation',
}

export function method(name: string): string {
  return METHODS[name] ?? name
}
