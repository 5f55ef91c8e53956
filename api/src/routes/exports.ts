import { createRoute, z } from '@hono/zod-openapi';
import { takesGzip } from '../compressed.ts';
import { Problem } from '../errors.ts';
import { exportFiles, ZIP_NAME } from '../exports/export-files.ts';
import { MadeFiles } from '../exports/made-files.ts';
import { gunzipped, streamOf } from '../exports/streams.ts';
import type { Services } from '../services.ts';
import { reportSchema } from './data.ts';
import { json, newRoutes, refusals } from './parts.ts';

const list = createRoute({
  method: 'get',
  path: '/api/exports',
  summary: 'Files to download, and what is in each',
  responses: {
    200: json(
      z
        .object({
          files: z.array(
            z
              .object({
                name: z.string(),
                href: z.string(),
                title: z.string(),
                what: z.string(),
                licence: z.string(),
                columns: z.array(z.string()),
                rows: z
                  .int()
                  .nullable()
                  .openapi({ description: 'Below its header; null where it is no table' }),
              })
              .openapi('Export'),
          ),
          all: z.string().openapi({ description: 'Address of one zip with all of them' }),
        })
        .openapi('Exports'),
      'Files by what they hold. Their columns do not change; what is shared alike is apart.',
    ),
  },
});

const one = createRoute({
  method: 'get',
  path: '/api/exports/{file}',
  summary: 'One file to download',
  description:
    "sources.csv, files.csv, coverage.csv, area-figures.csv, rejected.csv, places-ogl.csv, places-odbl.csv, places-cc-by-sa.csv and the like (one for each family of licences), dictionary.csv, data-report.json, README.txt, or kith-data.zip with all of them. CSV is UTF-8 with a byte-order mark and CRLF. Text that begins with = + - @ ' or a tab has one apostrophe in front: take one off to have it as it was.",
  request: {
    params: z.object({
      file: z
        .string()
        .max(60)
        .openapi({ description: 'A name that /api/exports lists', example: 'sources.csv' }),
    }),
  },
  responses: {
    200: {
      description: 'The file',
      content: {
        'text/csv': { schema: z.string() },
        'text/plain': { schema: z.string() },
        'application/json': { schema: reportSchema },
        'application/zip': { schema: z.string().openapi({ format: 'binary' }) },
      },
    },
    ...refusals(404, 429),
  },
});

const attachment = (name: string) => ({
  'Content-Disposition': `attachment; filename="${name}"`,
  'Cache-Control': 'no-cache',
});

export function exportRoutes({ stores, work, snapshot, now }: Services) {
  const made = new MadeFiles(work.write);
  const files = async () => {
    const { report, families } = await snapshot();
    return exportFiles(stores, report, await families());
  };
  return newRoutes()
    .openapi(list, async (c) => {
      const listed = await Promise.all(
        (await files()).map(async ({ name, title, what, licence, columns, rows }) => ({
          name,
          href: `/api/exports/${name}`,
          title,
          what,
          licence,
          columns: columns.map((column) => column.name),
          rows: await rows(),
        })),
      );
      return c.json({ files: listed, all: `/api/exports/${ZIP_NAME}` }, 200);
    })
    .openapi(one, async (c) => {
      const { file: asked } = c.req.valid('param');
      const known = await files();
      const { version } = await snapshot();
      if (asked === ZIP_NAME) {
        return new Response(streamOf(made.read(version.data, ZIP_NAME, now())), {
          headers: { 'Content-Type': 'application/zip', ...attachment(ZIP_NAME) },
        });
      }
      const file = known.find(({ name }) => name === asked);
      if (file === undefined) {
        const names = [...known.map(({ name }) => name), ZIP_NAME].join(', ');
        throw new Problem(404, 'unknown-file', `There is no such file. Choose from: ${names}.`);
      }
      const packed = takesGzip(c.req.header('Accept-Encoding'));
      const bytes = streamOf(made.read(version.data, file.name, now()));
      return new Response(packed ? bytes : gunzipped(bytes), {
        headers: {
          'Content-Type': file.type,
          Vary: 'Accept-Encoding',
          ...(packed ? { 'Content-Encoding': 'gzip' } : {}),
          ...attachment(file.name),
        },
      });
    });
}
