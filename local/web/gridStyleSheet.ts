const css = String.raw;

/** The grid, its bars and the panels that a script opens over it. */
export const gridStyleSheet = css`
  .grid-page main {
    max-width: none;
    padding: 0.75rem 0.75rem 1.5rem;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 1rem;
  }
  .title h1 {
    font-size: 1.25rem;
    margin: 0;
  }
  .exports {
    margin: 0;
    color: var(--soft);
  }
  .exports a {
    display: inline-block;
    padding: 0.5rem;
  }
  .menus {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin: 0.25rem 0;
  }
  .menu {
    position: relative;
  }
  .menu > summary {
    list-style: none;
    cursor: pointer;
    padding: 0 0.75rem;
    line-height: 44px;
    border-radius: 6px;
    background: var(--tint);
  }
  .menu > summary::-webkit-details-marker {
    display: none;
  }
  .menu > form {
    position: absolute;
    z-index: 12;
    left: 0;
    min-width: 16rem;
    max-width: 90vw;
    max-height: 70vh;
    overflow: auto;
    background: #fff;
    border: 1px solid var(--line);
    border-radius: 6px;
    box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
  }
  .menu ul {
    list-style: none;
    margin: 0;
    padding: 0.25rem 0;
  }
  .menu ul ul {
    padding-left: 1rem;
  }
  .menu button {
    width: 100%;
    text-align: left;
    border: 0;
    border-radius: 0;
  }
  .menu .submenu {
    display: block;
    padding: 0.5rem 1rem 0;
    color: var(--soft);
  }
  .menu .separator {
    border-top: 1px solid var(--line);
    margin: 0.25rem 0;
  }
  p.live,
  p.said {
    margin: 0.5rem 0;
    padding: 0.5rem 0.75rem;
    border-radius: 6px;
    background: var(--held-tint);
    color: var(--held);
    white-space: pre-wrap;
  }
  p.live.wrong {
    background: var(--bad-tint);
    color: var(--bad);
  }
  .bar {
    display: flex;
    gap: 0.5rem;
    margin: 0.5rem 0;
    max-width: 60rem;
  }
  .bar .where {
    width: 5.5rem;
  }
  .bar .what {
    flex: 1;
    min-width: 0;
  }
  .bar .what .box {
    width: 100%;
  }
  .grid {
    overflow: auto;
    max-height: 75vh;
    border: 1px solid var(--line);
    position: relative;
  }
  .grid table {
    border-collapse: separate;
    border-spacing: 0;
    table-layout: fixed;
    font-size: 13.33px;
    line-height: 1.35;
  }
  .grid col.rowhead {
    width: 46px;
  }
  .grid th,
  .grid td {
    border-right: 1px solid #e1e4e9;
    border-bottom: 1px solid #e1e4e9;
    padding: 2px 4px;
    height: 24px;
    font-weight: 400;
    text-align: left;
    vertical-align: bottom;
    overflow: hidden;
    white-space: pre;
    background-color: #fff;
  }
  .grid th,
  .grid .corner {
    background-color: #f3f5f8;
    color: #3f4854;
    text-align: center;
  }
  .grid .rowhead,
  .grid .corner {
    position: sticky;
    left: 0;
    z-index: 2;
  }
  .grid .fold {
    min-height: 0;
    width: 18px;
    height: 18px;
    padding: 0;
    margin-left: 3px;
    border: 1px solid #5b6673;
    border-radius: 3px;
    background: #fff;
    color: #1d2530;
    font-size: 13px;
    line-height: 14px;
    vertical-align: middle;
  }
  .grid .fold::before {
    content: '−';
  }
  .grid .fold[aria-expanded='false']::before {
    content: '+';
  }
  .grid thead {
    position: sticky;
    top: 0;
    z-index: 4;
  }
  .grid thead tr:last-child > * {
    border-bottom: 2px solid #8b95a3;
  }
  .grid .frozen {
    position: sticky;
    z-index: 1;
  }
  .grid thead .frozen,
  .grid thead .rowhead,
  .grid thead .corner {
    z-index: 5;
  }
  .grid td.n {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .grid td.b {
    text-align: center;
  }
  .grid td.over {
    overflow: visible;
  }
  .grid td.noted {
    background-image: linear-gradient(225deg, #b26a00 6px, transparent 6px);
  }
  .grid td.locked {
    cursor: not-allowed;
  }
  .grid td {
    position: relative;
    cursor: cell;
  }
  /* Under the text that runs over it from the left. */
  .grid td:empty {
    position: static;
  }
  .grid td.frozen {
    position: sticky;
  }
  .grid td.in-range {
    box-shadow: inset 0 0 0 100vmax rgb(26 86 176 / 12%);
  }
  .grid thead th,
  .grid .rowhead {
    user-select: none;
  }
  .grid td[aria-selected]:not(.in-range),
  .grid td[tabindex='0'] {
    outline: 2px solid var(--link);
    outline-offset: -2px;
  }
  .grid td:focus-visible {
    outline: 3px solid var(--link);
    outline-offset: -3px;
  }
  .grid .arrow {
    position: absolute;
    right: 0;
    bottom: 0;
    padding: 2px 6px;
    color: #525c69;
    background: rgb(255 255 255 / 80%);
  }
  .grid input[type='checkbox'] {
    width: 18px;
    height: 18px;
    margin: 0 auto;
    display: block;
  }
  .grid .editor {
    position: absolute;
    inset: 0;
    width: 100%;
    min-height: 0;
    border: 0;
    border-radius: 0;
    padding: 2px 4px;
    font: inherit;
    background: #fff;
    color: var(--ink);
    z-index: 3;
  }
  .pager {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: center;
    margin: 0.75rem 0;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1rem;
    margin: 0.25rem 0 0.75rem;
  }
  .tabs ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .tabs a {
    display: block;
    line-height: 44px;
    padding: 0 0.75rem;
    border: 1px solid var(--line);
    border-top: 0;
    color: var(--ink);
    text-decoration: none;
    background: var(--tint);
  }
  .tabs a[aria-current] {
    background: #fff;
    font-weight: 600;
  }
  .tabs summary,
  .protections summary {
    cursor: pointer;
    line-height: 44px;
    color: var(--soft);
  }
  #toasts {
    position: fixed;
    right: 0.75rem;
    bottom: 0.75rem;
    display: flex;
    flex-direction: column;
    gap: 0.5rem;
    max-width: min(26rem, calc(100vw - 1.5rem));
    z-index: 15;
  }
  .toast {
    background: #1d232c;
    color: #fff;
    border-radius: 6px;
    padding: 0.5rem 0.5rem 0.5rem 1rem;
    display: flex;
    align-items: center;
    gap: 0.75rem;
  }
  .toast span {
    flex: 1;
    white-space: pre-wrap;
  }
  .toast button,
  .panel-head button {
    border: 0;
    background: transparent;
    color: inherit;
    min-width: 44px;
    font-size: 1.3rem;
    line-height: 1;
  }
  .panel-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    padding: 0.25rem 0.25rem 0.25rem 1rem;
  }
  .panel-head h2 {
    margin: 0;
    font-size: 1.1rem;
  }
  dialog {
    border: 1px solid var(--line);
    border-radius: 8px;
    padding: 0;
    max-width: calc(100vw - 1.5rem);
    max-height: calc(100vh - 1.5rem);
    box-shadow: 0 10px 40px rgb(0 0 0 / 25%);
    color: var(--ink);
    z-index: 14;
  }
  dialog#script-dialog:not(:modal) {
    position: fixed;
    inset: 10vh 0 auto;
  }
  dialog iframe {
    display: block;
    border: 0;
    min-width: min(22rem, calc(100vw - 1.75rem));
    max-width: calc(100vw - 1.75rem);
    min-height: 10rem;
    max-height: 75vh;
  }
  dialog#question {
    padding: 1rem 1.25rem;
    width: min(30rem, calc(100vw - 1.5rem));
  }
  dialog#question h2 {
    margin-top: 0;
  }
  dialog#question input {
    width: 100%;
  }
  #sidebar {
    position: fixed;
    top: 0;
    right: 0;
    bottom: 0;
    width: 300px;
    max-width: 100vw;
    background: #fff;
    border-left: 1px solid var(--line);
    box-shadow: -4px 0 20px rgb(0 0 0 / 12%);
    z-index: 13;
    display: flex;
    flex-direction: column;
  }
  #sidebar iframe {
    flex: 1;
    width: 100%;
    border: 0;
  }
  @media (min-width: 40rem) {
    body:has(#sidebar:not([hidden])) main {
      padding-right: 312px;
    }
  }
  @media (max-width: 40rem) {
    /* A page of 360 pixels shows as much of a sheet as the app does: from edge to edge. */
    .grid {
      margin-inline: -0.75rem;
      border-inline: 0;
    }
    body:has(#sidebar:not([hidden])) {
      padding-bottom: 70vh;
    }
    #sidebar {
      top: auto;
      left: 0;
      width: auto;
      height: 70vh;
      border-left: 0;
      border-top: 1px solid var(--line);
    }
  }
  img.cell-picture {
    display: block;
  }
  .grid img.cell-picture.within {
    max-width: 100%;
    max-height: 12rem;
    object-fit: contain;
  }
  .grid img.cell-picture.stretched {
    width: 100%;
    height: 100%;
    max-height: 12rem;
  }
  .charts img.cell-picture {
    max-width: 100%;
    height: auto;
    margin-top: 0.5rem;
  }
  .not-drawn code {
    overflow-wrap: anywhere;
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr));
    gap: 1rem;
    margin: 1rem 0;
  }
  .charts h2 {
    grid-column: 1 / -1;
    margin: 0;
  }
  .charts figure {
    margin: 0;
    padding: 0.75rem;
    border: 1px solid var(--line);
    min-width: 0;
  }
  svg.chart {
    display: block;
    width: 100%;
    height: auto;
    margin: 0.5rem 0;
  }
  svg.chart text {
    font:
      12px system-ui,
      sans-serif;
    fill: var(--ink);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    list-style: none;
    margin: 0 0 0.5rem;
    padding: 0;
  }
  .legend svg {
    width: 0.75em;
    height: 0.75em;
  }
`;
