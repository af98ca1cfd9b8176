// SPDX-License-Identifier: Apache-2.0
#include "app/people/post_mail.hpp"

#include "app/people/practice_address.hpp"

namespace smm::app {
namespace {

using render::View;

View paragraphs_view(const std::vector<std::string>& paragraphs) {
  return render::views(paragraphs, [](const std::string& text) {
    View view;
    view.set("paragraph", text);
    return view;
  });
}

View letter_view(const Installation& installation, const Letter& letter) {
  View view;
  view.set("subject", letter.subject).set("name", letter.to.name).set("site", installation.public_url);
  view.set("before", paragraphs_view(letter.before)).set("after", paragraphs_view(letter.after));
  view.set("button", letter.button).set("url", letter.url);
  return view;
}

// Comments of a template leave their line ends behind.
std::string without_head_lines(std::string text) {
  return text.erase(0, text.find_first_not_of('\n'));
}

// Mails to people who were invented for a practice round go to whoever made it, and say so.
Letter practised(const Installation& installation, const Pages& pages, Records& records, Letter letter) {
  const auto code = round_of_practice_address(letter.to.address);
  if (!code) return letter;
  const auto round = records.rounds.by_code(*code);
  const auto address = round ? records.campaign.text(round->id, practice_mail_text) : std::nullopt;
  letter.before.insert(letter.before.begin(),
                       pages.texts("mail.practice.before", {{"name", letter.to.name}}));
  letter.subject = pages.texts("mail.practice.subject", {{"subject", letter.subject}});
  letter.to.address = address.value_or(installation.mail_from);
  return letter;
}

}  // namespace

std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> paragraphs;
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t end = std::min(text.find("\n\n", from), text.size());
    std::string_view paragraph = text.substr(from, end - from);
    while (paragraph.ends_with('\n')) paragraph.remove_suffix(1);
    if (!paragraph.empty()) paragraphs.emplace_back(paragraph);
    from = end == text.size() ? end : text.find_first_not_of('\n', end);
    if (from == std::string_view::npos) break;
  }
  return paragraphs;
}

Letter letter(const render::Texts& texts, std::string_view kind, Mailbox to,
              const std::vector<render::TextArgument>& arguments) {
  const std::string key = "mail." + std::string(kind) + ".";
  const auto text = [&](const char* part) {
    return texts.has(key + part) ? texts(key + part, arguments) : std::string();
  };
  Letter letter{std::string(kind), std::move(to), texts(key + "subject", arguments),
                paragraphs_of(texts(key + "before", arguments))};
  letter.button = text("button");
  letter.after = paragraphs_of(text("after"));
  return letter;
}

Mail written_mail(const Installation& installation, const Pages& pages, const Letter& letter,
                  const MailId& id, base::Instant now) {
  const View view = letter_view(installation, letter);
  Mail mail;
  mail.from = {pages.texts("ui.page.brand"), installation.mail_from};
  mail.to = letter.to;
  mail.subject = letter.subject;
  mail.text = without_head_lines(pages.templates.render("mail_text", view));
  mail.html = without_head_lines(pages.templates.render("mail_html", view));
  mail.message_id = id.text() + "@" + host_of(installation.public_url);
  mail.written = now;
  mail.headers.push_back({"Auto-Submitted", "auto-generated"});
  if (!letter.stop_url.empty()) mail.headers.push_back({"List-Unsubscribe", "<" + letter.stop_url + ">"});
  return mail;
}

base::Result<MailId> post_mail(const Installation& installation, const Pages& pages, Records& records,
                               const Letter& letter, base::Instant now) {
  const Letter sent = practised(installation, pages, records, letter);
  SMM_ASSERT(sent.button.empty() == sent.url.empty());
  const auto seals = installation.keys.seals_or_new(records.schools, std::string(office_owner));
  if (!seals) return seals.problems();
  const MailId id = MailId::make(installation.random);
  const Mail mail = written_mail(installation, pages, sent, id, now);
  records.outbox.add({.id = id,
                      .to = sent.to.address,
                      .kind = sent.kind,
                      .sealed = seals->seal(mail_row(id), kept_mail(mail)),
                      .round = sent.round,
                      .school = sent.school,
                      .created = now,
                      .next_try = now,
                      .said = ""});
  return id;
}

Row mail_row(const MailId& id) {
  return {"mail", id.text()};
}

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find('/'));
  if (url.starts_with('[')) return std::string(url.substr(0, url.find(']') + 1));
  return std::string(url.substr(0, url.find(':')));
}

}  // namespace smm::app
