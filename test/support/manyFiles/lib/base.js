// Pushed first although its name comes last but one: the others read ORDER while they load.
const ORDER = ['lib/base'];
class Pair {
  constructor(first, second) {
    this.first = first;
    this.second = second;
  }
}
function join_(...parts) {
  return parts.join(' ');
}
