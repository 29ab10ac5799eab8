// Starts OpenSearch for tests: one node or several on this machine, each with its own folder, removed afterwards.
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** Version that tests run against. */
export const version = '2.19.1'
const artifact = `org.opensearch.distribution.integ-test-zip:opensearch:${version}:zip`
const unpacked = join(tmpdir(), `tiaoli-opensearch-${version}`)
/** A server refuses to run as the superuser; this is the user that nobody is. */
const nobody = 65_534

/** Folder of a server: that of OPENSEARCH_HOME, or the one that `install` unpacked; `undefined` where there is none. */
export function serverHome() {
  return [process.env.OPENSEARCH_HOME, unpacked].find((folder) => folder && existsSync(join(folder, 'lib')))
}

/** A Java that this version runs on; newer ones have no security manager, which it asks for. */
function javaCommand() {
  const machines = '/usr/lib/jvm'
  const homes = [
    process.env.OPENSEARCH_JAVA_HOME,
    ...(existsSync(machines) ? readdirSync(machines).map((name) => join(machines, name)) : [])
  ]
  const commands = ['java', ...homes.filter(Boolean).map((home) => join(home, 'bin', 'java'))]
  return commands.find((command) => {
    const major = Number(/version "(\d+)/.exec(String(spawnSync(command, ['-version']).stderr))?.[1])
    return major >= 11 && major < 24
  })
}

/** Why no server can be started here; `undefined` where one can. */
export function absence() {
  if (javaCommand() === undefined) return '没有 11 到 23 版的 java'
  if (serverHome() === undefined)
    return '没有 OpenSearch；运行 node scripts/start-opensearch.mjs --install，或者设 OPENSEARCH_HOME'
  return undefined
}

/** Fetches a server through Maven and unpacks it into the folder for temporary files. */
export function install() {
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:unpack'
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-unpack-'))
  try {
    run('mvn', ['-q', '-B', goal, `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`], { cwd: folder })
    rmSync(unpacked, { recursive: true, force: true })
    cpSync(join(folder, `opensearch-${version}`), unpacked, { recursive: true })
    readableByAll(unpacked)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return unpacked
}

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options })
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? `status ${status}`}`)
}

function readableByAll(folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) readableByAll(path)
    else chmodSync(path, 0o644)
  }
}

/** Starts so many nodes as one cluster and waits until it answers. */
export async function startCluster(count = 1) {
  const java = javaCommand()
  const home = serverHome()
  const root = mkdtempSync(join(tmpdir(), 'tiaoli-cluster-'))
  const ports = await freePorts(count * 2)
  const http = ports.slice(0, count)
  const transport = ports.slice(count)
  const nodes = http.map((_, at) => startNode({ java, home, root, at, http, transport }))
  const urlOf = (at) => `http://127.0.0.1:${http[at]}`
  const cluster = {
    urls: http.map((_, at) => urlOf(at)),
    /** Ends a node at once, as a failure would. */
    kill: (at) => end(nodes[at], 'SIGKILL'),
    /** Starts a node that has ended once more, on the data that it left. */
    restart: async (at) => {
      nodes[at] = startNode({ java, home, root, at, http, transport })
      await ready(urlOf(at), count, nodes[at], root)
    },
    stop: async () => {
      await Promise.all(nodes.map((node) => end(node, 'SIGKILL')))
      rmSync(root, { recursive: true, force: true })
    }
  }
  process.once('exit', () => {
    for (const node of nodes) if (node.exitCode === null) node.kill('SIGKILL')
  })
  try {
    await Promise.all(cluster.urls.map((url, at) => ready(url, count, nodes[at], root)))
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return cluster
}

function startNode({ java, home, root, at, http, transport }) {
  const own = join(root, `node-${at}`)
  const config = join(own, 'config')
  mkdirSync(config, { recursive: true })
  for (const file of ['jvm.options', 'log4j2.properties']) {
    if (existsSync(join(home, 'config', file))) cpSync(join(home, 'config', file), join(config, file))
  }
  const hosts = transport.map((port) => `127.0.0.1:${port}`)
  const alone = transport.length === 1
  const settings = [
    `cluster.name: tiaoli-test-${transport[0]}`,
    `node.name: node-${at}`,
    `path.data: ${join(own, 'data')}`,
    `path.logs: ${join(own, 'logs')}`,
    'network.host: 127.0.0.1',
    `http.port: ${http[at]}`,
    `transport.port: ${transport[at]}`,
    'bootstrap.memory_lock: false',
    'node.store.allow_mmap: false',
    'cluster.routing.allocation.disk.threshold_enabled: false',
    // Failures are to be noticed in seconds.
    'cluster.fault_detection.leader_check.interval: 500ms',
    'cluster.fault_detection.follower_check.interval: 500ms',
    alone
      ? 'discovery.type: single-node'
      : `discovery.seed_hosts: [${hosts.map((host) => `"${host}"`).join(', ')}]\ncluster.initial_cluster_manager_nodes: [${hosts.map((_, node) => `node-${node}`).join(', ')}]`
  ]
  writeFileSync(join(config, 'opensearch.yml'), `${settings.join('\n')}\n`)
  const superuser = process.getuid?.() === 0
  if (superuser) {
    chmodSync(root, 0o755)
    ownedByNobody(own)
  }
  const log = openSync(join(root, `node-${at}.log`), 'a')
  return spawn(
    java,
    [
      '-Xms400m',
      '-Xmx400m',
      // Ready sooner, for a life of minutes.
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      '-Djava.security.manager=allow',
      `-Dopensearch.path.home=${home}`,
      `-Dopensearch.path.conf=${config}`,
      '-Dopensearch.distribution.type=zip',
      '-Dopensearch.bundled_jdk=false',
      `-Djava.io.tmpdir=${own}`,
      '-cp',
      join(home, 'lib', '*'),
      'org.opensearch.bootstrap.OpenSearch'
    ],
    { cwd: own, stdio: ['ignore', log, log], ...(superuser && { uid: nobody, gid: nobody }) }
  )
}

function ownedByNobody(path) {
  chownSync(path, nobody, nobody)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) ownedByNobody(child)
    else chownSync(child, nobody, nobody)
  }
}

const startWithin = 180_000

async function ready(url, count, node, root) {
  const until = Date.now() + startWithin
  for (;;) {
    const health = await fetch(`${url}/_cluster/health`)
      .then((answer) => answer.json())
      .catch(() => undefined)
    if (health?.number_of_nodes === count && health.status !== 'red') return
    if (node.exitCode !== null || Date.now() > until) {
      const logs = readdirSync(root)
        .filter((name) => name.endsWith('.log'))
        .map((name) => readFileSync(join(root, name), 'utf8').slice(-1500))
      throw new Error(`OpenSearch did not start at ${url}:\n${logs.join('\n')}`)
    }
    await setTimeout(300)
  }
}

async function end(node, signal) {
  if (node.exitCode !== null || node.signalCode !== null) return
  const ended = new Promise((resolve) => node.once('exit', resolve))
  node.kill(signal)
  await ended
}

async function freePorts(count) {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((resolve, reject) => {
          const server = createServer()
          server.once('error', reject)
          server.listen(0, '127.0.0.1', () => resolve(server))
        })
    )
  )
  const ports = servers.map((server) => server.address().port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
