// What the two commands of the README share: finding pnpm, installing, building. Only Node and npm are assumed.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs a program in the project's folder with its output shown; ends this process where it fails. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    // npm and npx are batch files on Windows, which only a shell starts.
    shell: process.platform === 'win32' && program !== process.execPath,
    ...options
  })
  if (error) {
    console.error(`无法运行 ${program}：${error.message}`)
    process.exit(2)
  }
  return status ?? 1
}

/** Installs the dependencies with the pinned pnpm and builds. */
export function setUp() {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const wanted = manifest.engines.node.replace('>=', '').split('.').map(Number)
  const found = process.versions.node.split('.').map(Number)
  if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
    console.error(
      `需要 Node.js ${manifest.engines.node.replace('>=', '')} 以上，现在是 ${process.versions.node}。请升级 Node.js 后再试。`
    )
    process.exit(2)
  }
  console.error('正在安装依赖（第一次需要联网，约一分钟）……')
  const install = spawnSync('npx', ['--yes', manifest.packageManager, 'install', '--frozen-lockfile'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32'
  })
  if (install.status !== 0) {
    console.error(`${install.stdout ?? ''}${install.stderr ?? ''}${install.error?.message ?? ''}`)
    console.error('依赖没有装上，原因见上。多半是网络不通（需要能访问 npm 软件源）；网络恢复后再运行一次即可。')
    process.exit(install.status ?? 2)
  }
  console.error('正在构建……')
  const built = run(process.execPath, ['scripts/build.mjs'])
  if (built !== 0) process.exit(built)
}
