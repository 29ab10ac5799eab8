/** What is known about the text that is published. */
export interface PublishedFacts {
  title: string
  /** ISO day of this text. */
  date?: string
  /** Stage of a draft, such as 征求意见稿. */
  stage?: string
  version?: string
  kind?: string
}
