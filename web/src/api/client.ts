// Questions to the program beside the page, and its answers as the types made from its own description.

import type {
  Cited, CorridorSummary, Draft, Fault, FigurePage, FlowAnswer, FlowRequest, ForumAnswer, ForumRequest, JobRequest, JobState, LiveRequest, Preset, RouteAnswer,
  RouteQuestion, ScenarioRow, ScenarioShown, WhyNot,
} from './schema'
import { t, told } from '../ui/words'

/** Why there is no answer, in the program's own words. */
export class Refused extends Error {
  constructor(readonly fault: Fault, readonly status: number) {
    // What to try next is told in paths of the interface where a program asks; a reader is told what was wrong.
    super(fault.next && !fault.next.includes('/api/') ? `${fault.error}; ${fault.next}` : fault.error)
  }
}

/** What the program answers, its words in the language of the page. */
async function take<T>(response: Response): Promise<T> {
  const text = await response.text()
  if (response.ok) return told(JSON.parse(text) as T)
  let fault: Fault = { error: text || response.statusText, next: '' }
  try { fault = JSON.parse(text) as Fault } catch { /* the program's answer was no JSON: its text is shown */ }
  throw new Refused(await told(fault), response.status)
}

async function get<T>(path: string): Promise<T> {
  return take<T>(await fetch(`/api/${path}`))
}

async function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const init: RequestInit = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  if (signal) init.signal = signal
  return take<T>(await fetch(`/api/${path}`, init))
}

const q = encodeURIComponent

export const api = {
  corridor: () => get<CorridorSummary>('corridor'),
  geojson: (name: 'places' | 'links') => get<GeoJSON.FeatureCollection>(`${name}.geojson`),
  route: (question: RouteQuestion) => post<RouteAnswer>('route', question),
  whyNot: (question: RouteQuestion, subject: string) => post<WhyNot>('route/why-not', { question, subject }),
  flow: (question: FlowRequest) => post<FlowAnswer>('flow', question),
  live: (question: LiveRequest, signal: AbortSignal) => post<FlowAnswer>('flow/live', question, signal),
  explain: (what: string) => get<Cited[]>(`explain?what=${q(what)}`),
  figures: (search: string, method: string, offset: number) =>
    get<FigurePage>(`figures?search=${q(search)}&method=${q(method)}&offset=${offset}`),
  scenarios: () => get<ScenarioRow[]>('scenarios'),
  scenario: (id: string) => get<ScenarioShown>(`scenarios/${q(id)}`),
  makeScenario: (draft: Draft) => post<ScenarioShown>('scenarios', draft),
  parties: () => get<Preset[]>('forum/parties'),
  forum: (question: ForumRequest) => post<ForumAnswer>('forum', question),
  jobs: () => get<JobState[]>('jobs'),
  job: (request: JobRequest) => post<JobState>('jobs', request),
  cancel: (id: string) => post<JobState>(`jobs/${q(id)}/cancel`, {}),
  answer: <T>(id: string) => get<T>(`answers/${q(id)}`),
}

/** Follows a job until it ends. */
export function follow(id: string, tell: (state: JobState) => void): Promise<JobState> {
  return new Promise((resolve, reject) => {
    const events = new EventSource(`/api/jobs/${q(id)}/events`)
    events.addEventListener('state', (e) => {
      const state = JSON.parse((e as MessageEvent<string>).data) as JobState
      tell(state)
      if (state.stage !== 'queued' && state.stage !== 'running') {
        events.close()
        resolve(told(state))
      }
    })
    events.addEventListener('error', () => {
      if (events.readyState === EventSource.CLOSED) reject(new Error(t('web-no-answer')))
    })
  })
}
