import {describe, expect, it} from 'vitest'
import type {Day} from '../../../domain/calendar.ts'
import {lastUplift, weeklyCostOn} from '../../../domain/panel/costs.ts'
import {runsOnDay} from '../../../domain/panel/facts.ts'
import type {Placement} from '../../../domain/placement/placement.ts'
import {disagreementsOf} from '../../../domain/sufficiency/disagreements.ts'
import type {Episode} from '../../../domain/sufficiency/history.ts'
import {costsBody} from '../../../functions/http/schemas/costs.ts'
import {referralBody} from '../../../functions/http/schemas/referral.ts'
import {makeBorough} from '../../../sample/borough.ts'
import {makeFourYears} from '../../../sample/four-years/four-years.ts'
import {makeHistories} from '../../../sample/return/make-return.ts'

const borough = makeBorough({seed: 7, children: 470, today: '2026-11-23'})
const {today, children} = borough
const histories = makeHistories(borough)
const years = makeFourYears(borough, histories)
const {left, placements, costs, referrals} = years
const SINCE = '2022-11-23'

const main = placements.filter(({arrangement}) => arrangement === 'main')
const costsOf = new Map(costs.map(each => [each.placementId, each]))
const weekly = (placement: Placement, day: Day) => weeklyCostOn(placement, costsOf.get(placement.id), day)
const there = (day: Day, places: RegExp) =>
  main.filter(placement => runsOnDay(placement, day) && places.test(placement.code.place))
const weeklyOf = (day: Day, places: RegExp) => there(day, places).flatMap(each => weekly(each, day) ?? [])
const mean = (pence: readonly number[]) => pence.reduce((sum, each) => sum + each, 0) / pence.length

const references = new Map([...children, ...left].map(({id, reference}) => [id, reference]))

describe('four years of the sample borough', () => {
  it('are the same story as its returns tell: each home from the same night to the same night, and why it ended', () => {
    const told = main.map(({childId, from, ended, code, location, weeklyCostPence}) =>
      [
        references.get(childId),
        from,
        ended?.on,
        ended?.reason,
        ended?.rec,
        code.place,
        code.provider,
        location.postcode,
        weeklyCostPence,
      ].join(),
    )
    const returned = histories.flatMap(({reference, homes, episodes}) =>
      homes
        .filter(({until, home}) => home.postcode !== null && (until ?? today) > SINCE)
        .map(({from, until, home}) => {
          const last = until === null ? undefined : episodes.find(episode => episode.until === until)
          const {place, provider, postcode, weeklyPence} = home
          return [
            reference,
            from,
            until,
            last?.reasonForChange,
            last?.ceased,
            place,
            provider,
            postcode,
            weeklyPence,
          ].join()
        }),
    )
    expect(told.toSorted()).toEqual(returned.toSorted())
  })

  it('disagree with the returns in nothing that an import would look for', () => {
    const own = Map.groupBy(main, ({childId}) => references.get(childId))
    for (const {reference, episodes} of histories) {
      const imported = episodes.map(
        (episode): Episode => ({
          ...episode,
          householdId: null,
          placementAuthority: null,
          distanceMiles: null,
          source: 'return',
        }),
      )
      expect(disagreementsOf(reference, imported, own.get(reference) ?? [], today)).toEqual([])
    }
  })

  it('end in the placements of today, as they are', () => {
    const now = placements.filter(({ended}) => ended === null).map(each => ({...each, referralId: null}))
    expect(now).toEqual(borough.placements)
    expect(left.length).toBeGreaterThan(700)
    expect(placements.length).toBeGreaterThan(2200)
  })

  it('have nobody in two homes on one night, and each move leads to the next home', () => {
    expect(new Set(placements.map(({id}) => id)).size).toBe(placements.length)
    for (const ofChild of Map.groupBy(main, ({childId}) => childId).values()) {
      const inOrder = ofChild.toSorted((one, other) => (one.from < other.from ? -1 : 1))
      for (const [index, {ended}] of inOrder.entries()) {
        const next = inOrder[index + 1]
        expect(ended?.nextPlacementId ?? null).toBe(next?.id ?? null)
        if (next) expect([ended!.on, ended!.rec]).toEqual([next.from, 'X1'])
      }
    }
  })

  it('have costs in parts that come to the weekly cost at the end, and shares that the API takes', () => {
    for (const {placementId, ...body} of costs) {
      const placement = placements.find(({id}) => id === placementId)!
      const {success, error} = costsBody.safeParse(body)
      expect([success, error?.message]).toEqual([true, undefined])
      if (placement.ended === null) expect(weekly(placement, today)).toBe(placement.weeklyCostPence)
    }
    const kinds = new Set(costs.flatMap(({components}) => components.map(({kind}) => kind)))
    expect(kinds).toEqual(new Set(['placement', 'education', 'health', 'add-on']))
    expect(costs.filter(({shares}) => shares.length > 0).length).toBeGreaterThan(30)
    const rose = main.filter(each => lastUplift(each, costsOf.get(each.id), today, 1) !== null)
    expect(rose.length).toBeGreaterThan(100)
  })

  it('cost in the proportions of the published figures, and more from year to year', () => {
    const residential = /^(K1|K2|R1|S1)$/
    // Published for London: fostering £770-920 a week, residential care £5,965-8,085, from 2022/23 to 2024/25.
    for (const day of ['2023-03-31', '2024-03-31', '2025-03-31', '2026-03-31']) {
      expect(mean(weeklyOf(day, /^U/))).toBeGreaterThan(60_000)
      expect(mean(weeklyOf(day, /^U/))).toBeLessThan(92_000)
      expect(mean(weeklyOf(day, residential))).toBeGreaterThan(590_000)
      expect(mean(weeklyOf(day, residential))).toBeLessThan(810_000)
    }
    expect(mean(weeklyOf('2026-03-31', /^U/))).toBeGreaterThan(mean(weeklyOf('2023-03-31', /^U/)))
    // As many as Lewisham had in 2022/23 (LGA).
    expect(weeklyOf(today, /./).filter(pence => pence >= 1_000_000)).toHaveLength(13)
  })

  it('have a few settings that nobody has registered, for some weeks each', () => {
    const unregistered = main.filter(({code}) => code.place.startsWith('Z'))
    expect(unregistered.length).toBeGreaterThan(10)
    expect(unregistered.length).toBeLessThan(30)
    for (const {setting, from, ended} of unregistered) {
      expect(setting?.urn).toBeNull()
      expect(Date.parse(ended!.on) - Date.parse(from)).toBeLessThanOrEqual(40 * 86_400_000)
    }
  })

  it('have the emergencies of the last year as referrals that are placed, brothers and sisters in one', () => {
    expect(referrals.length).toBeGreaterThan(30)
    for (const {id, status, ...referral} of referrals) {
      expect([status, referralBody.safeParse(referral).success]).toEqual(['placed', true])
      const placed = placements.filter(({referralId}) => referralId === id)
      expect(placed.map(({childId}) => childId).toSorted()).toEqual(referral.children.toSorted())
      expect(new Set(placed.map(({from}) => from))).toEqual(new Set([referral.neededFrom]))
    }
    expect(referrals.filter(referral => referral.children.length > 1).length).toBeGreaterThan(0)
  })

  it('are the same for the same seed', () => {
    const again = makeFourYears(makeBorough({seed: 7, children: 470, today}))
    expect(JSON.stringify(again)).toBe(JSON.stringify(years))
  })
})
