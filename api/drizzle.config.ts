import { defineConfig } from 'drizzle-kit';

/** Migrations are made from the schema: `npx drizzle-kit generate --name what-changed` in this folder. */
export default defineConfig({ dialect: 'sqlite', schema: './src/db/schema.ts', out: './src/db/migrations' });
