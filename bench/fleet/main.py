# SPDX-License-Identifier: Apache-2.0
"""Sealed, audited saves per second on a PostgreSQL that syncs, at one server and at three on the same processors, which
the generator works on as well; beside them how often the disk syncs, and the load of the machine before each run."""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from house import House
from servers import Postgres, Smm, until

SCHOOLS, EACH = 50, 4
PAIRS = 5  # of runs, one server and three in turn
SETTINGS = ["fsync=on", "synchronous_commit=on", "shared_buffers=256MB", "max_wal_size=4GB"]


def syncs_per_second(folder):
    page, count = b"x" * 8192, 0
    place = folder / "page"
    file = os.open(place, os.O_CREAT | os.O_WRONLY, 0o600)
    end = time.monotonic() + 1
    while time.monotonic() < end:
        os.pwrite(file, page, 0)
        os.fdatasync(file)
        count += 1
    os.close(file)
    place.unlink()
    return count


def load():
    return pathlib.Path("/proc/loadavg").read_text(encoding="ascii").rsplit(" ", 2)[0]


def processor_seconds(processes):
    """Of processes and the children that they have now."""
    ticks = 0
    for place in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = place.read_text(encoding="utf8", errors="replace").rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(place.parent.name) in processes or int(fields[1]) in processes:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def measured(generator, seconds, program, settings, people, count, database):
    with open(os.devnull, "wb") as nowhere:
        servers = [Smm(program, settings, nowhere) for _ in range(count)]
        try:
            for server in servers:
                server.start()
            for server in servers:
                until(server.is_ready, "a server is ready")
            words = [generator, str(seconds), people, *(str(server.port) for server in servers)]
            at_work = {"servers": {server.process.pid for server in servers}, "database": {database}, "generator": {os.getpid()}}
            before = {name: processor_seconds(pids) for name, pids in at_work.items()}
            own = os.times()
            print(f"load {load()}; {count} at work: ", end="", flush=True)
            told = subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()
            spent = {name: processor_seconds(pids) - before[name] for name, pids in at_work.items()}
            spent["generator"] = sum(os.times()[2:4]) - sum(own[2:4])
            saves = float(told.split()[0]) * (seconds + 1)  # a second of warming up is not counted there
            parts = ", ".join(f"{name} {1000 * time_spent / saves:.2f}" for name, time_spent in spent.items())
            print(f"{told}; processor ms a save: {1000 * sum(spent.values()) / saves:.2f} ({parts})", flush=True)
            return float(told.split()[0])
        finally:
            for server in servers:
                server.stop()


def main():
    generator, seconds = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10
    program = os.path.abspath(os.environ.get("SMM_PROGRAM", "build/release/smm"))
    folder = pathlib.Path(tempfile.mkdtemp(prefix="smm-fleet-house-"))
    postgres = Postgres(SETTINGS)
    try:
        postgres.start("primary", 5432)
        subprocess.run([program, "keys", "make", str(folder / "key")], check=True, stdout=subprocess.DEVNULL)
        settings = ["--database", postgres.url_of(5432), "--key-file", str(folder / "key"), "--mail-from",
                    "office@fleet.example", "--public-url", "http://127.0.0.1:1"]
        house = House(program, settings, lambda sql: postgres.rows(5432, sql))
        first = Smm(program, settings, subprocess.DEVNULL)
        first.start()
        until(first.is_ready, "the database is made")
        first.stop()
        codes = house.fill(folder, SCHOOLS)
        house.invite()
        people = folder / "people"
        people.write_text("".join(f"{one.school} {one.token} {one.csrf}\n" for one in house.visitors(codes, EACH)), encoding="ascii")
        house.ask("VACUUM ANALYZE;")
        rates = {1: [], 3: []}
        for count in [1, 3] * PAIRS:
            print(f"{syncs_per_second(postgres.folder)} syncs/s; ", end="", flush=True)
            rates[count].append(
                measured(generator, seconds, program, settings, str(people), count, postgres.running["primary"].pid))
        one, three = (statistics.median(rates[count]) for count in (1, 3))
        pairs = ", ".join(f"{after / before:.2f}" for before, after in zip(rates[1], rates[3]))
        print(f"medians: one {one:.0f}, three {three:.0f} saves/s; three to one: {three / one:.2f} (pair by pair {pairs})")
        house.command("audit", "verify")
    finally:
        postgres.close()
        shutil.rmtree(folder, ignore_errors=True)


main()
