import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The benchmarks as one program, with the API they measure; what npm installed stays where it is. */
export default defineConfig({
  root: here('.'),
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node26',
    outDir: here('../dist/bench'),
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rollupOptions: { input: { main: here('main.ts') } },
  },
});
