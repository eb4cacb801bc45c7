import * as z from 'zod'

const fault = z.strictObject({
  in: z.enum(['path', 'query', 'header', 'body']),
  pointer: z
    .string()
    .meta({description: 'RFC 6901 JSON pointer within that part.', examples: ['/needs/0/level']}),
  detail: z.string(),
})
export type Fault = Readonly<z.output<typeof fault>>

const day = z.string().nullable().exactOptional()
const failedCondition = z
  .strictObject({
    rule: z.string().meta({description: 'As in docs/matching.md.', examples: ['H5']}),
    words: z.string(),
    source: z.string(),
    short: z.enum(['places', 'bedrooms']).exactOptional(),
    on: day.meta({description: 'The first night on which it is so.'}),
    places: z.int().exactOptional(),
    free: z.int().exactOptional(),
    wanted: z.int().exactOptional(),
    freeFrom: day.meta({description: 'From then on there are places; null: not known.'}),
    heldUntil: day.meta({description: 'When the first hold in the way lapses; null: none is.'}),
    bedrooms: z.int().exactOptional(),
    approvedFrom: day,
    approvedUntil: day,
    term: z.string().exactOptional(),
    approvedFor: z.record(z.string(), z.unknown()).exactOptional(),
    state: z.string().exactOptional(),
    from: day,
    until: day,
    usualLimit: z.int().exactOptional(),
  })
  .meta({id: 'FailedCondition', description: 'A rule that the household breaks, and what is true of it now.'})

const standing = z.strictObject({
  id: z.string(),
  kind: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  expiresAt: z.string().nullable(),
})

const missingApproval = z.strictObject({
  rule: z.string(),
  role: z.string(),
  within: z.strictObject({value: z.int(), unit: z.enum(['working-days', 'weeks'])}).nullable(),
  source: z.string(),
})

/** RFC 9457. There is never a fact about a child in it, nor any value that was sent. */
export const problem = z
  .strictObject({
    type: z
      .string()
      .meta({description: 'Stable; the page at /problems explains each.', examples: ['/problems#invalid']}),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().meta({description: 'Id of the request, for asking about it.'}),
    errors: z
      .array(fault)
      .exactOptional()
      .meta({description: 'Where input is at fault: every fault at once.'}),
    currentVersion: z.int().exactOptional(),
    referralId: z.string().exactOptional(),
    householdId: z.string().exactOptional(),
    failed: z
      .array(failedCondition)
      .exactOptional()
      .meta({description: 'Every condition that fails, each with what is true now.'}),
    occupancies: z.array(standing).exactOptional(),
    state: z.string().exactOptional().meta({description: 'What it is in instead.'}),
    since: z.string().exactOptional(),
    placementId: z.string().exactOptional(),
    from: z.string().exactOptional(),
    until: day,
    on: z.string().exactOptional(),
    missing: z
      .array(missingApproval)
      .exactOptional()
      .meta({description: 'Every approval that was not given.'}),
  })
  .meta({id: 'Problem'})
export type Problem = Readonly<z.output<typeof problem>>
