import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';

// Prisma's engine for schemas as WebAssembly, which npm brings: the SQL from one schema to another. Without a `from`
// it begins with nothing. It wants to talk to a Postgres of any content. `npx prisma migrate` needs a program for that which it downloads from elsewhere.
export async function diffSchemas(url: string, to: string, from?: string): Promise<string> {
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  const engine = await SchemaEngine.new({ datamodels: [['schema.prisma', to]] }, () => {}, adapter);
  const target = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  });
  const { stdout } = await engine.diff({
    from: from === undefined ? { tag: 'empty' } : target(from),
    to: target(to),
    script: true,
    exitCode: false,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout ?? '';
}
