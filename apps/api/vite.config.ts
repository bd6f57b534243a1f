import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const entries = ['main', 'worker', 'bedside', 'print-openapi'].map((name) => [name, here(`src/${name}.ts`)] as const);

/** Our own code in a few files; what npm installed stays where it is. */
export default defineConfig({
  root: here('.'),
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node26',
    outDir: here('../../dist/api'),
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rollupOptions: { input: Object.fromEntries(entries.filter(([, file]) => existsSync(file))) },
  },
});
