/** The style of the page: a book page with marginal notes on a screen, plain black on paper in print. */
export const stylesheet = `
:root{color-scheme:light dark;
--paper:#fbfaf7;--card:#fff;--ink:#24211d;--soft:#6f6a62;--line:#e4dfd5;--accent:#9c2a22;
--resolved:#28705c;--dangling:#c0281c;--superseded:#885708;--ambiguous:#7a3fa6;--unknown:#2a64a0;
--serif:"Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC","Songti SC","STSong","SimSun",serif;
--sans:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",system-ui,sans-serif}
@media(prefers-color-scheme:dark){:root{
--paper:#1b1a18;--card:#262421;--ink:#e6e1d8;--soft:#a19a8e;--line:#3a3732;--accent:#e58a7f;
--resolved:#6fc3a6;--dangling:#ff8a7d;--superseded:#e2ad57;--ambiguous:#c79bee;--unknown:#86b8ee}}
*{box-sizing:border-box}
html{scroll-padding-top:1.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.85 var(--serif);display:grid;grid-template-columns:17rem minmax(0,1fr)}
a{color:inherit;text-decoration:none}
a:hover{text-decoration:underline}
h1,h2,h3,.heading{line-height:1.4;font-weight:700;text-wrap:balance}
nav{border-right:1px solid var(--line);font:13px/1.6 var(--sans)}
nav .inner{position:sticky;top:0;max-height:100vh;overflow-y:auto;padding:1.6rem 1.1rem 2rem 1.4rem;scrollbar-width:thin}
nav .home{display:block;font-weight:700;font-size:14px;line-height:1.5;margin-bottom:.9rem;color:var(--accent)}
nav ul.jump{list-style:none;margin:0 0 1.1rem;padding:0 0 .9rem;border-bottom:1px solid var(--line)}
nav ul.jump a{display:flex;justify-content:space-between}
nav ul.jump b{font-weight:500;color:var(--soft)}
.nav-heading{display:block;margin:.75rem 0 .2rem;font-weight:600}
.nav-section .nav-section .nav-heading{font-weight:400;margin:.4rem 0 .1rem;color:var(--soft)}
.numbers{margin:0;display:flex;flex-wrap:wrap;gap:2px}
.numbers a{min-width:1.75rem;text-align:center;border-radius:4px;color:var(--soft);font-variant-numeric:tabular-nums;font-size:12px;line-height:1.6rem}
.numbers a:hover{background:var(--line);color:var(--ink);text-decoration:none}
.numbers a.check{color:var(--dangling);font-weight:700;background:color-mix(in srgb,var(--dangling) 12%,transparent)}
main{padding:2.6rem clamp(1.2rem,4vw,4rem) 6rem;max-width:74rem}
header{border-bottom:3px double var(--line);padding-bottom:1.6rem;margin-bottom:2.2rem}
.eyebrow{margin:0;font:600 13px/1.6 var(--sans);letter-spacing:.08em;color:var(--accent)}
.fact{margin-left:.8em;padding:.1em .7em;border:1px solid var(--line);border-radius:99px;color:var(--soft);font-weight:400;letter-spacing:0}
h1{font-size:clamp(1.5rem,3.2vw,2.2rem);margin:.4rem 0 .6rem}
.summary{margin:0 0 1rem;color:var(--soft)}
.bar{display:flex;gap:2px;height:10px;border-radius:5px;overflow:hidden;background:var(--line)}
.bar i{display:block;min-width:4px;background:var(--c)}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;margin:.6rem 0 0;padding:0;font:13px/1.6 var(--sans)}
.legend li::before{content:"";display:inline-block;width:.7em;height:.7em;border-radius:2px;background:var(--c);margin-right:.45em}
.resolved{--c:var(--resolved)}.dangling{--c:var(--dangling)}.superseded{--c:var(--superseded)}
.ambiguous{--c:var(--ambiguous)}.unknown-instrument{--c:var(--unknown)}
h2{font-size:1.25rem;margin:2.6rem 0 .8rem;padding-left:.6rem;border-left:4px solid var(--accent)}
.hint,.fine{font:14px/1.7 var(--sans);color:var(--soft);margin:.2rem 0 1rem}
.fine::before{content:"✓ ";color:var(--resolved);font-weight:700}
ol.problems{list-style:none;margin:0;padding:0;display:grid;gap:.6rem}
ol.problems li{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--c);border-radius:6px;padding:.6rem 1rem;font:14px/1.7 var(--sans)}
.problems .where{font-weight:700;color:var(--accent)}
.problems .line{color:var(--soft);font-size:12px;margin:0 .5em}
.problems q{font-family:var(--serif);font-size:15px;quotes:"“" "”"}
ol.hits{margin:0;padding-left:1.8rem;font:14px/1.8 var(--sans)}
.hits .where{font-weight:700;color:var(--accent)}
.hits q{font-family:var(--serif);font-size:15px;quotes:"“" "”"}
mark{background:color-mix(in srgb,var(--accent) 20%,transparent);color:inherit;border-radius:2px}
.badge{display:inline-block;font:600 11.5px/1.5 var(--sans);color:var(--c);border:1px solid var(--c);border-radius:3px;padding:0 .45em;margin-right:.5em;white-space:nowrap}
.reason{display:block;color:var(--soft)}
.scroll{overflow-x:auto}
.picture svg{width:100%;height:auto;border:1px solid var(--line);border-radius:6px}
@media screen and (max-width:56rem){.picture{overflow-x:auto}.picture svg{width:auto;max-width:56rem}}
table.narrow{width:auto;min-width:24rem}
table{border-collapse:collapse;font:14px/1.6 var(--sans);width:100%}
td,th{padding:.35rem .7rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{font-weight:600;color:var(--soft);white-space:nowrap;border-bottom:2px solid var(--line)}
tbody th{font-weight:500}
@media screen{.scroll tbody th{min-width:9em}.scroll td:not(.n,:empty){min-width:6em}}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td.n[class*=" "]{color:var(--c,var(--soft));font-weight:600}
td.date{white-space:nowrap}
.filters{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;font:14px/1.6 var(--sans);color:var(--soft);margin-bottom:.8rem}
.filters select{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:4px;padding:.1rem .3rem;max-width:min(24rem,80vw)}
.heading{display:flow-root}
.heading.h3{font-size:1.3rem;text-align:center;margin:3rem 0 1.4rem;max-width:40rem}
.heading.h4{font-size:1.08rem;text-align:center;margin:2rem 0 1rem;max-width:40rem}
.heading.h5,.heading.h6{font-size:1rem;text-align:center;margin:1.6rem 0 .8rem;max-width:40rem}
.heading .no{margin-right:.5em}
.heading .in{font-size:12px;font-weight:400}
.unit{display:grid;grid-template-columns:minmax(0,40rem) minmax(0,17rem);gap:0 2.2rem;padding:.35rem 0;border-radius:6px}
.unit:target{background:color-mix(in srgb,var(--accent) 7%,transparent)}
.unit.check>.text{box-shadow:-3px 0 0 var(--dangling);padding-left:.8rem;margin-left:-.8rem}
.text p{margin:0 0 .3rem;text-align:justify;text-indent:2em}
.text p:target{background:color-mix(in srgb,var(--accent) 14%,transparent);border-radius:4px}
.text p.note{text-indent:0;text-align:center;color:var(--soft);font-size:15px}
.text p.indent{padding-left:2em}
.text table{margin:.6rem 0}
b.no{font-family:var(--sans);font-weight:600;font-size:.95em}
p.point b.no,p.indent b.no{font-family:inherit;font-weight:400;font-size:1em}
.ref{position:relative;text-indent:0}
.ref>a,.ref>span:first-child{text-decoration:underline;text-decoration-color:color-mix(in srgb,var(--c) 55%,transparent);text-underline-offset:.28em;text-decoration-thickness:1.5px}
.ref.routine>:first-child{text-decoration:none}
.ref.routine:hover>:first-child{text-decoration:underline dotted}
.ref>a:hover,.ref>a:focus-visible{color:var(--c);outline:none}
.ref:not(.resolved)>:first-child{color:var(--c);text-decoration-style:wavy;text-decoration-thickness:1px}
.ref:target>:first-child{background:color-mix(in srgb,var(--c) 25%,transparent)}
.card{display:none;position:absolute;z-index:9;left:0;top:100%;width:min(23rem,70vw);background:var(--card);border:1px solid var(--line);border-radius:8px;box-shadow:0 6px 24px rgb(0 0 0/.16);padding:.6rem .9rem;font:13px/1.65 var(--sans);text-align:left;white-space:normal}
.ref:hover>.card,.ref:focus-within>.card{display:block}
.card .target{display:block}
.card .target+.target{border-top:1px solid var(--line);margin-top:.5rem;padding-top:.5rem}
.card .target>:first-child{font-weight:600;margin-right:.6em}
.resolved>.card .badge{border:0;padding:0}
.card .topic{display:block}
.card .excerpt{display:block;font-family:var(--serif);color:var(--soft)}
aside{font:12.5px/1.6 var(--sans);color:var(--soft);padding-top:.45rem}
.what{float:left;width:3.4em;font-size:11.5px}
aside ul,.heading .in ul{list-style:none;margin:0 0 .3rem 3.4em;padding:0}
aside li a,aside li>span:first-child{color:var(--c,var(--soft))}
aside li a{text-decoration:underline;text-decoration-color:color-mix(in srgb,currentcolor 45%,transparent);text-underline-offset:.25em}
aside .topic{margin-left:.5em}
.in ul{display:flex;flex-wrap:wrap;gap:0 .7em}
.heading .in{color:var(--soft);font-family:var(--sans);display:flex;justify-content:center}
.heading .in .what{float:none}
.heading .in ul{margin:0}
.instrument h3{font-size:1.02rem;margin:1.5rem 0 .4rem}
.instrument h3 span{font:400 12.5px/1.6 var(--sans);color:var(--soft);margin-left:.9em}
.instrument:target>h3,dl>div:target{background:color-mix(in srgb,var(--accent) 10%,transparent)}
dl{margin:0;font:14px/1.65 var(--sans)}
dl>div{display:grid;grid-template-columns:11rem minmax(0,3fr) minmax(0,2fr);gap:0 1rem;padding:.3rem 0;border-bottom:1px solid var(--line)}
dt{font-weight:500}
dd{margin:0}
dd .excerpt{display:block;font-family:var(--serif);color:var(--soft)}
dd.from{color:var(--soft);font-size:12.5px}
@media(max-width:75rem){.unit{grid-template-columns:minmax(0,40rem)}aside{padding:0 0 .4rem 2.4rem}}
@media(max-width:56rem){body{grid-template-columns:minmax(0,1fr)}nav{border:0;border-bottom:1px solid var(--line)}nav .inner{position:static;max-height:16rem}dl>div{grid-template-columns:minmax(0,1fr)}}
@page{size:A4;margin:22mm 20mm 20mm;@bottom-center{content:counter(page);font:9pt var(--serif)}}
@media print{
:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb}
body{display:block;font-size:10.5pt;line-height:1.7}
nav,.filters,.card{display:none!important}
main{padding:0;max-width:none}
h1{font-size:18pt}h2{font-size:13pt;break-after:avoid}
.heading{break-after:avoid;break-inside:avoid}
.heading.h3,.heading.h4,.heading.h5,.heading.h6{max-width:none}
#picture{break-inside:avoid}
.unit{display:block;break-inside:avoid}
.text p{orphans:2;widows:2}
aside{font-size:8.5pt;padding:0 0 0 2em}
table.data{font-size:8.5pt}
table.data td,table.data th{padding:.2rem .35rem}
table.data thead th{white-space:normal;min-width:3.2em}
table.data tbody th{min-width:19em}
dl{font-size:9pt}
.unit.check>.text{box-shadow:none;padding:0;margin:0}
ol.problems li,dl>div,tr{break-inside:avoid}
#text,#cited{break-before:page}
.bar,.legend li::before,.badge{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`
