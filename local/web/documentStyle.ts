const css = String.raw;

/** A text document on its sheet of paper. */
export const documentStyle = css`
  .document-page main {
    background: var(--tint);
    max-width: none;
    min-height: 80vh;
  }
  .document-page .exports,
  .paper .sheet {
    margin: 0.75rem auto;
  }
  .paper .sheet {
    background: #fff;
    border: 1px solid var(--line);
    color: #000;
    font:
      14.67px/1.15 Arial,
      'Liberation Sans',
      system-ui,
      sans-serif;
    overflow-wrap: anywhere;
  }
  .paper p,
  .paper [role='heading'],
  .paper li > div {
    margin: 0;
    white-space: pre-wrap;
  }
  .paper ul,
  .paper ol {
    margin: 0;
    padding-left: 2.2em;
  }
  .paper table {
    border-collapse: collapse;
    width: 100%;
    margin: 0.25rem 0;
  }
  .paper td {
    vertical-align: top;
    min-width: 3rem;
  }
  .paper img {
    max-width: 100%;
    height: auto;
  }
  .paper .rule,
  .paper .page-break {
    display: block;
    border-top: 1px solid #6b7480;
    margin: 0.5rem 0;
  }
  .paper .page-break {
    border-top-style: dashed;
    margin: 1.5rem 0;
  }
  .paper .edge {
    color: #434a54;
    border-bottom: 1px dotted var(--line);
    margin-bottom: 1rem;
  }
  .paper .edge:last-child {
    border-bottom: 0;
    border-top: 1px dotted var(--line);
    margin: 1rem 0 0;
  }
`;
