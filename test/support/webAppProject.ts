/** A web app: a page with calls, JSON, posts, who runs as whom, and what goes wrong. */
export const WEB_APP = `
  function doGet(e) {
    if (e.pathInfo === 'data') return ContentService.createTextOutput(JSON.stringify(e)).setMimeType(ContentService.MimeType.JSON);
    if (e.pathInfo === 'file') return ContentService.createTextOutput('a,b').setMimeType(ContentService.MimeType.CSV).downloadAsFile('rekap.csv');
    if (e.pathInfo === 'xml') return ContentService.createTextOutput('<x/>').setMimeType(ContentService.MimeType.XML);
    if (e.pathInfo === 'nothing') return;
    if (e.pathInfo === 'number') return 7;
    if (e.pathInfo === 'fail') throw new Error('sengaja <gagal>');
    if (e.pathInfo === 'ui') SpreadsheetApp.getUi();
    if (e.pathInfo === 'who') return ContentService.createTextOutput(who());
    var page = HtmlService.createTemplateFromFile('page');
    page.name = e.parameter.name || 'tamu';
    return page.evaluate().setTitle('Layanan');
  }
  function doPost(e) {
    return ContentService.createTextOutput(JSON.stringify({ contents: e.postData.contents, type: e.postData.type, name: e.parameter.name, length: e.contentLength }));
  }
  function who() { return Session.getEffectiveUser().getEmail() + '|' + Session.getActiveUser().getEmail(); }
  function greet(name) { return { text: 'Halo ' + name + ' dari ' + who() }; }
  function url() { var s = ScriptApp.getService(); return [s.getUrl(), s.isEnabled()]; }
  function secret_() { return 'rahasia'; }
`;

export const WEB_PAGE = `<!doctype html><html lang="id"><head><title>Layanan</title></head><body>
  <h2>Halo <?= name ?></h2>
  <button id="ask">Tanya</button> <output id="out"></output>
  <a href="<?= ScriptApp.getService().getUrl() ?>?name=Sari">Sari</a>
  <form method="post" action="<?= ScriptApp.getService().getUrl() ?>">
    <label>Nama <input name="name"></label> <button name="submit" value="1">Kirim</button>
  </form>
  <button id="push">Maju</button> <button id="where">Di mana</button>
  <script>
    document.getElementById('ask').onclick = function () {
      var put = function (text) { document.getElementById('out').textContent = text; };
      google.script.run.withSuccessHandler(function (answer) { put(answer.text); }).withFailureHandler(function (error) { put(error.message); }).greet('Budi');
    };
    document.getElementById('push').onclick = function () { google.script.history.push({ step: 2 }, { step: ['2', '3'] }, 'bawah'); };
    document.getElementById('where').onclick = function () {
      google.script.url.getLocation(function (place) { document.getElementById('out').textContent = JSON.stringify(place); });
    };
    google.script.history.setChangeHandler(function (e) { document.getElementById('out').textContent = 'kembali ' + JSON.stringify(e.state) + e.location.hash; });
  </script></body></html>`;
