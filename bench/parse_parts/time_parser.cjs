// Times npm's parse-torrent-title as time_parser.py does its parsers: `node time_parser.cjs SECONDS`. Exit code 3: not installed.
"use strict";

function load() {
  try {
    return require("parse-torrent-title").parse;
  } catch {
    process.exit(3);
  }
}

function onePass(parse, names) {
  const begun = process.cpuUsage();
  for (const name of names) parse(name);
  const { user, system } = process.cpuUsage(begun);
  return user + system;
}

const parse = load();
const names = JSON.parse(require("fs").readFileSync(0, "utf8"));
for (let warm = 0; warm < 20; warm++) onePass(parse, names); // V8 compiles what it has seen often
const passes = [];
let spent = 0;
while (passes.length < 3 || spent < Number(process.argv[2]) * 1e6) {
  passes.push(onePass(parse, names));
  spent += passes[passes.length - 1];
}
passes.sort((a, b) => a - b);
console.log(passes[passes.length >> 1] / names.length);
