// SPDX-License-Identifier: Apache-2.0
// A mail server on loopback that keeps what it took: by Message-ID, and by recipient in order of arrival.
import { createServer } from "node:net";

const replies = { EHLO: "250-rehearsal\r\n250 8BITMIME", HELO: "250 rehearsal", MAIL: "250 ok", RCPT: "250 ok", RSET: "250 ok", NOOP: "250 ok" };

export class MailServer {
  mails = [];
  #waiting = new Map(); // recipient -> { mails, readers }

  static async open() {
    const house = new MailServer();
    house.server = createServer((socket) => house.#serve(socket));
    await new Promise((ready) => house.server.listen(0, "127.0.0.1", ready));
    house.port = house.server.address().port;
    return house;
  }

  /** The oldest mail to `address` that nobody took before: { id, text, links }. */
  async next(address, seconds = 120) {
    const box = this.#box(address);
    if (box.mails.length > 0) return box.mails.shift();
    return new Promise((take, fail) => {
      const timer = setTimeout(() => fail(new Error(`no mail for ${address} within ${seconds} s`)), seconds * 1000);
      box.readers.push((mail) => (clearTimeout(timer), take(mail)));
    });
  }

  has(id) {
    return this.mails.some((mail) => mail.id.startsWith(`${id}@`));
  }

  /** Until so many mails are here. */
  async holds(count) {
    while (this.mails.length < count) await new Promise((resume) => setTimeout(resume, 2));
  }

  close() {
    this.server.close();
  }

  #box(address) {
    if (!this.#waiting.has(address)) this.#waiting.set(address, { mails: [], readers: [] });
    return this.#waiting.get(address);
  }

  #serve(socket) {
    const dialog = { received: "", recipients: [], data: false };
    socket.setNoDelay(true).setEncoding("latin1").on("error", () => {});
    socket.write("220 rehearsal\r\n");
    socket.on("data", (bytes) => {
      dialog.received += bytes;
      while (this.#step(socket, dialog));
    });
  }

  // One command, or one whole mail; false when more has to come.
  #step(socket, dialog) {
    const mark = dialog.data ? "\r\n.\r\n" : "\r\n";
    const end = dialog.received.indexOf(mark);
    if (end < 0) return false;
    const said = dialog.received.slice(0, end);
    dialog.received = dialog.received.slice(end + mark.length);
    if (dialog.data) return this.#take(socket, dialog, said);
    const verb = said.slice(0, 4).toUpperCase();
    if (verb === "RCPT") dialog.recipients.push(/<([^>]*)>/.exec(said)[1]);
    if (verb === "MAIL" || verb === "RSET") dialog.recipients = [];
    dialog.data = verb === "DATA";
    if (verb === "QUIT") return socket.end("221 bye\r\n"), false;
    socket.write(`${dialog.data ? "354 go on" : (replies[verb] ?? "502 what?")}\r\n`);
    return true;
  }

  #take(socket, dialog, mail) {
    dialog.data = false;
    const text = decoded(mail);
    const id = /^message-id:\s*<([^>]*)>/im.exec(mail)?.[1];
    const kept = { id, to: dialog.recipients[0], text, links: [...new Set(text.match(/https?:\/\/[^\s"<>]+/g) ?? [])] };
    this.mails.push(kept);
    const box = this.#box(kept.to);
    if (box.readers.length > 0) box.readers.shift()(kept);
    else box.mails.push(kept);
    socket.write("250 taken\r\n");
    return true;
  }
}

/** Whatever the parts are encoded as, as text that links can be found in. */
function decoded(mail) {
  return mail
    .split(/\r\n--/)
    .map((part) => {
      const at = part.indexOf("\r\n\r\n");
      const body = part.slice(at + 4);
      if (/content-transfer-encoding:\s*base64/i.test(part)) return Buffer.from(body, "base64").toString("utf8");
      return body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
    })
    .join("\n");
}
