// What every panel may use.

import type { CorridorSummary, PlaceChoice, ScenarioRow, ServiceChoice } from './api/schema'
import type { CorridorMap } from './map/map'
import type { Theme } from './map/theme'

export interface Context {
  corridor: CorridorSummary
  places: Map<string, PlaceChoice>
  services: Map<string, ServiceChoice>
  /** Place of each facility. */
  facilities: Map<string, string>
  scenarios: ScenarioRow[]
  map: CorridorMap
  theme: () => Theme
  /** Opens a panel with words in the address, so that a reload and a link find the same question. */
  go: (panel: string, words?: Record<string, string>) => void
  /** Writes the words of the open panel into the address without opening it again. */
  note: (words: Record<string, string>) => void
}

export interface Panel {
  id: string
  title: string
  open: (root: HTMLElement, words: URLSearchParams) => void | Promise<void>
  /** A click on the map while the panel is open; true where the panel took it. */
  click?: (feature: { layer: string; id: string; name: string }) => boolean
  close?: () => void
  /** Colours have changed. */
  repaint?: () => void
}
