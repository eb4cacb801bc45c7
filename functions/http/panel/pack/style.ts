import {createHash} from 'node:crypto'
import {PRINTED} from './few.ts'

/** For screens from 320 px up, and for A4 with each case on a page of its own: black on white, nothing fetched. */
export const STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Arial,sans-serif;color:#0b0c0c;background:#fff}
.top{background:#0b0c0c;color:#fff;border-bottom:8px solid #1d70b8}
.top p,main{max-width:74rem;margin:0 auto;padding:.6rem 1rem}
.top p{font-weight:700}
main{padding-bottom:4rem}
h1{font-size:2.25rem;line-height:1.15;margin:1.5rem 0 .5rem}
h2{font-size:1.5rem;line-height:1.25;margin:3rem 0 .5rem;padding-top:1rem;border-top:2px solid #b1b4b6}
h3{font-size:1.1rem;margin:1.5rem 0 .25rem}
p,ul,ol{max-width:50rem}
ul,ol{margin:.25rem 0;padding-left:1.5rem}
.lead{font-size:1.2rem;margin-top:0}
.changed{padding:1rem;background:#f3f2f1;border-left:6px solid #1d70b8}
a{color:#1d70b8;text-underline-offset:.12em}a:visited{color:#4c2c92}a:hover{color:#003078}
a:focus,.wide:focus{outline:3px solid transparent;background:#fd0;color:#0b0c0c;box-shadow:0 -2px #fd0,0 4px #0b0c0c}
.wide:focus{background:none;box-shadow:0 0 0 3px #0b0c0c,0 0 0 6px #fd0}
.skip{position:absolute;left:-999em}.skip:focus{position:static;display:block;padding:.5rem 1rem}
.wide{overflow-x:auto;margin:.5rem 0}
table{border-collapse:collapse;min-width:100%;font-size:.9375rem;line-height:1.35}
caption{text-align:left;font-weight:700;padding:.25rem 0 .5rem}
th,td{text-align:left;vertical-align:top;padding:.3rem .9rem .3rem 0;border-bottom:1px solid #b1b4b6}
thead th{vertical-align:bottom;border-bottom:2px solid #0b0c0c}
tbody th{font-weight:400}
.n{text-align:right;font-variant-numeric:tabular-nums}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.75rem;margin:1rem 0}
.facts div{border-top:3px solid #1d70b8;padding-top:.3rem}
.facts dt{font-size:.9em}
.facts dd{margin:0;font-weight:700}
.marking{margin-top:0;font-size:.9em}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr));column-gap:2rem}
li,.told{overflow-wrap:anywhere}
.others{display:none}
.case th,.case td{white-space:nowrap}
.case td.words{white-space:normal;width:45%}
.n+td,.n+th{padding-left:.9rem}
@page{size:A4;margin:9mm 12mm}
@media print{
body{font-size:9pt;line-height:1.3}
.skip{display:none}
.top{background:none;color:#000;border-bottom:2pt solid #000}
main{padding-bottom:0}
main,.top p{max-width:none;padding-left:0;padding-right:0}
h1{font-size:18pt;margin:8pt 0 2pt}
h2{font-size:13pt;margin:12pt 0 2pt;padding-top:0;border:0}
h3{font-size:1.1em;margin:6pt 0 1pt;break-after:avoid}
p,ul,ol{max-width:none;margin:1pt 0}
ul{padding-left:1.1em}
table{font-size:.9em;line-height:1.25}
th,td{padding:1.5pt 6pt 1.5pt 0}
.n+td,.n+th{padding-left:6pt}
.wide{overflow:visible;margin:2pt 0}
.case{break-before:page}
.case h2{margin-top:0}
.pair{grid-template-columns:1fr 1fr;column-gap:12pt}
.facts{grid-template-columns:repeat(5,1fr);gap:4pt;margin:4pt 0}
.small{font-size:7.5pt;line-height:1.2}
.small h3{margin-top:4pt}
.cut .few li:nth-child(n+${PRINTED + 1}),.cut .history tr:nth-last-child(n+${PRINTED + 1}){display:none}
.cut .history td{max-width:34mm;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.cut .history td.words{max-width:0}
.cut .few span,.cut .told{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.cut .told{-webkit-line-clamp:9}
.cut .others{display:block}.cut span.others{display:inline}
tr,.facts div,li{break-inside:avoid}
a{color:#000;text-decoration:none}
}
`

/** For a page that holds STYLE in one style element and nothing that runs or is fetched. */
export const CONTENT_SECURITY_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
