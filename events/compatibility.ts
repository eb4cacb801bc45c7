type Schema = Readonly<Record<string, unknown>>

/** Explains, and binds nobody. */
const WORDS = ['title', 'description']

/**
 * What would break whoever reads an event by its published JSON Schema, by path: a field that is gone or no longer sure
 * to come, or that means something else. A new optional field breaks nobody.
 */
export function breaks(published: Schema, now: Schema, path = ''): readonly string[] {
  const {properties: before = {}, required: sureBefore = [], ...ruleBefore} = published
  const {properties: after = {}, required: sureAfter = [], ...ruleAfter} = now
  const [fields, found] = [before, after] as Readonly<Record<string, Schema>>[]
  return [
    ...(bindings(ruleBefore) === bindings(ruleAfter) ? [] : [`${path || '/'} is another than it was`]),
    ...differences(sureBefore as string[], sureAfter as string[]).map(
      name => `${path}/${name} is required in one of them only`,
    ),
    ...Object.entries(fields!).flatMap(([name, field]) =>
      found![name] ? breaks(field, found![name], `${path}/${name}`) : [`${path}/${name} is gone`],
    ),
  ]
}

const bindings = (rule: Schema): string =>
  JSON.stringify(
    Object.entries(rule)
      .filter(([keyword]) => !WORDS.includes(keyword))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )

const differences = (a: readonly string[], b: readonly string[]): readonly string[] => [
  ...new Set(a).symmetricDifference(new Set(b)),
]
