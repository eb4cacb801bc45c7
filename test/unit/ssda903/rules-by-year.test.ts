import {describe, expect, it} from 'vitest'
import {codeListsFor, KNOWN_YEARS} from '../../../domain/ssda903/code-lists.ts'
import {rulesOf} from '../../../domain/ssda903/rule-set.ts'
import {brokenBy, episodes, findingsFor, header} from './returns.ts'

const ERRORS =
  `INT03 INT32 101 102 301 141 147 142 143 144 145 146 149 1009 148 302 354 385 355 356 357 501 388 432 433
  431 437 526 213 550 527 528 529 530 531 351 352`.split(/\s+/)

const WARNINGS =
  `103 168 434 435 436 225 226 1015 218 222 214 398 420 392b 392c 164 406 411 358 361 362 363 364 365 366
  367 426 371 372 373 374 375 376 377 379 378 380 381 382 383 384 386 387 389 460 390 408 516 502 503A 503B 503C 503D
  503E 503F 503G 503H 503J 504 562 304`.split(/\s+/)

const SINCE_2026 = ['444', '233', '234', '454']
const SINCE_2027 = ['700', '701', '702', '703', '704', '705', '706', '707', '708', '709', '710']

const named = (year: number, severity: 'E' | 'W') =>
  rulesOf(year)
    .filter(rule => rule.severity === severity)
    .map(({rule}) => rule)
    .toSorted()

describe('each year has its rules, every one once and with its severity', () => {
  it.each(KNOWN_YEARS)('%i keeps rows aside by the same rules as all years', year => {
    expect(named(year, 'E')).toEqual(ERRORS.toSorted())
  })

  it.each([
    [2023, WARNINGS],
    [2024, WARNINGS],
    [2025, WARNINGS],
    [2026, [...WARNINGS, ...SINCE_2026]],
    [2027, [...WARNINGS, ...SINCE_2026, ...SINCE_2027]],
  ])('%i has its own warnings', (year, rules) => {
    expect(named(year, 'W')).toEqual(rules.toSorted())
  })

  it('a year after the last known one has its rules, one before the first known the first’s', () => {
    expect(rulesOf(2031)).toEqual(rulesOf(2027))
    expect(rulesOf(2019)).toEqual(rulesOf(2023))
  })
})

describe('the codes are those of the collection year', () => {
  it('a year that is not known takes the nearest one’s codes, and says so', () => {
    expect(codeListsFor(2027).fallback).toBe(false)
    expect(codeListsFor(2028)).toEqual({lists: codeListsFor(2027).lists, fallback: true})
    expect(codeListsFor(2022)).toEqual({lists: codeListsFor(2023).lists, fallback: true})
  })

  it.each([
    [2023, ['M', 'F', 'U', '9']],
    [2024, ['M', 'F', 'U', '9']],
    [2025, ['1', '2', '9']],
    [2026, ['1', '2', '9']],
  ])('in %i the sexes %s are wrong', (year, wrong) => {
    const Header = ['1', '2', 'M', 'F', 'U', '9'].map(SEX => header({SEX}))
    expect(findingsFor('101', {Header}, {year}).map(({values}) => values.SEX)).toEqual(wrong)
  })

  it.each([
    [2024, ['K3', 'Z11', 'Z14']],
    [2025, ['Z11', 'Z14']],
    [2026, ['H5', 'P2', 'Z1']],
    [2027, ['H5', 'P2', 'Z1']],
  ])('in %i the placements %s are wrong, and K3 in small letters always', (year, wrong) => {
    const places = ['U4', 'H5', 'P2', 'Z1', 'K3', 'Z11', 'Z14']
    const rows = brokenBy('146', episodes(...places.map(PLACE => ({PLACE})), {PLACE: 'k3'}), {year})
    expect(rows.map(row => places[row - 1] ?? 'k3')).toEqual([...wrong, 'k3'])
  })

  it.each([
    [2023, 'H5', 14],
    [2024, 'H5', 16],
    [2025, 'K3', 16],
    [2027, 'K3', 16],
  ])('in %i supported accommodation is %s, from %i on', (year, PLACE, age) => {
    const rows = [
      {PLACE, DECOM: `09/05/${2010 + age}`},
      {PLACE, DECOM: `10/05/${2010 + age}`},
    ]
    expect(brokenBy('371', episodes(...rows), {year})).toEqual([1])
  })

  it.each([
    [2025, []],
    [2026, [2]],
  ])('in %i an “other” placement may not have a provider: rows %s', (year, wrong) => {
    const rows = [{PLACE: 'Z1', PLACE_PROVIDER: 'PR4'}, {PLACE: 'Z12', PLACE_PROVIDER: 'PR4'}, {PLACE: 'Z12'}]
    expect(brokenBy('213', episodes(...rows), {year})).toEqual(wrong)
    expect(brokenBy('526', episodes({PLACE: 'Z1'}, {PLACE: 'Z12'}), {year})).toEqual([year === 2025 ? 2 : 1])
  })

  it.each([
    [2023, ['H5', 'P2', 'Z1']],
    [2024, ['P2', 'Z1']],
    [2025, ['Z1']],
    [2026, ['Z11']],
  ])('in %i the placements %s may not have a URN', (year, wrong) => {
    const places = ['H5', 'P2', 'Z1', 'Z11', 'U1', 'K3']
    const rows = brokenBy('222', episodes(...places.map(PLACE => ({PLACE, URN: 'SC123456'}))), {year})
    expect(rows.map(row => places[row - 1])).toEqual(wrong)
  })
})
