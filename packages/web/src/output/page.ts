import { html } from '@tiaoli/report'

/** What a browser may load for the reading room; `connect` is needed to hear of changes from a local server. */
export function contentPolicy(connect: boolean): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ...(connect ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'"
  ].join('; ')
}

/** The one page of a reading room; everything in it is drawn by the script. */
export function indexPage(name: string, live: boolean): string {
  return html`<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(live)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="tiaoli">
<title>${name} · 条理阅览室</title>
<link rel="stylesheet" href="app.css">
</head>
<body>
<div id="app"></div>
<noscript><p>这个页面要用浏览器的脚本显示条文；没有任何内容从别处加载。</p></noscript>
<script src="app.js"></script>
<script src="data/site.js"></script>
</body>
</html>
`.html
}
