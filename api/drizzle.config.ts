import { defineConfig } from 'drizzle-kit';

/** Migrations are made from the schema: `npx drizzle-kit generate --name what-changed` in this folder. */
export default defineConfig({
  dialect: 'sqlite',
  schema: ['./src/db/schema.ts', './src/db/auth-schema.ts', './src/db/keeping-schema.ts'],
  out: './src/db/migrations',
});
