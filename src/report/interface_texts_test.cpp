// SPDX-License-Identifier: Apache-2.0
// Every fixed word that a person can see comes from content/i18n, so that a language can be added there
// alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <regex>
#include <set>

#include "report/sample_worksheet_test.hpp"

namespace smm::report {
namespace {

std::vector<std::string> files_in(const std::string& folder, const std::string& ending) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().string().ends_with(ending)) paths.push_back(entry.path().generic_string());
  }
  return paths;
}

std::string without(const std::string& text, const char* pattern) {
  return std::regex_replace(text, std::regex(pattern), "");
}

bool has_letters(const std::string& text) {
  return std::regex_search(text, std::regex("[A-Za-z]"));
}

// Entries of the audit log have names of their own, some of which begin like a text.
const std::set<std::string> log_actions = {
    "notes.remove",        "office.roles",       "packet.affirm",
    "packet.affirmer",     "packet.complete",    "packet.reopen",
    "packet.return",       "check.ask",          "check.correct",
    "check.stands",        "round.check",        "round.freeze",
    "report.open",         "round.close",        "round.create",
    "round.open",          "school.accept",      "school.decline",
    "school.invite",       "school.remind",      "sheet.choices",
    "sheet.download",      "sheet.reopen",       "sheet.submit",
    "graduates.linked",    "graduates.review",   "graduates.class.open",
    "graduates.class.end", "graduation.consent", "graduation.withdraw",
    "badge.issue",         "badge.key",          "badge.listing",
    "badge.revoke",        "school.consents",    "school.withdraw",
    "school.letter",       "school.reminder",    "mail.again",
    "mail.bounced",        "mail.not_bounced",   "outbox.given_up",
    "worksheet.download",  "worksheet.return",   "worksheet.apply",
    "worksheet.discard",   "paper.key",          "paper.hand_over",
    "paper.discard",       "round.words",        "roster.import",
    "practice.link",       "school.contacts",    "school.new_dean",
    "school.call"};

bool is_file_name(const std::string& mentioned) {
  return std::ranges::any_of(std::array{".csv", ".css", ".html", ".json", ".png", ".svg", ".xlsx", ".yaml"},
                             [&](const char* ending) { return mentioned.ends_with(ending); });
}

// "state|route|…": what keys begin with.
std::string first_parts() {
  std::set<std::string> parts;
  for (const std::string& key : interface_texts().keys()) parts.insert(key.substr(0, key.find('.')));
  std::string pattern;
  for (const std::string& part : parts) pattern += (pattern.empty() ? "" : "|") + part;
  return pattern;
}

// Names of interface texts, or beginnings of such names, that stand in quotes or template tags.
std::set<std::string> mentioned_keys() {
  std::set<std::string> found;
  const std::regex in_source("\"((?:" + first_parts() + ")\\.[a-z0-9_.]*)\"");
  const std::regex in_template("\\{\\{text ([a-z0-9_.]+)\\}\\}");
  const auto collect = [&](const std::string& path, const std::regex& pattern) {
    const std::string text = file_text(path);
    for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
      if (!log_actions.contains((*it)[1])) found.insert((*it)[1]);
    }
  };
  for (const std::string& path : files_in("src", ".cpp")) {
    if (!path.ends_with("_test.cpp")) collect(path, in_source);
  }
  for (const std::string& path : files_in("src", ".hpp")) {
    if (!path.ends_with("_test.hpp")) collect(path, in_source);
  }
  for (const std::string& path : files_in("content/templates", ".mustache")) collect(path, in_template);
  return found;
}

// A mention is a whole key, one whose words depend on a number, or the beginning of keys: the rest is put
// behind it ("office.open" and ".title").
bool names(const std::string& mention, const std::string& key) {
  if (mention.ends_with('.') || mention.ends_with('_')) return key.starts_with(mention);
  return key == mention || key.starts_with(mention + ".");
}

TEST(InterfaceTexts, TemplatesHoldNoWordsOfTheirOwn) {
  for (const std::string& path : files_in("content/templates", ".mustache")) {
    const std::string page = without(file_text(path), "\\{\\{[^}]*\\}\\}+");
    EXPECT_FALSE(has_letters(without(page, "<[^>]*>"))) << path << ": " << without(page, "<[^>]*>");
    const std::regex spoken("(?:title|alt|aria-label|placeholder)=\"([^\"]*)\"");
    for (std::sregex_iterator it(page.begin(), page.end(), spoken), end; it != end; ++it)
      EXPECT_FALSE(has_letters((*it)[1])) << path << ": " << it->str();
  }
}

TEST(InterfaceTexts, EveryKeyThatIsAskedForExists) {
  const render::Texts texts = interface_texts();
  const std::vector<std::string> keys = texts.keys();
  for (const std::string& mentioned : mentioned_keys()) {
    if (is_file_name(mentioned)) continue;
    const bool known =
        std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return names(mentioned, key); });
    EXPECT_TRUE(known) << mentioned;
  }
}

TEST(InterfaceTexts, EveryTextIsUsed) {
  const std::set<std::string> mentioned = mentioned_keys();
  for (const std::string& key : interface_texts().keys()) {
    const bool used = std::any_of(mentioned.begin(), mentioned.end(),
                                  [&](const std::string& mention) { return names(mention, key); });
    EXPECT_TRUE(used) << key;
  }
}

}  // namespace
}  // namespace smm::report
