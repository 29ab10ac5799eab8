/** The server cannot be reached, refuses, or has lost part of what was asked; the message is Chinese. */
export class SearchServerError extends Error {
  override name = 'SearchServerError'
}
