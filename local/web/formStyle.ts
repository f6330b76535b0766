const css = String.raw;

/** The form as people fill it in: one column of white cards, controls that a thumb can hit. */
export const formStyle = css`
  .form-edit main {
    max-width: 46rem;
  }
  .form-edit .card {
    border: 1px solid var(--line);
    border-radius: 8px;
    padding: 1rem;
    margin: 0 0 1rem;
  }
  .form-edit .card .question {
    margin: 0 0 0.5rem;
    font-size: 1rem;
  }
  .form-edit .card .faint {
    font-weight: 400;
  }
  .form-edit input[type='checkbox'] {
    width: 22px;
    height: 22px;
    margin: 0;
    flex: none;
    accent-color: var(--slate);
  }
  .form-edit .row:last-child {
    margin-bottom: 0;
  }
  body.form-page {
    --slate: #43528a;
    background: #eef0f6;
  }
  .form-page main {
    max-width: 40.5rem;
    padding: 0.75rem 0.5rem 2rem;
  }
  .form-page .card {
    background: #fff;
    border: 1px solid #d9dde7;
    border-radius: 8px;
    padding: 1rem;
    margin: 0 0 0.75rem;
  }
  .form-page .card > :last-child {
    margin-bottom: 0;
  }
  .form-page .card.head {
    border-top: 8px solid var(--slate);
  }
  .form-page .card.head h1 {
    font-size: 1.6rem;
    margin: 0 0 0.5rem;
  }
  .form-page .card.section h2 {
    margin: -1rem -1rem 0.75rem;
    padding: 0.75rem 1rem;
    background: var(--slate);
    color: #fff;
    border-radius: 7px 7px 0 0;
    font-size: 1.05rem;
  }
  .form-page .card.plain h2 {
    margin: 0 0 0.25rem;
  }
  .form-page .card.has-error {
    border: 2px solid var(--bad);
  }
  .form-page .card img {
    max-width: 100%;
    height: auto;
  }
  .form-page .question {
    font-size: 1rem;
    font-weight: 500;
    margin: 0 0 0.75rem;
  }
  .form-page .question .star,
  .form-page .legend {
    color: #b3261e;
  }
  .form-page .account {
    border-top: 1px solid var(--line);
    margin: 0.75rem -1rem 0;
    padding: 0.75rem 1rem 0;
    font-size: 0.95rem;
    overflow-wrap: anywhere;
  }
  .form-page .account p {
    margin: 0 0 0.25rem;
  }
  .form-page .help {
    color: var(--soft);
    font-size: 0.92rem;
    margin: -0.4rem 0 0.75rem;
  }
  .form-page p.wrong {
    margin: 0.75rem 0 0;
    font-size: 0.95rem;
  }
  .form-page .summary {
    background: var(--bad-tint);
    border-color: var(--bad);
  }
  .form-page .summary h2 {
    color: var(--bad);
    margin: 0 0 0.5rem;
    font-size: 1.05rem;
  }
  .form-page .summary ul {
    margin: 0;
    padding-left: 1.25rem;
  }
  .form-page .summary li {
    padding: 0.35rem 0;
  }
  .form-page .summary a {
    color: var(--bad);
  }
  .line {
    font: inherit;
    width: 100%;
    max-width: 26rem;
    min-height: 44px;
    padding: 0.4rem 0.1rem;
    border: 0;
    border-bottom: 1px solid #6b7482;
    border-radius: 0;
    background: transparent;
    color: var(--ink);
  }
  textarea.line {
    max-width: 100%;
    resize: vertical;
  }
  .line::placeholder {
    color: #667080;
  }
  .line:focus {
    outline: none;
    border-bottom: 2px solid var(--slate);
  }
  .line:focus-visible {
    outline: 2px solid var(--link);
    outline-offset: 2px;
  }
  .option,
  .option.other label {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-height: 44px;
  }
  .option.other label {
    flex: none;
  }
  .form-page input[type='radio'],
  .form-page input[type='checkbox'] {
    width: 22px;
    height: 22px;
    margin: 0;
    flex: none;
    accent-color: var(--slate);
  }
  .scale {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    align-items: end;
  }
  .scale .step {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 0.4rem;
    min-width: 44px;
    min-height: 64px;
    justify-content: flex-end;
    padding-bottom: 0.25rem;
  }
  .form-page .ends {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
    margin: 0.5rem 0 0;
    color: var(--soft);
  }
  .choice-grid {
    border-collapse: collapse;
    min-width: 100%;
  }
  .choice-grid th {
    font-weight: 400;
    padding: 0.4rem 0.5rem;
    min-width: 4.5rem;
  }
  .choice-grid th[scope='row'] {
    text-align: left;
    min-width: 7rem;
    background: #fff;
    position: sticky;
    left: 0;
  }
  .choice-grid td {
    text-align: center;
  }
  .choice-grid td label {
    display: grid;
    place-items: center;
    min-width: 44px;
    min-height: 44px;
    position: relative;
  }
  .choice-grid tbody tr:nth-child(odd) > * {
    background: #f6f7fa;
  }
  .parts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }
  .parts .box {
    width: 6rem;
  }
  .form-page .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: center;
    padding: 0.25rem 0.25rem 0;
  }
  .progress {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    flex: 1 1 100%;
    order: 2;
  }
  .progress span {
    white-space: nowrap;
  }
  @media (min-width: 34rem) {
    .progress {
      flex: 1 1 12rem;
      order: 0;
    }
  }
  .progress progress {
    flex: 1;
    min-width: 4rem;
    height: 10px;
    accent-color: var(--slate);
  }
  .form-page .foot {
    text-align: center;
    color: #4a5361;
    font-size: 0.85rem;
    padding: 1rem 0.5rem 0;
  }
`;
