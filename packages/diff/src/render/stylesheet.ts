/** The style of a comparison page: wide columns on a screen, bold and struck-through text on paper. */
export const comparisonStylesheet = `
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#24211d;--soft:#6f6a62;--line:#d9d3c7;--accent:#9c2a22;
--new:#1f6b4f;--new-bg:#e3f1ea;--gone:#b3362a;--gone-bg:#fbeae7;--ref:#95610a;--band:#f2eee5;
--serif:"Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC","Songti SC","STSong","SimSun",serif;
--sans:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",system-ui,sans-serif}
@media(prefers-color-scheme:dark){:root{--paper:#1b1a18;--card:#232120;--ink:#e6e1d8;--soft:#a19a8e;--line:#3f3b35;--accent:#e58a7f;
--new:#7fd1ae;--new-bg:#1d3a2e;--gone:#ff9a8e;--gone-bg:#44241f;--ref:#e2ad57;--band:#2b2825}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.8 var(--serif)}
main{max-width:88rem;margin:0 auto;padding:2.4rem clamp(1rem,3vw,3rem) 5rem}
header{border-bottom:3px double var(--line);padding-bottom:1rem;margin-bottom:1.6rem}
h1{font-size:clamp(1.4rem,2.6vw,2rem);line-height:1.4;margin:0 0 .6rem;text-align:center;text-wrap:balance}
.summary{margin:.2rem 0;text-align:center;color:var(--soft);font:14.5px/1.7 var(--sans)}
.summary b{color:var(--accent);font-weight:600;margin-right:1em}
.legend{display:flex;flex-wrap:wrap;justify-content:center;gap:.2rem 1.8rem;margin:.6rem 0 0;font:14px/1.7 var(--sans)}
.filter{display:block;text-align:center;margin-top:.4rem;font:14px/1.7 var(--sans);color:var(--soft);cursor:pointer}
body:has(#only:checked) tr.unchanged{display:none}
ins{text-decoration:none;font-weight:700;color:var(--new);background:var(--new-bg);border-radius:2px}
del{text-decoration:line-through;text-decoration-thickness:1.5px;color:var(--gone);background:var(--gone-bg);border-radius:2px}
.reference{text-decoration:underline dotted 2px var(--ref);text-underline-offset:.25em}
.breaks{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--gone);border-radius:6px;padding:.6rem 1.2rem 1rem;margin-bottom:1.8rem;font:14.5px/1.75 var(--sans)}
.breaks h2{font-size:1.05rem;margin:.4rem 0}
.breaks ol{margin:0;padding-left:1.6em}
.breaks li{margin:.25rem 0}
.breaks li.ask{color:var(--soft)}
.breaks b{margin-right:.8em;color:var(--accent)}
.breaks .expected{margin-left:.8em;color:var(--new)}
table{border-collapse:collapse;width:100%;table-layout:fixed;background:var(--card)}
col.note{width:9.5rem}
th,td{border:1px solid var(--line);padding:.45rem .8rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead th{position:sticky;top:0;z-index:1;background:var(--band);text-align:center;font:600 14.5px/1.6 var(--sans)}
tr.heading th{background:var(--band);text-align:center;font-weight:700}
tr.heading.l1 th{font-size:1.08em}
tr.heading.l2 th,tr.heading.l3 th{font-weight:600;font-size:.96em}
tr.heading th.note{font:13px/1.7 var(--sans)}
td p{margin:0 0 .25rem;text-align:justify;text-indent:2em}
td p.indent{padding-left:2em}
td p.block{white-space:pre-wrap;text-indent:0}
b.no{font-family:var(--sans);font-weight:600;font-size:.95em}
td.gap{text-align:center;color:var(--soft);vertical-align:middle;font:14px/1.7 var(--sans)}
td.note{font:13px/1.65 var(--sans);color:var(--soft)}
.kind{display:table;font-weight:600;margin-bottom:.15rem;color:var(--ink)}
.step{display:block}.step+.step{margin-top:.4rem;border-top:1px dotted var(--line);padding-top:.3rem}.step i{display:block;font-style:normal;font-size:12px}
.added .kind{color:var(--new)}.deleted .kind{color:var(--gone)}
.modified .kind,.moved .kind,.split .kind,.merged .kind{color:var(--accent)}
tr.unchanged .kind,.renumbered>.kind{color:var(--soft);font-weight:400}
tr:target td{box-shadow:inset 3px 0 0 var(--accent)}
@media(max-width:48rem){col.note{width:5.5rem}th,td{padding:.35rem .45rem}body{font-size:15px}}
@page{size:A4 landscape;margin:16mm 14mm}
@media print{
:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#888;--band:#f0f0f0;--new:#000;--new-bg:transparent;--gone:#000;--gone-bg:transparent}
main{max-width:none;padding:0}body{font-size:10pt;line-height:1.6}
.filter{display:none}thead{display:table-header-group}thead th{position:static}
tr.heading{break-after:avoid}td p{orphans:2;widows:2}
col.note{width:28mm}
}
`
