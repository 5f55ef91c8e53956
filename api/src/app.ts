import { randomBytes, randomUUID } from 'node:crypto';
import { HTTPException } from 'hono/http-exception';
import { findPerson } from './auth/find-person.ts';
import { type Limits, limitWrites, usualLimits } from './auth/limits.ts';
import { sameOrigin } from './auth/same-origin.ts';
import { type SignIns, signInsOver } from './auth/sign-ins.ts';
import { type FindPerson, whoAsks } from './auth/who.ts';
import { type Work, workOver } from './beside/work.ts';
import type { Config } from './config.ts';
import { currentSnapshot } from './current.ts';
import { delivery } from './delivery.ts';
import { databaseBusy, failureResponse, fromHttpException, Problem, problemResponse } from './errors.ts';
import { type House, nowhereAtHome } from './house.ts';
import type { Log } from './log.ts';
import type { Mailer } from './mail/mailer.ts';
import { methodsOf } from './methods.ts';
import { parametersOf } from './query-parameters.ts';
import { type RateLimit, rateLimit } from './rate-limit.ts';
import { accessRoutes } from './routes/access.ts';
import { accountRoutes } from './routes/accounts.ts';
import { networkOf } from './routes/address.ts';
import { adminRoutes } from './routes/admin.ts';
import { areaRoutes } from './routes/areas.ts';
import { clusterRoutes } from './routes/clusters.ts';
import { columnRoutes } from './routes/columns.ts';
import { contributionRoutes } from './routes/contributions.ts';
import { dataRoutes } from './routes/data.ts';
import { districtRoutes } from './routes/districts.ts';
import { exportRoutes } from './routes/exports.ts';
import { geometryRoutes } from './routes/geometry.ts';
import { groundRoutes } from './routes/ground.ts';
import { healthRoutes } from './routes/health.ts';
import { historyRoutes } from './routes/history.ts';
import { importRoutes } from './routes/imports.ts';
import { irreplaceableRoutes } from './routes/irreplaceable.ts';
import { keeperRoutes } from './routes/keepers.ts';
import { refusalOf } from './routes/kept-refusals.ts';
import { measureRoutes } from './routes/measures.ts';
import { newRoutes } from './routes/parts.ts';
import { patchRoutes } from './routes/patches.ts';
import { photoRoutes } from './routes/photos.ts';
import { pinRoutes } from './routes/pins.ts';
import { placeRoutes } from './routes/places.ts';
import { reachRoutes } from './routes/reach.ts';
import { reminderRoutes } from './routes/reminders.ts';
import { removalRoutes } from './routes/removals.ts';
import { reportRoutes } from './routes/reports.ts';
import { riskRoutes } from './routes/risks.ts';
import { scenarioRoutes } from './routes/scenarios.ts';
import { searchRoutes } from './routes/search.ts';
import { sourceRoutes } from './routes/sources.ts';
import { tileRoutes } from './routes/tiles.ts';
import { waitingRoutes } from './routes/waiting.ts';
import { weekRoutes } from './routes/week.ts';
import { securityHeaders } from './security-headers.ts';
import type { Services } from './services.ts';
import { staticFiles } from './static-files.ts';
import { isBusy } from './store/busy.ts';
import type { Stores } from './store/stores.ts';

export interface AppParts {
  readonly stores: Stores;
  readonly config: Pick<Config, 'basemap' | 'basemapOrigins' | 'version' | 'webDist'>;
  readonly log: Log;
  /** Does what takes seconds on all of England; left out, it is done here. */
  readonly work?: Work;
  readonly now?: () => Date;
  /** Reports let through per address. A library or a village hall shares one address, so it is generous. */
  readonly reportLimit?: RateLimit;
  /** Signing in. Left out, letters go nowhere and cookies are good until the end of the process. */
  readonly signIns?: SignIns;
  /** Who asks. A test says so itself; left out, it is whoever signed in. */
  readonly person?: FindPerson;
  /** How often each may sign in and write. */
  readonly limits?: Limits;
  /** Servers of our own that stand before Kith. */
  readonly proxies?: number;
  /** Sends the letters that say what became of something sent. Left out, they go nowhere. */
  readonly mailer?: Mailer;
  /** What the machine says of itself, for administrators. */
  readonly house?: () => Promise<House>;
}

const HOUR_MS = 60 * 60 * 1000;
const REPORTS_PER_HOUR = 30;

const secretOfNow = () => randomBytes(32).toString('base64url');
const nowhere: Mailer = { send: async () => undefined };

/** The whole of the API and the pages, over the stores it is given. Needs no port: a test can call it. */
export function createApp({
  stores,
  config,
  log,
  work = workOver(stores),
  now = () => new Date(),
  reportLimit = rateLimit(REPORTS_PER_HOUR, HOUR_MS),
  signIns = signInsOver({ stores, origin: 'http://localhost', secret: secretOfNow(), mailer: nowhere }),
  person = findPerson(stores, signIns, now),
  limits = usualLimits(),
  proxies = 0,
  mailer = nowhere,
  house = nowhereAtHome,
}: AppParts) {
  const snapshot = currentSnapshot(stores, work, () => now().getTime());
  const services: Services = { stores, work, config, snapshot, now };

  const app = newRoutes();
  app.use('*', async (c, next) => {
    const id = randomUUID();
    c.set('requestId', id);
    c.set('network', networkOf(c, proxies));
    const started = performance.now();
    await next();
    c.res.headers.set('X-Request-Id', id);
    const { method, path } = c.req;
    log.request({ id, method, path, status: c.res.status, ms: performance.now() - started });
  });
  app.use('*', securityHeaders(config));
  app.use('/api/*', sameOrigin(signIns.origin));
  app.use(
    '/api/*',
    delivery(
      async () => (await snapshot()).version.data,
      (path) => parameters(path),
    ),
  );

  app.use('/api/*', async (c, next) => {
    c.set('maps', async () => (await snapshot()).maps());
    await next();
  });

  app.use('/api/*', whoAsks(person));
  app.use('/api/*', limitWrites(limits.writes, now));

  const routes = app
    .route('/', healthRoutes(services))
    .route('/', patchRoutes(services))
    .route('/', placeRoutes(services))
    .route('/', accountRoutes(services, signIns, limits, mailer, log))
    .route('/', importRoutes(services, log))
    .route('/', reminderRoutes(services, limits.tries))
    .route('/', adminRoutes(services, house))
    .route('/', removalRoutes(services))
    .route('/', reportRoutes(services, reportLimit))
    .route('/', contributionRoutes(services, limits))
    .route('/', historyRoutes(services))
    .route('/', keeperRoutes(services))
    .route('/', photoRoutes(services, limits.suggestions))
    .route('/', riskRoutes(services))
    .route('/', waitingRoutes(services, { mailer, origin: signIns.origin, log }))
    .route('/', pinRoutes(services))
    .route('/', areaRoutes(services))
    .route('/', columnRoutes(services))
    .route('/', reachRoutes(services))
    .route('/', measureRoutes(services))
    .route('/', weekRoutes(services))
    .route('/', irreplaceableRoutes(services))
    .route('/', accessRoutes(services))
    .route('/', groundRoutes(services))
    .route('/', scenarioRoutes(services))
    .route('/', districtRoutes(services))
    .route('/', clusterRoutes(services))
    .route('/', geometryRoutes(services))
    .route('/', tileRoutes(services))
    .route('/', searchRoutes(services))
    .route('/', sourceRoutes(services))
    .route('/', dataRoutes(services))
    .route('/', exportRoutes(services));

  app.openAPIRegistry.registerComponent('securitySchemes', 'organisationKey', {
    type: 'http',
    scheme: 'bearer',
    description:
      'A key of an organisation, which its members make on its page: it acts for the organisation.',
  });
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Kith',
      version: config.version,
      description:
        'Places that keep people connected, risk of loneliness by area, and who loses reach when a place goes. Reading is open to all, without a key; programs of an organisation change what it keeps with its key. Risk is a score from indicators, never a measured loneliness.',
    },
    servers: [{ url: '/' }],
  });

  const parameters = parametersOf(app.openAPIRegistry.definitions);
  const allowed = methodsOf(app.routes);
  app.all('/api/*', (c) => {
    const methods = allowed(c.req.path);
    if (methods.length === 0) {
      throw new Problem(
        404,
        'unknown-address',
        'There is nothing at this address. /api/openapi.json lists what there is.',
      );
    }
    const allow = methods.join(', ');
    throw new Problem(405, 'wrong-method', `This address takes ${allow}.`, { headers: { Allow: allow } });
  });
  app.use('*', staticFiles(config.webDist));
  app.notFound((c) =>
    problemResponse(c, new Problem(404, 'unknown-address', 'There is nothing at this address.')),
  );
  app.onError((error, c) => {
    if (error instanceof Problem) return problemResponse(c, error);
    const refusal = refusalOf(error);
    if (refusal !== null) return problemResponse(c, refusal);
    if (error instanceof HTTPException && error.status === 308) return error.getResponse();
    if (error instanceof HTTPException) return problemResponse(c, fromHttpException(error));
    if (isBusy(error)) return problemResponse(c, databaseBusy());
    log.failure(c.get('requestId'), error);
    return failureResponse(c, c.get('requestId'));
  });
  return routes;
}

/** The routes and what they take and give, for a typed client: `hc<AppType>('/')`. */
export type AppType = ReturnType<typeof createApp>;
