import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import type {AuthorityId} from '../domain/ids.ts'
import {tokenFor} from '../local/issuer.ts'
import {startHearth} from '../local/runtime.ts'
import {calendarReader} from '../test/support/calendar-reader.ts'
import {overHttp} from '../test/support/over-http.ts'
import {
  allToOneHouse,
  comeMoveAndGo,
  eachToTwoHouses,
  type PlacingRace,
  placingRace,
} from '../test/support/placing-race.ts'
import {type Race, race} from '../test/support/race.ts'

// Many callers at few places, over HTTP: node prove/races.ts [--only sibling]
// No place may be promised twice, whoever asks at once and whatever goes wrong between the functions and the database.

const AUTHORITY = 'E09000023' as AuthorityId
const {values} = parseArgs({
  options: {
    only: {type: 'string'},
    attempts: {type: 'string', default: '1000'},
    households: {type: 'string', default: '200'},
  },
})

type Setting = Omit<Race, 'ask' | 'calendarOf'> & {readonly standing: number | null}

const attempts = Number(values.attempts)
const households = Number(values.households)
const one: Setting = {
  places: 3,
  households: 1,
  callers: 64,
  attempts,
  siblings: 1,
  releasing: false,
  patience: 0,
  losing: 0,
  standing: 3,
}
const FAULTS = {conflict: 0.2, throttle: 0.05, lostReply: 0.02, seed: 1}

const RACES: Readonly<Record<string, Setting & {readonly faults?: typeof FAULTS}>> = {
  'the 3 places of one household': one,
  'sibling groups of 2': {...one, siblings: 2, standing: 1},
  'many households at once': {...one, households, attempts: 10 * households},
  'held and released again': {...one, callers: 10, releasing: true, standing: null},
  'the 3 places, with faults': {...one, patience: 20, losing: 5, faults: FAULTS},
  'held and released, with faults': {
    ...one,
    callers: 10,
    releasing: true,
    patience: 20,
    losing: 5,
    standing: null,
    faults: FAULTS,
  },
}

type Placing = Omit<PlacingRace, 'ask' | 'calendarOf'> & {
  readonly wrong: (living: readonly number[]) => boolean
}

const placing = {places: 3, callers: 64, patience: 0, losing: 0}
const comeAndGo: Placing = {
  ...placing,
  houses: 2,
  children: 10,
  scripts: comeMoveAndGo(10, Math.ceil(attempts / 100)),
  wrong: living => living.some(children => children > 0),
}
const PLACING_RACES: Readonly<Record<string, Placing & {readonly faults?: typeof FAULTS}>> = {
  'placed at the 3 places of one household': {
    ...placing,
    houses: 1,
    children: 64,
    scripts: allToOneHouse(64, attempts),
    wrong: ([living]) => living !== 3,
  },
  'each child placed in two households at once': {
    ...placing,
    houses: households,
    children: households / 2,
    scripts: eachToTwoHouses(households / 2),
    wrong: living => living.filter(children => children === 1).length !== households / 2,
  },
  'placed, moved and ended': comeAndGo,
  'placed, moved and ended, with faults': {...comeAndGo, patience: 20, losing: 5, faults: FAULTS},
}

const dataDir = mkdtempSync(join(tmpdir(), 'hearth-races-'))
const hearth = await startHearth({dataDir, port: 0, authorityId: AUTHORITY, inMemory: true})
const service = overHttp(hearth.url)
try {
  const token = await tokenFor(hearth.issuer, 'placements-manager')
  const ask: Race['ask'] = (route, call) => service.call(route, call, {token})
  const calendarOf = calendarReader(hearth, AUTHORITY)
  for (const [name, {faults: plan, ...setting}] of Object.entries(RACES)) {
    if (values.only !== undefined && !name.includes(values.only)) continue
    const raced = await race({...setting, ask, calendarOf, begin: () => hearth.faults.plan(plan ?? {})})
    const injected = hearth.faults.injected()
    hearth.faults.plan({})
    const {fewest, most} = raced.standing
    const wrong = setting.standing !== null && (fewest !== setting.standing || most !== setting.standing)
    console.log(`${name}: ${setting.attempts} attempts by ${setting.callers} callers at ${setting.households}, ${raced.seconds.toFixed(1)} s
  heard ${JSON.stringify(raced.heard)}; standing ${fewest}..${most}${wrong ? ', which is wrong' : ''}
  faults injected ${JSON.stringify(injected)}; asked again ${raced.askedAgain}; at fault ${raced.faults.length}`)
    for (const fault of raced.faults.slice(0, 10)) console.log(`  ${fault}`)
    if (wrong || raced.faults.length > 0) process.exitCode = 1
  }
  for (const [name, {faults: plan, wrong: isWrong, ...setting}] of Object.entries(PLACING_RACES)) {
    if (values.only !== undefined && !name.includes(values.only)) continue
    const raced = await placingRace({
      ...setting,
      ask,
      calendarOf,
      begin: () => hearth.faults.plan(plan ?? {}),
    })
    const injected = hearth.faults.injected()
    hearth.faults.plan({})
    const wrong = isWrong(raced.living)
    const most = Math.max(...raced.living)
    console.log(`${name}: ${setting.children} children by ${setting.callers} callers at ${setting.houses}, ${raced.seconds.toFixed(1)} s
  heard ${JSON.stringify(raced.heard)}; living in one at most ${most}${wrong ? ', which is wrong' : ''}
  faults injected ${JSON.stringify(injected)}; asked again ${raced.askedAgain}; at fault ${raced.faults.length}`)
    for (const fault of raced.faults.slice(0, 10)) console.log(`  ${fault}`)
    if (wrong || raced.faults.length > 0) process.exitCode = 1
  }
} finally {
  service.close()
  await hearth.stop()
  rmSync(dataDir, {recursive: true})
}
