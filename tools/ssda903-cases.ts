import {readFileSync} from 'node:fs'
import {isDeepStrictEqual} from 'node:util'
import * as z from 'zod'
import {byTable, Case, type Labels, namedIn} from './ssda903-case.ts'
import DISPUTED from './ssda903-disputed.json' with {type: 'json'}

const HELP = `npm run ssda903:cases -- FILE

Runs the cases of a file, each for its rule in the collection year that the rule's text belongs to, and prints those in
which our rule names other rows than the case does. Ends with 1 when any does that is not disputed, with 2 when the file cannot be read.`

/** Cases that we judge wrong, with the reason. */
const disputes: Readonly<Record<string, string>> = DISPUTED

const File = z.object({cases: z.array(Case)})

const inWords = (labels: Labels): string =>
  Object.entries(labels)
    .map(([table, rows]) => `${table} ${rows.join(', ')}`)
    .join('; ') || 'no row'

/** What to say of a case that differs; null when it agrees. */
function differenceIn(given: Case): string | null {
  const expected = byTable(
    Object.entries(given.expected).flatMap(([table, labels]) => labels.map(label => [table, label] as const)),
  )
  const got = namedIn(given)
  if (got === null) return `${given.id}: there is no rule ${given.rule} in that year`
  if (isDeepStrictEqual(got, expected)) return null
  return `${given.id}: expected ${inWords(expected)}; got ${inWords(got)}`
}

function read(path: string): readonly Case[] | null {
  try {
    const file = File.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    if (file.success) return file.data.cases
    console.error(z.prettifyError(file.error))
  } catch (fault) {
    console.error(`${path} cannot be read: ${(fault as Error).message}`)
  }
  return null
}

function run(path: string): number {
  const cases = read(path)
  if (cases === null) return 2
  const differing = cases.flatMap(given => {
    const difference = differenceIn(given)
    return difference === null ? [] : [{difference, disputed: disputes[given.id]}]
  })
  for (const {difference, disputed} of differing)
    console.log(disputed === undefined ? difference : `${difference} (disputed: ${disputed})`)
  const disputed = differing.filter(each => each.disputed !== undefined).length
  const differ = differing.length - disputed
  console.log(
    [
      `${cases.length} cases, ${cases.length - differing.length} agree`,
      ...(disputed > 0 ? [`${disputed} disputed`] : []),
      `${differ} ${differ === 1 ? 'differs' : 'differ'}`,
    ].join(', '),
  )
  return differ === 0 ? 0 : 1
}

const [path] = process.argv.slice(2)
if (path === undefined || path.startsWith('-')) console.error(HELP)
process.exitCode = path === undefined || path.startsWith('-') ? 2 : run(path)
