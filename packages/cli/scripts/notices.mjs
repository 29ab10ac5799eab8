// The licences of the libraries that a bundle holds.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The notices for the packages that these files belong to, those of the project aside. */
export function notices(folder, files) {
  const packages = new Map()
  for (const file of files) {
    const place = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(resolve(folder, file))?.[0]
    if (place === undefined || file.startsWith('node:')) continue
    const manifest = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
    packages.set(`${manifest.name} ${manifest.version}`, { manifest, place })
  }
  return [...packages]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([title, { manifest, place }]) => {
      const name = manifest.license ?? manifest.licenses?.map(({ type }) => type).join(' or ')
      if (name === undefined) throw new Error(`${title}: no licence`)
      return `${title} (${name})\n\n${licenceOf(place) ?? `${authorOf(manifest)}. Licensed under ${name}.`}\n`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}

function licenceOf(place) {
  const name = readdirSync(place).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry))
  return name === undefined ? undefined : readFileSync(join(place, name), 'utf8').trim()
}

function authorOf({ author, name }) {
  return (typeof author === 'string' ? author : author?.name) ?? `The authors of ${name}`
}
