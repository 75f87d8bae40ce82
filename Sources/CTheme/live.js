// Lets a page of `lessons serve` follow the builds: it reloads when the course has changed, and says what failed.
(() => {
  "use strict";
  const host = document.createElement("lessons-live");
  const root = host.attachShadow({ mode: "open" });
  // Pages allow no style sheet in their text, but one that a script of theirs makes.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { color-scheme: light dark; font: 0.9rem/1.45 system-ui, sans-serif; position: fixed; z-index: 99;
      inset: auto 0 0 0; }
    @media print { :host { display: none } }
    p, details { background: Canvas; border-top: 0.2rem solid GrayText; color: CanvasText; margin: 0;
      padding: 0.5rem 1rem; }
    details.failed { border-color: #d1242f; }
    summary { cursor: pointer; font-weight: 600; }
    pre { font: 0.8rem/1.45 ui-monospace, monospace; margin: 0.5rem 0 0; max-height: 45vh; overflow: auto;
      white-space: pre-wrap; overflow-wrap: anywhere; }
    [hidden] { display: none }
  `);
  root.adoptedStyleSheets = [sheet];
  root.innerHTML = `
  <p role="status" hidden></p>
  <details hidden><summary></summary><pre tabindex="0"></pre></details>`;
  const [status, details] = [root.querySelector("p"), root.querySelector("details")];
  const [summary, text] = [root.querySelector("summary"), root.querySelector("pre")];
  document.body.append(host);

  const say = (words) => {
    status.hidden = !words;
    status.textContent = words;
  };

  const show = (state) => {
    say(state.isBuilding ? "Building…" : "");
    const problems = state.problems.join("\n\n");
    if (state.isBuilding || problems === text.textContent) return;
    details.hidden = !problems;
    details.open = state.hasFailed;
    details.className = state.hasFailed ? "failed" : "";
    summary.textContent = state.hasFailed ? `${state.summary}: the page is as it was before` : state.summary;
    text.textContent = problems;
  };

  const edition = document.currentScript.dataset.edition;
  let version = "";
  const follow = async () => {
    try {
      const answer = await fetch("/.lessons/state?after=" + version);
      if (answer.status === 503) {
        await new Promise((wake) => setTimeout(wake, 5000));
        return follow();
      }
      const state = await answer.json();
      if (state.edition !== edition) return location.reload();
      version = state.version;
      show(state);
    } catch {
      say("`lessons serve` has stopped.");
      version = "";
      await new Promise((wake) => setTimeout(wake, 1000));
    }
    follow();
  };
  follow();
})();
