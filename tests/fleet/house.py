# SPDX-License-Identifier: Apache-2.0
"""An installation with schools in an open round, and people who are signed in: made by the program's own commands, but
for accepted invitations and sessions, which are written as the program writes them."""
import hashlib
import secrets
import subprocess
import time

ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
ITEMS = ["student-inquiry-share", "community-as-teachers", "service-in-programme", "equity-competence-assessed"]
HEAD = ("school_id,name,programme,institution_id,system_id,control,state,division,size,carnegie,locale,"
        "dean_name,dean_email")


def new_id():
    """26 letters of 128 random bits, as base/id.hpp writes them."""
    number = secrets.randbits(128) << 2
    return "".join(ALPHABET[(number >> shift) & 31] for shift in range(125, -1, -5))


def at_rest(use, token):
    """crypto/token.hpp: the hash of framed fields."""
    framed = b"".join(len(field).to_bytes(8, "big") + field for field in (b"token", use.encode(), token.encode()))
    return hashlib.sha256(framed).hexdigest()


class Visitor:
    """A person of a school, by what a browser holds."""

    def __init__(self, school):
        self.id = new_id()
        self.school = school
        self.token = secrets.token_urlsafe(32)
        self.csrf = at_rest("form", self.token)

    def head(self):
        return {"Cookie": f"__Host-smm={self.token}", "X-CSRF-Token": self.csrf, "Accept": "application/json",
                "Sec-Fetch-Site": "same-origin"}


class House:
    def __init__(self, program, place, ask):
        """`place` are the settings that name the database, `ask` runs SQL on it."""
        self.program = program
        self.place = place
        self.ask = ask

    def command(self, *words):
        done = subprocess.run([self.program, *words, *self.place], capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"smm {' '.join(words[:3])}: {done.stdout}{done.stderr}")
        return done.stdout

    def fill(self, folder, schools):
        roster = folder / "roster.csv"
        codes = [f"school-{at}" for at in range(schools)]
        lines = [f"{code},School {code},medicine_md,{code},,public,NC,south_atlantic,3,doctoral,city,Dean,"
                 f"dean@{code}.example" for code in codes]
        roster.write_text("\n".join([HEAD, *lines, ""]), encoding="utf8")
        self.command("roster", "import", str(roster))
        self.command("round", "create", "2026", "--title", "2026", "--last-day", "2099-12-31")
        self.command("round", "open", "2026")
        return codes

    def invite(self):
        self.command("round", "invite", "2026")
        self.ask(f"UPDATE participation SET state = 'accepted', accepted_at = {now()};")

    def visitors(self, codes, each):
        people = [Visitor(code) for code in codes for _ in range(each)]
        sql = []
        for one in people:
            email = f"{one.id}@{one.school}.example"
            sql.append("INSERT INTO person (id, email, folded_email, name, created, password, totp_secret, totp_confirmed, "
                       f"totp_step) VALUES ('{one.id}', '{email}', '{email}', 'Person', {now()}, '', '', 0, 0);")
            sql.append("INSERT INTO membership (round, school, person, role, since) SELECT round.id, school.id, "
                       f"'{one.id}', 'coordinator', {now()} FROM round, school WHERE school.code = '{one.school}';")
            sql.append("INSERT INTO session (id, token, person, created, seen, expires, how, second_factor, confirmed, "
                       f"address, browser, csrf) VALUES ('{new_id()}', '{at_rest('session', one.token)}', '{one.id}', "
                       f"{now()}, {now()}, {now() + 86_400_000_000}, 'link', 0, {now()}, '127.0.0.1', 'test', '{one.csrf}');")
        self.ask("BEGIN;\n" + "\n".join(sql) + "\nCOMMIT;")
        return people


def now():
    return int(time.time() * 1_000_000)
