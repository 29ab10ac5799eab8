import { useState } from 'preact/hooks'
import type { PageName } from '../state/route.js'
import { formatRoute, goTo, route } from '../state/route.js'
import { language, type Theme, theme } from '../state/settings.js'
import { site } from '../state/site.js'
import { words } from '../wording.js'
import { helpOpen } from './key-help.js'

const pages: ['home' | 'library' | 'links', PageName[]][] = [
  ['home', ['home', 'draft', 'compare', 'findings', 'coverage']],
  ['library', ['library', 'instrument']],
  ['links', ['links']]
]

/** The head of every page: where things are, search, and how the page looks. */
export function Header() {
  const { page } = route.value
  const say = words.value
  return (
    <header class="site-head">
      <a class="brand" href={formatRoute('home')} title={say.app}>
        <span class="seal" aria-hidden="true">
          条
        </span>
        <span class="brand-name">{site.value.name}</span>
        <span class="visually-hidden">{say.app}</span>
      </a>
      <nav class="site-nav" aria-label={say.app}>
        {pages.map(([name, within]) => (
          <a key={name} href={formatRoute(name)} aria-current={within.includes(page) ? 'true' : undefined}>
            {say[name]}
          </a>
        ))}
      </nav>
      <SearchField />
      <div class="site-tools">
        <button type="button" onClick={() => print()}>
          {say.print}
        </button>
        <button
          type="button"
          onClick={() => {
            helpOpen.value = true
          }}
        >
          {say.help}
        </button>
        <label>
          <span class="visually-hidden">{say.themeLabel}</span>
          <select
            value={theme.value}
            onChange={(event) => {
              theme.value = event.currentTarget.value as Theme
            }}
          >
            {(['auto', 'light', 'dark'] as const).map((name) => (
              <option key={name} value={name}>
                {say.theme[name]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          lang={language.value === 'zh' ? 'en' : 'zh-Hans'}
          onClick={() => {
            language.value = language.value === 'zh' ? 'en' : 'zh'
          }}
        >
          {say.languageSwitch}
        </button>
      </div>
    </header>
  )
}

function SearchField() {
  const { page, query } = route.value
  const [written, write] = useState(query.get('q') ?? '')
  if (page === 'search') return null
  return (
    <search class="site-search">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          goTo(formatRoute('search', '', { q: written }))
        }}
      >
        <input
          type="search"
          value={written}
          placeholder={words.value.search}
          aria-label={words.value.search}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </form>
    </search>
  )
}
