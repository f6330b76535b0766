import { createFile } from '../../local/services/drive/createFile';
import { newDocumentState, textOfNode } from '../../local/state/document';
import { MIME } from '../../local/state/file';
import { cleanUp, openWorkspace, OWNER, projectFolder } from '../support/localProject';

afterEach(cleanUp);

describe('a project bound to a document', () => {
  const CODE = `
    var HEADING = DocumentApp.ParagraphHeading.HEADING3;
    function onOpen(e) {
      DocumentApp.getUi().createMenu('Ringkasan').addItem('Ambil', 'take').addToUi();
      console.log(String(e.authMode) + ' ' + DocumentApp.getActiveDocument().getName());
    }
    function take() {
      var target = DocumentApp.getActiveDocument().getBody(), files = DriveApp.getFilesByType(MimeType.GOOGLE_DOCS), taken = 0;
      while (files.hasNext()) {
        var id = files.next().getId();
        if (id === DocumentApp.getActiveDocument().getId()) continue;
        var source = DocumentApp.openById(id), body = source.getBody(), found = null;
        while ((found = body.findElement(DocumentApp.ElementType.PARAGRAPH, found))) {
          var line = found.getElement().asParagraph();
          if (line.getHeading() != HEADING || line.findText('(?i)ringkasan') === null) continue;
          if (line.editAsText().getForegroundColor() == '#2e7d32') continue;
          var style = {};
          style[DocumentApp.Attribute.FOREGROUND_COLOR] = '#2e7d32';
          line.setAttributes(style);
          line.appendText(' [diambil]');
          target.appendParagraph('').appendText(source.getName()).setLinkUrl(source.getUrl());
          target.appendTable(line.getNextSibling().asTable().copy());
          taken++;
        }
        source.saveAndClose();
      }
      var ui = DocumentApp.getUi();
      ui.alert('Ringkasan', taken + ' diambil', ui.ButtonSet.OK);
      return taken;
    }
    function prepare() {
      ['Satu', 'Dua'].forEach(function (name) {
        var body = DocumentApp.create(name).getBody();
        body.setText(name);
        body.appendParagraph('RINGKASAN minggu ini').setHeading(HEADING);
        body.appendTable().appendTableRow().appendTableCell('Isi ' + name);
      });
    }`;

  test('has its menu in the document, and gathers tables of other documents once', async () => {
    const workspace = openWorkspace();
    const runtime = workspace.runtimeFor(OWNER);
    const { id } = createFile(runtime, { name: 'Induk', mimeType: MIME.document });
    runtime.store.put('document', id, newDocumentState(id));
    const projectId = workspace.addProject({ directory: projectFolder(CODE), containerId: id });
    workspace.runNow({ projectId, functionName: 'prepare' });
    const shown = await workspace.openFile({ fileId: id, person: OWNER });
    expect(shown.executions[0]?.log[0]?.text).toBe('LIMITED Induk');
    const asked: string[] = [];
    workspace.answerDialogs((question) => {
      asked.push(question.text);
      return { button: 'OK' };
    });
    const click = () => workspace.clickMenu({ fileId: id, person: OWNER, path: ['Ringkasan', 'Ambil'] });
    expect([(await click()).result, (await click()).result, asked]).toEqual([
      2,
      0,
      ['2 diambil', '0 diambil'],
    ]);
    const state = workspace.store.get('document', id);
    expect(
      state &&
        textOfNode(state.body)
          .split('\n')
          .filter((line) => line !== '')
          .sort(),
    ).toEqual(['Dua', 'Isi Dua', 'Isi Satu', 'Satu']);
  });
});
