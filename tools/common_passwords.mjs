// SPDX-License-Identifier: Apache-2.0
// Writes content/security/common-passwords.txt: what people take who need 15 characters and think of none.
//
//   npm pack zxcvbn@4.4.2 && tar xzf zxcvbn-4.4.2.tgz
//   node tools/common_passwords.mjs package/lib/frequency_lists.js > content/security/common-passwords.txt
//
// Every line is in the form in which passwords are looked up (src/assessment/common_passwords.hpp): lower case,
// letters and digits only. What a rule finds by itself (runs, patterns) needs no line.
import { createRequire } from "node:module";
import { resolve } from "node:path";

const shortest = 15;
const { passwords } = createRequire(import.meta.url)(resolve(process.argv[2]));

const normal = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
const ranked = passwords.map(normal);
const words = ranked.filter((word) => /^[a-z]{4,14}$/.test(word));

// What is put behind a word that is too short.
const digits = ["1234567", "12345678", "123456789", "1234567890", "0123456789", "123456", "123123", "654321", "987654321",
  "111111", "000000", "112233", "11111111", "00000000"];
const years = [2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028].map(String);

const phrases = `
correct horse battery staple|i love you so much|i love my family|i love my husband|i love my children|i love you forever
i love jesus christ|jesus is my savior|jesus loves me this i know|in god we trust always|god is good all the time
the quick brown fox|the quick brown fox jumps over the lazy dog|to be or not to be|to be or not to be that is the question
may the force be with you|live long and prosper|winter is coming soon|the cake is a lie|all your base are belong to us
mary had a little lamb|twinkle twinkle little star|happy birthday to you|row row row your boat|humpty dumpty sat on a wall
once upon a time|happily ever after|let it be let it be|all you need is love|let me in please|open sesame please
this is my password|this is a password|my password is password|thisismypassword|this is a secure password
my secret password|my new password|password password|password is password|the password is|change this password
change me please|please change me|changeme changeme|temporary password|temporarypassword|new password please
default password|administrator|administrator1|administratorpassword|system administrator|root root root root
welcome to the jungle|welcome to my world|welcome welcome|welcome home again|letmeinletmein|letmeinplease
trust no one ever|no one will guess|you will never guess|you shall not pass|do not enter here|keep out of here
i forgot my password|forgot my password|idontknow idontknow|i do not know|i dont remember|whatever whatever
life is beautiful|carpe diem carpe diem|hakuna matata hakuna matata|never give up never|just do it just do it
yes we can yes we can|keep calm and carry on|work hard play hard|home sweet home|merry christmas|happy new year
new york new york|new york yankees|united states of america|god bless america|pittsburgh steelers|green bay packers
manchester united|liverpool football club|barcelona forever|real madrid forever|dallas cowboys|denver broncos
harry potter|harrypotterharrypotter|lord of the rings|game of thrones|star wars star wars|star trek star trek
the lord is my shepherd|our father who art in heaven|blessed are the meek|psalm twenty three|john three sixteen
four score and seven|we the people of the united states|one two three four five|one two three four|abc one two three
spring summer autumn winter|summer vacation|summertime summertime|winter wonderland|monday tuesday wednesday
january february march|red green blue yellow|red orange yellow green|alpha bravo charlie|alpha beta gamma delta
school of medicine|school of nursing|school of dentistry|college of medicine|college of nursing|medical school
nursing school|dental school|medical student|nursing student|social mission|social mission metrics|health equity
deans office|dean of medicine|dean of nursing|university university|department of medicine|faculty affairs
social accountability|first do no harm|primum non nocere|hippocratic oath|florence nightingale
`.split(/[|\n]/).filter(Boolean);

const endings = ["", "1", "12", "123", "1234", ...years];
const list = new Set();
const add = (text) => {
  if (text.length >= shortest) list.add(text);
};

for (const password of ranked) add(password);
// With the spaces that people type a phrase may be long enough, and without them shorter than 15.
for (const phrase of phrases) {
  for (const ending of endings) if ((phrase + ending).length >= shortest) list.add(normal(phrase) + ending);
}
for (const word of words.slice(0, 1200)) for (const tail of digits) for (const made of [word + tail, tail + word]) add(made);
for (const word of words.slice(0, 4000)) for (const year of years) add(word + year);
for (const first of words.slice(0, 140)) for (const second of words.slice(0, 140)) if (first !== second) add(first + second);

const head = `# What people take who need 15 characters: passwords seen in the open, common words joined, or with digits behind
# them, and phrases. Lower case, letters and digits only. Written by tools/common_passwords.mjs from the list of 30,000
# frequent passwords in zxcvbn 4.4.2 (MIT, see LICENSE here) and phrases of our own.
`;
process.stdout.write(head + [...list].sort().join("\n") + "\n");
