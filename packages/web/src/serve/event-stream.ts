import type { ServerResponse } from 'node:http'

const heartbeatMilliseconds = 25_000

/** Open pages that want to hear of changes, by server-sent events. */
export class EventStream {
  private readonly pages = new Set<ServerResponse>()
  private readonly heartbeat = setInterval(() => this.write(': here\n\n'), heartbeatMilliseconds).unref()

  /** Keeps a response open for events. */
  open(response: ServerResponse, headers: Record<string, string>): void {
    response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream; charset=utf-8' })
    response.write('retry: 1000\n\n')
    this.pages.add(response)
    response.on('close', () => this.pages.delete(response))
  }

  /** Tells every open page that something happened. */
  send(event: string): void {
    this.write(`event: ${event}\ndata: 1\n\n`)
  }

  close(): void {
    clearInterval(this.heartbeat)
    for (const page of this.pages) page.end()
    this.pages.clear()
  }

  private write(text: string): void {
    for (const page of this.pages) page.write(text)
  }
}
