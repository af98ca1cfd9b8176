// SPDX-License-Identifier: Apache-2.0
// One installation under rehearsal: the program's own service on a free port, with SQLite or with a PostgreSQL that is
// started for it, its commands beside it, and questions in SQL to what it keeps.
import { execFile, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const smm = process.env.SMM_PROGRAM ?? "build/release/smm";
const run = promisify(execFile);

/** What a command of the program printed; throws what it said when it did not end well. */
export async function program(...words) {
  return runs([smm, ...words]);
}

async function runs([first, ...rest]) {
  try {
    return (await run(first, rest, { maxBuffer: 1 << 28 })).stdout;
  } catch (error) {
    throw new Error(`${first} ${rest.slice(0, 6).join(" ")}:\n${error.stdout}${error.stderr}`);
  }
}

const pause = (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds));

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

export class Installation {
  log = "";

  static async open(engine, mailPort) {
    const house = new Installation();
    house.folder = mkdtempSync(join(tmpdir(), "smm-rehearsal-"));
    house.postgres = engine === "postgres" ? await Postgres.open() : undefined;
    const port = await freePort();
    house.base = `http://127.0.0.1:${port}`;
    house.place = house.postgres
      ? ["--database", house.postgres.url, "--key-file", join(house.folder, "key")]
      : ["--data", join(house.folder, "data")];
    if (house.postgres) await program("keys", "make", join(house.folder, "key"));
    house.place.push("--public-url", house.base, "--mail-from", "office@rehearsal.example");
    const mail = ["--mail-host", "127.0.0.1", "--mail-port", String(mailPort), "--mail-security", "none"];
    house.serve = ["serve", ...house.place, "--listen", `127.0.0.1:${port}`, ...mail];
    await house.#start();
    return house;
  }

  /** As a power cut ends it, in the midst of whatever it does; and up again. */
  async crash() {
    const ended = new Promise((done) => this.child.once("exit", done));
    this.child.kill("SIGKILL");
    await ended;
    const left = this.postgres ? this.#agedClaims() : [];
    await this.#start();
    for (const end = Date.now() + 30_000; Date.now() < end && this.#stillClaimed(left); ) await pause(100);
  }

  /**
   * On PostgreSQL another server might still be sending, so a mail's fate is unknown only when its claim is ten minutes
   * old. A rehearsal makes the claims of the dead server that old.
   */
  #agedClaims() {
    return this.rows("UPDATE mail SET taken = taken - 601000000 WHERE state = 'sending' RETURNING id").map(([id]) => id);
  }

  #stillClaimed(ids) {
    return this.rows("SELECT id FROM mail WHERE state = 'sending'").some(([id]) => ids.includes(id));
  }

  /** The program's own command beside the service; `days` sets its clock forward. */
  async command(words, days = 0) {
    const line = [smm, ...words, ...this.place];
    return runs(days > 0 ? ["faketime", "-f", `+${days}d`, ...line] : line);
  }

  /** Rows of a query, each an array of texts. */
  rows(sql) {
    const ask = this.postgres ? ["psql", "-qAt", "-F", "\t", this.postgres.url, "-c", sql] : ["python3", "-c", asksSqlite, this.#file(), sql];
    const said = execFileSync(ask[0], ask.slice(1), { encoding: "utf8", maxBuffer: 1 << 28 });
    return said.split("\n").slice(0, -1).map((line) => line.split("\t"));
  }

  async untilMailsAreSent(seconds = 600) {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(200))
      if (this.rows("SELECT count(*) FROM mail WHERE state IN ('waiting', 'sending')")[0][0] === "0") return;
    throw new Error(`mails still wait after ${seconds} s`);
  }

  setUpLink() {
    return /https?:\/\/\S+\/set-up\/\S+/.exec(this.log)[0];
  }

  /** Megabytes of memory that the service held at most. */
  memory() {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${this.child.pid}/status`, "utf8"))[1]) / 1024);
  }

  async close() {
    const ended = new Promise((done) => this.child.once("exit", done));
    if (this.child.exitCode === null && this.child.kill()) await ended;
    await this.postgres?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #start() {
    this.child = spawn(smm, this.serve);
    for (const stream of [this.child.stdout, this.child.stderr]) stream.on("data", (bytes) => (this.log += bytes));
    await this.#answers();
  }

  #file() {
    return join(this.folder, "data", "smm.db");
  }

  async #answers() {
    for (const end = Date.now() + 60_000; Date.now() < end; await pause(50)) {
      if (this.child.exitCode !== null) throw new Error(`smm serve ended with ${this.child.exitCode}:\n${this.log}`);
      if ((await fetch(`${this.base}/healthz`).catch(() => undefined))?.ok) return;
    }
    throw new Error(`smm serve does not answer:\n${this.log}`);
  }
}

const asksSqlite = `import sqlite3, sys
for row in sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True).execute(sys.argv[2]):
    print("\\t".join(str(cell) for cell in row))`;

// PostgreSQL will not run as root; then the user that Debian's package made runs it.
class Postgres {
  static async open() {
    const server = new Postgres();
    const programs = ["15", "16", "17", "18"].map((version) => `/usr/lib/postgresql/${version}/bin`).find((folder) => existsSync(folder));
    if (!programs) throw new Error("There is no PostgreSQL; ./dev install test gets it");
    server.folder = mkdtempSync("/tmp/smm-postgres-"); // short, as the name of a socket has to be
    const who = process.getuid() === 0 ? userNamed("postgres") : {};
    if (who.uid !== undefined) chownSync(server.folder, who.uid, who.gid);
    const cluster = join(server.folder, "cluster");
    execFileSync(`${programs}/initdb`, ["-D", cluster, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"], { cwd: "/", ...who });
    server.child = spawn(`${programs}/postgres`, ["-D", cluster, "-k", server.folder, "-c", "listen_addresses="], { cwd: "/", stdio: "ignore", ...who });
    server.url = `postgresql:///postgres?host=${server.folder}&user=postgres`;
    for (const end = Date.now() + 30_000; Date.now() < end; await pause(50)) {
      try {
        execFileSync("psql", [server.url, "-c", "SELECT 1"], { stdio: "ignore" });
        return server;
      } catch {
        if (server.child.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.child.exitCode}`);
      }
    }
    throw new Error("PostgreSQL does not answer");
  }

  async close() {
    const ended = new Promise((done) => this.child.once("exit", done));
    this.child.kill("SIGINT");
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function userNamed(name) {
  const [, , uid, gid] = execFileSync("getent", ["passwd", name], { encoding: "utf8" }).split(":");
  return { uid: Number(uid), gid: Number(gid) };
}
