/** Top-level words of one file are words of all: this one is read by Menu.js, which is loaded before it. */
const GREETING = 'Halo';
let count = 0;
var order = ORDER.concat('zLast');
