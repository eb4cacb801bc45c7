import {text} from 'node:stream/consumers'

// Draws what a terminal shows as an SVG: npm start > shown.txt, then node tools/picture.ts < shown.txt > docs/shortlist.svg

const [GLYPH, LINE, EDGE] = [7.8, 18, 18]
const escaped = (line: string) => line.replace(/[&<>]/g, glyph => `&#${glyph.charCodeAt(0)};`)

const lines = (await text(process.stdin)).trimEnd().split('\n')
const width = Math.ceil(Math.max(...lines.map(line => line.length)) * GLYPH) + 2 * EDGE
const height = lines.length * LINE + 2 * EDGE
const colour = (line: string) => (/^\d+ {2}/.test(line) ? '#ffffff' : '#b8c4cc')

console.log(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="A shortlist in the terminal">
<rect width="${width}" height="${height}" rx="8" fill="#1d2326"/>
<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="13" xml:space="preserve">
${lines.map((line, row) => `<text x="${EDGE}" y="${EDGE + 13 + row * LINE}" fill="${colour(line)}">${escaped(line)}</text>`).join('\n')}
</g>
</svg>`)
