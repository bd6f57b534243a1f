import { createApp } from 'vue';
import uiPlugin from '@nuxt/ui/vue-plugin';
import { VueQueryPlugin } from '@tanstack/vue-query';
import App from './App.vue';
import { i18n, speak } from './i18n/i18n.ts';
import { queryClient } from './api/query-client.ts';
import { router } from './router.ts';
import { documentLanguage } from './i18n/language-choice.ts';
import './theme/main.css';

await speak(documentLanguage());

createApp(App).use(router).use(i18n).use(VueQueryPlugin, { queryClient }).use(uiPlugin).mount('#app');
