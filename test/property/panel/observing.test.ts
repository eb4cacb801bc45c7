import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {addDays} from '../../../domain/calendar.ts'
import {closeCase, isOpen, meets, observe, type PanelCase} from '../../../domain/panel/case.ts'
import {TRIGGERS, type TriggerName} from '../../../domain/panel/policy.ts'
import {childId} from '../../support/matching.ts'
import {placementId} from '../../support/panel.ts'

const OF = {placementId: placementId('p'), childId: childId('c')}
const DAYS = 20
const dayOf = (n: number): string => addDays('2026-06-01', n)
const held = (names: readonly TriggerName[]) => names.map(trigger => ({trigger, words: trigger}))

/** What holds on each day, in the panel's order; and the days in the order in which they are looked at, some twice. */
const run = fc.record({
  holding: fc.array(fc.subarray([...TRIGGERS]), {minLength: DAYS, maxLength: DAYS}),
  looks: fc.array(fc.nat(DAYS - 1), {maxLength: 60}),
})

describe('triggers that repeat and arrive out of order', () => {
  it('open a case once, whatever the order', () => {
    fc.assert(
      fc.property(run, ({holding, looks}) => {
        let panelCase: PanelCase | null = null
        let opened = 0
        for (const n of looks) {
          const seen = observe(panelCase, OF, held(holding[n]!), dayOf(n))
          if (seen === null) continue
          opened += Number(seen.opened)
          panelCase = seen.panelCase
        }
        expect(opened).toBeLessThanOrEqual(1)
        expect(panelCase === null ? 0 : panelCase.openings.length).toBe(opened)
        expect(opened === 1).toBe(looks.some(n => holding[n]!.length > 0))
      }),
    )
  })

  it('leave what holds on the last day that was looked at, each trigger once', () => {
    fc.assert(
      fc.property(run, ({holding, looks}) => {
        const inOrder = looks.toSorted((a, b) => a - b)
        let panelCase: PanelCase | null = null
        for (const n of inOrder)
          panelCase = observe(panelCase, OF, held(holding[n]!), dayOf(n))?.panelCase ?? panelCase
        const last = inOrder.at(-1)
        const wanted = last === undefined || panelCase === null ? [] : holding[last]!
        expect(new Set(panelCase === null ? [] : meets(panelCase))).toEqual(new Set(wanted))
        for (const trigger of TRIGGERS) {
          const spans = panelCase?.triggers.filter(span => span.trigger === trigger) ?? []
          expect(spans.filter(({until}) => until === null).length).toBeLessThanOrEqual(1)
          for (const [n, span] of spans.entries()) {
            const next = spans[n + 1]
            if (next !== undefined) expect(span.until !== null && span.until < next.from).toBe(true)
          }
        }
      }),
    )
  })

  it('seen again change nothing', () => {
    fc.assert(
      fc.property(fc.subarray([...TRIGGERS], {minLength: 1}), fc.nat(DAYS), (names, later) => {
        const {panelCase} = observe(null, OF, held(names), dayOf(0))!
        expect(observe(panelCase, OF, held(names.toReversed()), dayOf(later))).toBeNull()
      }),
    )
  })

  it('never close a case, and open a closed one again only when one holds', () => {
    fc.assert(
      fc.property(run, ({holding, looks}) => {
        let panelCase: PanelCase | null = null
        for (const n of looks.toSorted((a, b) => a - b)) {
          const before: PanelCase | null = panelCase
          panelCase = observe(panelCase, OF, held(holding[n]!), dayOf(n))?.panelCase ?? panelCase
          if (before !== null && isOpen(before)) expect(isOpen(panelCase!)).toBe(true)
          if (panelCase === null || !isOpen(panelCase) || holding[n]!.length > 0) continue
          const closed = {on: dayOf(n), at: `${dayOf(n)}T12:00:00.000Z`, by: 'chair', reason: 'over'}
          const done = closeCase(panelCase, [], closed)
          if (!done.ok) throw new Error('refused')
          panelCase = done.value
        }
        for (const {on, closed} of panelCase?.openings ?? [])
          if (closed !== null) expect(closed.on >= on).toBe(true)
      }),
    )
  })
})
