import type { Decision } from '@tiaoli/amend'
import { InputError } from '@tiaoli/workspace'
import type { Context } from '../context.js'
import { exitCodes } from '../exit-codes.js'
import { jsonMessage, messageLine } from '../messages.js'
import { deliver, refuseInputs, refuseOtherText, withForce } from '../output.js'
import type { CommandModule } from './command.js'

interface AmendOptions {
  out?: string
  force?: true
  json?: true
  title?: string
  effective?: string
}

/** `tiaoli amend read|apply|draft`: amendment decisions, read, carried out and written. */
export const amendCommand: CommandModule = (program, context) => {
  const { say } = context
  const amend = program
    .command('amend')
    .description(say({ zh: '读懂、执行或者起草修改决定', en: 'read, apply or write an amendment decision' }))
  const json = say({ zh: '输出 JSON', en: 'print JSON' })
  const out = say({ zh: '写入文件，而不是显示在屏幕上', en: 'write to a file' })
  amend
    .command('read')
    .argument('<decision>', say({ zh: '修改决定或者修正案', en: 'decision' }))
    .description(say({ zh: '把修改决定读成逐项的修改', en: 'list what a decision does' }))
    .option('--json', json)
    .action((decision: string, options: AmendOptions) => runRead(context, decision, options))
  const apply = amend
    .command('apply')
    .argument('<old>', say({ zh: '原文本', en: 'old text' }))
    .argument('<decision>', say({ zh: '修改决定或者修正案', en: 'decision' }))
    .description(say({ zh: '按修改决定改出新文本，条文和引用的序号随之调整', en: 'carry out a decision' }))
    .option('-o, --out <file>', out)
    .option(
      '--title <title>',
      say({ zh: '一个决定修改几部法规时，写明是哪一部', en: 'which of several amended instruments' })
    )
    .option('--json', json)
  withForce(apply, context).action((old: string, decision: string, options: AmendOptions) =>
    runApply(context, old, decision, options)
  )
  const draft = amend
    .command('draft')
    .argument('<old>', say({ zh: '原文本', en: 'old text' }))
    .argument('<new>', say({ zh: '新文本', en: 'new text' }))
    .description(
      say({ zh: '起草把原文本改成新文本的修改决定', en: 'write the decision that turns one text into another' })
    )
    .option('-o, --out <file>', out)
    .option('--effective <date>', say({ zh: '施行日期，例如“2027年1月1日”', en: 'day on which it takes effect' }))
    .option('--json', json)
  withForce(draft, context).action((old: string, next: string, options: AmendOptions) =>
    runDraft(context, old, next, options)
  )
}

async function runRead(context: Context, file: string, options: AmendOptions): Promise<void> {
  const [{ readText }, { readDecision }] = await Promise.all([import('@tiaoli/workspace'), import('@tiaoli/amend')])
  const { value, messages } = readDecision(readText(file).text)
  if (messages.length > 0) context.exit(exitCodes.findings)
  if (options.json) {
    return context.write(`${JSON.stringify({ file, ...value, messages: messages.map(jsonMessage) }, null, 2)}\n`)
  }
  await context.write(listed(value))
  for (const message of messages) context.note(messageLine(file, message))
}

function listed(decision: Decision): string {
  const lines = [decision.title ?? '（没有名称）']
  for (const { title, repealed, operations } of decision.amendments) {
    lines.push('', `《${title ?? '（没有写明）'}》${repealed ? '：废止' : `：${operations.length}项修改`}`)
    for (const [index, { words, line }] of operations.entries())
      lines.push(`${String(index + 1).padStart(4)}. ${words}（第${line}行）`)
  }
  if (decision.effective !== undefined) lines.push('', `施行：${decision.effective}`)
  return `${lines.join('\n')}\n`
}

async function runApply(context: Context, old: string, file: string, options: AmendOptions): Promise<void> {
  refuseInputs(options.out, [old, file])
  const [{ readDocument, readText }, { applyAmendment, readDecision }] = await Promise.all([
    import('@tiaoli/workspace'),
    import('@tiaoli/amend')
  ])
  const document = await readDocument(old)
  const { value: decision, messages } = readDecision(readText(file).text)
  const amendment = await chooseAmendment(decision, options.title ?? document.facts.title, file)
  const applied = applyAmendment(document.text, amendment)
  const { value: text } = applied
  if (messages.length > 0 || text === undefined) context.exit(exitCodes.findings)
  if (options.json) {
    const told = [...messages, ...applied.messages].map(jsonMessage)
    const written = text !== undefined && (await writeOut(context, text, options))
    const result = { file: old, decision: file, title: amendment.title, written, text, messages: told }
    return context.write(`${JSON.stringify(result, null, 2)}\n`)
  }
  for (const message of messages) context.note(messageLine(file, message))
  if (messages.length > 0)
    context.note(context.say({ zh: '以上内容没有执行，请人工处理。', en: 'the above was not carried out.' }))
  for (const message of applied.messages) context.note(messageLine(file, message))
  if (text !== undefined) return handOver(context, text, options)
  context.note(
    context.say({
      zh: '原文本与决定对不上，没有生成新文本。',
      en: 'the old text is not as the decision assumes; nothing was written.'
    })
  )
}

async function chooseAmendment(decision: Decision, title: string | undefined, file: string) {
  const { titleKey } = await import('@tiaoli/library')
  const { amendments } = decision
  const named =
    title === undefined
      ? []
      : amendments.filter((each) => each.title !== undefined && titleKey(each.title) === titleKey(title))
  const found = named[0] ?? (amendments.length === 1 ? amendments[0] : undefined)
  if (found !== undefined) return found
  const names = amendments.map((each) => `《${each.title}》`).join('、')
  throw new InputError('usage', {
    file,
    reason:
      amendments.length === 0
        ? { zh: '没有读出任何修改内容。', en: 'no amendment was found in it.' }
        : {
            zh: `这个决定修改${names}，看不出原文本是哪一部。`,
            en: `it amends ${names}; the old text is none of them.`
          },
    cure:
      amendments.length === 0
        ? {
            zh: '请确认它是修改决定，而且写在原文本之后。',
            en: 'check that it is a decision, named after the old text.'
          }
        : { zh: '请用 --title 写明名称。', en: 'name one with --title.' }
  })
}

async function runDraft(context: Context, old: string, next: string, options: AmendOptions): Promise<void> {
  refuseInputs(options.out, [old, next])
  const [{ readText }, { draftDecision }] = await Promise.all([import('@tiaoli/workspace'), import('@tiaoli/amend')])
  const drafted = draftDecision(
    readText(old).text,
    readText(next).text,
    options.effective === undefined ? {} : { effective: options.effective }
  )
  const { exact, exceptions, value: text } = drafted
  if (!exact) context.exit(exitCodes.findings)
  if (options.json) {
    const written = await writeOut(context, text, options)
    return context.write(`${JSON.stringify({ old, new: next, written, exact, exceptions, text }, null, 2)}\n`)
  }
  if (!exact) {
    const { formatAddress } = await import('regast')
    const places = exceptions.map((address) => formatAddress(address)).join('、')
    context.note(
      context.say({
        zh: `执行这个决定得不到完全相同的新文本，请核对：${places}`,
        en: `carrying it out does not give the new text exactly; see: ${places}`
      })
    )
  }
  await handOver(context, text, options)
}

/** Writes a text that people go on with: it takes the place of no other. */
async function handOver(context: Context, text: string, options: AmendOptions): Promise<void> {
  if (!(await writeOut(context, text, options))) await context.write(text)
}

/** Writes the text to the file that is asked for; says whether one was. */
async function writeOut(context: Context, text: string, options: AmendOptions): Promise<boolean> {
  if (options.out === undefined) return false
  refuseOtherText(options, text)
  await deliver(context, options.out, text)
  return true
}
