// SPDX-License-Identifier: Apache-2.0
// Mails to one person: written within the transaction of what they tell of, sealed, and sent afterwards
// (empty_outbox.hpp). Whoever may read the database cannot read them, nor follow the links in them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/installation/installation.hpp"
#include "app/mailer.hpp"
#include "app/pages.hpp"

namespace smm::app {

// What a mail says: paragraphs, perhaps one button with a link, and paragraphs after it.
struct Letter {
  std::string kind;  // "sign_in"; shown in the outbox
  Mailbox to;
  std::string subject;
  std::vector<std::string> before;
  std::string button = {};  // empty: neither button nor link
  std::string url = {};
  std::vector<std::string> after = {};
  std::string stop_url = {};  // where whoever gets it can stop such mails: List-Unsubscribe; empty: nowhere
  std::optional<assessment::RoundId> round = std::nullopt;
  std::optional<assessment::SchoolId> school = std::nullopt;
};

// From the texts mail.<kind>.subject, .before and, where they exist, .button and .after. A blank line within
// a text parts paragraphs. Every placeholder needs an argument; arguments that no text asks for are ignored.
Letter letter(const render::Texts& texts, std::string_view kind, Mailbox to,
              const std::vector<render::TextArgument>& arguments);

// Text as paragraphs: blank lines part them.
std::vector<std::string> paragraphs_of(std::string_view text);

// The mail as it would go out now, under this id.
Mail written_mail(const Installation& installation, const Pages& pages, const Letter& letter,
                  const MailId& id, base::Instant now);

// Problem: key_unavailable.
base::Result<MailId> post_mail(const Installation& installation, const Pages& pages, Records& records,
                               const Letter& letter, base::Instant now);

// A mail as it waits, and back. Throws EnvironmentError for bytes that are no kept mail.
std::string kept_mail(const Mail& mail);
Mail mail_kept_as(std::string_view bytes);

// {"mail", id}: the row that a kept mail is sealed for. Views into the id.
Row mail_row(const MailId& id);

// "metrics.example.org" of "https://metrics.example.org:8443/".
std::string host_of(std::string_view url);

}  // namespace smm::app
