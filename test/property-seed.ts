import fc from 'fast-check'

// Where a change is judged, the judgement is about the change: the same cases are drawn each time. Elsewhere every run draws new ones.
if (process.env.CI === 'true') fc.configureGlobal({ seed: 1921 })
