# SPDX-License-Identifier: Apache-2.0
"""A web server for the tests of CurlHttpClient, on a free port of 127.0.0.1, which it prints as its first line.

usage: odd_server.py [CERTIFICATE KEY]

What it answers hangs on the path. /echo tells what it was asked.
"""
import gzip
import http.server
import json
import ssl
import sys
import time


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, body, status=200, headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        form = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.answer(json.dumps([form, self.headers["Content-Type"], self.headers["Authorization"]]).encode())

    def do_GET(self):
        if self.path == "/echo":
            self.answer(json.dumps([self.headers["Accept"], self.headers["Authorization"]]).encode())
        elif self.path == "/long":
            self.answer(b"x" * 2000)
        elif self.path == "/endless":
            self.send_response(200)
            self.end_headers()
            while True:
                self.wfile.write(b"x" * 65536)
        elif self.path == "/slow":
            time.sleep(30)
        elif self.path == "/redirect":
            self.answer(b"", 302, [("Location", "/echo")])
        elif self.path == "/packed":
            self.answer(gzip.compress(b"x" * 1_000_000), headers=[("Content-Encoding", "gzip")])
        else:
            self.answer(b"no", 404)

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.handle_error = lambda *arguments: None
if len(sys.argv) == 3:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_address[1], flush=True)
server.serve_forever()
