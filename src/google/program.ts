/** Text of a program that the project carries in a page, so that no execution parses it that does not need it. */
export function readProgram(name: string): string {
  const page = HtmlService.createHtmlOutputFromFile(name).getContent();
  const start = page.indexOf('>') + 1;
  const end = page.lastIndexOf('</script>');
  if (start === 0 || end < start) throw new Error(`The page ${name} holds no program.`);
  return page.slice(start, end);
}
