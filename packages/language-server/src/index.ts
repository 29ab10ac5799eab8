export type { ServerHost, Settings, Surroundings } from './host.js'
export { comparisonRequest, coverageRequest, relatedClausesRequest } from './requests.js'
export { startServer } from './server.js'
export { startStdioServer } from './stdio.js'
