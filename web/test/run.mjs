// The page as a person uses it, in a real browser, against the program itself; figures on the page are compared with the
// command line's JSON. Every request that is not to the program fails the run. Screenshots go to out/web.
//
//   node test/run.mjs [PROGRAM]        PROGRAM: the keruen binary (target/release/keruen)

import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const program = resolve(process.argv[2] ?? join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'release/keruen'))
const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
if (!browserPath) {
  console.log('skipped: no chromium is installed (apt-get install chromium)')
  process.exit(0)
}
const shots = join(root, 'out/web')
mkdirSync(shots, { recursive: true })
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// The corridor is copied: one test saves a scenario.
const work = mkdtempSync(join(tmpdir(), 'keruen-web-'))
const corridor = join(work, 'trans-caspian')
cpSync(join(root, 'corridors/trans-caspian'), corridor, { recursive: true })
const server = spawn(program, ['serve', corridor, '--port', '0', '--store', join(work, 'store')], { cwd: work })
const address = await new Promise((give, fail) => {
  let text = ''
  server.stdout.on('data', (d) => { text += d; const m = /http:\/\/[\d.:]+\//.exec(text); if (m) give(m[0]) })
  server.on('exit', (code) => fail(new Error(`the server ended with ${code}`)))
})
const cli = (...args) => JSON.parse(execFileSync(program, [...args, '--json'], { cwd: work, maxBuffer: 1 << 28 }).toString())

const browser = await chromium.launch({
  executablePath: browserPath,
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
const faults = []
const only = process.env.ONLY

async function page(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 850 }, colorScheme: 'light', ...options })
  await context.route('**', (route) => {
    const url = route.request().url()
    if (url.startsWith(address) || url.startsWith('data:') || url.startsWith('blob:')) return route.continue()
    faults.push(`a request left the machine: ${url}`)
    return route.abort()
  })
  const p = await context.newPage()
  p.on('pageerror', (e) => faults.push(`script: ${e.message}`))
  p.on('console', (m) => { if (m.type() === 'error' || /Content Security Policy/.test(m.text())) faults.push(`console: ${m.text()}`) })
  return p
}

async function open(p, hash) {
  await p.goto(`${address}#${hash}`)
  await p.waitForSelector('html[data-ready=yes]', { timeout: 120000 })
  await settled(p)
}

/** Until nothing is asked any more and the map has drawn. */
async function settled(p) {
  await p.waitForFunction(() => !document.querySelector('[aria-busy=true]'), null, { timeout: 120000 })
}

async function accessible(p, what) {
  await p.evaluate(axe)
  const found = await p.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] }))
  const bad = found.violations.filter((v) => ['serious', 'critical'].includes(v.impact))
  assert.deepEqual(bad.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 4).join(', ')}`), [], `axe on ${what}`)
}

async function shot(p, name) {
  await p.waitForTimeout(1500) // a picture for people, compared with nothing
  await p.screenshot({ path: join(shots, `${name}.png`) })
}

/** Texts that a reader or a reader of screens is given in the language of the page: none that says it is of another, no code. */
function spoken(p) {
  return p.evaluate(() => {
    const here = document.documentElement.lang
    const out = []
    const own = (e) => e.closest('[lang]').lang === here && !e.closest('code, script, style, noscript')
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let n = texts.nextNode(); n; n = texts.nextNode()) if (n.textContent.trim() && own(n.parentElement)) out.push(n.textContent.trim())
    for (const e of document.querySelectorAll('[title], [aria-label], [placeholder]')) {
      if (own(e)) for (const name of ['title', 'aria-label', 'placeholder']) if (e.getAttribute(name)) out.push(e.getAttribute(name))
    }
    return [...new Set(out)]
  })
}

/** English names of goods, services, limits and ways that are called otherwise in a language. */
async function englishNames(code) {
  const summary = await (await fetch(`${address}api/corridor`)).json()
  const flow = cli('flow', corridor, '--year', '2024')
  const ways = cli('route', corridor, 'Khorgos', 'Poti').ways
  const texts = [...summary.cargoes, ...summary.services, ...summary.equipment, ...flow.limits, ...flow.elements].map((x) => x.name).concat(summary.title, ways.map((w) => w.summary), ways.flatMap((w) => w.legs.map((l) => l.name)))
  const unlike = [...new Set(texts)].filter((x) => /[a-z]{3} /.test(x)).slice(0, 4000)
  const answer = await fetch(`${address}api/words/${code}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ texts: unlike }) })
  const said = (await answer.json()).texts
  const untold = unlike.filter((x) => said[x] === undefined)
  assert.deepEqual(untold, [], `names without a form in ${code}`)
  return unlike.filter((x) => said[x] !== x)
}

/** Until no ranking is asked any more. */
async function settledForum(p) {
  await p.waitForTimeout(300)
  await p.waitForLoadState('networkidle')
}

const figure = (p, name) => p.locator(`[data-figure="${name}"]`).first().innerText()
const plain = (text) => Number(text.replace(/[^\d.eE+-]/g, ''))

const tests = {
  async 'without WebGL: lists stand and the map says why it is not there'() {
    const p = await page()
    await p.addInitScript(() => {
      const usual = HTMLCanvasElement.prototype.getContext
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        return /webgl/.test(kind) ? null : usual.call(this, kind, ...rest)
      }
    })
    await open(p, 'map')
    assert.match(await p.locator('.no-map').innerText(), /no WebGL/)
    await p.waitForFunction(() => /Mt of through demand/.test(document.querySelector('#flow-sum')?.textContent ?? ''), null, { timeout: 120000 })
    await open(p, 'flow')
    await p.waitForSelector('table tbody tr')
    assert.match(await p.locator('table').first().innerText(), /any/, 'an open end of a price is said')
    await p.context().close()
  },
  async 'map: counts, a flow, a place with its figures'() {
    const p = await page()
    await open(p, 'map')
    const counts = await p.locator('.counts').innerText()
    const summary = await (await fetch(`${address}api/corridor`)).json()
    assert.match(counts, new RegExp(`^${summary.tables.node} places, ${summary.tables.link} links`))
    await p.waitForFunction(() => /Mt of through demand/.test(document.querySelector('#flow-sum')?.textContent ?? ''), null, { timeout: 120000 })
    const flow = cli('flow', corridor, '--year', '2024')
    assert.match(await p.locator('#flow-sum').innerText(), new RegExp(`^${(flow.totals.tonnes / 1e6).toFixed(2)} Mt`))
    await shot(p, 'map')
    await p.getByPlaceholder('Aktau, Poti').fill('Aktau port')
    await p.getByPlaceholder('Aktau, Poti').press('Enter')
    await p.waitForSelector('#details .figure')
    const explained = cli('explain', 'Aktau port', corridor)
    assert.equal(await p.locator('#details .figure').count(), explained.length)
    assert.equal(await p.locator('#details .figure code').first().innerText(), explained[0].parameter)
    const link = p.locator('#details .sources a').first()
    assert.equal(await link.getAttribute('href'), explained.find((x) => x.sources.length).sources[0].url)
    await accessible(p, 'map')
    await shot(p, 'map-place')
    // Three places lie on each other at Poti: a click finds the port, which has figures, not the landing of a cable.
    await p.waitForFunction(() => window.keruenMap.still(), null, { timeout: 120000 })
    const poti = await p.evaluate((at) => window.keruenMap.project(at), summary.places.find((x) => x.id === 'poti').position)
    const box = await p.locator('#canvas').boundingBox()
    await p.mouse.click(box.x + poti.x, box.y + poti.y)
    await p.waitForFunction(() => document.querySelector('#details h2')?.textContent.startsWith('Poti, '), null, { timeout: 30000 })
    await p.waitForSelector('#details .figure')
  },

  async 'route: the form, the ways, the sheet, why not, printing'() {
    const p = await page()
    await open(p, 'route')
    await p.getByLabel('From', { exact: true }).fill('Khorgos')
    await p.getByLabel('To', { exact: true }).fill('Poti')
    await p.getByRole('button', { name: 'Find ways' }).press('Enter')
    await p.waitForSelector('#answer .sheet')
    await settled(p)
    const answer = cli('route', corridor, 'Khorgos', 'Poti', '--ways', '12')
    assert.equal(await p.locator('#answer tbody tr').count(), answer.ways.length)
    assert.equal(plain(await figure(p, 'cost')), Math.round(answer.ways[0].totals.cost.amount))
    assert.equal(await figure(p, 'time'), `${(answer.ways[0].totals.hours.p50 / 24).toFixed(1)} d`)
    assert.equal(plain(await figure(p, 'CO2e')), Math.round(answer.ways[0].totals.co2e_kg))
    const fastest = answer.ways.find((w) => w.labels.includes('fastest'))
    await p.locator('#answer tbody tr', { hasText: 'fastest' }).getByRole('button').press('Enter')
    assert.equal(plain(await figure(p, 'cost')), Math.round(fastest.totals.cost.amount))
    await p.locator('.leg summary').first().click()
    await p.getByLabel('Service, place, operator or country').fill('service:ferry-kuryk-alat')
    await p.getByRole('button', { name: 'Say why' }).click()
    await p.waitForSelector('[data-figure=verdict]')
    const why = cli('route', corridor, 'Khorgos', 'Poti', '--why-not', 'service:ferry-kuryk-alat')
    const words = await (await fetch(`${address}api/words/en`)).json()
    assert.equal(await figure(p, 'verdict'), words[`verdict-${why.verdict.replaceAll('_', '-')}`])
    await accessible(p, 'route')
    await p.locator('#panel').evaluate((e) => { e.scrollTop = 330 })
    await shot(p, 'route')
    assert.match(p.url(), /from=Khorgos&to=Poti/, 'the question stands in the address')
    await p.reload()
    await p.waitForSelector('#answer .sheet', { timeout: 120000 })
    await p.emulateMedia({ media: 'print' })
    assert.equal(await p.locator('#map-box').isVisible(), false)
    assert.equal(await p.locator('.sheet').isVisible(), true)
  },

  async 'route: clicks on the map fill the two ends'() {
    const p = await page()
    await open(p, 'route')
    const spot = async (id) => p.evaluate(async (wanted) => {
      const c = await (await fetch('/api/corridor')).json()
      return c.places.find((x) => x.id === wanted).position
    }, id)
    for (const id of ['aktau_port', 'poti']) {
      await p.waitForFunction(() => window.keruenMap.still(), null, { timeout: 120000 })
      const [lon, lat] = await spot(id)
      const at = await p.evaluate(([x, y]) => window.keruenMap.project([x, y]), [lon, lat])
      const box = await p.locator('#canvas').boundingBox()
      await p.mouse.click(box.x + at.x, box.y + at.y)
    }
    await p.waitForSelector('#answer .sheet, #answer .fault', { timeout: 120000 })
    assert.notEqual(await p.getByLabel('From', { exact: true }).inputValue(), '')
    assert.notEqual(await p.getByLabel('To', { exact: true }).inputValue(), '')
  },

  async 'route: no way names the rule and what is near'() {
    const p = await page()
    await open(p, 'route?from=Khorgos&to=Poti&cargo=uranium&quantity=60')
    await settled(p)
    const text = await p.locator('#answer').innerText()
    const run = JSON.parse(await (await fetch(`${address}api/route`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ from: 'Khorgos', to: 'Poti', cargo: 'uranium', quantity: 60 }) })).text())
    if (run.no_answer) assert.ok(text.includes(run.no_answer.reason))
    else assert.ok(text.includes(run.ways[0].summary))
    await open(p, 'route?from=Nowhere-at-all&to=Potti')
    await settled(p)
    assert.match(await p.locator('#answer [role=alert]').innerText(), /Nowhere-at-all/)
    // The browser notes the refusal; that is no fault of the page.
    faults.splice(0, faults.length, ...faults.filter((f) => !f.includes('400 (Bad Request)')))
  },

  async 'flow: bottlenecks with prices, a slider that answers live, who uses a link'() {
    const p = await page()
    await open(p, 'flow?year=2024')
    await p.waitForSelector('#answer tbody tr[data-key]')
    const flow = cli('flow', corridor, '--year', '2024')
    const priced = flow.limits.filter((l) => l.price > 0)
    const keys = await p.locator('#answer .scroll').first().locator('tbody tr').evaluateAll((rows) => rows.map((r) => r.dataset.key))
    assert.deepEqual(keys, priced.slice(0, keys.length).map((l) => l.limit))
    assert.equal(await figure(p, 'carried'), `${(flow.totals.tonnes / 1e6).toFixed(2)} Mt`)
    await accessible(p, 'flow')
    await shot(p, 'flow')
    await p.getByLabel('A limit to change').selectOption(priced[0].limit)
    const slider = p.getByLabel(priced[0].name, { exact: true })
    await slider.focus()
    const took = []
    for (let i = 0; i < 5; i++) {
      const begun = await p.evaluate(() => { document.querySelector('#live')?.replaceChildren(); return performance.now() })
      await slider.press('ArrowRight')
      took.push(await p.waitForFunction((t) => document.querySelector('#took') && performance.now() - t, begun).then((x) => x.jsonValue()))
    }
    console.log(`    slider moved to table drawn: ${took.map((x) => x.toFixed(0)).join(', ')} ms; the page says it was ${await p.locator('#took').innerText()}`)
    await p.getByLabel('A demand to change').selectOption({ index: 1 })
    await p.waitForSelector('.slider:nth-of-type(2)')
    await accessible(p, 'flow with sliders')
    await shot(p, 'flow-slider')
    const busiest = flow.elements.filter((e) => e.what.startsWith('link:') && e.mode === 'rail' && e.users.length)[0]
    await open(p, `flow?year=2024&link=${busiest.what.slice(5)}`)
    await p.waitForSelector('#flow-details table')
    assert.match(await p.locator('#flow-details').innerText(), new RegExp(`Who uses ${busiest.name.slice(0, 8)}`))
  },

  async 'flow by choice runs as a job and is found again after a reload'() {
    const p = await page()
    await open(p, 'flow?year=2024&method=choice')
    await p.waitForSelector('[data-figure=carried]', { timeout: 180000 })
    const flow = cli('flow', corridor, '--year', '2024', '--method', 'choice')
    assert.equal(await figure(p, 'TEU'), new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 }).format(flow.totals.teu))
    await p.reload()
    await p.waitForSelector('[data-figure=carried]', { timeout: 60000 })
  },

  async 'scenarios: shown, and made by changing a value'() {
    const p = await page()
    await open(p, 'scenarios?id=dredging-7.7m')
    await p.waitForSelector('#scenario table')
    const changes = cli('scenario', 'show', 'dredging-7.7m', '--corridor', corridor)
    assert.equal(await p.locator('#scenario tbody tr').count(), changes.length)
    await accessible(p, 'scenarios')
    await shot(p, 'scenarios')
    await p.getByText('Make one of your own').click()
    await p.getByLabel('Title').fill('Ro-Pax ships: one more')
    assert.equal(await p.getByLabel('File name').inputValue(), 'ro-pax-ships-one-more')
    const before = cli('explain', 'fleet:asco-ropax.count', corridor)[0]
    await p.getByLabel('Figure').fill('fleet:asco-ropax.count')
    await p.getByLabel('New value').fill(String(Number(before.value) + 1))
    await p.getByRole('button', { name: 'Save the scenario' }).click()
    await p.waitForSelector('.good')
    const made = cli('scenario', 'show', 'ro-pax-ships-one-more', '--corridor', corridor)
    assert.deepEqual(made.map((c) => [c.row, c.before, c.after]), [['asco-ropax', before.value, String(Number(before.value) + 1)]])
  },

  async 'sources: every figure can be searched'() {
    const p = await page()
    await open(p, 'sources')
    await p.getByLabel('Search').fill('link:beineu-mangystau.length')
    await p.getByLabel('Search').press('Enter')
    await p.waitForFunction(() => document.querySelectorAll('#answer .figure').length === 1)
    const explained = cli('explain', 'link:beineu-mangystau.length', corridor)[0]
    assert.match(await p.locator('#answer .figure').innerText(), new RegExp(`${explained.value} ${explained.unit}`))
    await accessible(p, 'sources')
    await shot(p, 'sources')
  },

  async 'simulate: a run survives a reload, plays on the map, and tells what the command line tells'() {
    const p = await page()
    await open(p, 'simulate')
    await p.locator('[name=year]').selectOption('2024')
    await p.locator('[name=replications]').fill('4')
    await p.locator('[name=replications]').press('Tab')
    await p.locator('[name=beside]').selectOption('two-more-ferries')
    await p.getByRole('button', { name: 'Run', exact: true }).click()
    await p.waitForSelector('progress')
    await p.reload()
    await p.waitForSelector('.player', { timeout: 300000 })
    const told = cli('simulate', corridor, '--year', '2024', '--replications', '4')
    const other = cli('simulate', corridor, '--year', '2024', '--replications', '4', '--scenario', 'two-more-ferries')
    const days = (r) => `${(r.p50 / 24).toFixed(1)} d (${(r.p10 / 24).toFixed(1)} – ${(r.p90 / 24).toFixed(1)})`
    const rows = await p.locator('#answer .scroll').first().locator('tbody tr').evaluateAll((all) => all.map((r) => [r.dataset.key, r.children[2].textContent, r.children[3].textContent]))
    assert.ok(rows.length > 5)
    for (const [row, base, beside] of rows) {
      assert.equal(base, days(told.rows.find((r) => r.row === row)))
      assert.equal(beside, days(other.rows.find((r) => r.row === row)))
    }
    await accessible(p, 'simulate')
    const clock = await p.locator('.clock').innerText()
    await p.getByRole('button', { name: 'Play' }).click()
    await p.waitForFunction((was) => document.querySelector('.clock').textContent !== was, clock)
    await p.getByRole('button', { name: 'Pause' }).click()
    const scrub = p.getByLabel('Time', { exact: true })
    await scrub.fill(String(24 * 320))
    assert.match(await p.locator('.clock').innerText(), /November 2024/)
    const cost = await p.evaluate(() => window.keruenFilm.cost)
    const points = await p.evaluate(() => window.keruenFilm.points)
    assert.ok(points > 100, `${points} points`)
    console.log(`    ${points} points take ${cost.toFixed(1)} ms of a frame`)
    await shot(p, 'simulate')
    await p.locator('#panel').evaluate((e) => { e.scrollTop = 760 })
    await shot(p, 'simulate-days')
  },

  async 'simulate: what a frame of ten thousand objects takes of the main thread'() {
    const p = await page()
    const [moment, objects] = [24 * 320, 10000]
    // The goods that move at the moment so many times over; the page itself is as it is for anybody.
    await p.addInitScript(([moment, objects]) => {
      const read = JSON.parse
      JSON.parse = (text, ...more) => {
        const told = read(text, ...more)
        if (!told?.film) return told
        const { goods, step_hours } = told.film
        const at = moment / step_hours
        const moving = goods.begins.map((b, i) => b <= at && at < b + goods.lasts[i])
        const copies = Math.ceil(objects / moving.filter(Boolean).length)
        for (const [name, column] of Object.entries(goods)) goods[name] = column.flatMap((x, i) => (moving[i] ? Array(copies).fill(x) : [x]))
        return told
      }
    }, [moment, objects])
    await p.addInitScript(() => {
      const frames = new Map()
      const ask = window.requestAnimationFrame.bind(window)
      window.requestAnimationFrame = (call) => ask((at) => {
        const begun = performance.now()
        call(at)
        frames.set(at, (frames.get(at) ?? 0) + performance.now() - begun)
      })
      window.keruenFrames = frames
    })
    await open(p, 'simulate?year=2024&replications=4&run=1')
    await p.waitForSelector('.player', { timeout: 300000 })
    await p.getByLabel('Time', { exact: true }).fill(String(moment))
    const points = await p.evaluate(() => window.keruenFilm.points)
    assert.ok(points >= objects, `${points} points`)
    const devtools = await p.context().newCDPSession(p)
    // Thread time: what the software renderer of this browser computes in another process, and waiting for it, do not count.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
    const busy = async () => (await devtools.send('Performance.getMetrics')).metrics.find((m) => m.name === 'TaskDuration').value * 1000
    await p.evaluate(() => window.keruenFrames.clear())
    const before = await busy()
    await p.getByRole('button', { name: 'Play' }).click()
    await p.waitForFunction(() => window.keruenFrames.size >= 30, null, { timeout: 120000 })
    const [after, frames] = [await busy(), await p.evaluate(() => [...window.keruenFrames.values()].sort((a, b) => a - b))]
    await p.getByRole('button', { name: 'Pause' }).click()
    const at = (share) => frames[Math.floor(frames.length * share)].toFixed(1)
    console.log(`    ${points} points, ${frames.length} frames: ${((after - before) / frames.length).toFixed(1)} ms of the main thread each; frame callbacks by the clock: half of them ${at(0.5)} ms, nine in ten ${at(0.9)} ms`)
  },

  async 'round table: proposals compared once, weights moved, rankings as the command line has them'() {
    const p = await page()
    await open(p, 'forum?preset=c6')
    await p.getByRole('button', { name: 'Compare the proposals' }).click()
    await p.waitForSelector('progress')
    await p.reload() // the run goes on, and is found again
    await p.waitForSelector('#forum-joint tbody tr', { timeout: 400000 })
    const told = cli('forum', corridor, '--preset', 'c6', '--draws', '1000').forum
    const order = told.joint.mean.map((x, i) => [x.rank, i]).sort((a, b) => a[0] - b[0]).map(([, i]) => told.table.alternatives[i].id)
    const rows = (box) => p.locator(`${box} tbody tr`).evaluateAll((all) => all.map((r) => r.dataset.key))
    assert.deepEqual(await rows('#forum-joint'), order)
    assert.equal(await figure(p, 'accord'), told.joint.accord.toFixed(2))
    const party = told.parties[0]
    const sure = await p.locator('.accept').evaluateAll((all) => all.map((r) => [r.dataset.key, r.querySelector('b').textContent]))
    for (const [id, share] of sure) {
      const first = party.smaa.acceptability[told.table.alternatives.findIndex((a) => a.id === id)][0]
      assert.ok(Math.abs(plain(share) / 100 - first) < 0.006, `${id}: ${share} is not ${first}`)
    }
    await accessible(p, 'round table')
    await shot(p, 'forum')
    await p.locator('#panel').evaluate((e) => { e.scrollTop = 900 })
    await shot(p, 'forum-party')
    // One criterion takes everything: whoever is best in it comes first.
    const cost = told.table.criteria.findIndex((c) => c.id === 'cost')
    for (const slider of await p.locator('.weight input').all()) {
      const label = await slider.getAttribute('aria-label')
      await slider.press(label === told.table.criteria[cost].name ? 'End' : 'Home')
    }
    await p.waitForFunction(() => /ms/.test(document.querySelector('#forum-took').textContent))
    await settledForum(p)
    const cheapest = told.table.cells.map((row, i) => [row[cost]?.mid ?? Infinity, told.table.alternatives[i].id]).sort((a, b) => a[0] - b[0])[0][1]
    const first = (await rows('#forum-own'))[0]
    assert.equal(told.table.cells[told.table.alternatives.findIndex((a) => a.id === first)][cost]?.mid, told.table.cells[told.table.alternatives.findIndex((a) => a.id === cheapest)][cost]?.mid)
    console.log(`    weighed in ${plain((await p.locator('#forum-took').innerText()).replace('weighed in', ''))} ms`)
    const minutes = await fetch(new URL(await p.getByRole('link', { name: 'Minutes to print' }).getAttribute('href'), address))
    assert.equal(minutes.status, 200)
    const text = await minutes.text()
    assert.ok(told.table.alternatives.every((a) => text.includes(a.name.replaceAll('&', '&amp;'))) && /script-src/.test(minutes.headers.get('content-security-policy')) === false)
    await p.getByRole('button', { name: 'Back to the example weights' }).click()
    await settledForum(p)
    assert.deepEqual(await rows('#forum-joint'), order)
  },

  async 'scenarios: two side by side, as the command line compares them'() {
    const p = await page()
    await open(p, 'scenarios')
    await p.getByText('Compare two side by side').click()
    await p.getByLabel('Beside it').selectOption('two-more-ferries')
    await p.getByRole('button', { name: 'Compare', exact: true }).click()
    await p.waitForSelector('#comparison tbody tr', { timeout: 300000 })
    const told = cli('compare', corridor, 'base', 'two-more-ferries')
    const cells = await p.locator('#comparison .scroll').first().locator('tbody tr').evaluateAll((all) => all.map((r) => [r.dataset.key, r.children[4].textContent]))
    assert.deepEqual(cells, told.figures.map((f) => [f.id, f.cells[1].percent === null || f.cells[1].percent === undefined ? '' : f.cells[1].percent.toFixed(1)]))
    await accessible(p, 'comparison')
    await p.locator('#comparison').scrollIntoViewIfNeeded()
    await shot(p, 'compare')
  },

  async 'sources: the answer at both ends of a figure'() {
    const p = await page()
    await open(p, 'sources?search=fleet:asco-ropax.count')
    await p.getByRole('button', { name: 'The answer at both ends' }).first().click()
    await p.waitForSelector('#answer .figure table', { timeout: 120000 })
    const explained = cli('explain', 'fleet:asco-ropax.count', corridor)[0]
    const heads = await p.locator('#answer .figure th').allInnerTexts()
    assert.match(heads[1], new RegExp(`at ${explained.range.low} `))
    const now = cli('flow', corridor, '--year', '2024')
    assert.equal(await p.locator('#answer .figure tbody tr').first().locator('td').nth(2).innerText(), `${(now.totals.tonnes / 1e6).toFixed(2)} Mt`)
    await accessible(p, 'sources with ends')
    await shot(p, 'sources-ends')
  },

  async 'keyboard alone: skip link, tabs, theme'() {
    const p = await page()
    await open(p, 'map')
    await p.keyboard.press('Tab')
    assert.equal(await p.evaluate(() => document.activeElement.textContent), 'Skip the map')
    for (let i = 0; i < 2; i++) await p.keyboard.press('Tab')
    await p.keyboard.press('Enter')
    await p.waitForSelector('#route-form')
    await p.locator('#theme').press('Enter')
    assert.equal(await p.evaluate(() => document.documentElement.dataset.colours), 'dark')
  },

  async 'phone width and dark colours: nothing hangs over, contrast holds'() {
    for (const panel of ['map', 'route?from=Khorgos&to=Poti', 'flow?year=2024', 'simulate?year=2024&replications=4&run=1', 'scenarios', 'forum', 'sources']) {
      const p = await page({ viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true })
      await open(p, panel)
      const over = await p.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      assert.ok(over <= 0, `${panel} is ${over} px too wide`)
      await accessible(p, `${panel}, phone, dark`)
      await shot(p, `phone-${panel.split('?')[0]}`)
      await p.context().close()
    }
  },

  async 'five languages: words, marks of numbers and names of places change, the question stays'() {
    const said = { en: 'How do I ship it?', kk: 'Жүкті қалай жөнелтемін?', az: 'Yükü necə göndərim?', ru: 'Как это отправить?', tr: 'Bunu nasıl gönderirim?' }
    const p = await page()
    let english = []
    await open(p, 'route?from=Khorgos&to=Poti')
    for (const [code, title] of Object.entries(said)) {
      await p.locator('#language').selectOption(code)
      await p.waitForFunction((x) => document.documentElement.lang === x && document.documentElement.dataset.ready === 'yes', code, { timeout: 120000 })
      await p.waitForSelector('#answer .sheet', { timeout: 120000 })
      assert.equal(await p.locator('h1').innerText(), title)
      const cost = cli('route', corridor, 'Khorgos', 'Poti', '--ways', '12').ways[0].totals
      const [, days] = (await (await fetch(`${address}api/words/${code}`)).json())['span-d']
      assert.equal(await figure(p, 'time'), `${new Intl.NumberFormat(code, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(cost.hours.p50 / 24)}${days}`)
      const left = await p.evaluate(() => [...document.querySelectorAll('body *')].filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && /^web-[a-z-]+$/.test(n.textContent))).length)
      assert.equal(left, 0, 'every message is there')
      const heads = await p.locator('#answer th, #answer dt, #answer h4, #answer button').allInnerTexts()
      if (code !== 'en') assert.deepEqual(heads.filter((x) => english.includes(x)), [], `heads left in English in ${code}`)
      else english = heads.filter((x) => /[a-z]{3}/.test(x) && !/CO2e/.test(x))
      await accessible(p, `route in ${code}`)
    }
    for (const [code, panel] of [['kk', 'simulate?year=2024&replications=4&run=1'], ['ru', 'forum?preset=c6'], ['kk', 'flow?year=2024'], ['ru', 'map'], ['tr', 'scenarios'], ['az', 'sources']]) {
      for (const viewport of [{ width: 1360, height: 850 }, { width: 390, height: 844 }]) {
        const q = await page({ viewport })
        await q.addInitScript((x) => localStorage.setItem('language', x), code)
        await open(q, panel)
        await q.waitForFunction(() => !document.querySelector('progress'), null, { timeout: 300000 })
        assert.equal(await q.evaluate(() => document.documentElement.scrollWidth - innerWidth > 0), false, `${panel} in ${code} is too wide`)
        await shot(q, `${code}-${panel.split('?')[0]}-${viewport.width}`)
        await q.context().close()
      }
    }
  },

  async 'every panel is read whole in one language'() {
    const english = /(?<!\p{L})(the|of|and|that|which|not|are|with|from|is|wait|berth|train|handling|border|days?|hours?|assumed|computed|loading)(?!\p{L})/u
    const panels = ['map?place=aktau_port', 'route?from=Khorgoss&to=Poti', 'route?from=Khorgos&to=Poti&cargo=uranium&quantity=60', 'route?from=Nowhere-at-all&to=Poti', 'flow?year=2024', 'scenarios?id=dredging-7.7m', 'sources', 'simulate?year=2024&replications=2&run=1', 'forum?preset=trade']
    for (const code of ['kk', 'az', 'ru', 'tr']) {
      const names = await englishNames(code)
      for (const panel of panels) {
        const p = await page()
        await p.addInitScript((x) => localStorage.setItem('language', x), code)
        await open(p, panel)
        await p.waitForFunction(() => !document.querySelector('progress'), null, { timeout: 300000 })
        await p.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true }))
        if (panel.startsWith('flow')) {
          assert.doesNotMatch(await figure(p, 'carried'), /Mt/)
          assert.ok((await p.locator('#panel p.dim').count()) > 1, 'there are notes')
          for (const i of [0, 1]) await p.locator('.what-if select').nth(i).selectOption({ index: 1 })
          await p.locator('.slider input').first().press('ArrowRight')
          await p.waitForSelector('#took')
          await p.locator('#answer tbody tr[data-key] button').first().click()
        }
        if (panel.includes('Khorgoss')) {
          assert.match(await p.locator('.read-as').innerText(), /Khorgoss/, 'a place nearly spelt right is said to be read')
          await p.locator('.why-not input').fill('service:ferry-kuryk-alat')
          await p.locator('.why-not button').click()
          await p.waitForSelector('[data-figure=verdict]')
        }
        await settled(p)
        const texts = await spoken(p)
        assert.ok(texts.length > 40, `${panel} says something`)
        const left = texts.filter((x) => english.test(x) || names.some((n) => x.includes(n)))
        assert.deepEqual(left, [], `English on ${panel} in ${code}`)
        // In Cyrillic no word of small Latin letters is left, but for ids of rows and files.
        const words = texts.map((x) => x.replace(/\([a-z0-9_]+\)/g, '').replace(/\S*[-.:/_]\S*/g, '')).filter((x) => /\b[a-z]{3,}\b/.test(x))
        if (code === 'kk' || code === 'ru') assert.deepEqual(words, [], `Latin words on ${panel} in ${code}`)
        await p.context().close()
      }
    }
    // The browser notes the refusal of a place that is nowhere; that is no fault of the page.
    faults.splice(0, faults.length, ...faults.filter((f) => !f.includes('400 (Bad Request)')))
  },

  async 'the map names its data in a line that opens'() {
    for (const viewport of [{ width: 1280, height: 850 }, { width: 390, height: 844 }]) {
      const p = await page({ viewport })
      await open(p, 'map')
      const credits = p.locator('#credits')
      assert.match(await credits.innerText(), /© OpenStreetMap/)
      assert.ok((await credits.boundingBox()).height < 24, 'one line')
      assert.equal(await p.locator('#legend details').evaluate((d) => d.open), viewport.width > 800)
      await credits.locator('summary').click()
      assert.match(await credits.innerText(), /Global Energy Monitor/)
      await p.context().close()
    }
  },

  async 'letters of five languages come from the page itself'() {
    const p = await page()
    await open(p, 'map')
    const missing = await p.evaluate(async () => {
      const text = 'Қазақстан ғңөұүһі Azərbaycan İğışçöü Баку Ёлка Türkiye'
      await document.fonts.load('400 15px "Noto Sans"', text)
      return document.fonts.check('400 15px "Noto Sans"', text) && [...document.fonts].filter((f) => f.status === 'loaded').length >= 4 ? '' : 'not loaded'
    })
    assert.equal(missing, '')
  },

  async 'first paint'() {
    const p = await page()
    await open(p, 'sources')
    await p.goto('about:blank')
    await p.goto(`${address}#sources`)
    await p.waitForSelector('html[data-ready=yes]', { timeout: 60000 })
    const paint = await p.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime)
    console.log(`    first contentful paint ${Math.round(paint)} ms`)
  },
}

let failed = 0
for (const [name, run] of Object.entries(tests)) {
  if (only && !name.includes(only)) continue
  faults.length = 0
  const begun = Date.now()
  try {
    await run()
    assert.deepEqual(faults, [])
    console.log(`ok   ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`)
  } catch (e) {
    failed += 1
    console.log(`FAIL ${name}\n     ${String(e.message ?? e).split('\n').slice(0, 14).join('\n     ')}`)
    for (const f of faults) console.log(`     ${f}`)
  }
  for (const c of browser.contexts()) await c.close()
}
await browser.close()
server.kill('SIGINT')
rmSync(work, { recursive: true, force: true })
console.log(failed ? `${failed} failed` : `all passed; screenshots in ${shots}`)
process.exit(failed ? 1 : 0)
