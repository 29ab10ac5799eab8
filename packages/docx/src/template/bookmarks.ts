/** Names of the bookmarks around what a template prints in front of the draft and behind it; an import leaves it out. */
export const templateBookmarks = { head: 'tiaoli_head', tail: 'tiaoli_tail' } as const
