// A long run in a box of a panel: how far it is, and a way to stop it. It survives a reload: the same question is the same job.

import { api, follow } from '../api/client'
import type { JobRequest } from '../api/schema'
import { h } from './dom'
import { t } from './words'

/** Runs a job and gives its name, under which its answer lies. */
export async function run(box: HTMLElement, request: JobRequest): Promise<string> {
  const state = await api.job(request)
  if (state.stage === 'done') return state.id
  const bar = h('progress', { max: 1, 'aria-label': t('web-forum-progress') })
  const words = h('span', {}, `${t('web-forum-waiting')} …`)
  const stop = h('button', { type: 'button', onclick: () => void api.cancel(state.id) }, t('web-forum-stop'))
  box.replaceChildren(h('div', { class: 'row job' }, bar, words, stop), h('p', { class: 'dim' }, t('web-forum-compare-hint')))
  const end = await follow(state.id, (s) => {
    if (s.total) { bar.max = s.total; bar.value = s.done }
    words.textContent = s.total ? t('web-forum-of', { done: s.done, total: s.total }) : `${t('web-forum-waiting')} …`
  })
  if (end.stage !== 'done') throw new Error(end.stage === 'cancelled' ? t('web-forum-stopped') : end.message)
  return end.id
}
