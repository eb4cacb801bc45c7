import fc from 'fast-check'
import {expect, test} from 'vitest'
import {coreOf, importing, returnOf, rowsOf} from '../../support/importing.ts'

const {
  'header.csv': HEADER,
  'episodes.csv': EPISODES,
  'uasc.csv': UASC,
  'reviews.csv': REVIEWS,
} = returnOf(2026)
const SOURCES = {'header.csv': HEADER!, 'episodes.csv': EPISODES!, 'uasc.csv': UASC!, 'reviews.csv': REVIEWS!}

/** What people put into a cell that does not belong there. */
const cell = fc.constantFrom(
  ...[
    '',
    ' ',
    '31/03/2026',
    '31/02/2026',
    '45747',
    'Z9',
    'K2',
    'U4',
    'PR1',
    'N/A',
    'V4',
    'E4A',
    'X1',
    'S',
    'LCS-1',
    '=1+1',
    'é',
  ],
)

type Change = (row: readonly string[]) => readonly (readonly string[])[]
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.nat(12), cell).map(
    ([n, value]): Change =>
      row => [row.map((before, at) => (at === n % row.length ? value : before))],
  ),
  fc.constant<Change>(row => [row, row]),
  fc.constant<Change>(() => []),
  fc.constant<Change>(row => [row.slice(1)]),
  fc.constant<Change>(row => [[...row, '']]),
  fc.nat(11).map(
    (n): Change =>
      row => [row.map((value, at) => (at === n ? (row[n + 1] ?? value) : at === n + 1 ? row[n]! : value))],
  ),
)

/** A table of which some rows are changed. */
function faulty(csv: string): fc.Arbitrary<string> {
  const [heads] = csv.split('\n')
  const rows = rowsOf(csv).map(row => row.split(','))
  return fc.array(fc.tuple(fc.nat(rows.length - 1), change), {maxLength: 6}).map(changes => {
    const made = rows.flatMap((row, n) =>
      changes
        .filter(([at]) => at === n)
        .reduce<readonly (readonly string[])[]>((all, [, each]) => all.flatMap(each), [row]),
    )
    return `${[heads, ...made.map(row => row.join(','))].join('\n')}\n`
  })
}

const faultyReturn = fc.record(
  Object.fromEntries(Object.entries(SOURCES).map(([name, csv]) => [name, faulty(csv)])) as Record<
    keyof typeof SOURCES,
    fc.Arbitrary<string>
  >,
)

test('every row of a return with faults is loaded, unchanged or quarantined with its reason; none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(faultyReturn, fc.boolean(), async (files, isOver) => {
      const at = importing()
      if (isOver) await at.load(2026, returnOf(2026))
      const done = await at.load(2026, files)
      expect(done.state).toBe('loaded')
      const found = await at.findings(done.id)
      for (const {table, file, read, loaded, unchanged, quarantined} of done.tables) {
        // A row whose only value is blank is a blank line.
        expect(read).toBe(rowsOf(files[file as keyof typeof files]).filter(row => row !== '').length)
        expect(read).toBe(loaded + unchanged + quarantined)
        const aside = found.filter(({severity, about}) => severity === 'E' && about === table)
        expect(new Set(aside.map(({row}) => row)).size).toBe(quarantined)
      }
      expect(found.filter(({severity}) => severity === 'E')).toHaveLength(done.findings.errors)
      expect(found.filter(({severity}) => severity === 'W')).toHaveLength(done.findings.warnings)

      const before = await at.seen('2026-03-31', 2026)
      const again = await at.load(2026, files)
      for (const [n, {loaded, unchanged, withdrawn, quarantined}] of again.tables.entries()) {
        expect({loaded, withdrawn}).toEqual({loaded: 0, withdrawn: 0})
        expect(quarantined).toBe(done.tables[n]!.quarantined)
        expect(unchanged).toBe(done.tables[n]!.loaded + done.tables[n]!.unchanged)
      }
      expect(await at.seen('2026-03-31', 2026)).toBe(before)
    }),
    {numRuns: 60},
  )
})

const wrong = (csv: string) => csv.replaceAll(/,N[1-8],/g, ',N9,')

test('pages of findings of any length, taken together, have every finding once', async () => {
  const at = importing()
  const {'header.csv': header, 'episodes.csv': episodes} = coreOf(2026)
  const many = Array.from({length: 8}, () => rowsOf(episodes!))
    .flat()
    .join('\n')
  const {id, findings} = await at.load(2026, {
    'header.csv': header!,
    'episodes.csv': wrong(`${episodes!.split('\n')[0]}\n${many}\n`),
  })
  const all = await at.findings(id)
  expect(all.length).toBe(findings.errors + findings.warnings)
  expect(all.length).toBeGreaterThan(300)
  await fc.assert(
    fc.asyncProperty(fc.integer({min: 1, max: 200}), async limit => {
      expect(await at.findings(id, limit)).toEqual(all)
    }),
    {numRuns: 25, examples: [[1], [99], [100], [101], [200]]},
  )
})

test('a cursor that is of another list, or of nobody, is refused', async () => {
  const at = importing()
  const {id} = await at.load(2026, {...coreOf(2026), 'episodes.csv': wrong(EPISODES!)})
  const other = await at.load(2026, {...coreOf(2026), 'episodes.csv': wrong(EPISODES!)})
  const page = (importId: string, query: Record<string, string>) =>
    at.ask('listFindings', {params: {importId}, query})
  const {next} = (await page(id, {limit: '1'})).json as {next: string}
  expect((await page(id, {cursor: next})).status).toBe(200)
  const imports = (await at.given<{next: string}>('listImports', {query: {limit: '1'}})).next
  const bundle = `0.${imports}`
  for (const cursor of [imports, bundle, 'x', '1', '.', '-1.', '1.x', '9999999.', '1.%23'])
    expect([cursor, (await page(other.id, {cursor})).status]).toEqual([cursor, 422])
})
