import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {derive, type PostcodeFacts} from '../../../domain/ssda903/derive.ts'
import type {Finding} from '../../../domain/ssda903/finding.ts'
import {findingsOf} from '../../../domain/ssda903/findings.ts'
import type {RuleContext} from '../../../domain/ssda903/rule-context.ts'
import {RULES, rulesOf} from '../../../domain/ssda903/rule-set.ts'
import type {ChildReturn, Row} from '../../../domain/ssda903/tables.ts'
import {anyReturn} from './any-return.ts'

const LEWISHAM = 'E09000023'

const contextOf = (year: number, lastYear: ChildReturn | null): RuleContext => ({
  year,
  authorityId: LEWISHAM,
  collectionStart: '2025-04-01',
  collectionEnd: '2026-03-31',
  lastYear,
  upnTwice: upn => upn === 'A123456789012',
})

const anyYear = fc.integer({min: 2020, max: 2030})

/** What was found, whichever rows it stood in. */
const regardlessOfRows = (findings: readonly Finding[]) =>
  findings.map(({row: _, ...rest}) => JSON.stringify(rest)).toSorted()

/** The same rows, in another order and with the numbers of their new places. */
const shuffled = (given: ChildReturn): fc.Arbitrary<ChildReturn> =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(given.tables).map(([name, rows]) => [
          name,
          fc.shuffledSubarray([...rows], {minLength: rows.length}),
        ]),
      ),
    )
    .map(tables => ({
      child: given.child,
      tables: Object.fromEntries(
        Object.entries(tables).map(([name, rows]) => [
          name,
          (rows as Row[]).map(({values}, i) => ({row: i + 1, values})),
        ]),
      ),
    }))

describe('the rules of the return', () => {
  it('answer whatever the rows hold, about rows that there are', () => {
    const found = new Set<string>()
    fc.assert(
      fc.property(anyReturn(false), fc.option(anyReturn(false)), anyYear, (child, lastYear, year) => {
        for (const finding of findingsOf(child, contextOf(year, lastYear))) {
          const rows = (finding.isLastYear ? lastYear! : child).tables[finding.table]!
          expect(rows[finding.row - 1]).toBeDefined()
          expect(finding.words).not.toMatch(/undefined|NaN/)
          found.add(finding.rule)
        }
      }),
      {numRuns: 2_000, seed: 903},
    )
    // Had the rows been too dull to break a rule, nothing would have been shown of it.
    expect(
      rulesOf(2027)
        .map(({rule}) => rule)
        .filter(rule => !found.has(rule)),
    ).toEqual([])
  })

  it('find the same in whatever order the rows stand', () => {
    fc.assert(
      fc.property(
        fc.record({now: anyReturn(true), before: anyReturn(true)}).chain(({now, before}) =>
          fc.record({
            now: fc.constant(now),
            before: fc.constant(before),
            nowAgain: shuffled(now),
            beforeAgain: shuffled(before),
          }),
        ),
        anyYear,
        ({now, before, nowAgain, beforeAgain}, year) => {
          const found = findingsOf(now, contextOf(year, before))
          const again = findingsOf(nowAgain, contextOf(year, beforeAgain))
          expect(regardlessOfRows(again)).toEqual(regardlessOfRows(found))
        },
      ),
      {numRuns: 2_000},
    )
  })

  it('leave what they are given as it was', () => {
    fc.assert(
      fc.property(anyReturn(false), anyYear, (child, year) => {
        const before = structuredClone(child)
        findingsOf(child, contextOf(year, child))
        expect(child).toEqual(before)
      }),
      {numRuns: 200},
    )
  })

  it('derive columns of whatever rows there are, and contradict none of them', () => {
    const anyArea: fc.Arbitrary<PostcodeFacts | null> = fc.option(
      fc.record({
        grid: fc.option(fc.record({easting: fc.nat(700_000), northing: fc.nat(1_300_000)})),
        authorityId: fc.option(fc.constantFrom(LEWISHAM, 'E09000006', 'SCO', 'WAL')),
      }),
    )
    fc.assert(
      fc.property(
        anyReturn(false),
        fc.option(anyReturn(false)),
        fc.func(anyArea),
        (child, lastYear, areaOf) => {
          const derived = derive(child, {authorityId: LEWISHAM, areaOf, lastYear})
          const found = findingsOf(derived, contextOf(2027, lastYear))
          expect(found.filter(({rule}) => ['164', '406', '411', '420'].includes(rule))).toEqual([])
        },
      ),
      {numRuns: 500},
    )
  })

  it('have words that begin and end as a part of a sentence does', () => {
    for (const {rule, words} of RULES) expect(words, rule).toMatch(/^[A-Z].*[^.]$/)
  })
})
