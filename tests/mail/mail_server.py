# SPDX-License-Identifier: Apache-2.0
"""A mail server for the tests of SmtpMailer, on a free port of 127.0.0.1, which it prints as its first line.

usage: mail_server.py FOLDER [--tls starttls|tls --certificate PEM --key PEM] [--user NAME --password WORD]

It is aiosmtpd with a will of its own: what it does with a mail hangs on the recipient's name, such as
refused@example.org. A mail that it takes becomes FOLDER/N.eml, with FOLDER/N.to beside it.
"""
import argparse
import asyncio
import logging
import pathlib
import ssl
import warnings

from aiosmtpd.smtp import SMTP, AuthResult

REPLY_TO_RECIPIENT = {
    "refused": "550 5.1.1 nobody of that name",
    "later": "451 4.7.1 come back in a while",
}
REPLY_TO_MESSAGE = {
    "spam": "554 5.7.1 we do not want this",
    "full": "452 4.2.2 no room now",
}


class Handler:
    def __init__(self, folder):
        self.folder = folder
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name == "cut-before-data":
            server.transport.abort()
            return "421 never seen"
        if name == "slow":
            await asyncio.sleep(60)
        if name in REPLY_TO_RECIPIENT:
            return REPLY_TO_RECIPIENT[name]
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server, session, envelope):
        name = envelope.rcpt_tos[0].split("@")[0]
        if name == "cut-after-data":
            server.transport.abort()
            return "421 never seen"
        if name == "slow-after-data":
            await asyncio.sleep(60)
        if name in REPLY_TO_MESSAGE:
            return REPLY_TO_MESSAGE[name]
        self.count += 1
        (self.folder / f"{self.count}.eml").write_bytes(envelope.original_content)
        (self.folder / f"{self.count}.to").write_text(f"{envelope.mail_from} {' '.join(envelope.rcpt_tos)}")
        return f"250 2.0.0 taken as {self.count}"


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--tls", choices=["starttls", "tls"])
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--user")
    parser.add_argument("--password")
    return parser.parse_args()


def context_of(options):
    if not options.tls:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options.certificate, options.key)
    return context


def settings_of(options, context):
    settings = {"hostname": "mail.test", "enable_SMTPUTF8": False}
    if options.tls == "starttls":
        settings |= {"tls_context": context, "require_starttls": True}
    if options.user:
        def check(server, session, envelope, mechanism, data):
            wanted = (options.user.encode(), options.password.encode())
            return AuthResult(success=(data.login, data.password) == wanted, handled=False)
        settings |= {"authenticator": check, "auth_required": True, "auth_require_tls": False}
    return settings


async def main():
    options = arguments()
    context = context_of(options)
    handler = Handler(options.folder)
    settings = settings_of(options, context)
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(handler, **settings), "127.0.0.1", 0, ssl=context if options.tls == "tls" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


warnings.simplefilter("ignore")  # about passwords in the clear, which stay on loopback here
logging.disable()
asyncio.run(main())
