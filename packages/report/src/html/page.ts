import type { Language } from '../wording.js'
import { html, type Markup, Markup as Trusted } from './markup.js'

/** What a page is besides its body. */
export interface PageFacts {
  title: string
  /** Style sheets, one after the other. */
  style: string
  language?: Language
  /** Colour schemes that the style sheet has; none where it knows paper only. */
  schemes?: 'light dark'
}

/** A self-contained page without scripts: nothing in it loads anything or runs, which its policy makes sure of. */
export function htmlPage({ title, style, language = 'zh', schemes }: PageFacts, body: Markup): string {
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="tiaoli">
${schemes !== undefined && html`<meta name="color-scheme" content="${schemes}">\n`}<title>${title}</title>
<style>${new Trusted(style)}</style>
</head>
<body>
${body}</body>
</html>
`.html
}
