import { type Games, reportTexts } from './same-bytes-play.ts';

/** Plays the games of `games.json` and answers with the SHA-256 of every report, worked out by the browser's own. */
async function play(): Promise<void> {
  const games = (await (await fetch('games.json')).json()) as Games;
  const hashes: string[] = [];
  for (const text of reportTexts(games)) {
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    hashes.push([...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  }
  self.postMessage(hashes);
}

play().catch((error: unknown) => self.postMessage(String(error)));
