// What the pages do beyond being read; everything else works without this file.
(() => {
  'use strict';
  const page = document.documentElement, root = page.dataset.root || '';
  const words = JSON.parse(document.getElementById('page.words').textContent);
  const one = (selector, scope = document) => scope.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const make = (tag, name, text) => Object.assign(document.createElement(tag), { className: name || '', textContent: text || '' });

  // Light, dark, or as the system says; remembered where the browser allows it.
  const theme = one('[data-theme-is]'), themes = ['auto', 'light', 'dark'];
  const applyTheme = (name, isChoice) => {
    if (name === 'auto') delete page.dataset.theme; else page.dataset.theme = name;
    theme.dataset.themeIs = name;
    theme.title = theme.ariaLabel = words.theme + ': ' + words[name];
    if (isChoice) try { localStorage.setItem('theme', name); } catch (e) {}
  };
  applyTheme(page.dataset.theme || 'auto');
  theme.addEventListener('click', () => applyTheme(themes[(themes.indexOf(theme.dataset.themeIs) + 1) % 3], true));

  // A button on every piece of code.
  if (navigator.clipboard) all('.code-box').forEach((box) => {
    const button = make('button', 'copy', words.copy);
    button.type = 'button';
    const say = (text, isDone) => { button.textContent = text; button.classList.toggle('done', isDone); };
    button.addEventListener('click', () => navigator.clipboard.writeText(one('code', box).textContent).then(() => {
      say(words.copied, true);
      setTimeout(say, 1500, words.copy, false);
    }));
    box.append(button);
  });

  // The outline shows where the reader is.
  const entries = all('.outline a'), outline = one('.outline details'), wide = matchMedia('(min-width: 76.01rem)');
  let current = null, isPending = false;
  const mark = () => {
    isPending = false;
    const passed = entries.filter((entry) => {
      const heading = document.getElementById(decodeURIComponent(entry.hash.slice(1)));
      return heading && heading.getBoundingClientRect().top < 120;
    });
    const last = passed[passed.length - 1] || null;
    if (last === current) return;
    if (current) current.removeAttribute('aria-current');
    if (last) last.setAttribute('aria-current', 'true');
    current = last;
  };
  if (outline) {
    const unfold = () => { outline.open = wide.matches; };
    addEventListener('scroll', () => { if (!isPending) requestAnimationFrame(mark); isPending = true; }, { passive: true });
    wide.addEventListener('change', unfold);
    unfold();
    mark();
  }

  // A link into something folded opens it.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    let fold = target && target.closest('details:not([open])');
    if (!fold) return;
    for (; fold; fold = fold.closest('details:not([open])')) fold.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();

  // Another language, the same section.
  all('a[data-language]').forEach((link) => link.addEventListener('click', () => {
    const twin = current && current.getAttribute('data-' + link.dataset.language);
    if (twin) link.hash = twin;
  }));

  // What the reader has done, by lesson: 'read', and the names of exercises and quizzes. It stays in this browser,
  // or, where that keeps nothing, on this page.
  const progressKey = 'progress:' + new URL(root || '.', location).pathname, lessons = all('.contents li[data-lesson]');
  const here = lessons.find((item) => one('[aria-current]', item)), forget = make('button', 'tool forget', words.forget);
  let progress = {};
  const recall = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(progressKey));
      if (kept && typeof kept === 'object') progress = kept;
    } catch (e) {}
  };
  const doneIn = (item) => { const names = progress[item.dataset.lesson]; return Array.isArray(names) ? names : []; };
  const tasksOf = (item) => (item.dataset.tasks || '').split(' ').filter((name) => name);
  const showProgress = () => {
    for (const item of lessons) {
      const names = doneIn(item), tasks = tasksOf(item), count = tasks.filter((name) => names.includes(name)).length;
      const isRead = names.includes('read'), isWhole = isRead && count === tasks.length;
      const mark = one('.progress', item) || one('a', item).appendChild(make('span', 'progress'));
      mark.textContent = isWhole ? '✓' : isRead || count ? count + '/' + tasks.length : '';
      mark.title = isWhole ? words.read : mark.textContent && words.doneOf.replace('#', mark.textContent);
    }
    all('.task-done input').forEach((box) => { box.checked = doneIn(here).includes(box.value); });
    all('.answered').forEach((mark) => { mark.hidden = !doneIn(here).includes(mark.closest('.quiz').id); });
    forget.hidden = !Object.keys(progress).length;
  };
  const remember = (name, isDone) => {
    recall();
    const names = new Set(doneIn(here));
    if (names.has(name) === isDone) return;
    if (isDone) names.add(name); else names.delete(name);
    progress[here.dataset.lesson] = [...names];
    try { localStorage.setItem(progressKey, JSON.stringify(progress)); } catch (e) {}
    showProgress();
  };
  if (here) {
    for (const heading of tasksOf(here).map((name) => document.getElementById(name)).filter((item) => item && !item.matches('.quiz'))) {
      const label = make('label', 'task-done'), box = make('input');
      box.type = 'checkbox';
      box.value = heading.id;
      box.addEventListener('change', () => remember(heading.id, box.checked));
      label.append(box, ' ' + words.done);
      heading.after(label);
    }
    all('.quiz').forEach((quiz) => {
      const right = [...quiz.querySelectorAll('.correct')], seen = new Set(), mark = make('span', 'badge good answered', '✓ ' + words.answered);
      mark.hidden = true;
      const status = make('span');
      status.role = 'status';
      status.append(mark);
      one('.quiz-question', quiz).append(' ', status);
      right.forEach((choice) => choice.addEventListener('toggle', () => {
        if (choice.open) seen.add(choice);
        if (seen.size === right.length) remember(quiz.id, true);
      }));
    });
    const end = one('.turn');
    if (end && window.IntersectionObserver) {
      const observer = new IntersectionObserver((seen) => { if (seen.some((entry) => entry.isIntersecting)) remember('read', true); });
      observer.observe(end);
    }
  }
  forget.type = 'button';
  forget.addEventListener('click', () => {
    if (!confirm(words.forget + '?')) return;
    progress = {};
    try { localStorage.removeItem(progressKey); } catch (e) {}
    showProgress();
  });
  if (one('.contents')) one('.contents').append(forget);
  addEventListener('storage', (event) => {
    if (event.key !== progressKey) return;
    progress = {};
    recall();
    showProgress();
  });
  recall();
  showProgress();

  const menu = one('.menu-switch');
  addEventListener('keydown', (event) => { if (event.key === 'Escape') menu.checked = false; });
  addEventListener('beforeprint', () => all('details:is(.fold, .hint)').forEach((fold) => { fold.open = true; }));

  // Search: the texts of sections, claims and terms are loaded on first use and read through for every query.
  const dialog = one('dialog.search');
  if (!dialog.showModal) return;
  const input = one('input', dialog), list = one('.hits', dialog), note = one('.search-note', dialog);
  const sections = [];
  let isLoaded = false, chosen = 0;
  window.lessonSections = (language, entries) => {
    for (const [url, title, text] of entries) {
      sections.push({ url, title, text, language, low: text.toLowerCase(), lowTitle: title.toLowerCase() });
    }
    show();
  };
  const load = () => {
    if (isLoaded) return;
    isLoaded = true;
    dialog.dataset.indexes.split(' ').forEach((name) => {
      const script = make('script');
      script.src = root + 'assets/search-' + name + '.js';
      document.head.append(script);
    });
  };
  // A run of Chinese is a word, whatever else has no spaces in it is one.
  const split = (query) => query.toLowerCase().match(/[\u3400-\u9fff]+|[^\s\u3400-\u9fff,;:!?"()（），。；：！？、]+/g) || [];
  const score = (section, terms) => {
    let sum = 0;
    for (const term of terms) {
      let count = section.lowTitle.split(' › ').pop() === term ? 40 : section.lowTitle.includes(term) ? 10 : 0;
      for (let at = section.low.indexOf(term); at >= 0 && count < 30; at = section.low.indexOf(term, at + term.length)) count++;
      if (!count) return 0;
      sum += Math.log(1 + count);
    }
    return section.language === page.lang ? sum + 1 : sum;
  };
  const highlight = (text, terms, target) => {
    const low = text.toLowerCase();
    for (let at = 0; at < text.length;) {
      const found = terms.map((term) => [low.indexOf(term, at), term.length]).filter(([start]) => start >= 0).sort((a, b) => a[0] - b[0])[0];
      const [start, length] = found || [text.length, 0];
      target.append(text.slice(at, start));
      if (length) target.append(make('mark', '', text.substr(start, length)));
      at = start + length;
    }
    return target;
  };
  const excerpt = ({ text, low }, terms) => {
    const first = Math.min(...terms.map((term) => low.indexOf(term)).filter((at) => at >= 0), text.length);
    const from = first < 60 || first === text.length ? 0 : first - 40;
    return (from ? '…' : '') + text.slice(from, from + 150) + (from + 150 < text.length ? '…' : '');
  };
  const choose = (index) => {
    const items = [...list.children];
    if (!items.length) return;
    chosen = (index + items.length) % items.length;
    items.forEach((item, at) => item.setAttribute('aria-selected', at === chosen));
    items[chosen].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', items[chosen].id);
  };
  const show = () => {
    const terms = split(input.value);
    const hits = (terms.length ? sections : []).map((section) => [score(section, terms), section]).filter(([points]) => points > 0)
      .sort((a, b) => b[0] - a[0]);
    list.replaceChildren(...hits.slice(0, 30).map(([, section], index) => {
      const item = make('li'), link = make('a');
      item.id = 'page.hit.' + index;
      item.role = 'option';
      link.href = root + section.url;
      link.lang = section.language;
      link.tabIndex = -1;
      link.append(highlight(section.title, terms, make('b')), highlight(excerpt(section, terms), terms, make('small')));
      link.addEventListener('click', () => dialog.close());
      item.append(link);
      return item;
    }));
    note.textContent = !terms.length ? words.hint : hits.length ? words.hits.replace('#', hits.length) : words.noHits;
    input.removeAttribute('aria-activedescendant');
    choose(0);
  };
  const open = () => { load(); show(); dialog.showModal(); input.select(); };
  all('.search-button').forEach((button) => button.addEventListener('click', open));
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
  input.addEventListener('input', show);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen - 1);
    else if (event.key === 'Enter' && list.children[chosen]) one('a', list.children[chosen]).click();
    else return;
    event.preventDefault();
  });
  addEventListener('keydown', (event) => {
    const { target } = event;
    const isTyping = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target !== menu;
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping || dialog.open) return;
    event.preventDefault();
    open();
  });
})();
