import type { Limits } from '../auth/limits.ts';
import type { SignIns } from '../auth/sign-ins.ts';
import type { Log } from '../log.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Services } from '../services.ts';
import { meRoutes } from './me.ts';
import { organisationKeyRoutes } from './organisation-keys.ts';
import { organisationMemberRoutes } from './organisation-members.ts';
import { organisationRoutes } from './organisations.ts';
import { newRoutes } from './parts.ts';
import { passkeyRoutes } from './passkeys.ts';
import { peopleRoutes } from './people.ts';
import { signInRoutes } from './sign-in.ts';

/** Signing in, what belongs to who signed in, the organisations that people act for, and who may what. */
export function accountRoutes(
  services: Services,
  signIns: SignIns,
  limits: Limits,
  mailer: Mailer,
  log: Log,
) {
  const { origin } = signIns;
  return newRoutes()
    .route('/', signInRoutes(services, signIns, { mailer, limits, log }))
    .route('/', passkeyRoutes(services, signIns, limits))
    .route('/', meRoutes(services, signIns))
    .route('/', peopleRoutes(services))
    .route('/', organisationRoutes(services))
    .route('/', organisationMemberRoutes(services, { mailer, origin, limits, log }))
    .route('/', organisationKeyRoutes(services));
}
