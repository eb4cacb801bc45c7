import {createHash} from 'node:crypto'

/** What pages to read and print have in common, from 320 px up and on paper: black on white, visible focus, nothing fetched. */
export const PAGE_STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Arial,sans-serif;color:#0b0c0c;background:#fff}
.top{background:#0b0c0c;color:#fff;border-bottom:8px solid #1d70b8}
.top p,main{max-width:74rem;margin:0 auto;padding:.6rem 1rem}
.top p{font-weight:700}
main{padding-bottom:4rem}
h1{font-size:2.25rem;line-height:1.15;margin:1.5rem 0 .5rem}
h2{font-size:1.5rem;line-height:1.25;margin:3rem 0 .5rem;padding-top:1rem;border-top:2px solid #b1b4b6}
.lead{font-size:1.2rem;margin-top:0}
a{color:#1d70b8;text-underline-offset:.12em}a:visited{color:#4c2c92}a:hover{color:#003078}
a:focus,.wide:focus{outline:3px solid transparent;background:#fd0;color:#0b0c0c;box-shadow:0 -2px #fd0,0 4px #0b0c0c}
.wide:focus{background:none;box-shadow:0 0 0 3px #0b0c0c,0 0 0 6px #fd0}
.skip{position:absolute;left:-999em}.skip:focus{position:static;display:block;padding:.5rem 1rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;min-width:100%;font-size:.9375rem;line-height:1.35}
caption{text-align:left;font-weight:700;padding:.25rem 0 .5rem}
th,td{text-align:left;vertical-align:top;border-bottom:1px solid #b1b4b6}
thead th{vertical-align:bottom;border-bottom:2px solid #0b0c0c}
tbody th{font-weight:400}
.n{text-align:right;font-variant-numeric:tabular-nums}
@media print{
.skip{display:none}
.top{background:none;color:#000;border-bottom:2pt solid #000}
main,.top p{max-width:none;padding-left:0;padding-right:0}
.wide{overflow:visible}
a{color:#000;text-decoration:none}
}
`

/** For a page that holds a style in one element and nothing that runs or is fetched. */
export const contentSecurityPolicy = (style: string): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
