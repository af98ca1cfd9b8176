# SPDX-License-Identifier: Apache-2.0
"""The servers of a fleet test: PostgreSQL with a streaming replica, nginx, a mail server, and the program itself.

Each is a child of this program and ends with it. PostgreSQL will not run as root; then the user that Debian's package
made runs it.
"""
import ctypes
import glob
import http.client
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time

PR_SET_PDEATHSIG = 1


def end_with_parent():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(condition, what, seconds=60):
    """Waits for a condition, not for a time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"{what}: not within {seconds} s")
        time.sleep(0.05)


class Postgres:
    """A primary, and a replica that every commit waits for until it is visible there (remote_apply)."""

    def __init__(self, settings=()):
        self.programs = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="smm-fleet-", dir="/tmp"))  # a socket's name has to be short
        self.user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
        if self.user:
            who = pwd.getpwnam("postgres")
            os.chown(self.folder, who.pw_uid, who.pw_gid)
        self.settings = list(settings)
        self.running = {}
        self._run("initdb", "-D", self._place("primary"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
                  "--no-instructions")

    def _place(self, name):
        return str(self.folder / name)

    def _run(self, program, *words):
        done = subprocess.run([f"{self.programs}/{program}", *words], cwd="/", capture_output=True, text=True, **self.user)
        if done.returncode != 0:
            raise RuntimeError(f"{program}: {done.stdout}{done.stderr}")

    def start(self, name, port, *settings):
        words = [f"{self.programs}/postgres", "-D", self._place(name), "-k", str(self.folder), "-p", str(port)]
        for setting in ["listen_addresses=", "max_connections=120", "shared_buffers=64MB",
                        "dynamic_shared_memory_type=mmap", *self.settings, *settings]:
            words += ["-c", setting]
        with open(self.folder / f"{name}.log", "ab") as log:
            self.running[name] = subprocess.Popen(words, cwd="/", stdout=log, stderr=log, preexec_fn=end_with_parent,
                                                  **self.user)
        until(lambda: self.answers(port), f"PostgreSQL, {name}")

    def answers(self, port):
        return subprocess.run(["psql", "-At", self.url_of(port), "-c", "SELECT 1"], capture_output=True).returncode == 0

    def make_replica(self, port, primary_port):
        place = self._place("replica")
        self._run("pg_basebackup", "-h", str(self.folder), "-p", str(primary_port), "-U", "postgres", "-D", place,
                  "-X", "stream", "--checkpoint=fast", "-R")
        with open(place + "/postgresql.auto.conf", "a", encoding="utf8") as conf:
            conf.write(f"primary_conninfo = 'host={self.folder} port={primary_port} user=postgres "
                       "application_name=replica'\n")
        self.start("replica", port)

    def kill(self, name):
        """As a power cut ends it: children of the server go with it."""
        self.running.pop(name).kill()

    def promote(self, name):
        self._run("pg_ctl", "promote", "-D", self._place(name), "-w")

    def url_of(self, *ports):
        hosts = ",".join([str(self.folder)] * len(ports))
        return (f"postgresql://postgres@/postgres?host={hosts}&port={','.join(map(str, ports))}"
                "&target_session_attrs=" + ("read-write" if len(ports) > 1 else "any"))

    def rows(self, port, sql):
        done = subprocess.run(["psql", "-At", "-F", "\t", "-v", "ON_ERROR_STOP=1", self.url_of(port), "-f", "-"], input=sql,
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return [line.split("\t") for line in done.stdout.splitlines()]

    def close(self):
        for server in self.running.values():
            server.send_signal(signal.SIGQUIT)
        for server in self.running.values():
            server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class Smm:
    """One server of the fleet, on a port of its own that it keeps."""

    def __init__(self, program, settings, log):
        self.port = free_port()
        self.command = [program, "serve", *settings, "--listen", f"127.0.0.1:{self.port}"]
        self.log = log
        self.process = None

    def start(self):
        self.process = subprocess.Popen(self.command, stdout=self.log, stderr=self.log, preexec_fn=end_with_parent)

    def is_ready(self):
        if self.process.poll() is not None:
            raise AssertionError(f"smm serve ended with {self.process.returncode}")
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        return self.process.wait(timeout=120)


class Nginx:
    def __init__(self, folder, ports):
        self.port = free_port()
        servers = "\n".join(f"    server 127.0.0.1:{port} max_fails=1 fail_timeout=1s;" for port in ports)
        conf = folder / "nginx.conf"
        conf.write_text(f"""
daemon off;
{'user root;' if os.geteuid() == 0 else ''}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{ worker_connections 512; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  upstream fleet {{
{servers}
  }}
  server {{
    listen 127.0.0.1:{self.port};
    location / {{
      proxy_pass http://fleet;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header X-Forwarded-Host $http_host;
      proxy_set_header Forwarded "";
      proxy_connect_timeout 2s;
      proxy_next_upstream error timeout;
    }}
  }}
}}
""", encoding="utf8")
        self.process = subprocess.Popen(["/usr/sbin/nginx", "-p", str(folder), "-c", str(conf)],
                                        stderr=subprocess.DEVNULL, preexec_fn=end_with_parent)

    def close(self):
        self.process.terminate()
        self.process.wait()


class MailServer:
    """Takes every mail into a file of its own; the same mail twice would be two files."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        self.process = subprocess.Popen(["/usr/bin/python3", "-B", "tests/mail/mail_server.py", str(folder)],
                                        stdout=subprocess.PIPE, text=True, preexec_fn=end_with_parent)
        self.port = int(self.process.stdout.readline())

    def message_ids(self):
        ids = []
        for mail in self.folder.glob("*.eml"):
            head = mail.read_bytes().split(b"\r\n\r\n")[0].decode("ascii", "replace")
            ids += [line.split(":", 1)[1].strip() for line in head.split("\r\n") if line.lower().startswith("message-id:")]
        return ids

    def close(self):
        self.process.kill()
        self.process.wait()
