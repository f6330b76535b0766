const css = String.raw;

/**
 * One look for all pages: white ground, dark text, slate for the desk, blue for links and focus. States are a
 * word, a sign and a colour; every pair of colours here was computed at 4.5:1 or better.
 */
export const style = css`
  :root {
    --ink: #1d232c;
    --soft: #525c69;
    --line: #d4d9e0;
    --ground: #ffffff;
    --tint: #f3f5f8;
    --slate: #3b4a63;
    --link: #1a56b0;
    --good: #1b6e3c;
    --good-tint: #e3f3e8;
    --late: #8a4b00;
    --late-tint: #fff1dc;
    --bad: #a11d1d;
    --bad-tint: #fde8e8;
    --held: #3d4a5c;
    --held-tint: #edf0f4;
    color-scheme: light;
  }
  * {
    box-sizing: border-box;
  }
  html {
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  body {
    margin: 0;
    background: var(--ground);
    color: var(--ink);
    font:
      16px/1.5 system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      sans-serif;
    overflow-wrap: break-word;
  }
  [hidden] {
    display: none !important;
  }
  h1 {
    font-size: 1.5rem;
    line-height: 1.25;
    margin: 0 0 0.75rem;
  }
  h2 {
    font-size: 1.15rem;
    margin: 1.75rem 0 0.5rem;
  }
  h3 {
    font-size: 1rem;
    margin: 1rem 0 0.5rem;
  }
  a {
    color: var(--link);
  }
  :focus-visible {
    outline: 3px solid var(--link);
    outline-offset: 2px;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .skip {
    position: absolute;
    left: -9999px;
  }
  .skip:focus {
    left: 0.5rem;
    top: 0.5rem;
    background: var(--ground);
    padding: 0.5rem 1rem;
    z-index: 20;
  }
  .faint {
    color: var(--soft);
    font-size: 0.9em;
  }
  .text {
    white-space: pre-wrap;
  }
  code,
  pre {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    font-size: 0.9em;
  }
  pre {
    white-space: pre-wrap;
    padding: 0.75rem;
    border-radius: 6px;
    background: var(--tint);
  }
  button,
  .button {
    font: inherit;
    min-height: 44px;
    padding: 0.45rem 1rem;
    border: 1px solid #8b95a3;
    border-radius: 6px;
    background: var(--ground);
    color: var(--ink);
    cursor: pointer;
    text-decoration: none;
    display: inline-block;
  }
  button:hover {
    background: var(--tint);
  }
  button:disabled {
    color: var(--soft);
    cursor: default;
  }
  button.main {
    background: var(--slate);
    border-color: var(--slate);
    color: #fff;
  }
  button.main:hover {
    background: #2c384c;
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--link);
    padding-inline: 0.5rem;
  }
  .field {
    display: flex;
    flex-direction: column;
    gap: 0.25rem;
    min-width: 0;
  }
  .field > span {
    font-size: 0.9rem;
    color: var(--soft);
  }
  .box,
  select {
    font: inherit;
    min-height: 44px;
    padding: 0.4rem 0.6rem;
    border: 1px solid #8b95a3;
    border-radius: 6px;
    background: var(--ground);
    color: var(--ink);
    max-width: 100%;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: end;
    margin: 0.75rem 0;
  }
  .stack {
    display: flex;
    flex-direction: column;
    gap: 1rem;
    max-width: 30rem;
    margin: 0.75rem 0;
  }
  .wrong {
    color: var(--bad);
  }
  p.wrong[role='alert'] {
    background: var(--bad-tint);
    padding: 0.5rem 0.75rem;
    border-radius: 6px;
  }
  .state {
    display: inline-block;
    padding: 0 0.5rem;
    border-radius: 999px;
    font-size: 0.85rem;
    white-space: nowrap;
  }
  .state.good {
    color: var(--good);
    background: var(--good-tint);
  }
  .state.bad {
    color: var(--bad);
    background: var(--bad-tint);
  }
  .state.late {
    color: var(--late);
    background: var(--late-tint);
  }
  .state.held {
    color: var(--held);
    background: var(--held-tint);
  }

  header.desk {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5rem;
    padding: 0 1rem;
    border-bottom: 1px solid var(--line);
  }
  header.desk p {
    margin: 0;
  }
  header.desk .brand a {
    font-weight: 600;
    color: var(--ink);
    text-decoration: none;
    line-height: 44px;
  }
  header.desk .me {
    flex: 1 1 0;
    min-width: 6rem;
    text-align: right;
  }
  header.desk .me a {
    display: block;
    line-height: 44px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  header.desk nav {
    flex-basis: 100%;
    min-width: 0;
  }
  header.desk nav ul {
    display: flex;
    gap: 0.25rem;
    list-style: none;
    margin: 0;
    padding: 0;
    overflow-x: auto;
  }
  header.desk nav a {
    display: block;
    padding: 0 0.6rem;
    line-height: 44px;
    color: var(--soft);
    text-decoration: none;
    white-space: nowrap;
    border-bottom: 3px solid transparent;
  }
  header.desk nav a:focus-visible {
    outline-offset: -3px;
  }
  header.desk nav a[aria-current] {
    color: var(--ink);
    border-bottom-color: var(--slate);
  }
  main {
    padding: 1.25rem 1rem 2rem;
    max-width: 72rem;
    margin: 0 auto;
  }
  main:focus {
    outline: none;
  }
  footer.desk {
    padding: 1rem;
    border-top: 1px solid var(--line);
    text-align: center;
  }
  @media (min-width: 60rem) {
    header.desk nav {
      flex-basis: auto;
      order: 1;
    }
    header.desk .me {
      order: 2;
    }
  }

  .scroll {
    overflow-x: auto;
    max-width: 100%;
  }
  table.data {
    border-collapse: collapse;
    font-size: 0.95rem;
    min-width: min(100%, 36rem);
  }
  table.data caption {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  table.data th,
  table.data td {
    text-align: left;
    vertical-align: top;
    padding: 0.45rem 0.9rem 0.45rem 0;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
  }
  table.data thead th {
    color: var(--soft);
    font-size: 0.85rem;
    white-space: nowrap;
  }
  table.data .number {
    text-align: right;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  code.value {
    overflow-wrap: anywhere;
  }
  .facts > div {
    display: grid;
    grid-template-columns: minmax(5.5rem, 20%) 1fr;
    gap: 0.75rem;
    padding: 0.25rem 0;
    border-bottom: 1px solid var(--line);
  }
  .facts dt {
    color: var(--soft);
  }
  .facts dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  ul.tree {
    list-style: none;
    padding-left: 1.1rem;
    margin: 0;
  }
  main > section > ul.tree {
    padding-left: 0;
  }
  ul.tree li {
    padding: 0.2rem 0;
  }
  ul.tree li > a {
    display: inline-block;
    padding: 0.5rem 0;
  }
  ul.tree summary {
    cursor: pointer;
    padding: 0.5rem 0;
    list-style: none;
  }
  ul.tree summary::-webkit-details-marker {
    display: none;
  }
  ul.tree details[open] > summary .kind {
    display: inline-block;
    transform: rotate(90deg);
  }
  ul.people {
    list-style: none;
    padding: 0;
    display: flex;
    flex-direction: column;
    gap: 0.5rem;
    max-width: 30rem;
  }
  ul.people button {
    width: 100%;
    text-align: left;
    overflow-wrap: anywhere;
  }
  ul.messages {
    list-style: none;
    padding: 0;
    margin: 0;
  }
  ul.messages li {
    padding: 0.6rem 0;
    border-bottom: 1px solid var(--line);
  }
  ul.messages a {
    font-weight: 600;
    display: inline-block;
    padding: 0.35rem 0;
  }
  ul.messages p {
    margin: 0;
  }
  iframe.mail-body {
    width: 100%;
    height: 60vh;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: #fff;
  }
  .mail-text {
    padding: 0.75rem;
    background: var(--tint);
    border-radius: 6px;
    overflow-wrap: anywhere;
  }
  ol.log {
    padding-left: 1.5rem;
  }
  ol.log .error,
  ol.log .warn {
    color: var(--bad);
  }
  p.said {
    background: var(--held-tint);
    color: var(--held);
    padding: 0.5rem 0.75rem;
    border-radius: 6px;
  }
  .web-app-page {
    display: flex;
    flex-direction: column;
    max-width: none;
    height: 100vh;
    padding: 0;
  }
  .web-app-page p {
    margin: 0;
    padding: 0.5rem 1rem;
    background: var(--tint);
    border-bottom: 1px solid var(--line);
  }
  iframe.web-app {
    flex: 1;
    width: 100%;
    border: 0;
  }
  fieldset.stack {
    border: 1px solid var(--line);
    border-radius: 6px;
    padding: 0.75rem 1rem 1rem;
    min-width: 0;
  }
  fieldset.stack legend {
    font-weight: 600;
    padding: 0 0.35rem;
  }
  .script-card {
    max-width: 22rem;
    border: 1px solid var(--line);
    border-radius: 8px;
    padding: 0.75rem 1rem;
  }
  .script-card h2 {
    margin: 0;
  }
  .script-card p {
    margin: 0.15rem 0;
  }
  .script-card .card-section {
    border-top: 1px solid var(--line);
    padding: 0.5rem 0;
    margin-top: 0.5rem;
  }
  .script-card .widget {
    padding: 0.35rem 0;
  }
`;
