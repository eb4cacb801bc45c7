import {contentSecurityPolicy, PAGE_STYLE} from '../../page-style.ts'
import {PRINTED} from './few.ts'

/** For screens from 320 px up, and for A4 with each case on a page of its own: black on white, nothing fetched. */
export const STYLE = `${PAGE_STYLE}
h3{font-size:1.1rem;margin:1.5rem 0 .25rem}
p,ul,ol{max-width:50rem}
ul,ol{margin:.25rem 0;padding-left:1.5rem}
.changed{padding:1rem;background:#f3f2f1;border-left:6px solid #1d70b8}
.wide{margin:.5rem 0}
th,td{padding:.3rem .9rem .3rem 0}
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
main{padding-bottom:0}
h1{font-size:18pt;margin:8pt 0 2pt}
h2{font-size:13pt;margin:12pt 0 2pt;padding-top:0;border:0}
h3{font-size:1.1em;margin:6pt 0 1pt;break-after:avoid}
p,ul,ol{max-width:none;margin:1pt 0}
ul{padding-left:1.1em}
table{font-size:.9em;line-height:1.25}
th,td{padding:1.5pt 6pt 1.5pt 0}
.n+td,.n+th{padding-left:6pt}
.wide{margin:2pt 0}
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
}
`

export const CONTENT_SECURITY_POLICY = contentSecurityPolicy(STYLE)
