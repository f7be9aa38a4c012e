// Figures as text. Views format; they compute nothing that an answer holds.

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

export function number(value: number): string {
  const size = Math.abs(value)
  if (size >= 100 || size === 0) return whole.format(value)
  return new Intl.NumberFormat('en-GB', { maximumSignificantDigits: size >= 1 ? 3 : 2 }).format(value)
}

export function range(r: { low: number; high: number } | null | undefined): string {
  return r ? `${number(r.low)} – ${number(r.high)}` : ''
}

export function days(hours: number): string {
  return hours < 48 ? `${number(hours)} h` : `${(hours / 24).toFixed(1)} d`
}

export function usd(value: number): string {
  const size = Math.abs(value)
  if (size >= 1e9) return `${(value / 1e9).toFixed(2)} bn $`
  if (size >= 1e6) return `${(value / 1e6).toFixed(1)} m $`
  return `${number(value)} $`
}

export function tonnes(value: number): string {
  return Math.abs(value) >= 1e6 ? `${(value / 1e6).toFixed(2)} Mt` : Math.abs(value) >= 1e3 ? `${(value / 1e3).toFixed(1)} kt` : `${number(value)} t`
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 && share > 0 ? 1 : 0)} %`
}

const METHODS: Record<string, string> = {
  read: 'read in a source', computed: 'computed from sources', proxy: 'read elsewhere, applied here', assumed: 'assumed', '': 'no citation',
}

export function method(name: string): string {
  return METHODS[name] ?? name
}
