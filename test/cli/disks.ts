import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** What is wrong with a disk. */
export type Trouble = 'full' | 'read-only'

/** Ways to a file system of one's own: as root, and as anybody where the kernel lets people have name spaces. */
const ways = [
  ['unshare', '--mount'],
  ['unshare', '--map-root-user', '--mount']
] as const
const found = ways.find((way) => {
  const [program, ...options] = way
  const { status } = spawnSync(program, [...options, 'sh', '-c', 'mount -t tmpfs -o size=64k tmpfs /mnt'], {
    stdio: 'ignore'
  })
  return status === 0
})

/** How a disk in trouble is had: errors of the system put into the command work everywhere, mounted disks where permitted. */
export const disks: readonly ('put in' | 'mounted')[] = found === undefined ? ['put in'] : ['put in', 'mounted']
if (found === undefined) console.log('nothing can be mounted here: errors of full and read-only disks are only put in')

/** The environment in which the command finds a folder on a disk in trouble, nothing being mounted. */
export function troubled(folder: string, trouble: Trouble): Record<string, string> {
  const module = pathToFileURL(fileURLToPath(new URL('failing-disk.mjs', import.meta.url))).href
  return {
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import ${module}`,
    FAILING_FOLDER: folder,
    FAILING_CODE: trouble === 'full' ? 'ENOSPC' : 'EROFS'
  }
}

const mounts: Record<Trouble, string> = {
  full: `mkdir /tmp/full.$$ && mount -t tmpfs -o size=256k tmpfs /tmp/full.$$ && cp -r "$FOLDER"/. /tmp/full.$$ && cd /tmp/full.$$ || exit 99
    dd if=/dev/zero of=filler bs=1k count=512 2>/dev/null`,
  'read-only': 'mount --bind "$FOLDER" "$FOLDER" && mount -o remount,bind,ro "$FOLDER" && cd "$FOLDER" || exit 99'
}

/** Runs a shell script in a folder on a disk in trouble; resolves with what it printed. */
export function onDisk(
  how: (typeof disks)[number],
  trouble: Trouble,
  folder: string,
  script: string,
  env: Record<string, string>
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const mounted = how === 'mounted'
  const [program, ...options] = mounted ? [...found!, 'sh', '-c'] : ['sh', '-c']
  const whole = `${mounted ? mounts[trouble] : 'cd "$FOLDER" || exit 99'}
    ${script}
    cd /; [ -d /tmp/full.$$ ] && umount /tmp/full.$$ && rmdir /tmp/full.$$; exit 0`
  const child = spawn(program!, [...options, whole], {
    env: {
      ...process.env,
      NO_COLOR: '1',
      TIAOLI_LANG: '',
      FOLDER: folder,
      ...env,
      ...(mounted ? {} : troubled(folder, trouble))
    }
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => (stdout += String(chunk)))
  child.stderr.on('data', (chunk) => (stderr += String(chunk)))
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })))
}
