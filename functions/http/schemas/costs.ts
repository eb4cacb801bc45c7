import * as z from 'zod'
import {COMPONENT_KINDS, FUNDERS} from '../../../domain/panel/costs.ts'
import {isOverWhole} from '../../../domain/panel/money.ts'
import {contradiction} from './contradictions.ts'
import {day, pence, text} from './facts.ts'
import {placementId} from './ids.ts'
import {record} from './list.ts'

export const component = z
  .strictObject({
    kind: z.enum(COMPONENT_KINDS),
    label: text(200).meta({examples: ['two-to-one at night']}),
    penceAWeek: pence,
    from: day,
    until: day
      .nullable()
      .default(null)
      .meta({description: 'The first day on which it no longer runs; null: while the placement does.'}),
  })
  .refine(
    ({from, until}) => until === null || until > from,
    contradiction('until', 'must be after from', ['from', 'until']),
  )
  .meta({id: 'CostComponent'})

const share = z.strictObject({
  funder: z.enum(FUNDERS),
  basisPoints: z.int().min(1).max(10_000).meta({description: 'Hundredths of a percent.'}),
})

const facts = {
  components: z.array(component).max(100).meta({
    description:
      'What it costs a week, part by part. With none, the weekly cost of the placement itself holds.',
  }),
  oneOffs: z
    .array(z.strictObject({on: day, pence, label: text(200)}))
    .max(100)
    .meta({description: 'Paid once: a move, furniture, notice.'}),
  shares: z
    .array(share)
    .max(FUNDERS.length)
    .refine(
      shares => new Set(shares.map(({funder}) => funder)).size === shares.length,
      'must not name a funder twice',
    )
    .refine(shares => !isOverWhole(shares), 'must not come to more than 10000 together, which is the whole')
    .meta({description: "Who funds what part. What they leave is the authority's social care."}),
  contractEndsOn: day.nullable().meta({description: 'The last day of the contract; null: none is known.'}),
}

export const costsBody = z
  .strictObject({
    components: facts.components.default([]),
    oneOffs: facts.oneOffs.default([]),
    shares: facts.shares.default([]),
    contractEndsOn: facts.contractEndsOn.default(null),
  })
  .meta({id: 'CostsToRecord', description: 'All that a placement costs; it replaces what was recorded.'})

export const costs = z
  .strictObject({
    id: placementId,
    ...record,
    placementId,
    ...facts,
    penceAWeek: z.int().nullable().meta({description: 'Today; null: not known.'}),
    fundedBy: z
      .array(z.strictObject({funder: z.string(), pence: z.int()}))
      .meta({description: "Today's weekly cost by who funds it; it adds to the whole."}),
  })
  .meta({id: 'PlacementCosts', description: 'What a placement costs. Money is whole pence.'})
