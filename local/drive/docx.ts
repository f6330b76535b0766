import { zip } from '../host/zip';
import type { DocAttributes, DocNode, DocumentState } from '../state/document';
import { escapeXml } from './markupText';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = `xmlns:w="${W}" xmlns:r="${R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const STYLES: Record<string, [id: string, name: string, halfPoints: number]> = {
  TITLE: ['Title', 'Title', 52],
  SUBTITLE: ['Subtitle', 'Subtitle', 30],
  HEADING1: ['Heading1', 'heading 1', 40],
  HEADING2: ['Heading2', 'heading 2', 32],
  HEADING3: ['Heading3', 'heading 3', 28],
  HEADING4: ['Heading4', 'heading 4', 24],
  HEADING5: ['Heading5', 'heading 5', 22],
  HEADING6: ['Heading6', 'heading 6', 22],
};
const ALIGN: Record<string, string> = { LEFT: 'left', CENTER: 'center', RIGHT: 'right', JUSTIFY: 'both' };
const GLYPHS: Record<string, [format: string, text: string]> = {
  BULLET: ['bullet', '•'],
  HOLLOW_BULLET: ['bullet', '◦'],
  SQUARE_BULLET: ['bullet', '▪'],
  NUMBER: ['decimal', ''],
  LATIN_UPPER: ['upperLetter', ''],
  LATIN_LOWER: ['lowerLetter', ''],
  ROMAN_UPPER: ['upperRoman', ''],
  ROMAN_LOWER: ['lowerRoman', ''],
};

const twips = (points: unknown): string => String(Math.round(Number(points) * 20));
const hex = (color: unknown): string => String(color).replace('#', '');
const element = (name: string, attributes: string, inner = ''): string =>
  `<w:${name}${attributes === '' ? '' : ` ${attributes}`}${inner === '' ? '/>' : `>${inner}</w:${name}>`}`;

function runProperties(style: DocAttributes): string {
  const parts = [
    typeof style['FONT_FAMILY'] === 'string'
      ? element(
          'rFonts',
          `w:ascii="${escapeXml(style['FONT_FAMILY'])}" w:hAnsi="${escapeXml(style['FONT_FAMILY'])}"`,
        )
      : '',
    style['BOLD'] === true ? element('b', '') : '',
    style['ITALIC'] === true ? element('i', '') : '',
    style['STRIKETHROUGH'] === true ? element('strike', '') : '',
    style['FOREGROUND_COLOR'] === undefined
      ? ''
      : element('color', `w:val="${hex(style['FOREGROUND_COLOR'])}"`),
    style['FONT_SIZE'] === undefined
      ? ''
      : element('sz', `w:val="${String(Number(style['FONT_SIZE']) * 2)}"`),
    style['UNDERLINE'] === true ? element('u', 'w:val="single"') : '',
    style['BACKGROUND_COLOR'] === undefined
      ? ''
      : element('shd', `w:val="clear" w:color="auto" w:fill="${hex(style['BACKGROUND_COLOR'])}"`),
  ].join('');
  return parts === '' ? '' : element('rPr', '', parts);
}

/** Writes the parts of one document; pictures, links and lists are numbered as they come. */
class Writer {
  readonly files: { name: string; bytes: Uint8Array }[] = [];
  readonly relations: string[] = [];
  private readonly lists = new Map<string, { number: number; levels: Map<number, string> }>();

  private relate(kind: string, target: string, outside = false): string {
    const id = `rId${String(this.relations.length + 1)}`;
    const mode = outside ? ' TargetMode="External"' : '';
    this.relations.push(
      `<Relationship Id="${id}" Type="${R}/${kind}" Target="${escapeXml(target)}"${mode}/>`,
    );
    return id;
  }
  part(name: string, kind: string, xml: string): string {
    this.files.push({ name: `word/${name}`, bytes: Buffer.from(XML + xml) });
    return this.relate(kind, name);
  }

  blocks(nodes: readonly DocNode[]): string {
    return nodes.map((node) => (node.type === 'TABLE' ? this.table(node) : this.paragraph(node))).join('');
  }
  private paragraph(node: DocNode): string {
    const own = node.attributes ?? {};
    const spacing = [
      own['SPACING_BEFORE'] === undefined ? '' : `w:before="${twips(own['SPACING_BEFORE'])}"`,
      own['SPACING_AFTER'] === undefined ? '' : `w:after="${twips(own['SPACING_AFTER'])}"`,
      own['LINE_SPACING'] === undefined
        ? ''
        : `w:line="${String(Math.round(Number(own['LINE_SPACING']) * 240))}" w:lineRule="auto"`,
    ].filter((each) => each !== '');
    const style = STYLES[String(own['HEADING'])];
    const align = ALIGN[String(own['HORIZONTAL_ALIGNMENT'])];
    const properties = [
      style ? element('pStyle', `w:val="${style[0]}"`) : '',
      node.type === 'LIST_ITEM' ? this.listOf(node) : '',
      spacing.length > 0 ? element('spacing', spacing.join(' ')) : '',
      own['INDENT_START'] === undefined ? '' : element('ind', `w:left="${twips(own['INDENT_START'])}"`),
      align === undefined ? '' : element('jc', `w:val="${align}"`),
    ].join('');
    const inner = (node.children ?? []).map((child) => this.inline(child, own)).join('');
    return `<w:p>${properties === '' ? '' : element('pPr', '', properties)}${inner}</w:p>`;
  }
  private listOf(node: DocNode): string {
    const id = String(node.attributes?.['LIST_ID'] ?? '');
    const list = this.lists.get(id) ?? { number: this.lists.size + 1, levels: new Map<number, string>() };
    this.lists.set(id, list);
    const level = Number(node.attributes?.['NESTING_LEVEL'] ?? 0);
    if (!list.levels.has(level)) list.levels.set(level, String(node.attributes?.['GLYPH_TYPE'] ?? 'NUMBER'));
    return element(
      'numPr',
      '',
      element('ilvl', `w:val="${String(level)}"`) + element('numId', `w:val="${String(list.number)}"`),
    );
  }
  private inline(node: DocNode, base: DocAttributes): string {
    if (node.type === 'PAGE_BREAK') return '<w:r><w:br w:type="page"/></w:r>';
    if (node.image) return this.picture(node.image);
    return (node.runs ?? [])
      .map(({ text, style = {} }) => {
        const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
        const run = `<w:r>${runProperties({ ...base, ...style })}${lines.join('<w:br/>')}</w:r>`;
        const link = style['LINK_URL'];
        return typeof link === 'string'
          ? `<w:hyperlink r:id="${this.relate('hyperlink', link, true)}">${run}</w:hyperlink>`
          : run;
      })
      .join('');
  }
  private picture({ content, contentType, width, height, alt = '' }: NonNullable<DocNode['image']>): string {
    const number = String(this.files.length + 1);
    const name = `media/image${number}.${contentType === 'image/jpeg' ? 'jpeg' : contentType === 'image/gif' ? 'gif' : 'png'}`;
    this.files.push({ name: `word/${name}`, bytes: Buffer.from(content, 'base64') });
    const id = this.relate('image', name);
    const extent = `cx="${String(Math.round(width * 9525))}" cy="${String(Math.round(height * 9525))}"`;
    const about = `id="${number}" name="image${number}" descr="${escapeXml(alt)}"`;
    return `<w:r><w:drawing><wp:inline><wp:extent ${extent}/><wp:docPr ${about}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr ${about}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  }
  private table(node: DocNode): string {
    const width = node.attributes?.['BORDER_WIDTH'] ?? 1;
    const color = node.attributes?.['BORDER_COLOR'] ?? '#000000';
    const side = (name: string): string =>
      element(
        name,
        `w:val="${width === 0 ? 'nil' : 'single'}" w:sz="${String(Number(width) * 8)}" w:color="${hex(color)}"`,
      );
    const borders = element(
      'tblBorders',
      '',
      ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join(''),
    );
    const first = node.children?.[0]?.children ?? [];
    const grid = first
      .map((cell) => element('gridCol', `w:w="${twips(cell.attributes?.['WIDTH'] ?? 450 / first.length)}"`))
      .join('');
    const rows = (node.children ?? []).map((row) => {
      const cells = (row.children ?? []).map((cell) => {
        const fill = cell.attributes?.['BACKGROUND_COLOR'];
        const properties =
          fill === undefined
            ? ''
            : element('tcPr', '', element('shd', `w:val="clear" w:color="auto" w:fill="${hex(fill)}"`));
        return `<w:tc>${properties}${this.blocks(cell.children ?? [])}</w:tc>`;
      });
      return `<w:tr>${cells.join('')}</w:tr>`;
    });
    return `<w:tbl>${element('tblPr', '', element('tblW', 'w:w="0" w:type="auto"') + borders)}${element('tblGrid', '', grid)}${rows.join('')}</w:tbl>`;
  }

  numbering(): string {
    const lists = [...this.lists.values()];
    const kinds = lists.map(({ number, levels }) => {
      const made = Array.from({ length: 9 }, (_, level) => {
        const [format, text] = GLYPHS[levels.get(level) ?? ''] ?? ['decimal', ''];
        const indent = element(
          'pPr',
          '',
          element('ind', `w:left="${String(720 + level * 360)}" w:hanging="360"`),
        );
        return `<w:lvl w:ilvl="${String(level)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text === '' ? `%${String(level + 1)}.` : text}"/>${indent}</w:lvl>`;
      });
      return `<w:abstractNum w:abstractNumId="${String(number)}">${made.join('')}</w:abstractNum>`;
    });
    const uses = lists.map(
      ({ number }) =>
        `<w:num w:numId="${String(number)}"><w:abstractNumId w:val="${String(number)}"/></w:num>`,
    );
    return `<w:numbering xmlns:w="${W}">${kinds.join('')}${uses.join('')}</w:numbering>`;
  }
}

function styleSheet(): string {
  const normal = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>`;
  const headings = Object.values(STYLES).map(
    ([id, name, size]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="${String(size)}"/></w:rPr></w:style>`,
  );
  return `<w:styles xmlns:w="${W}">${normal}${headings.join('')}</w:styles>`;
}

/** The document as `.docx` (ECMA-376): paragraphs, headings, lists, tables, pictures, links, header, footer, page. */
export function documentDocx(state: DocumentState, title: string): Uint8Array {
  const writer = new Writer();
  writer.part('styles.xml', 'styles', styleSheet());
  const edges = (['header', 'footer'] as const).flatMap((place) => {
    const node = state[place];
    if (!node) return [];
    const tag = place === 'header' ? 'hdr' : 'ftr';
    const id = writer.part(
      `${place}1.xml`,
      place,
      `<w:${tag} ${NAMESPACES}>${writer.blocks(node.children ?? [])}</w:${tag}>`,
    );
    return element(`${place}Reference`, `w:type="default" r:id="${id}"`);
  });
  const page = state.body.attributes ?? {};
  const section = `<w:sectPr>${edges.join('')}<w:pgSz w:w="${twips(page['PAGE_WIDTH'])}" w:h="${twips(page['PAGE_HEIGHT'])}"/><w:pgMar w:top="${twips(page['MARGIN_TOP'])}" w:right="${twips(page['MARGIN_RIGHT'])}" w:bottom="${twips(page['MARGIN_BOTTOM'])}" w:left="${twips(page['MARGIN_LEFT'])}" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>`;
  const body = writer.blocks(state.body.children ?? []);
  writer.part('numbering.xml', 'numbering', writer.numbering());
  const types = ['png', 'jpeg', 'gif']
    .map((ending) => `<Default Extension="${ending}" ContentType="image/${ending}"/>`)
    .join('');
  const overrides = [
    'document.main',
    'styles',
    'numbering',
    ...(state.header ? ['header'] : []),
    ...(state.footer ? ['footer'] : []),
  ].map((kind) => {
    const name =
      kind === 'document.main' ? 'document' : kind === 'header' || kind === 'footer' ? `${kind}1` : kind;
    return `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;
  });
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const text = (name: string, xml: string): { name: string; bytes: Uint8Array } => ({
    name,
    bytes: Buffer.from(XML + xml),
  });
  return zip([
    text(
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types}${overrides.join('')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    ),
    text(
      '_rels/.rels',
      `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ),
    text(
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`,
    ),
    text('word/document.xml', `<w:document ${NAMESPACES}><w:body>${body}${section}</w:body></w:document>`),
    ...writer.files,
    text(
      'word/_rels/document.xml.rels',
      `<Relationships xmlns="${relations}">${writer.relations.join('')}</Relationships>`,
    ),
  ]);
}
