import * as z from 'zod'

const fault = z.strictObject({
  in: z.enum(['path', 'query', 'header', 'body']),
  pointer: z
    .string()
    .meta({description: 'RFC 6901 JSON pointer within that part.', examples: ['/needs/0/level']}),
  detail: z.string(),
})
export type Fault = Readonly<z.output<typeof fault>>

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
  })
  .meta({id: 'Problem'})
export type Problem = Readonly<z.output<typeof problem>>
