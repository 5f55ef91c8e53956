import type { DataReport } from '@kith/core/source/data-report';
import type { Services } from './services.ts';

/** The data report of the data as it stands, counted once for each version: it takes a while on all England. */
export function keptReport({
  stores,
  snapshot,
}: Pick<Services, 'stores' | 'snapshot'>): () => Promise<DataReport> {
  let kept: { readonly version: string; readonly report: Promise<DataReport> } | undefined;
  return async () => {
    const { version } = await snapshot();
    if (kept?.version !== version.data) {
      const report = stores.data.report();
      const made = { version: version.data, report };
      kept = made;
      report.catch(() => {
        if (kept === made) kept = undefined;
      });
    }
    return kept.report;
  };
}
