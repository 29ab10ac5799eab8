// Starts OpenSearch for tests and trials, until it is interrupted.
//
//   node scripts/start-opensearch.mjs --install        fetches a server through Maven, once
//   node scripts/start-opensearch.mjs [--nodes N]      starts N nodes (1) and prints their addresses
import { absence, install, serverHome, startCluster } from './opensearch-cluster.mjs'

const args = process.argv.slice(2)
if (args.includes('--install')) {
  console.log(`OpenSearch is in ${serverHome() ?? install()}`)
  process.exit(0)
}
const reason = absence()
if (reason !== undefined) {
  console.error(reason)
  process.exit(1)
}
const count = args.includes('--nodes') ? Number(args[args.indexOf('--nodes') + 1]) : 1
const cluster = await startCluster(count)
console.log(cluster.urls.join('\n'))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void cluster.stop().then(() => process.exit(0)))
