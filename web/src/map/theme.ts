// Colours of the map by theme, and of use: from calm to full. Checked against both backgrounds for contrast.

export type Theme = 'light' | 'dark'

export interface Palette {
  sea: string
  land: string
  border: string
  label: string
  halo: string
  link: Record<string, string>
  place: string
  way: string
}

export const PALETTES: Record<Theme, Palette> = {
  light: {
    sea: '#cfe2ea', land: '#f6f4ee', border: '#cbc5b6', label: '#37424a', halo: '#ffffff', place: '#0b5c5c', way: '#c2410c',
    link: { rail: '#5b6570', sea: '#2a7d9c', road: '#a58a55', pipeline: '#7a5ba6', fibre: '#3b8f5a', air: '#9aa5ae' },
  },
  dark: {
    sea: '#0f1d26', land: '#1c262d', border: '#3a4750', label: '#d5dee4', halo: '#10171c', place: '#5fd3c6', way: '#fb923c',
    link: { rail: '#94a3af', sea: '#58b7d8', road: '#bfa56a', pipeline: '#b596e0', fibre: '#6fd394', air: '#5e6a73' },
  },
}

/** Use of a capacity: below half, to 80 %, to 95 %, full. Width and the list say the same without colour. */
export const USE: Record<Theme, [number, string, string][]> = {
  light: [[0, '#2f8f83', 'web-use-low'], [0.5, '#b7860b', 'web-use-half'], [0.8, '#d2601a', 'web-use-high'], [0.95, '#b3123b', 'web-use-full']],
  dark: [[0, '#48c9b0', 'web-use-low'], [0.5, '#f2c14e', 'web-use-half'], [0.8, '#fb923c', 'web-use-high'], [0.95, '#ff5d7a', 'web-use-full']],
}

export const UNLIMITED: Record<Theme, string> = { light: '#4f6f8f', dark: '#8fb3d9' }

/** Colours of ways: told apart by people who see no red or green too. */
export const WAYS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b8860b', '#56b4e9', '#8b5cf6', '#64748b']
