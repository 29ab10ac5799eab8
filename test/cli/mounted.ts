import { spawn, spawnSync } from 'node:child_process'

/** Ways to a file system of one's own: as root, and as anybody where the kernel lets people have name spaces. */
const ways = [
  ['unshare', '--mount'],
  ['unshare', '--map-root-user', '--mount']
] as const
let found: readonly string[] | undefined

/** The command line that runs a shell in which `mount` is permitted; `undefined`, after saying so, where it is not. */
export function mountable(use: string): readonly string[] | undefined {
  found ??= ways.find((way) => {
    const [program, ...options] = way
    const { status } = spawnSync(program, [...options, 'sh', '-c', 'mount -t tmpfs -o size=64k tmpfs /mnt'], {
      stdio: 'ignore'
    })
    return status === 0
  })
  if (found === undefined) console.warn(`skipped, because nothing can be mounted here: ${use}`)
  return found
}

/** Runs a shell script where `mount` is permitted; resolves with what it printed. What it mounts is gone afterwards. */
export function inMounts(
  way: readonly string[],
  script: string,
  env: Record<string, string>
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const [program, ...options] = way
  const child = spawn(program!, [...options, 'sh', '-c', script], {
    env: { ...process.env, NO_COLOR: '1', TIAOLI_LANG: '', ...env }
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => (stdout += String(chunk)))
  child.stderr.on('data', (chunk) => (stderr += String(chunk)))
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })))
}
