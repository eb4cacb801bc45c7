/*
 * The plainest account of homes and children: for each place that is taken the set of its nights, for each child
 * the set of nights of each stay. Nights are numbers; a stay with no end fills them to the horizon.
 */

export const HORIZON = 40
export type Until = number | null

interface Taking {
  readonly house: number
  readonly child: number
  readonly nights: ReadonlySet<number>
  /** Hours on the clock; holds alone. */
  readonly expires: number | null
}

interface Stay {
  readonly child: number
  readonly aside: boolean
  readonly from: number
  readonly until: Until
  readonly ended: boolean
  /** null: a setting. */
  readonly house: number | null
  /** The time past 18 in the same home. */
  readonly staying: {readonly from: number; readonly until: Until; readonly isOver: boolean} | null
}

interface HoldOf {
  readonly house: number
  readonly children: readonly number[]
  readonly expires: number
  readonly over: boolean
}

export interface Model {
  readonly places: readonly number[]
  now: number
  readonly takings: Map<string, Taking>
  readonly stays: Map<string, Stay>
  readonly holds: Map<string, HoldOf>
}

export const emptyModel = (places: readonly number[]): Model => ({
  places,
  now: 0,
  takings: new Map(),
  stays: new Map(),
  holds: new Map(),
})

export const nightsOf = (from: number, until: Until): ReadonlySet<number> =>
  new Set(Array.from({length: Math.max(0, (until ?? HORIZON) - from)}, (_, i) => from + i))

const live = ({takings, now}: Model, house: number) =>
  [...takings].filter(
    ([, taking]) => taking.house === house && (taking.expires === null || taking.expires > now),
  )

/** How many places of a home are taken on a night. */
export const takenOn = (model: Model, house: number, night: number): number =>
  live(model, house).filter(([, {nights}]) => nights.has(night)).length

/** Room for so many more on every one of these nights, none of whom is there already; some takings left out. */
function hasRoom(
  model: Model,
  house: number,
  children: readonly number[],
  nights: ReadonlySet<number>,
  without: readonly string[] = [],
): boolean {
  const there = live(model, house).filter(([id]) => !without.includes(id))
  return [...nights].every(night => {
    const tonight = there.filter(([, taking]) => taking.nights.has(night))
    return (
      tonight.length + children.length <= model.places[house]! &&
      !tonight.some(([, {child}]) => children.includes(child))
    )
  })
}

const take = (
  model: Model,
  id: string,
  house: number,
  child: number,
  nights: ReadonlySet<number>,
  expires: number | null = null,
) => model.takings.set(id, {house, child, nights, expires})

export interface Places {
  readonly house: number
  readonly children: readonly number[]
  readonly from: number
  readonly until: Until
}

export function hold(
  model: Model,
  id: string,
  {house, children, until, ...asked}: Places,
  hours: number,
): boolean {
  const nights = nightsOf(Math.max(asked.from, Math.floor(model.now / 24)), until)
  if (hours <= 0 || nights.size === 0 || !hasRoom(model, house, children, nights)) return false
  const expires = model.now + hours
  for (const child of children) take(model, `${id}/${child}`, house, child, nights, expires)
  model.holds.set(id, {house, children, expires, over: false})
  return true
}

export function release(model: Model, id: string): boolean {
  const held = model.holds.get(id)!
  if (held.over || held.expires <= model.now) return false
  for (const child of held.children) model.takings.delete(`${id}/${child}`)
  model.holds.set(id, {...held, over: true})
  return true
}

export function start(
  model: Model,
  id: string,
  {house, children, from, until}: Omit<Places, 'house'> & {house: number | null},
  {aside = false, holdId = null}: {aside?: boolean; holdId?: string | null} = {},
): boolean {
  const nights = nightsOf(from, until)
  const held = holdId === null ? null : model.holds.get(holdId)!
  if (held && (held.over || held.expires <= model.now)) return false
  if (nights.size === 0 || children.some(child => isElsewhere(model, child, aside, nights))) return false
  const without = held ? held.children.map(child => `${holdId}/${child}`) : []
  if (house !== null && !hasRoom(model, house, children, nights, without)) return false
  for (const taking of without) model.takings.delete(taking)
  if (held) model.holds.set(holdId!, {...held, over: true})
  for (const child of children) {
    model.stays.set(`${id}/${child}`, {child, aside, from, until, ended: false, house, staying: null})
    if (house !== null) take(model, `${id}/${child}`, house, child, nights)
  }
  return true
}

const isElsewhere = ({stays}: Model, child: number, aside: boolean, nights: ReadonlySet<number>, but = '') =>
  [...stays].some(
    ([id, stay]) =>
      id !== but &&
      stay.child === child &&
      stay.aside === aside &&
      ((!aside && !stay.ended && but === '') || !nights.isDisjointFrom(nightsOf(stay.from, stay.until))),
  )

/** New nights for a stay, if those that it did not have before have room. */
function changeNights(
  model: Model,
  id: string,
  {from, until}: {from: number; until: Until},
  ended: boolean,
): boolean {
  const stay = model.stays.get(id)!
  const nights = nightsOf(from, until)
  const added = nights.difference(nightsOf(stay.from, stay.until))
  if (stay.house !== null && !hasRoom(model, stay.house, [stay.child], added, [id])) return false
  model.stays.set(id, {...stay, from, until, ended})
  if (stay.house !== null) take(model, id, stay.house, stay.child, nights)
  return true
}

export function end(model: Model, id: string, on: number): boolean {
  const {ended, from, child, aside} = model.stays.get(id)!
  if (isElsewhere(model, child, aside, nightsOf(from, on), id)) return false
  return !ended && on > from && changeNights(model, id, {from, until: on}, true)
}

export function correct(model: Model, id: string, from: number, until: Until): boolean {
  const {child, aside, ended, ...before} = model.stays.get(id)!
  if (from === before.from && until === before.until) return false
  if ((ended && until === null) || (until !== null && until <= from)) return false
  if (isElsewhere(model, child, aside, nightsOf(from, until), id)) return false
  return changeNights(model, id, {from, until}, ended)
}

/** All of it or none: what it tries on a copy it keeps only when it went through. */
function atOnce(model: Model, attempt: (copy: Model) => boolean): boolean {
  const copy = {
    ...model,
    takings: new Map(model.takings),
    stays: new Map(model.stays),
    holds: new Map(model.holds),
  }
  if (!attempt(copy)) return false
  for (const part of ['takings', 'stays', 'holds'] as const) {
    model[part].clear()
    for (const [id, value] of copy[part]) (model[part] as Map<string, unknown>).set(id, value)
  }
  return true
}

export const move = (model: Model, from: string, id: string, next: Omit<Places, 'children'>): boolean =>
  atOnce(model, copy => {
    const {aside, child} = copy.stays.get(from)!
    return !aside && end(copy, from, next.from) && start(copy, id, {...next, children: [child]})
  })

export const stayPut = (model: Model, id: string, on: number, until: Until, birthday: number): boolean =>
  atOnce(model, copy => {
    const {house, child, aside} = copy.stays.get(id)!
    const nights = nightsOf(on, until)
    if (house === null || aside || on < birthday || nights.size === 0 || !end(copy, id, on)) return false
    if (!hasRoom(copy, house, [child], nights)) return false
    take(copy, `${id}/staying-put`, house, child, nights)
    copy.stays.set(id, {...copy.stays.get(id)!, staying: {from: on, until, isOver: false}})
    return true
  })

export function leave(model: Model, id: string, on: number): boolean {
  const stay = model.stays.get(id)!
  const {house, child, staying} = stay
  if (house === null || staying === null || staying.isOver || on <= staying.from) return false
  const {from, until} = staying
  const added = nightsOf(from, on).difference(nightsOf(from, until))
  if (!hasRoom(model, house, [child], added, [`${id}/staying-put`])) return false
  take(model, `${id}/staying-put`, house, child, nightsOf(from, on))
  model.stays.set(id, {...stay, staying: {from, until: on, isOver: true}})
  return true
}
