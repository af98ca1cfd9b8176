// SPDX-License-Identifier: Apache-2.0
#include "app/people/post_mail.hpp"
#include "base/document_reader.hpp"
#include "base/environment_error.hpp"
#include "exchange/json.hpp"

namespace smm::app {
namespace {

void write_headers(exchange::JsonWriter& json, const std::vector<MailHeader>& headers) {
  json.key("headers").begin_array();
  for (const MailHeader& header : headers) {
    json.begin_object().key("name").text(header.name).key("value").text(header.value).end_object();
  }
  json.end_array();
}

// What is empty is left out: readers take no blank text.
void write_text(exchange::JsonWriter& json, const char* key, const std::string& text) {
  if (!text.empty()) json.key(key).text(text);
}

std::string text_or_empty(base::DocumentReader& reader, std::string_view key) {
  return reader.optional_text(key).value_or("");
}

std::vector<MailHeader> read_headers(const base::List& list, base::Problems& problems) {
  std::vector<MailHeader> headers;
  for (const base::Document& each : list) {
    base::DocumentReader reader(each, problems);
    headers.push_back({reader.text("name"), reader.text("value")});
  }
  return headers;
}

}  // namespace

std::string kept_mail(const Mail& mail) {
  std::string text;
  exchange::JsonWriter json(text);
  json.begin_object();
  write_text(json, "from_name", mail.from.name);
  write_text(json, "from", mail.from.address);
  write_text(json, "to_name", mail.to.name);
  write_text(json, "to", mail.to.address);
  write_text(json, "subject", mail.subject);
  write_text(json, "text", mail.text);
  write_text(json, "html", mail.html);
  write_text(json, "message_id", mail.message_id);
  json.key("written").number(mail.written.microseconds);
  write_headers(json, mail.headers);
  json.end_object().finish();
  return text;
}

Mail mail_kept_as(std::string_view bytes) {
  const auto document = exchange::parse_json(bytes, "mail");
  base::Problems problems;
  if (!document) throw base::EnvironmentError("a mail in the outbox cannot be read");
  base::DocumentReader reader(*document, problems);
  Mail mail;
  mail.from = {text_or_empty(reader, "from_name"), reader.text("from")};
  mail.to = {text_or_empty(reader, "to_name"), reader.text("to")};
  mail.subject = reader.text("subject");
  mail.text = reader.text("text");
  mail.html = text_or_empty(reader, "html");
  mail.message_id = reader.text("message_id");
  mail.written = {reader.integer("written")};
  mail.headers = read_headers(reader.list("headers"), problems);
  if (!problems.empty()) throw base::EnvironmentError("a mail in the outbox lacks something");
  return mail;
}

}  // namespace smm::app
