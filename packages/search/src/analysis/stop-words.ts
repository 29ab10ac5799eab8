const list = `
的 了 吗 呢 吧 啊 么 之 其 及 与 和 或 或者 以及 并 并且 而 且 也 都 就 才 又 还 再 很 最 更 被 把 将 让 给 对 对于 关于 向 从 自 由 于 在 到 至 按 按照 依 依照 根据
是 是不是 不是 有 有没有 没有 无 要 要不要 需要 需不需要 应当 应该 应 须 必须 可 可以 可不可以 能 能不能 能否 是否 会 会不会 得 不得 该 算 算不算 叫 做 进行 予以
什么 怎么 怎样 怎么办 怎么样 如何 哪 哪些 哪个 哪种 哪里 谁 多少 几 多久 多长 多长时间 何时 为什么 情况 情形 有关 相关 规定 条文 法条 请问 我 我们 你 他 她 他们 人家
个 些 种 这 那 这个 那个 这些 那些 一个 一些 一定 所 所有 各 每 等 等等 上 下 里 中 内 外 时 时候 后 之后 以后 前 以前 想 问 知道 啥 咋 咋办 呀 条 款 项
以 为 不 用 去 来 过 着 只 同 跟 向 因 因为 所以 如果 的话 要求 方面 问题 下列 本 此 即 若 凡 例如 比如 包括 属于 具有
`

/** Words of questions and of grammar that say nothing about a subject; left out of queries, never out of phrases. */
export const stopWords: ReadonlySet<string> = new Set(list.split(/\s+/).filter((word) => word !== ''))
