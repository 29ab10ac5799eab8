// The script that starts servers is plain JavaScript, so that it runs without a build.
// @ts-expect-error it has no types
import { absence, startCluster } from '../../../scripts/opensearch-cluster.mjs'

/** Nodes of a cluster that was started for a test. */
export interface TestCluster {
  urls: string[]
  kill(at: number): Promise<void>
  restart(at: number): Promise<void>
  stop(): Promise<void>
}

/** Whether a server can be started here; says why not, and fails in CI. */
export function canStart(): boolean {
  const reason = absence() as string | undefined
  if (reason === undefined) return true
  if (process.env.CI === 'true') throw new Error(`OpenSearch cannot be started, which CI must be able to: ${reason}`)
  console.log(`skipped: OpenSearch cannot be started (${reason})`)
  return false
}

/** Starts so many nodes. */
export function cluster(count: number): Promise<TestCluster> {
  return startCluster(count) as Promise<TestCluster>
}
