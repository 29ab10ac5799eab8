import { RenameError, RenumberError } from '@tiaoli/language-service'
import type { CancellationToken, RemoteConsole } from 'vscode-languageserver'
import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import type { RestWork } from './rest-work.js'

/** Answers requests so that a failure in one feature is the answer to that one request and nothing else; other work rests meanwhile. */
export function guard(console: Pick<RemoteConsole, 'error'>, rest: Pick<RestWork, 'touch'>) {
  return <Params, Result>(name: string, work: (params: Params) => Result | Promise<Result>) =>
    async (params: Params, token: CancellationToken): Promise<Result | ResponseError<never>> => {
      if (token.isCancellationRequested) return cancelled()
      rest.touch()
      try {
        const result = await work(params)
        return token.isCancellationRequested ? cancelled() : result
      } catch (error) {
        if (error instanceof RenameError || error instanceof RenumberError) {
          return new ResponseError<never>(LSPErrorCodes.RequestFailed, error.message)
        }
        const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
        console.error(`${name}: ${words}`)
        const code = error instanceof TypeError ? ErrorCodes.InvalidParams : ErrorCodes.InternalError
        return new ResponseError<never>(code, `条理处理“${name}”时出错，草案没有改动。`)
      } finally {
        rest.touch()
      }
    }
}

function cancelled(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, '请求已取消')
}
