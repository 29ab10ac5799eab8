/**
 * Settings and fields of an index. Terms come cut as all engines cut them, so that the server analyses nothing; a term
 * is there or not, and its weight is the query's.
 */
export function indexBody(settings: { shards: number; replicas: number }) {
  return {
    settings: {
      number_of_shards: settings.shards,
      number_of_replicas: settings.replicas,
      // A change is to be seen when it has been acknowledged, which refreshes by itself.
      refresh_interval: '30s'
    },
    mappings: {
      dynamic: false,
      properties: {
        type: { type: 'keyword' },
        text: { type: 'keyword' },
        order: { type: 'integer' },
        value: { type: 'integer' },
        inserted: { type: 'integer' },
        clauses: { type: 'integer' },
        terms: { type: 'keyword', doc_values: false, norms: false, index_options: 'docs' }
      }
    }
  } as const
}
