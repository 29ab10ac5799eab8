/** The style of a published draft: a page of a statute book on a screen, and on paper. */
export const stylesheet = `
:root{color-scheme:light dark;--ink:#222;--soft:#666;--line:#ddd;--accent:#9c2a22}
@media(prefers-color-scheme:dark){:root{--ink:#e6e1d8;--soft:#a19a8e;--line:#3a3732;--accent:#e58a7f}}
body{margin:0 auto;max-width:62rem;padding:2rem 1.2rem 5rem;color:var(--ink);font:17px/1.85 "Source Han Serif SC","Noto Serif CJK SC","Songti SC",SimSun,serif;display:grid;grid-template-columns:minmax(0,14rem) minmax(0,40rem);gap:0 3rem}
body>main:only-child{grid-column:1/-1}
nav{font-size:14px;line-height:1.7}
nav>ul{position:sticky;top:1rem;max-height:95vh;overflow-y:auto;margin:0}
nav ul{list-style:none;padding-left:0}
nav ul ul{padding-left:1em}
nav a{color:var(--soft);text-decoration:none}
h1{font-size:1.7rem;line-height:1.4;text-align:center;margin:.5rem 0}
h2,h3,h4,h5,h6{font-size:1.05rem;text-align:center;margin:2.2rem 0 1rem}
h2{font-size:1.2rem}
.caption{text-align:left}
.note,.facts{text-align:center;color:var(--soft);font-size:15px}
p{margin:.2rem 0;text-indent:2em;text-align:justify}
.note,.facts{text-indent:0}
.indent{padding-left:2em}
.signature{text-align:right;text-indent:0;padding-right:4em}
.announcement{text-align:left}
.more{text-indent:5em}
a{color:inherit;text-decoration-color:var(--soft);text-underline-offset:.25em}
.reference{border-bottom:1px dotted var(--soft)}
.unsure{border-bottom:1px dashed var(--accent)}
:target{background:color-mix(in srgb,var(--accent) 12%,transparent)}
table{border-collapse:collapse;margin:.8rem 0;width:100%;font-size:15px}
td,th{border:1px solid var(--line);padding:.3rem .6rem;text-align:left}
.right{text-align:right}
.center{text-align:center}
@media(max-width:50rem){body{display:block}nav{border-bottom:1px solid var(--line);margin-bottom:1.5rem}nav>ul{position:static;max-height:none}}
@page{size:A4;margin:25mm 24mm}
@media print{:root{--ink:#000;--soft:#333}body{display:block;max-width:none;padding:0;font-size:12pt}nav{display:none}h2,h3,.caption{break-after:avoid}p{orphans:2;widows:2}a{text-decoration:none}.reference,.unsure{border:0}}
`
