import type { Command } from 'commander'
import type { Context } from '../context.js'

/** One command: adds itself to the program; loads what it works with only when it runs. */
export type CommandModule = (program: Command, context: Context) => void
