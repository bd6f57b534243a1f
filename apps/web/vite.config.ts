import { fileURLToPath } from 'node:url';
import ui from '@nuxt/ui/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig, type Plugin } from 'vite';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const apiAddress = process.env.API_URL ?? 'http://127.0.0.1:3000';

/** Nuxt UI writes its colours into a style element at run time, which a strict content security policy refuses; theme/colours.css holds them. */
const colourlessUi: Plugin = {
  name: 'bedside:colours-from-stylesheet',
  enforce: 'pre',
  load: (id) =>
    /@nuxt\/ui\/dist\/runtime\/plugins\/colors\.js/.test(id) ? 'export default { install() {} };' : undefined,
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [
    colourlessUi,
    vue(),
    ui({
      root: repository,
      dts: false,
      autoImport: false,
      components: false,
      colorMode: false,
      icon: { clientBundle: { scan: { globInclude: ['apps/web/src/**/*.{ts,vue}'] } } },
    }),
  ],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  server: { proxy: { '/api': apiAddress } },
  preview: { proxy: { '/api': apiAddress } },
  build: { outDir: `${repository}/dist/web`, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 600 },
});
