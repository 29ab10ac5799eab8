import { effect, signal } from '@preact/signals'

export type Language = 'zh' | 'en'
export type Theme = 'auto' | 'light' | 'dark'

/** Language of everything that does not come from a text. */
export const language = signal<Language>(stored('language') === 'en' ? 'en' : 'zh')
export const theme = signal<Theme>(themeOf(stored('theme')))
/** Whether single keys do something. */
export const shortcuts = signal(stored('shortcuts') !== 'off')

/** Keeps the settings, and shows the page in them. */
export function applySettings(): void {
  effect(() => {
    store('language', language.value)
    document.documentElement.lang = language.value === 'zh' ? 'zh-Hans' : 'en'
  })
  effect(() => {
    store('theme', theme.value)
    document.documentElement.dataset.theme = theme.value
  })
  effect(() => store('shortcuts', shortcuts.value ? 'on' : 'off'))
}

function themeOf(value: string | null): Theme {
  return value === 'light' || value === 'dark' ? value : 'auto'
}

/** A page opened from a file, or in a private window, may be refused any storage. */
function stored(name: string): string | null {
  try {
    return localStorage.getItem(`tiaoli-${name}`)
  } catch {
    return null
  }
}

function store(name: string, value: string): void {
  try {
    localStorage.setItem(`tiaoli-${name}`, value)
  } catch {
    // Then the setting holds for this page alone.
  }
}
