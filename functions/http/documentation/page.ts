import type {Answer} from '../../store/idempotency.ts'
import {contentSecurityPolicy} from '../page-style.ts'
import {type Html, html} from './html.ts'

/** Plain, after the manner of GOV.UK pages: one column, large text, black on white, visible focus. Nothing is fetched. */
const STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:1.125rem/1.5 system-ui,-apple-system,"Segoe UI",Arial,sans-serif;color:#0b0c0c;background:#fff}
header{background:#0b0c0c;color:#fff;border-bottom:10px solid #1d70b8}
header a,header a:visited{color:#fff;text-decoration:none;font-weight:700;font-size:1.5rem}
header div,main{max-width:62rem;margin:0 auto;padding:.75rem 1rem}
main{padding-bottom:4rem}
h1{font-size:2.5rem;line-height:1.1;margin:1.5rem 0}
h2{font-size:1.75rem;margin:3rem 0 1rem;border-top:2px solid #b1b4b6;padding-top:1rem}
h3{font-size:1.3rem;margin:2.5rem 0 .5rem}
h4{font-size:1.1rem;margin:1.5rem 0 .5rem}
a{color:#1d70b8}a:visited{color:#4c2c92}a:hover{color:#003078}
a:focus,summary:focus,pre:focus,div:focus{outline:3px solid transparent;background:#fd0;color:#0b0c0c;box-shadow:0 -2px #fd0,0 4px #0b0c0c}
.skip{position:absolute;left:-999em}.skip:focus{position:static;display:block;padding:.5rem 1rem}
code,pre{font-family:ui-monospace,Consolas,Menlo,monospace;font-size:.95em}
code{overflow-wrap:anywhere}
pre{background:#f3f2f1;padding:1rem;overflow:auto;max-height:30rem;font-size:.85rem;line-height:1.4}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:1rem}
caption{text-align:left;font-weight:700;padding:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem 1rem .4rem 0;border-bottom:1px solid #b1b4b6}
.method{display:inline-block;min-width:3.6em;padding:0 .5em;margin-right:.5em;background:#1d70b8;color:#fff;font-weight:700;text-align:center}
.method.get{background:#00703c}
.hint{color:#505a5f}
summary{cursor:pointer;color:#1d70b8;text-decoration:underline}
nav ul{columns:22rem 2;padding-left:1.2rem}
`

/** A page that needs nothing but itself: no script, no font, no image, no request. */
export const page = (title: string, content: Html): Answer => ({
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'public, max-age=300',
    'content-security-policy': contentSecurityPolicy(STYLE),
  },
  body: html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - Hearth</title>
<style>${{markup: STYLE}}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header><div><a href="/docs">Hearth</a></div></header>
<main id="content">
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`.markup,
})
