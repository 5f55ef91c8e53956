import { createHash } from 'node:crypto';
import type { FoundFile, SourceFile } from './found-file.ts';

export interface PassedOver {
  readonly file: string;
  /** In plain English. */
  readonly why: string;
}

export interface Recognised {
  /** The files of each source, in order of path; a source without files is not in it. */
  readonly files: ReadonlyMap<SourceFile<unknown>, readonly FoundFile[]>;
  /** Files that are not used, never an error: first those that are damaged, then doubles, then those nobody knows. */
  readonly passedOver: readonly PassedOver[];
  /** What a person has to settle, each with what to do: files that are damaged among them. They are not used. */
  readonly problems: readonly string[];
}

/**
 * Which file is which source's. Of files alike to the byte one is used. Where a source of one file has several
 * different ones the newest edition is used if the files say which that is; otherwise a person is asked.
 */
export async function recogniseFiles(
  files: readonly FoundFile[],
  sources: readonly SourceFile<unknown>[],
): Promise<Recognised> {
  const claimed = new Map<SourceFile<unknown>, FoundFile[]>();
  const troubled: PassedOver[] = [];
  const doubles: PassedOver[] = [];
  const unknown: PassedOver[] = [];
  const problems: string[] = [];
  for (const file of files) {
    if (file.trouble !== undefined) {
      troubled.push({ file: file.label, why: file.trouble });
      problems.push(file.trouble);
      continue;
    }
    const owners = sources.filter((source) => source.recognise(file.head));
    const [owner, other] = owners;
    if (!owner) unknown.push({ file: file.label, why: 'Kith knows no source that looks like it.' });
    else if (!other) claimed.set(owner, [...(claimed.get(owner) ?? []), file]);
    else {
      const names = owners.map(({ what }) => what).join(' and ');
      problems.push(
        `${file.label} could be ${names}, and so it was not used. Give it the columns of one of them.`,
      );
    }
  }
  const used = new Map<SourceFile<unknown>, readonly FoundFile[]>();
  for (const source of sources) {
    const own = claimed.get(source);
    if (!own) continue;
    const single = await withoutDoubles(own, source.many === true, doubles);
    const chosen = source.many === true || single.length === 1 ? single : newest(source, single, doubles);
    if (chosen) used.set(source, chosen);
    else problems.push(tooMany(source, single));
  }
  return { files: used, passedOver: [...troubled, ...doubles, ...unknown], problems };
}

/** Files alike in content count once, packed or not: people keep a zip beside what came out of it. */
async function withoutDoubles(
  files: readonly FoundFile[],
  many: boolean,
  passedOver: PassedOver[],
): Promise<FoundFile[]> {
  if (files.length === 1) return [...files];
  const kept = new Map<string, FoundFile>();
  const names = new Map<string, number>();
  for (const name of files.map(bareName)) names.set(name, (names.get(name) ?? 0) + 1);
  for (const file of files) {
    // Of a source in many files only those of one name can be doubles; reading all of them would take long.
    const alike = !many || (names.get(bareName(file)) ?? 0) > 1;
    const key = alike ? await contentHash(file) : await file.sha256();
    const first = kept.get(key);
    if (first) passedOver.push({ file: file.label, why: `It is the same as ${first.label}.` });
    else kept.set(key, file);
  }
  return [...kept.values()];
}

function newest(
  source: SourceFile<unknown>,
  files: readonly FoundFile[],
  passedOver: PassedOver[],
): readonly FoundFile[] | null {
  const dated = files.map((file) => ({ file, edition: source.edition?.(file.head) ?? null }));
  // A file that does not say leaves it open which is the newest.
  const last = dated.some(({ edition }) => edition === null)
    ? null
    : (dated
        .map(({ edition }) => edition)
        .sort()
        .at(-1) ?? null);
  const chosen = dated.filter(({ edition }) => edition === last);
  const [only] = chosen;
  if (last === null || chosen.length !== 1 || !only) return null;
  for (const { file, edition } of dated) {
    if (file === only.file) continue;
    passedOver.push({ file: file.label, why: `${only.file.label} is newer (${last}, this one ${edition}).` });
  }
  return [only.file];
}

function tooMany(source: SourceFile<unknown>, files: readonly FoundFile[]): string {
  const labels = files.map(({ label }) => label).join(', ');
  return (
    `${files.length} different files could be ${source.what}: ${labels}. ` +
    'None of them was used. Leave the one you want in the folder and move the others out of it.'
  );
}

function bareName(file: FoundFile): string {
  const name = file.label.split(/[/!]/).at(-1) ?? file.label;
  return name.toLowerCase().replace(/\.gz$/, '');
}

async function contentHash(file: FoundFile): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of file.open()) hash.update(chunk);
  } catch {
    // A damaged file is like no other; whoever reads it says what is wrong with it.
    return file.sha256();
  }
  return hash.digest('hex');
}
