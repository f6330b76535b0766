// The naive way, for comparison: on each submission read the whole data tab, add the row, rewrite the summary.
function onSubmit(row) {
  var book = SpreadsheetApp.getActiveSpreadsheet();
  var data = book.getSheetByName('Data');
  data.appendRow(row);
  var all = data.getDataRange().getValues();
  var months = {};
  for (var i = 1; i < all.length; i++) {
    var key = all[i][0] + '|' + all[i][1];
    months[key] = all[i];
  }
  var keys = Object.keys(months).sort();
  var summary = keys.map(function (key) {
    return months[key];
  });
  var target = book.getSheetByName('Rekap');
  target.clearContents();
  target.getRange(1, 1, summary.length, summary[0].length).setValues(summary);
  SpreadsheetApp.flush();
  return summary.length;
}

function fill(rows) {
  var book = SpreadsheetApp.getActiveSpreadsheet();
  var data = book.insertSheet('Data');
  var summary = book.insertSheet('Rekap');
  [data, summary].forEach(function (sheet) {
    sheet.insertColumnsAfter(26, rows[0].length - 26);
    sheet.insertRowsAfter(1000, rows.length + 100);
  });
  data.getRange(1, 1, rows.length, rows[0].length).setValues(rows);
}
