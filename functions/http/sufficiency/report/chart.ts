import type {Cell} from '../../../../domain/sufficiency/report-tables/table.ts'
import {type Html, html} from '../../documentation/html.ts'

/** One value of a chart, with the text that stands beside it: that of the table. */
export interface Mark {
  readonly name: string
  readonly value: Cell
  readonly text: string
}

export interface Chart {
  /** Unique in the page. */
  readonly id: string
  readonly title: string
  readonly kind: 'bars' | 'line'
  readonly marks: readonly Mark[]
}

const WIDTH = 640
const ROW = 30
const BAR = 18
/** Where bars begin; a name takes the space before, in lines of so many letters. */
const LEFT = 235
const RIGHT = 90
const LETTERS = 26

/** Drawn as SVG: each mark bears its name and its number, so that no colour, key or axis has to be read. */
export const chartSvg = (chart: Chart): Html => (chart.kind === 'bars' ? bars(chart) : line(chart))

const number = ({value}: Mark): number => (typeof value === 'number' ? value : 0)
const px = (value: number): string => String(Math.round(value * 10) / 10)

const framed = ({id, title}: Chart, desc: string, height: number, drawn: Html | readonly Html[]): Html =>
  html`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" xmlns="http://www.w3.org/2000/svg">
<title id="${id}-title">${title}</title>
<desc id="${id}-desc">${desc}</desc>
${drawn}
</svg>`

function bars(chart: Chart): Html {
  const most = Math.max(1, ...chart.marks.map(number))
  const rows = chart.marks.map(mark => ({mark, lines: wrapped(mark.name)}))
  const heights = rows.map(({lines}) => Math.max(ROW, lines.length * 17 + 8))
  const tops = heights.map((_, i) => heights.slice(0, i).reduce((sum, height) => sum + height, 4))
  const height = heights.reduce((sum, each) => sum + each, 8)
  const drawn = rows.map(({mark, lines}, i) => {
    const middle = tops[i]! + heights[i]! / 2
    const width = ((WIDTH - LEFT - RIGHT) * number(mark)) / most
    return html`${lines.map(
      (text, n) =>
        html`<text x="${LEFT - 10}" y="${px(middle + 5 + (n - (lines.length - 1) / 2) * 17)}" text-anchor="end">${text}</text>
`,
    )}${
      width > 0 &&
      html`<rect class="bar" x="${LEFT}" y="${px(middle - BAR / 2)}" width="${px(width)}" height="${BAR}"/>
`
    }<text x="${px(LEFT + width + 8)}" y="${px(middle + 5)}">${mark.text}</text>
`
  })
  const axis = html`<line class="axis" x1="${LEFT}" y1="0" x2="${LEFT}" y2="${height}"/>`
  return framed(chart, saying(chart), height, [...drawn, axis])
}

const saying = ({marks}: Chart): string => `${marks.map(({name, text}) => `${name}: ${text}`).join('; ')}.`

function wrapped(name: string): readonly string[] {
  const lines: string[] = ['']
  for (const word of name.split(' ')) {
    const last = lines.at(-1)!
    if (last !== '' && last.length + word.length >= LETTERS) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}

const HEIGHT = 240
const SIDE = 60
const TOP = 40
const BOTTOM = 50

/** From nought, so that no small change looks a large one; the first, the last, the highest and the lowest are named. */
function line(chart: Chart): Html {
  const {marks} = chart
  const most = Math.max(1, ...marks.map(number))
  const x = (i: number): number => SIDE + ((WIDTH - 2 * SIDE) * i) / Math.max(1, marks.length - 1)
  const y = (value: number): number => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / most)
  const known = marks.flatMap((mark, i) =>
    typeof mark.value === 'number' ? [{mark, i, value: mark.value}] : [],
  )
  const told = tellingOf(known)
  const points = known.map(({i, value}) => `${px(x(i))},${px(y(value))}`).join(' ')
  const base = y(0)
  const drawn = html`<line class="axis" x1="${SIDE}" y1="${px(base)}" x2="${WIDTH - SIDE}" y2="${px(base)}"/>
<text x="${SIDE - 8}" y="${px(base + 5)}" text-anchor="end">0</text>
<polyline class="trace" points="${points}"/>
${told.map(
  ({mark, i, value}) => html`<circle class="dot" cx="${px(x(i))}" cy="${px(y(value))}" r="4"/>
<text x="${px(x(i))}" y="${px(y(value) - 12)}" text-anchor="middle">${mark.text}</text>
<text x="${px(x(i))}" y="${px(base + 22)}" text-anchor="${i === 0 ? 'start' : i === marks.length - 1 ? 'end' : 'middle'}">${mark.name}</text>
`,
)}`
  const ends = told.map(({mark}) => `${mark.name}: ${mark.text}`)
  return framed(chart, `${marks.length} points. ${ends.join('; ')}.`, HEIGHT, drawn)
}

interface Known {
  readonly mark: Mark
  readonly i: number
  readonly value: number
}

/** How far from each other two named points must be, in points, for their names not to touch. */
const APART = 8

/** First and last always; the highest and the lowest where there is room for their names. */
function tellingOf(known: readonly Known[]): readonly Known[] {
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return []
  const told = first === last ? [first] : [first, last]
  const sorted = known.toSorted((a, b) => a.value - b.value)
  for (const one of [sorted.at(-1)!, sorted[0]!])
    if (told.every(({i}) => Math.abs(i - one.i) >= APART)) told.push(one)
  return told.toSorted((a, b) => a.i - b.i)
}
