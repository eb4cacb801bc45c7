import {contentSecurityPolicy, PAGE_STYLE} from '../../page-style.ts'

/** For screens from 320 px up and for A4: black on white, one column, large text, visible focus, nothing fetched. */
export const STYLE = `${PAGE_STYLE}
h3{font-size:1.1rem;margin:1.75rem 0 .25rem}
p,ul,dl{max-width:44rem}
.says{font-weight:600}
nav ol{columns:22rem 2;column-gap:2rem;padding-left:1.8rem;margin:.5rem 0}
nav li{break-inside:avoid;padding:.1rem 0}
.wide{margin:1rem 0}
caption span{display:inline-block;position:sticky;left:0;max-width:calc(100vw - 2.5rem)}
th,td{padding:.4rem .9rem .4rem 0}
thead th{min-width:4.5rem}
tbody th{min-width:10rem}
thead a,thead a:visited{color:#0b0c0c;text-decoration-thickness:1px}
.many{font-size:.8125rem}.many th,.many td{padding-right:.5rem}.many thead th{min-width:3.5rem}.many tbody th{min-width:9rem}
.n{padding-left:.4rem}
.sum th,.sum td{font-weight:700;border-top:2px solid #0b0c0c}
.blank td,.blank th{height:2.6rem}
.empty{padding:1rem;background:#f3f2f1;border-left:6px solid #b1b4b6}
.note{color:#383f43;font-size:.9em}
.note li{margin:.2rem 0}
figure{margin:1rem 0;max-width:42rem}
figure .wide{margin:.25rem 0}
figcaption{font-weight:700}
svg{display:block;width:100%;min-width:27rem;height:auto}
svg text{font:15px system-ui,-apple-system,"Segoe UI",Arial,sans-serif;fill:#0b0c0c}
.bar{fill:#1d70b8}
.axis{stroke:#505a5f;stroke-width:1}
.trace{fill:none;stroke:#1d70b8;stroke-width:3;stroke-linejoin:round}
.dot{fill:#0b0c0c}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:1rem;max-width:none;margin:1rem 0}
.figures div{border-top:3px solid #1d70b8;padding-top:.4rem}
.figures dt{font-size:.9em}
.figures dd{margin:0;font-size:1.5em;font-weight:700;line-height:1.2}
.definitions dt{font-weight:700;margin-top:1.25rem}
.definitions dt:target{background:#fd0}
.definitions dd{margin:.15rem 0 0;overflow-wrap:anywhere}
code{font-family:ui-monospace,Consolas,Menlo,monospace;font-size:.9em}
@page{size:A4;margin:14mm 12mm 16mm;font-size:8pt;font-family:system-ui,-apple-system,"Segoe UI",Arial,sans-serif;@bottom-right{content:counter(page) " of " counter(pages)}}
@page in-role{@bottom-left{content:"Not for publication: small numbers are shown"}}
@media print{
.in-role{page:in-role}
p,ul,dl{max-width:none}
p{break-inside:avoid}
body{font-size:8.5pt;line-height:1.35}
nav{display:none}
main{padding-bottom:0}
h1{font-size:20pt}h2{font-size:13pt;margin-top:14pt;padding-top:8pt;break-after:avoid}.says{margin:4pt 0}h3,.says,caption,figure,.empty{break-after:avoid}
.wide{break-inside:avoid;margin:6pt 0}
.wide:has(tbody tr:nth-child(13)){break-inside:auto}
.note{break-before:avoid;break-inside:avoid}.note p,.note ul{margin:2pt 0}
caption span{max-width:none}
svg{min-width:0}
table{font-size:7.5pt;line-height:1.3}
th,td{padding:1.5pt 5pt 1.5pt 0}
thead th,tbody th,.many thead th{min-width:0}
tbody th{white-space:nowrap}
.figures{grid-template-columns:repeat(4,1fr);gap:8pt}
.figures dd{font-size:1.3em}
.many{font-size:6.75pt}.many th,.many td{padding-right:3pt}.many tbody th{min-width:40mm;white-space:normal}.turned tbody th{white-space:nowrap}
.turned thead th.n{writing-mode:sideways-lr;text-align:left;max-height:36mm}
.definitions{columns:2;column-gap:8mm;font-size:8pt}.definitions dt{margin-top:8pt}.definitions div:first-child dt{margin-top:0}
tr,figure,.definitions div,.figures div{break-inside:avoid}
figure{max-width:105mm;margin:8pt 0}
.bar{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`

export const CONTENT_SECURITY_POLICY = contentSecurityPolicy(STYLE)
