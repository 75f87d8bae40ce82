// What the pages do beyond being read: theme, copying, the outline's mark, search, the way between languages.
// Everything else works without this file.
(function () {
  'use strict';
  var page = document.documentElement, root = page.dataset.root || '';
  var words = JSON.parse(document.getElementById('words').textContent);
  function all(selector, scope) { return Array.prototype.slice.call((scope || document).querySelectorAll(selector)); }
  function one(selector) { return document.querySelector(selector); }
  function make(tag, name, text) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  }

  // Light, dark, or as the system says; remembered where the browser allows it.
  var theme = one('[data-theme-is]'), themes = ['auto', 'light', 'dark'];
  function applyTheme(name, remember) {
    if (name === 'auto') delete page.dataset.theme; else page.dataset.theme = name;
    theme.dataset.themeIs = name;
    theme.title = theme.ariaLabel = words.theme + ': ' + words[name];
    if (remember) try { localStorage.setItem('theme', name); } catch (e) {}
  }
  if (theme) {
    applyTheme(page.dataset.theme || 'auto');
    theme.addEventListener('click', function () {
      applyTheme(themes[(themes.indexOf(theme.dataset.themeIs) + 1) % 3], true);
    });
  }

  // A button on every piece of code.
  function copy(text, done) {
    function plainly() {
      var field = make('textarea');
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand('copy');
      field.remove();
      done();
    }
    if (navigator.clipboard && isSecureContext) navigator.clipboard.writeText(text).then(done, plainly); else plainly();
  }
  all('.code-box').forEach(function (box) {
    var button = make('button', 'copy', words.copy);
    button.type = 'button';
    button.addEventListener('click', function () {
      copy(box.querySelector('code').textContent, function () {
        button.textContent = words.copied;
        button.classList.add('done');
        setTimeout(function () { button.textContent = words.copy; button.classList.remove('done'); }, 1500);
      });
    });
    box.append(button);
  });

  // The outline shows where the reader is.
  var entries = all('.outline a'), current = null;
  function mark() {
    var chosen = null;
    entries.forEach(function (entry) {
      var heading = document.getElementById(decodeURIComponent(entry.hash.slice(1)));
      if (heading && heading.getBoundingClientRect().top < 120) chosen = entry;
    });
    if (chosen === current) return;
    if (current) current.removeAttribute('aria-current');
    if (chosen) chosen.setAttribute('aria-current', 'true');
    current = chosen;
  }
  var outline = one('.outline details'), wide = matchMedia('(min-width: 76.01rem)');
  function unfold() { if (outline) outline.open = wide.matches; }
  if (entries.length) {
    var pending = false;
    addEventListener('scroll', function () {
      if (pending) return;
      pending = true;
      requestAnimationFrame(function () { pending = false; mark(); });
    }, { passive: true });
    wide.addEventListener('change', unfold);
    unfold();
    mark();
  }

  // Another language, the same section.
  all('a[data-language]').forEach(function (link) {
    link.addEventListener('click', function () {
      var twin = current && current.getAttribute('data-' + link.dataset.language);
      if (twin) link.hash = twin;
    });
  });

  // The contents close after a choice, and by Escape.
  var menu = one('.menu-switch');
  addEventListener('keydown', function (event) { if (event.key === 'Escape' && menu) menu.checked = false; });
  addEventListener('beforeprint', function () { all('details.fold').forEach(function (fold) { fold.open = true; }); });

  // Search: the sections' texts are loaded on first use and read through for every query.
  var dialog = one('dialog.search');
  if (!dialog || !dialog.showModal) return;
  var input = dialog.querySelector('input'), list = dialog.querySelector('.hits'), note = dialog.querySelector('.search-note');
  var sections = [], isLoading = false, chosen = 0, limit = 30;
  window.lessonSections = function (language, entries) {
    entries.forEach(function (entry) {
      sections.push({ url: entry[0], title: entry[1], text: entry[2], language: language, low: entry[2].toLowerCase(), lowTitle: entry[1].toLowerCase() });
    });
    show();
  };
  function load() {
    if (isLoading) return;
    isLoading = true;
    dialog.dataset.indexes.split(' ').forEach(function (name) {
      var script = make('script');
      script.src = root + 'assets/search-' + name + '.js';
      document.head.append(script);
    });
  }
  function split(query) {
    return query.toLowerCase().match(/[\u3400-\u9fff\uf900-\ufaff]+|[^\s\u3400-\u9fff\uf900-\ufaff,.;:!?"'()（），。；：！？、]+/g) || [];
  }
  function score(section, terms) {
    var sum = section.language === page.lang ? 1 : 0;
    for (var i = 0; i < terms.length; i++) {
      var count = 0, at = section.low.indexOf(terms[i]);
      while (at >= 0 && count < 20) { count++; at = section.low.indexOf(terms[i], at + terms[i].length); }
      if (section.lowTitle.indexOf(terms[i]) >= 0) count += 10;
      if (!count) return 0;
      sum += Math.log(1 + count);
    }
    return sum;
  }
  function marked(text, terms, target) {
    var low = text.toLowerCase(), at = 0;
    while (at < text.length) {
      var next = -1, length = 0;
      terms.forEach(function (term) {
        var found = low.indexOf(term, at);
        if (found >= 0 && (next < 0 || found < next)) { next = found; length = term.length; }
      });
      if (next < 0) break;
      target.append(text.slice(at, next), make('mark', '', text.substr(next, length)));
      at = next + length;
    }
    target.append(text.slice(at));
    return target;
  }
  function excerpt(section, terms) {
    var at = section.low.length;
    terms.forEach(function (term) { var found = section.low.indexOf(term); if (found >= 0) at = Math.min(at, found); });
    if (at === section.low.length) at = 0;
    var from = at < 60 ? 0 : at - 40;
    return (from ? '…' : '') + section.text.slice(from, from + 150) + (from + 150 < section.text.length ? '…' : '');
  }
  function choose(index) {
    var items = list.children;
    if (!items.length) return;
    if (items[chosen]) { items[chosen].classList.remove('chosen'); items[chosen].setAttribute('aria-selected', 'false'); }
    chosen = (index + items.length) % items.length;
    items[chosen].classList.add('chosen');
    items[chosen].setAttribute('aria-selected', 'true');
    items[chosen].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', items[chosen].id);
  }
  function show() {
    var terms = split(input.value), hits = [];
    if (terms.length) sections.forEach(function (section, order) {
      var points = score(section, terms);
      if (points > (section.language === page.lang ? 1 : 0)) hits.push([points, section, order]);
    });
    hits.sort(function (a, b) { return b[0] - a[0] || a[2] - b[2]; });
    list.textContent = '';
    hits.slice(0, limit).forEach(function (hit, index) {
      var item = make('li'), link = make('a');
      item.id = 'hit-' + index;
      item.setAttribute('role', 'option');
      link.href = root + hit[1].url;
      link.lang = hit[1].language;
      link.tabIndex = -1;
      link.append(marked(hit[1].title, terms, make('b')), marked(excerpt(hit[1], terms), terms, make('small')));
      link.addEventListener('click', function () { dialog.close(); });
      item.append(link);
      list.append(item);
    });
    note.textContent = terms.length ? (hits.length ? words.hits.replace('#', hits.length) : words.noHits) : words.hint;
    input.removeAttribute('aria-activedescendant');
    chosen = 0;
    choose(0);
  }
  function open() { load(); show(); dialog.showModal(); input.select(); }
  all('.search-button').forEach(function (button) { button.addEventListener('click', open); });
  dialog.addEventListener('click', function (event) { if (event.target === dialog) dialog.close(); });
  input.addEventListener('input', show);
  input.addEventListener('keydown', function (event) {
    if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen - 1);
    else if (event.key === 'Enter' && list.children[chosen]) list.children[chosen].firstChild.click();
    else return;
    event.preventDefault();
  });
  addEventListener('keydown', function (event) {
    var target = event.target, isTyping = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping && target.type !== 'checkbox' || dialog.open) return;
    if (event.key === '/') { event.preventDefault(); open(); }
  });
})();
