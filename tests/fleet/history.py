# SPDX-License-Identifier: Apache-2.0
"""Savers who work against each other through the proxy, what each was told, and the judgement of it all at the end.

What is acknowledged (200) has to be in the history as the person's own version. A conflict (409) has to name a version
that somebody made after the one the save was based on. Anything else (a refused or broken connection, 502, 503) tells
nothing, so the saver asks again with what it knew.
"""
import collections
import http.client
import json
import random
import threading
import time
import urllib.parse

from house import ITEMS

SAVED, CONFLICT = 200, 409


class Told:
    """Shared by all savers."""

    def __init__(self):
        self.lock = threading.Lock()
        self.saved = {}  # (school, item, version) -> person
        self.twice = []
        self.statuses = collections.Counter()
        self.strange = []
        self.last_saved = 0.0

    def acknowledge(self, school, item, version, person):
        with self.lock:
            self.last_saved = time.monotonic()
            other = self.saved.setdefault((school, item, version), person)
            if other != person:
                self.twice.append((school, item, version, other, person))

    def count(self, status):
        with self.lock:
            self.statuses[status] += 1

    def complain(self, what):
        with self.lock:
            self.strange.append(what)

    def total(self):
        with self.lock:
            return len(self.saved)


class Saver(threading.Thread):
    def __init__(self, visitor, port, told, seed):
        super().__init__(daemon=True)
        self.visitor, self.port, self.told = visitor, port, told
        self.chance = random.Random(seed)
        self.bases = collections.defaultdict(int)
        self.ended = threading.Event()
        self.connection = None
        self.count = 0

    def run(self):
        while not self.ended.is_set():
            self.save(self.chance.choice(ITEMS))

    def save(self, item):
        self.count += 1
        reason = f"draft {self.count} of {self.visitor.id}"  # the same words would be the same answer
        while not self.ended.is_set():
            status, answer = self.ask(item, reason)
            self.told.count(status)
            if status in (SAVED, CONFLICT):
                return self.learn(item, status, answer)
            if status not in (0, 502, 503, 504):
                self.told.complain((status, answer))
            self.ended.wait(0.02)

    def learn(self, item, status, answer):
        version, base = int(answer["version"]), self.bases[item]
        if status == SAVED:
            self.told.acknowledge(self.visitor.school, item, version, self.visitor.id)
        elif version <= base:
            self.told.complain(("a conflict with what it was based on", item, base, version))
        self.bases[item] = version

    def ask(self, item, reason):
        key = item + "@medicine_md"
        body = urllib.parse.urlencode({"item": key, key + ".state": "not_known", key + ".reason": reason,
                                       key + ".base": self.bases[item]})
        head = self.visitor.head() | {"Content-Type": "application/x-www-form-urlencoded"}
        path = f"/rounds/2026/schools/{self.visitor.school}/answers"
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            self.connection.request("POST", path, body, head)
            answer = self.connection.getresponse()
            text = answer.read()
            return answer.status, json.loads(text) if answer.status in (SAVED, CONFLICT) else text[:300]
        except (OSError, http.client.HTTPException):
            self.connection.close()
            self.connection = None
            return 0, None


def judged(told, ask):
    """What is wrong with the history, given what was told; empty when nothing is."""
    rows = ask("SELECT school.code, item, answer_history.version, made_from, person FROM answer_history "
               "JOIN school ON school.id = answer_history.school ORDER BY 1, 2, 3;")
    wrong = [("acknowledged to two", *each) for each in told.twice] + [("strange", *each) for each in told.strange]
    kept, last = {}, {}
    for school, item, version, made_from, person in rows:
        key, version = (school, item), int(version)
        if version != last.get(key, 0) + 1 or int(made_from) != version - 1:
            wrong.append(("not one chain", school, item, version, made_from))
        last[key] = version
        kept[school, item, version] = person
    for key, person in told.saved.items():
        if kept.get(key) != person:
            wrong.append(("lost", *key, person, kept.get(key)))
    standing = {(school, item): int(version) for school, item, version in ask(
        "SELECT school.code, item, answer.version FROM answer JOIN school ON school.id = answer.school;")}
    if standing != last:
        wrong.append(("what stands is not the end of its history",))
    logged = ask("SELECT count(*) FROM audit WHERE action = 'answer.save';")
    if int(logged[0][0]) != len(kept):
        wrong.append(("versions and log entries differ", len(kept), logged[0][0]))
    return wrong, len(kept)


def judge_is_awake():
    """A history with each kind of fault is told from a sound one."""
    def verdict(rows, saved, twice=()):
        told = Told()
        told.saved, told.twice = saved, list(twice)
        def answer(sql):
            if "audit" in sql:
                return [[str(len(rows))]]
            return [[school, item, version] for school, item, version, *_ in rows[-1:]] if "answer.version" in sql else rows
        return judged(told, answer)[0]

    sound = [["s", "i", "1", "0", "ann"], ["s", "i", "2", "1", "ben"]]
    assert not verdict(sound, {("s", "i", 2): "ben"})
    assert verdict(sound, {("s", "i", 3): "ben"}), "a lost save"
    assert verdict(sound, {("s", "i", 2): "ann"}), "a save in another's place"
    assert verdict(sound, {}, [("s", "i", 2, "ann", "ben")]), "one version for two"
    assert verdict([sound[0], ["s", "i", "3", "2", "ben"]], {}), "a gap"
    assert verdict([sound[0], ["s", "i", "2", "0", "ben"]], {}), "a fork"
