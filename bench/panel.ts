import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {AuthorityId} from '../domain/ids.ts'
import {defaultPolicy} from '../domain/matching/default-policy.ts'
import {byId} from '../domain/matching/rank.ts'
import {siblingsOf} from '../domain/panel/siblings.ts'
import {stepDownOptions} from '../domain/panel/step-down-options.ts'
import {startHearth} from '../local/runtime.ts'
import {SAMPLE, sample} from '../local/seed.ts'
import {makeBorough} from '../sample/borough.ts'
import {median, spread, type Times, timesOf} from './measure.ts'

// Step-down options of 200 children in the engine alone, and the pack of a meeting of 40 cases over HTTP on the local
// runtime, both of the sample borough.

const AUTHORITY = 'E09000023' as AuthorityId
const CHILDREN = 200
const CASES = 40

function optionsOfChildren(): void {
  const at = new Date().toISOString()
  const day = at.slice(0, 10)
  const borough = makeBorough({...SAMPLE, today: day})
  const supply = borough.homes.toSorted((a, b) => byId(a.household, b.household))
  const placementOf = new Map(borough.placements.map(placement => [placement.childId, placement]))
  const placed = borough.children.filter(({id}) => placementOf.has(id)).slice(0, CHILDREN)
  const all = () => {
    for (const child of placed) {
      const placement = placementOf.get(child.id)!
      const siblings = siblingsOf(child, borough.children, ({id}) => [placementOf.get(id) ?? []].flat(), day)
      stepDownOptions({
        authorityId: AUTHORITY,
        child,
        livesIn: placement,
        weeklyCostPence: 600_000,
        siblings,
        supply,
        policy: defaultPolicy(AUTHORITY),
        settledNights: 365,
        day,
        at,
      })
    }
  }
  all()
  const times = Array.from({length: 5}, () => {
    const since = performance.now()
    all()
    return performance.now() - since
  }).toSorted((a, b) => a - b)
  console.log(`Options of ${placed.length} children among ${supply.length} homes: ${spread(times)}`)
}

async function packOfMeeting(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hearth-bench-'))
  const hearth = await startHearth({dataDir, port: 0, authorityId: AUTHORITY, seed: sample(AUTHORITY)})
  try {
    const {'panel-chair': chair, 'placements-officer': officer} = await hearth.tokens()
    const ask = async (token: string, method: string, path: string, body?: unknown) => {
      const answer = await fetch(`${hearth.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && {'content-type': 'application/json'}),
        },
        ...(body !== undefined && {body: JSON.stringify(body)}),
      })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
      return text
    }
    const {items} = JSON.parse(await ask(officer, 'GET', '/v1/children?limit=200')) as {
      items: readonly {readonly id: string}[]
    }
    let opened = 0
    for (const {id} of items) {
      if (opened === CASES) break
      const placements: readonly {readonly id: string; readonly ended: unknown}[] = JSON.parse(
        await ask(officer, 'GET', `/v1/placements?childId=${id}`),
      ).items
      const current = placements.find(({ended}) => ended === null)
      if (current === undefined) continue
      const body = {placementId: current.id, reason: 'For the bench.'}
      await ask(chair, 'POST', '/v1/panel/cases', body)
      opened += 1
    }
    const today = new Date().toISOString().slice(0, 10)
    const pack = (format: string) => () =>
      ask(chair, 'GET', `/v1/panel/meetings/${today}/pack?format=${format}`)
    const {cases} = JSON.parse(await pack('json')()) as {cases: readonly unknown[]}
    await timesOf(3, 1, pack('html'))
    const [page, json]: readonly Times[] = [
      await timesOf(10, 1, pack('html')),
      await timesOf(10, 1, pack('json')),
    ]
    const bytes = (await pack('html')()).length
    console.log(
      `The pack of ${cases.length} cases over HTTP: page ${spread(page!)} (${Math.round(bytes / 1024)} KiB), JSON ${spread(json!)}; ${(median(page!) / cases.length).toFixed(1)} ms a case`,
    )
  } finally {
    await hearth.stop()
    rmSync(dataDir, {recursive: true})
  }
}

optionsOfChildren()
await packOfMeeting()
