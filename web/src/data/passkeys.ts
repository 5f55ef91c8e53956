import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { ApiProblem } from './client.ts';
import { askAt, sendTo } from './plain-questions.ts';

/** Passkeys: a fingerprint, a face or a PIN on somebody's own device instead of a link by e-mail. */

export interface Passkey {
  readonly id: string;
  readonly name: string | null;
  /** ISO time. */
  readonly since: string | null;
}

const at = (step: string): string => `/auth/passkey/${step}`;
/** Fetched by those who use it: nobody else needs it. */
const library = () => import('@simplewebauthn/browser');

/** Whether this browser knows passkeys. */
export const knowsPasskeys = (): boolean => typeof globalThis.PublicKeyCredential === 'function';

/** Signs in with a passkey of this device. @throws Error in words, also where the person turned it down */
export async function signInByPasskey(): Promise<void> {
  const { startAuthentication } = await library();
  const optionsJSON = await askAt<PublicKeyCredentialRequestOptionsJSON>(at('generate-authenticate-options'));
  const response = await startAuthentication({ optionsJSON }).catch(() => {
    throw new Error('No passkey was used. Try again, or have a link sent to your e-mail.');
  });
  await sendTo('POST', at('verify-authentication'), { response }).catch((error: unknown) => {
    if (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 429) throw error;
    throw new Error('Kith does not know this passkey. Have a link sent to your e-mail instead.');
  });
}

/** Makes a passkey on this device. @throws Error in words, also where the person turned it down */
export async function addPasskey(name: string): Promise<void> {
  const { startRegistration } = await library();
  const optionsJSON = await askAt<PublicKeyCredentialCreationOptionsJSON>(at('generate-register-options'), {
    name,
  }).catch(sayIfOld);
  const response = await startRegistration({ optionsJSON }).catch((error: unknown) => {
    const twice = error instanceof Error && error.name === 'InvalidStateError';
    throw new Error(
      twice ? 'This device has a passkey for Kith already.' : 'No passkey was made. Try again when you like.',
    );
  });
  await sendTo('POST', at('verify-registration'), { response, name }).catch(sayIfOld);
}

/** A passkey is made only soon after signing in: whoever finds an open page cannot make themselves a key. */
function sayIfOld(error: unknown): never {
  if (error instanceof ApiProblem && (error.status === 401 || error.status === 403))
    throw new Error('You signed in a while ago. Sign out, sign in again, then make the passkey.');
  throw error;
}

export const askPasskeys = (): Promise<readonly Passkey[]> => askAt(at('list-user-passkeys'));
export const removePasskey = (id: string): Promise<unknown> => sendTo('POST', at('delete-passkey'), { id });
