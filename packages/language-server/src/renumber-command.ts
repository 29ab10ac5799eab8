import type { LanguageService, RenumberCommand } from '@tiaoli/language-service'
import { renumberCommandPrefix } from '@tiaoli/language-service'
import { type Connection, type ExecuteCommandParams, MessageType, type Position } from 'vscode-languageserver'
import type { Client } from './client.js'

/** Carries out a command that renumbers: asks the editor for one edit of all drafts, and says what it could not settle. */
export async function runRenumberCommand(
  connection: Connection,
  client: Client,
  service: LanguageService,
  { command, arguments: given = [] }: ExecuteCommandParams
): Promise<null> {
  const [uri, position] = given as [string, Position]
  const done = service.renumber(uri, command.slice(renumberCommandPrefix.length) as RenumberCommand, position)
  if (done === undefined) return null
  const { changes, numbers, references, warnings } = done
  if (Object.keys(changes).length === 0) {
    client.tell(MessageType.Info, '条号已经连续，没有需要调整的地方。')
    return null
  }
  const { applied } = await connection.workspace.applyEdit({ edit: { changes } })
  if (!applied) return null
  const words = `调整了 ${numbers} 个编号、${references} 处引用。`
  if (warnings.length === 0) client.tell(MessageType.Info, words)
  else {
    const first = warnings.slice(0, 3).join('；')
    client.tell(MessageType.Warning, `${words}另有 ${warnings.length} 处请人工核对：${first}`)
  }
  return null
}
