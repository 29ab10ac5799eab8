import { render } from 'preact'
import type { SiteIndex } from '../model/site.js'
import { App } from './app.js'
import { followKeys } from './parts/keys.js'
import { onData, receiveData } from './state/data.js'
import { followAddress } from './state/route.js'
import { applySettings } from './state/settings.js'
import { followChanges, site } from './state/site.js'
import './style/tokens.css'
import './style/shell.css'
import './style/text.css'
import './style/pages.css'
import './style/compare.css'
import './style/graph.css'
import './style/print.css'

receiveData()
applySettings()
followAddress()
followKeys()
let begun = false
onData<SiteIndex>('site', (index) => {
  site.value = index
  if (begun) return
  begun = true
  if (index.live) followChanges()
  render(<App />, document.getElementById('app')!)
})
