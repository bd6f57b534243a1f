// Sets theme, language and direction before anything is painted; a file of its own, so that no inline script is needed.
(() => {
  const page = document.documentElement;
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const theme = read('bedside.theme');
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  page.classList.add(dark ? 'dark' : 'light');
  const spoken = ['en', 'vi', 'th', 'lt', 'ur'];
  const wanted = [read('bedside.language'), ...navigator.languages].map((tag) => String(tag).slice(0, 2).toLowerCase());
  const language = wanted.find((tag) => spoken.includes(tag)) || 'en';
  page.lang = language;
  page.dir = language === 'ur' ? 'rtl' : 'ltr';
})();
