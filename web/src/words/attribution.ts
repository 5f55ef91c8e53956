import type { Source } from '@kith/core/source/source';

/** Who must be named, each sentence once: sources share most of theirs, and a map has little room. */
export function attributionLine(sources: readonly Pick<Source, 'attribution'>[]): string {
  const sentences = sources.flatMap(({ attribution }) => attribution.split(/(?<=\.)\s+(?=[A-Z])/));
  return [...new Set(sentences.map((sentence) => sentence.replace(/([^.])$/, '$1.')))].join(' ');
}
