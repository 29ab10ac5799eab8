import fc from 'fast-check'

// Where a change is judged, and where somebody tries whether all is well, the same cases are drawn each time. While working, new ones.
const seed = process.env.TIAOLI_SEED ?? (process.env.CI === 'true' ? '1921' : undefined)
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) })
