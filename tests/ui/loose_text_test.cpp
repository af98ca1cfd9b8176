// SPDX-License-Identifier: Apache-2.0
// Words that people read stand in content/i18n/en.yaml and nowhere else, so that a language can be added
// without touching code or templates. Three checks on the sources: templates hold no words of their own, the
// pages' C++ hands none to a view, and keys and their uses agree.
//
// What is allowed: sentences of problems (they are English by design, and their codes are what programs
// read), titles of the API description, and names that are no language ("width=device-width").
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "exchange/yaml.hpp"
#include "render/texts.hpp"

namespace smm::ui {
namespace {

namespace fs = std::filesystem;

std::string text_in(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> files_in(const std::string& folder, const std::vector<std::string>& endings) {
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().generic_string();
    const bool wanted = std::ranges::any_of(endings, [&](const auto& end) { return path.ends_with(end); });
    if (wanted && path.find("_test.") == std::string::npos) found.push_back(path);
  }
  std::ranges::sort(found);
  return found;
}

std::set<std::string> matches(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::set<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), regex), end; it != end; ++it) found.insert((*it)[1]);
  return found;
}

// Takes out all from `begin` to the next `end`.
std::string without(const std::string& text, std::string_view begin, std::string_view end) {
  std::string kept;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t from = std::min(text.find(begin, at), text.size());
    kept += text.substr(at, from - at) + " ";
    const std::size_t to = text.find(end, from);
    at = to == std::string::npos ? text.size() : to + end.size();
  }
  return kept;
}

std::string without_comments(const std::string& source) {
  return without(source, "//", "\n");
}

// ---- Templates

std::set<std::string> loose_words(const std::string& mustache) {
  const std::string plain = without(without(mustache, "{{!", "}}"), "{{", "}}");
  std::set<std::string> words =
      matches(plain, R"re(((?:aria-label|title|placeholder|alt)="[^"]*[A-Za-z]{2,}[^"]*"))re");
  const std::string shown = std::regex_replace(without(plain, "<", ">"), std::regex("&[a-z#0-9]+;"), "");
  words.merge(matches(shown, "([A-Za-z]{2,})"));
  return words;
}

TEST(LooseText, IsNotInTemplates) {
  std::size_t read = 0;
  for (const std::string& path : files_in("content/templates", {".mustache"})) {
    EXPECT_EQ(loose_words(text_in(path)), std::set<std::string>{}) << path;
    ++read;
  }
  EXPECT_GT(read, 50U);
}

TEST(LooseText, IsFoundInATemplate) {
  EXPECT_EQ(loose_words("{{! Words of ours }}<p class=\"lead\">{{text a.b}} {{name}}</p>&nbsp;"),
            std::set<std::string>{});
  EXPECT_EQ(loose_words("<p>Hello {{name}}</p>"), std::set<std::string>{"Hello"});
  EXPECT_EQ(loose_words("<a title=\"More\">{{name}}</a>"), std::set<std::string>{"title=\"More\""});
}

// ---- C++ of the pages

const std::string string_literal = R"re("((?:[^"\\\n]|\\.)*)")re";

struct Literal {
  std::string text;
  std::string before;  // of its statement
};

std::vector<Literal> literals_in(const std::string& source) {
  const std::regex literal(string_literal);
  std::vector<Literal> found;
  std::string statement;
  std::size_t done = 0;
  for (std::sregex_iterator it(source.begin(), source.end(), literal), end; it != end; ++it) {
    const auto at = static_cast<std::size_t>(it->position());
    statement += source.substr(done, at - done);
    statement.erase(0, statement.rfind(';') + 1);  // npos + 1: all of it goes on
    found.push_back({(*it)[1], statement});
    done = at + static_cast<std::size_t>(it->length());
  }
  return found;
}

// Two words in a row, and no sentence of a problem.
std::set<std::string> loose_literals(const std::string& source) {
  std::set<std::string> loose;
  for (const Literal& literal : literals_in(without_comments(source))) {
    const bool problem = literal.before.find("roblem") != std::string::npos ||
                         literal.before.find("why::") != std::string::npos;
    if (!problem && std::regex_search(literal.text, std::regex("[A-Za-z]{2,} [A-Za-z]{2,}")))
      loose.insert(literal.text);
  }
  return loose;
}

TEST(LooseText, IsNotInThePagesOfTheProgram) {
  // Purposes of hashes, not words for people.
  const std::set<std::string> allowed = {"browser draft"};
  for (const char* folder : {"src/web/session", "src/web/routes"}) {
    for (const std::string& path : files_in(folder, {".cpp", ".hpp"})) {
      if (path == "src/web/routes/openapi.cpp") continue;  // for programmers, in their language
      std::set<std::string> loose = loose_literals(text_in(path));
      for (const std::string& text : allowed) loose.erase(text);
      EXPECT_EQ(loose, std::set<std::string>{}) << path;
    }
  }
}

TEST(LooseText, IsFoundInCode) {
  EXPECT_EQ(loose_literals("view.set(\"title\", \"Good morning\"); // \"not this one\"\n"),
            std::set<std::string>{"Good morning"});
  EXPECT_EQ(loose_literals("return Problem(kind, \"That is so\");"), std::set<std::string>{});
}

// ---- Keys

const render::Texts& texts() {
  static const render::Texts loaded = [] {
    const std::string path = "content/i18n/en.yaml";
    return *render::Texts::from(*exchange::parse_yaml(text_in(path), path));
  }();
  return loaded;
}

std::string all_sources() {
  std::string all;
  for (const std::string& path : files_in("src", {".cpp", ".hpp"})) all += without_comments(text_in(path));
  return all;
}

// Keys that the program puts together from a word of the domain. A star stands for that word, or for several.
const std::vector<std::string> put_together = {"about.accessibility.*",
                                               "about.methods.*",
                                               "about.badge.*",
                                               "about.privacy.*",
                                               "badge.file.*",
                                               "badge.state.*",
                                               "check.*",
                                               "checks.state.*",
                                               "comparison.filter.*",
                                               "comparison.reason.*",
                                               "comparison.standing.*",
                                               "comparison.state.*",
                                               "dashboard.asked.*",
                                               "dashboard.step.*",
                                               "dashboard.talked.*",
                                               "dashboard.table.*.*",
                                               "downloads.about.*",
                                               "explore.direction.*",
                                               "graduates.*.columns",
                                               "graduates.*.file",
                                               "graduates.*.kept_text",
                                               "graduates.*.lead",
                                               "graduates.*.none",
                                               "graduates.*.title",
                                               "graduates.coverage.by.*",
                                               "graduates.facts.*",
                                               "graduates.fields.*",
                                               "graduates.job.*",
                                               "graduates.levels.*",
                                               "graduates.off.*",
                                               "graduates.on.*",
                                               "graduates.pair.*",
                                               "graduation.*",
                                               "list.*",
                                               "mail.*",
                                               "notes.fate.*",
                                               "notice.*",
                                               "office.*.lead",
                                               "office.calls.way.*",
                                               "office.contacting.invitee.*",
                                               "office.*.reason",
                                               "office.*.submit",
                                               "office.*.title",
                                               "office.reminders.see.*",
                                               "office.reminders.state_of.*",
                                               "office.reminders.to_whom.*",
                                               "overview.state.*",
                                               "packet.state.*",
                                               "packet.to_*.*",
                                               "page.account.address_sent.*",
                                               "page.link.address_changed.*",
                                               "page.link.for.*",
                                               "page.link.spent.*",
                                               "page.link.unknown.*",
                                               "page.letter.spent.*",
                                               "page.people.*",
                                               "page.set_up.closed.*",
                                               "page.set_up.step.*",
                                               "page.sign_in.sent.*",
                                               "page.sign_in.too_often.*",
                                               "page.stop.done.*",
                                               "page.stop.unknown.*",
                                               "part.state.*",
                                               "people.role_hint.*",
                                               "plan.field.*",
                                               "plan.group.*",
                                               "refusal.*.*",
                                               "refused.title.*",
                                               "practice.link.*",
                                               "report.draft.*",
                                               "report.effort.*",
                                               "report.file.*",
                                               "report.goal_reached.*",
                                               "report.goal_words.*",
                                               "report.legacy.quarter_*",
                                               "report.lever.*",
                                               "report.moved.*",
                                               "report.no_comparison.*",
                                               "report.note_weights_*",
                                               "resources.kind_of.*",
                                               "resources.year.*",
                                               "role.office.*",
                                               "role.school.*",
                                               "roster.column.*",
                                               "roster.head.*",
                                               "roster.part.*",
                                               "round.state.*",
                                               "school.lead.*",
                                               "school.next.*.*",
                                               "scores.state.*",
                                               "sheet.how_*",
                                               "state.*",
                                               "stories.fields.*",
                                               "stories.hints.*",
                                               "stories.state.*",
                                               "time.month.*",
                                               "toolkit.calendar.*",
                                               "toolkit.kit.*",
                                               "toolkit.piece.*",
                                               "verify.finding.*",
                                               "worksheet.*",
                                               "worksheets.form.*",
                                               "worksheets.filled_form.*",
                                               "agreement.consents.*",
                                               "agreement.versions.*",
                                               "outbox.about.*",
                                               "outbox.again.*",
                                               "outbox.bounced.*",
                                               "outbox.not_bounced.*",
                                               "outbox.state.*"};

bool is_put_together(const std::string& key) {
  return std::ranges::any_of(put_together, [&](const std::string& pattern) {
    const std::string dots = std::regex_replace(pattern, std::regex("\\."), "\\.");
    return std::regex_match(key, std::regex(std::regex_replace(dots, std::regex("\\*"), ".+")));
  });
}

std::set<std::string> keys_in_templates() {
  std::set<std::string> keys;
  for (const std::string& path : files_in("content/templates", {".mustache"}))
    keys.merge(matches(text_in(path), R"(\{\{\{?text ([a-z0-9_.]+))"));
  return keys;
}

bool is_there(const std::string& key) {
  return texts().has(key) || texts().has(key + ".one");
}

TEST(TextKeys, ThatAreAskedForAreThere) {
  const std::string asked_in_code =
      R"re((?:texts(?:\(\))?|text|counted)\(\s*"([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)"\s*[,)])re";
  std::set<std::string> asked = matches(all_sources(), asked_in_code);
  asked.merge(keys_in_templates());
  EXPECT_GT(asked.size(), 300U);
  for (const std::string& key : asked) EXPECT_TRUE(is_there(key)) << key << " is not in content/i18n/en.yaml";
}

TEST(TextKeys, ThatAreThereAreAskedFor) {
  std::set<std::string> asked = matches(all_sources(), string_literal);
  asked.merge(keys_in_templates());
  for (const std::string& key : texts().keys()) {
    const std::string stem = std::regex_replace(key, std::regex("\\.(one|other)$"), "");
    EXPECT_TRUE(asked.contains(key) || asked.contains(stem) || is_put_together(key))
        << key << " is asked for by nothing";
  }
}

TEST(TextKeys, ThatArePutTogetherAreThereAndStillPutTogether) {
  const std::string sources = all_sources();
  for (const std::string& pattern : put_together) {
    const std::string begin = pattern.substr(0, pattern.find('*'));
    EXPECT_TRUE(std::ranges::any_of(texts().keys(), [&](const auto& key) { return key.starts_with(begin); }))
        << pattern;
    const std::string stem = begin.substr(0, begin.find_last_of("._"));
    EXPECT_NE(sources.find("\"" + stem), std::string::npos) << pattern;
  }
}

}  // namespace
}  // namespace smm::ui
